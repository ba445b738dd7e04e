"""A file's bytes to a Document: which reader a file needs, by its first bytes and its suffix."""

from __future__ import annotations

from gpar_lint.source.document import Document, Unreadable
from gpar_lint.source.kinds import kind_of
from gpar_lint.source.markdown import is_markdown, read_markdown
from gpar_lint.source.plain import read_plain
from gpar_lint.text.decoding import Decoded, Undecodable, decode

_TEXTS = ("text", "markdown", "html")  # kinds of files that are text

_REFUSED = {  # the reason of the Unreadable by kind
    "encrypted": "encrypted", "ofd": "ofd", "other": "other-package", "page-archive": "page-archive"
}  # fmt: skip

#: Bytes; a report has some ten thousand, so what is larger than 20 MB is none.
SIZE_LIMIT = 20 * 2**20


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """Read a file. `name` is the path as the user wrote it, `encoding` what the user asks for.

    Raises Unreadable: "too-large" (values: limit, in MB), "encrypted", "ofd", "other-package",
    "page-archive", or a reason of docx.read_docx, pdf.reading.read_pdf, office.read_office or
    text.decoding.Undecodable with its values.
    """
    if len(data) > SIZE_LIMIT:
        raise Unreadable("too-large", limit=SIZE_LIMIT // 2**20)
    kind = kind_of(name, data)
    if kind not in _TEXTS:
        return _read_binary(kind, name, data)
    decoded = _decoded(kind, data, encoding)
    document = _read_as(kind, name, decoded.text)
    document.decoded = decoded
    return document


def read_text(name: str, text: str) -> Document:
    """Read a text that is decoded already, such as an editor's copy of a file.

    Raises Unreadable with the reason "unsupported" (values: kind).
    """
    kind = kind_of(name, text[:1024].encode("utf-8", "replace"))
    if kind not in _TEXTS:
        raise Unreadable("unsupported", kind=kind)
    return _read_as(kind, name, text)


def _read_binary(kind: str, name: str, data: bytes) -> Document:
    """Read what is no text; its readers are loaded when there is something for them to read."""
    if kind == "docx":
        from gpar_lint.source.docx import read_docx

        return read_docx(name, data)
    if kind == "pdf":
        from gpar_lint.source.pdf.reading import read_pdf

        return read_pdf(name, data)
    if kind == "office":
        from gpar_lint.source.office import read_office

        return read_office(name, data)
    raise Unreadable(_REFUSED[kind])


def _read_as(kind: str, name: str, text: str) -> Document:
    if kind == "html":
        from gpar_lint.source.html.reading import read_html  # most reports are no pages

        return read_html(name, text)
    markdown = kind == "markdown" or is_markdown(text)
    return (read_markdown if markdown else read_plain)(name, text)


def _decoded(kind: str, data: bytes, encoding: str | None) -> Decoded:
    declared = None
    if kind == "html":
        from gpar_lint.source.html.reading import declared_charset

        declared = declared_charset(data)
    try:
        return decode(data, encoding, declared)
    except Undecodable as error:
        raise Unreadable(error.reason, **error.values) from None
