"""What kind of file it is: by its first bytes, and only then by its suffix.

Government websites are full of files with wrong suffixes: pages named .doc, .docx named .doc.
"""

from __future__ import annotations

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word, WPS, Excel before 2007; .docx with a password
_RTF = b"{\\rtf"
_HTML = (b"<!doctype html", b"<html")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # stands first in the zip file
_OFD = b"OFD.xml"
_FIB = b"\xec\xa5"  # begins the WordDocument stream of a .doc, which begins a sector of 512 bytes
_WORD_XML = (b"Word.Document", b"schemas.microsoft.com/office/word/2003/wordml")
_PIECES_OF_PAGES = (b"<table", b"<body", b"<div", b"<p>", b"<p ", b"<meta", b"<head", b"<span")
_SUFFIXES = {
    "md": "markdown", "markdown": "markdown", "html": "html", "htm": "html",
    "docx": "docx", "docm": "docx", "pdf": "pdf", "doc": "office", "wps": "office",
    "rtf": "office", "odt": "office", "ofd": "ofd", "xls": "other", "xlsx": "other", "et": "other",
    "ppt": "other", "pptx": "other", "dps": "other",
}  # fmt: skip
_BLANK = b"\xef\xbb\xbf\r\n\t "
_HEAD = 1024  # bytes; a PDF may begin that far within its file


def _stream(name: str) -> bytes:
    """The name of a stream as an OLE file holds it."""
    return name.encode("utf-16-le")


_PROTECTED = _stream("EncryptedPackage")
_WORD = _stream("WordDocument")
_OTHERS = (_stream("Workbook"), _stream("PowerPoint Document"))


def kind_of(name: str, data: bytes) -> str:
    """The kind of a file by its name and bytes.

    "text", "markdown", "html", "docx", "pdf"; "office", what LibreOffice turns into .docx;
    "encrypted", "ofd", "page-archive" (a web page with its pictures, as one file), and "other":
    spreadsheets, presentations.
    """
    head = data[:_HEAD]
    if _PDF in head and not head.lstrip(_BLANK).lower().startswith(_HTML):
        return "pdf"
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    if data.startswith(_RTF):
        return "office"
    return _kind_of_text(_SUFFIXES.get(name.rpartition(".")[2].lower(), "text"), head)


def _kind_of_zip(data: bytes) -> str:
    if _OPEN_DOCUMENT in data[:100]:
        return "office"
    return "ofd" if _OFD in data else "docx"


def _kind_of_ole(data: bytes) -> str:
    if _PROTECTED in data or _is_protected_word(data):
        return "encrypted"
    if _WORD not in data and any(name in data for name in _OTHERS):
        return "other"
    return "office"


def _is_protected_word(data: bytes) -> bool:
    """Whether a .doc's header says that it is encrypted (MS-DOC, FibBase: fEncrypted)."""
    start = data.find(_FIB, 512)
    while start >= 0:
        version = int.from_bytes(data[start + 2 : start + 4], "little")
        if start % 512 == 0 and 0x65 <= version <= 0x200:
            return bool(data[start + 11 : start + 12] and data[start + 11] & 1)
        start = data.find(_FIB, start + 1)
    return False


def _kind_of_text(kind: str, head: bytes) -> str:
    """The kind of a file that begins as text does, by its suffix if nothing speaks against it."""
    lower = head.lstrip(_BLANK).lower()
    if lower.startswith(_HTML):
        return "html"
    if kind in ("text", "markdown", "html") or not head or b"\0" in head:
        return kind
    if lower.startswith(b"mime-version:"):
        return "page-archive"
    if lower.startswith(b"<?xml") and any(mark in head for mark in _WORD_XML):
        return "office"
    if any(piece in lower for piece in _PIECES_OF_PAGES):
        return "html"
    return "text" if kind == "office" else kind
