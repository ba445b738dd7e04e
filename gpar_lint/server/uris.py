"""URIs as editors write them ↔ paths of the file system.

Editors spell one file in several ways (file:///C:/, file:///c%3A/, Chinese encoded or not). What is
sent back is always the client's own spelling; what files are known by is `key`.
"""

from __future__ import annotations

import os
from urllib.parse import quote, unquote, urlsplit

from gpar_lint.text.patterns import regex

_DRIVE = regex(r"/[A-Za-z]:")
_WINDOWS = os.name == "nt"


def path_of(uri: str, windows: bool = _WINDOWS) -> str | None:
    """The path that a file: URI names; None for any other URI (untitled:, git:)."""
    scheme, colon, rest = uri.partition(":")
    if not colon or scheme.lower() != "file":
        return None
    parts = urlsplit("file:" + rest.replace("?", "%3F").replace("#", "%23"))
    path = unquote(parts.path)
    if _DRIVE.match(path):
        path = path[1].lower() + path[2:]
    elif parts.netloc and parts.netloc != "localhost":
        path = f"//{unquote(parts.netloc)}{path}"
    return path.replace("/", "\\") if windows else path


def uri_of(path: str, windows: bool = _WINDOWS) -> str:
    """The URI of a file, by its absolute path."""
    if windows:
        path = path.replace("\\", "/")
    if path.startswith("//"):
        return "file:" + quote(path)
    if not path.startswith("/"):  # C:/…
        return f"file:///{path[0].lower()}%3A{quote(path[2:])}"
    return "file://" + quote(path)


def key(uri: str) -> str:
    """One key for all spellings of a URI."""
    path = path_of(uri)
    return unquote(uri) if path is None else path
