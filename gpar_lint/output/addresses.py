"""Paths of files as other programs take them."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

# Files whose ranges lie in a projection of their text, which no other program knows.
_PROJECTED = (".docx", ".pdf", ".doc", ".wps")


def repository_path(path: str) -> str:
    """A path as seen from the working folder, if it is below it; its parts divided by /."""
    found, here = Path(path), Path.cwd()
    return (found.relative_to(here) if found.is_relative_to(here) else found).as_posix()


def uri_of(path: str) -> str:
    """The URI of a file, percent-encoded; relative where its path is."""
    path = repository_path(path)
    return Path(path).as_uri() if Path(path).is_absolute() else quote(os.fsencode(path))


def has_lines(path: str) -> bool:
    """Whether the lines of a file's text are those that a person sees in the file."""
    return not path.lower().endswith(_PROJECTED)
