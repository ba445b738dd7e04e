"""What the built files hold, and that building them again gives the same bytes."""

from __future__ import annotations

import email
import hashlib
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import tomli

from tests.packaging.programs import ROOT, VERSIONS, run
from tools import pyz

pytestmark = pytest.mark.slow


def tracked(*folders: str) -> set[str]:
    """The files under version control, as the checkout has them now."""
    command = ["git", "ls-files", "-z", *folders]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {name for name in done.stdout.split("\0") if name and (ROOT / name).exists()}


def metadata(wheel: Path) -> email.message.Message:
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return email.message_from_string(archive.read(name).decode())


def test_the_wheel_holds_the_package_and_the_rules(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    due = tracked("gpar_lint") | {f"gpar_lint/{name}" for name in tracked("rules")}
    assert due <= names
    assert {name.partition("/")[0] for name in names - due} <= {
        "gpar_lint",  # what is new and not yet under version control
        f"{wheel.name.removesuffix('-py3-none-any.whl')}.dist-info",
    }
    assert not [name for name in names if "__pycache__" in name]
    assert "gpar_lint/py.typed" in names


def test_the_sdist_holds_all_that_the_tests_need(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert tracked("gpar_lint", "rules", "tools", "examples", "LICENSE", "Makefile") <= names
    assert tracked("docs/*.md", "tests/*.py", "README.md", "CHANGELOG.md") <= names
    assert not [name for name in names if "node_modules/" in name or "__pycache__" in name]


def test_the_metadata(wheel: Path) -> None:
    fields = metadata(wheel)
    assert fields["Requires-Python"] == ">=3.10"
    assert fields["License-Expression"] == "Apache-2.0"
    assert len(fields.get_all("Project-URL") or []) >= 3
    classifiers = fields.get_all("Classifier") or []
    named = {each.rpartition(" :: ")[2] for each in classifiers if " :: Python :: 3." in each}
    assert named <= set(VERSIONS), "classifiers are for versions that these tests try"
    run([sys.executable, "-m", "twine", "check", "--strict", wheel], wheel.parent)


def test_the_same_sources_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """The second time from a checkout elsewhere, later."""
    copy = tmp_path / "另一处"
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extractall(copy, filter="data")
    [source] = copy.iterdir()
    for path in source.rglob("*"):
        os.utime(path)
    run([sys.executable, "-m", "build", "--outdir", tmp_path / "dist", source], tmp_path)
    wheel = next((tmp_path / "dist").glob("*.whl"))
    pyz.make(wheel, tmp_path / "dist" / "gpar-lint.pyz")
    for path in sorted(built.iterdir()):
        again = (tmp_path / "dist" / path.name).read_bytes()
        assert hashlib.sha256(again).digest() == hashlib.sha256(path.read_bytes()).digest(), path


def test_the_single_file_tells_nothing_of_where_it_was_made(built: Path) -> None:
    with zipfile.ZipFile(built / "gpar-lint.pyz") as archive:
        names = archive.namelist()
        text = b"".join([archive.read(name) for name in names if ".dist-info/" in name])
    assert str(ROOT).encode() not in text
    assert not [name for name in names if name.endswith((".so", ".pyd", ".pyc"))]
    vendored = {name.partition("-")[0] for name in names if "/licenses/" in name}
    assert vendored >= {"gpar_lint", "tomli", "attrs", "cattrs", "typing_extensions"}


def test_the_version_is_the_packages(wheel: Path) -> None:
    import gpar_lint

    assert metadata(wheel)["Version"] == gpar_lint.__version__
    assert (
        "version"
        not in tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    )
