"""What kind of file it is, whatever its name says."""

from __future__ import annotations

import pytest

from gpar_lint.source.document import Unreadable
from gpar_lint.source.kinds import kind_of
from gpar_lint.source.reading import read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def stream(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0" * 20


def header(flags: int) -> bytes:
    """The beginning of a WordDocument stream: its mark, its version, its flags."""
    return b"\xec\xa5\xc1\x00" + b"\0" * 6 + flags.to_bytes(2, "little") + b"\0" * 500


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"%PDF-1.4\n", "pdf"),
        ("a.pdf", b"\n\n%PDF-1.4\n", "pdf"),
        ("a.html", b"<html><p>%PDF-1.4", "html"),
        ("a.doc", b"PK\x03\x04" + b"\0" * 40, "docx"),
        ("a.txt", b"PK\x03\x04" + b"\0" * 40, "docx"),
        ("a.docm", b"PK\x03\x04" + b"\0" * 40, "docx"),
        ("a.docx", b"PK\x03\x04" + b"\0" * 30 + b"OFD.xml", "ofd"),
        (
            "a.docx",
            b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "office",
        ),
        ("a.docx", OLE + stream("EncryptedPackage"), "encrypted"),
        ("a.doc", OLE + stream("WordDocument"), "office"),
        ("a.doc", OLE + header(0x0000) + stream("WordDocument"), "office"),
        ("a.doc", OLE + header(0x0100) + stream("WordDocument"), "encrypted"),
        ("a.doc", OLE + b"." + header(0x0100) + stream("WordDocument"), "office"),
        ("a.doc", OLE + stream("Workbook"), "other"),
        ("a.doc", OLE + stream("Workbook") + stream("WordDocument"), "office"),
        ("a.et", OLE + stream("Workbook"), "other"),
        ("a.doc", OLE + stream("PowerPoint Document"), "other"),
        ("a.txt", b"{\\rtf1\\ansi", "office"),
        ("a.doc", b"\xef\xbb\xbf<HTML><body>", "html"),
        ("a.docx", b"<meta charset=gb2312><p>", "html"),
        ("a.doc", b"<TABLE><tr><td>1", "html"),
        ("a.doc", "某县水利局2024年".encode("gb18030"), "text"),
        ("a.txt", b"a <table> is no page here", "text"),
        ("a.doc", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "page-archive"),
        ("a.doc", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "office"),
        ("a.wps", b"\0\x01\x02", "office"),
        ("a.pdf", b"\0\x01\x02", "pdf"),
        ("a.ofd", b"\0\x01\x02", "ofd"),
        ("a.md", b"# 1", "markdown"),
        ("a", b"1", "text"),
    ],
)
def test_a_file_is_what_its_bytes_say(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (OLE + stream("EncryptedPackage"), "encrypted"),
        (OLE + stream("Workbook"), "other-package"),
        (b"PK\x03\x04" + b"\0" * 30 + b"OFD.xml", "ofd"),
        (b"MIME-Version: 1.0\n", "page-archive"),
    ],
)
def test_what_nothing_reads_says_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read("年报.doc", data)
    assert caught.value.reason == reason


def test_a_page_named_doc_is_read_as_the_page_it_is() -> None:
    document = read("年报.doc", "<html><body><p>某县水利局2024年年报</p></body></html>".encode())
    assert document.kind == "html" and document.decoded is not None
