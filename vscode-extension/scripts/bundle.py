"""Fill bundled/libs: gpar-lint with its rules, and the pure-Python packages of its server."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
ROOT = HERE.parent
LIBS = HERE / "bundled" / "libs"
_NATIVE = (".so", ".pyd", ".dylib", ".dll")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "*.rules")


def main() -> None:
    """Build it anew."""
    shutil.rmtree(LIBS, ignore_errors=True)
    install_requirements()
    copy_program()
    copy_documents()
    refuse_native()


def install_requirements() -> None:
    """The wheels of requirements.txt, as every platform can use them."""
    command = [
        sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check",
        "--target", str(LIBS), "--implementation", "py", "--platform", "any",
        "--only-binary=:all:", "--no-deps", "--no-compile",
        "--requirement", str(HERE / "requirements.txt"),
    ]  # fmt: skip
    subprocess.run(command, check=True)
    shutil.rmtree(LIBS / "bin", ignore_errors=True)


def copy_program() -> None:
    """The package as a wheel has it: rules/ within it."""
    shutil.copytree(ROOT / "gpar_lint", LIBS / "gpar_lint", ignore=_LEFT_OUT)
    shutil.copytree(ROOT / "rules", LIBS / "gpar_lint" / "rules", ignore=_LEFT_OUT)


def copy_documents() -> None:
    """What else the package shows."""
    shutil.copyfile(ROOT / "LICENSE", HERE / "LICENSE")
    schema = "gpar-lint.schema.json"
    (HERE / "schemas").mkdir(exist_ok=True)
    shutil.copyfile(ROOT / "rules" / schema, HERE / "schemas" / schema)


def refuse_native() -> None:
    """One .vsix serves every platform only while nothing in it is compiled."""
    native = [path.name for path in LIBS.rglob("*") if path.suffix in _NATIVE]
    if native:
        sys.exit(f"compiled for one platform only: {', '.join(native)}")


if __name__ == "__main__":
    main()
