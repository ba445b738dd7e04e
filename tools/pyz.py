"""gpar-lint.pyz: the program and all it needs in one file, for a computer with Python alone.

    python -m tools.pyz dist/gpar_lint-0.1.0-py3-none-any.whl dist/gpar-lint.pyz

Everything in it is pure Python, so that one file serves every version and system. It holds sources,
no bytecode: that would serve the one version of Python which wrote it. The same wheels give the
same bytes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_START = """\
from gpar_lint.cli.main import entry

if __name__ == "__main__":
    entry()
"""
_SHEBANG = b"#!/usr/bin/env python3\n"
# pip leaves out what only an older Python than its own needs; the language server on 3.10 does.
_FOR_OLDER_PYTHON = ("exceptiongroup",)
_PURE = ("--only-binary=:all:", "--platform=any", "--implementation=py", "--abi=none")
_OLDEST = "3.10"
# What pip notes down of an installation, with the paths of this machine.
_NOTES = frozenset({"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"})
_FIRST_OF_2020 = 1577836800  # seconds; a zip needs some date


def make(wheel: Path, output: Path) -> None:
    """Write the single file. Raises CalledProcessError where pip cannot get a dependency."""
    with tempfile.TemporaryDirectory() as folder:
        _install(wheel, Path(folder))
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("wb") as file:
            file.write(_SHEBANG)
            _pack(Path(folder), file)
    output.chmod(0o755)


def _install(wheel: Path, folder: Path) -> None:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--no-warn-conflicts"]
    platform = [*_PURE, f"--python-version={_OLDEST}"]
    subprocess.run([*pip, *platform, "--target", folder, wheel, *_FOR_OLDER_PYTHON], check=True)


def _pack(folder: Path, file: IO[bytes]) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(_entry("__main__.py"), _START)
        for path in _contents(folder):
            archive.writestr(_entry(path.relative_to(folder).as_posix()), path.read_bytes())


def _entry(name: str) -> zipfile.ZipInfo:
    """A file's place in the zip, with a date that says nothing of when it was made."""
    date = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", _FIRST_OF_2020)))
    entry = zipfile.ZipInfo(name, (date[0], date[1], date[2], date[3], date[4], date[5]))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _contents(folder: Path) -> Iterator[Path]:
    """The files to be packed: modules, data, licences; no scripts, no notes of pip's."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if path.is_file() and inside[0] != "bin" and path.name not in _NOTES:
            yield path


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
