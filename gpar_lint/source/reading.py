"""A file's bytes to a Document: which reader a file needs, by its first bytes and its suffix."""

from __future__ import annotations

from gpar_lint.source.document import Document, Unreadable
from gpar_lint.source.markdown import is_markdown, read_markdown
from gpar_lint.source.plain import read_plain
from gpar_lint.text.decoding import Decoded, Undecodable, decode

_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),  # Word and WPS before 2007
    (b"{\\rtf", "rtf"),
)
# The stream in which a .docx with a password lies, within a file of the old kind.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = (b"<!doctype html", b"<html")
_SUFFIXES = {
    "md": "markdown", "markdown": "markdown",
    "html": "html", "htm": "html", "docx": "docx", "docm": "docx", "pdf": "pdf",
    "doc": "doc", "wps": "doc",
}  # fmt: skip
_TEXTS = ("text", "markdown", "html")  # kinds of files that are text

#: Bytes; a report has some ten thousand, so what is larger than 20 MB is none.
SIZE_LIMIT = 20 * 2**20


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """Read a file. `name` is the path as the user wrote it, `encoding` what the user asks for.

    Raises Unreadable with the reason "too-large" (values: limit, in MB), "unsupported" (values:
    kind), one of docx.read_docx's, of pdf.reading.read_pdf's or of text.decoding.Undecodable with
    its values.
    """
    if len(data) > SIZE_LIMIT:
        raise Unreadable("too-large", limit=SIZE_LIMIT // 2**20)
    kind = _kind(name, data)
    if kind == "docx":
        from gpar_lint.source.docx import read_docx  # a plain text needs no zip and no XML

        return read_docx(name, data)
    if kind == "pdf":
        from gpar_lint.source.pdf.reading import read_pdf  # nor another process

        return read_pdf(name, data)
    if kind == "doc" and _ENCRYPTED in data:
        raise Unreadable("encrypted")
    if kind not in _TEXTS:
        raise Unreadable("unsupported", kind=kind)
    decoded = _decoded(kind, data, encoding)
    document = _read_as(kind, name, decoded.text)
    document.decoded = decoded
    return document


def read_text(name: str, text: str) -> Document:
    """Read a text that is decoded already, such as an editor's copy of a file.

    Raises Unreadable with the reason "unsupported" (values: kind).
    """
    kind = _kind(name, text[:1024].encode("utf-8", "replace"))
    if kind not in _TEXTS:
        raise Unreadable("unsupported", kind=kind)
    return _read_as(kind, name, text)


def _read_as(kind: str, name: str, text: str) -> Document:
    if kind == "html":
        from gpar_lint.source.html.reading import read_html  # most reports are no pages

        return read_html(name, text)
    markdown = kind == "markdown" or is_markdown(text)
    return (read_markdown if markdown else read_plain)(name, text)


def _kind(name: str, data: bytes) -> str:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[:1024].lstrip(b"\xef\xbb\xbf\r\n\t ").lower().startswith(_HTML):
        return "html"
    return _SUFFIXES.get(name.rpartition(".")[2].lower(), "text")


def _decoded(kind: str, data: bytes, encoding: str | None) -> Decoded:
    declared = None
    if kind == "html":
        from gpar_lint.source.html.reading import declared_charset

        declared = declared_charset(data)
    try:
        return decode(data, encoding, declared)
    except Undecodable as error:
        raise Unreadable(error.reason, **error.values) from None
