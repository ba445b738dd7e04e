"""The program as users have it: built, installed, away from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
VERSIONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
# Where the tests' own environment must not reach what is tried out.
_INHERITED = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "GPAR_LINT_LANG", "PYTHONPYCACHEPREFIX")


def python(version: str) -> str | None:
    """An interpreter of this version on this machine: on the PATH, or kept by pyenv."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = [str(path) for path in sorted(kept.glob(f"{version}.*/bin/python"))]
    candidates += [shutil.which(f"python{version}") or "", sys.executable]
    return next((found for found in candidates if found and _is(found, version)), None)


def _is(interpreter: str, version: str) -> bool:
    """Whether it runs, and is of this version: pyenv's own python3.12 may be but a signpost."""
    question = "import sys; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([interpreter, "-c", question], capture_output=True, text=True)
    return done.returncode == 0 and done.stdout.strip() == version


def environment(**more: str) -> dict[str, str]:
    """The variables of a process that is to know nothing of the checkout."""
    kept = {key: value for key, value in os.environ.items() if key not in _INHERITED}
    return {**kept, "PYTHONUTF8": "1", "NO_COLOR": "1", **more}


def run(
    command: list[str | Path], cwd: Path, *, status: int = 0, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a command that must end with this exit status."""
    done = subprocess.run(
        command, cwd=cwd, env=environment(**more), capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == status, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


def install(version: str, folder: Path, *what: str | Path) -> Path:
    """The bin folder of a new virtual environment into which these are installed."""
    interpreter = python(version)
    assert interpreter, f"no Python {version}"
    run([interpreter, "-m", "venv", folder / version], folder)
    programs = folder / version / ("Scripts" if os.name == "nt" else "bin")
    run([programs / "python", "-m", "pip", "install", "--quiet", *what], folder)
    return programs
