"""Files that are broken, hostile or no Word document: one clear reason, in bounded time."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gpar_lint.format.loading import load_rulebook
from gpar_lint.source.document import Unreadable
from gpar_lint.source.reading import read
from tests.support import word
from tests.support.word import docx, paragraph, part, row, run, table

GOOD = docx(paragraph("清源县水利局") + table(row("甲", "1"), row("乙", "2")))
_MIDDLE = GOOD.index(b"word/document.xml") + 30  # of the packed text
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def reason_of(data: bytes, name: str = "年报.docx") -> str:
    with pytest.raises(Unreadable) as caught:
        read(name, data)
    texts = load_rulebook().rules["Z001"].texts
    assert caught.value.reason in texts
    texts[caught.value.reason]["zh"].format_map(caught.value.values)
    return caught.value.reason


def archive(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return target.getvalue()


def package_of(main: str) -> bytes:
    """A package with another main part."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/officeDocument" Target="{main}"/></Relationships>'
    )
    return archive(
        {"[Content_Types].xml": b"<x/>", "_rels/.rels": relations.encode(), main: b"<x/>"}
    )


@pytest.mark.parametrize("name", ["年报.docx", "年报", "年报.txt", "年报.DOCX", "年报.docm"])
def test_the_content_decides_not_the_name(name: str) -> None:
    assert read(name, GOOD).kind == "docx"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02", "no-docx"),
        ("一、总体情况".encode(), "no-docx"),
        (b"PK", "damaged-docx"),
        (b"PK\x05\x06" + b"\0" * 18, "archive"),
        (GOOD[: len(GOOD) // 2], "damaged-docx"),
        (GOOD[:-5], "damaged-docx"),
        (GOOD[:_MIDDLE] + b"\xff" * 20 + GOOD[_MIDDLE + 20 :], "damaged-docx"),
        (archive({"a.txt": b"text"}), "archive"),
        (archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), "other-package"),
        (archive({"OFD.xml": b"<x/>"}), "ofd"),
        (package_of("xl/workbook.xml"), "other-package"),
        (package_of("ppt/presentation.xml"), "other-package"),
        (archive({"[Content_Types].xml": b"<x/>"}), "damaged-docx"),
        (docx("", main="<w:document>"), "damaged-docx"),
        (docx("", main=""), "damaged-docx"),
        (docx("", main=part("document", "")), "damaged-docx"),
        (docx("", main='<?xml version="1.0" encoding="gb2312"?><a/>'), "damaged-docx"),
        (docx("", main='<?xml version="1.0" encoding="cp037"?><a/>'), "damaged-docx"),
        (docx("", main=b"\xff\xfe<\x00"), "damaged-docx"),
        (docx(paragraph("甲"), method=zipfile.ZIP_BZIP2), "damaged-docx"),
        (docx(paragraph("甲"), method=zipfile.ZIP_LZMA), "damaged-docx"),
        (docx(paragraph("甲"), {"styles": "<w:styles>"}), "damaged-docx"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_each_has_one_reason(data: bytes, reason: str) -> None:
    assert reason_of(data) == reason


def test_a_main_part_with_a_password() -> None:
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    assert reason_of(bytes(data)) == "encrypted"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{}]>'.format(
    "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
)


@pytest.mark.parametrize(
    "declaration",
    [
        BOMB,
        '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        "<!DOCTYPE x>",
        '<!DOCTYPE x [<!ENTITY a SYSTEM "x">]>',
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_declarations_of_entities_are_refused(declaration: str, codec: str) -> None:
    main = word.document(paragraph("&j;" if declaration is BOMB else "甲"))
    xml, _, rest = main.partition("\n")
    data = (xml.replace("UTF-8", codec) + declaration + rest).encode(codec)
    assert reason_of(docx("", main=data)) == "suspect-docx"
    relations = {"word/_rels/document.xml.rels": f"{declaration}<Relationships/>"}
    assert reason_of(docx(paragraph("甲"), others=relations)) == "suspect-docx"


def test_words_about_declarations_are_text() -> None:
    assert read("a.docx", docx(paragraph("&lt;!DOCTYPE x>"))).text == "<!DOCTYPE x>\n"


def test_a_part_larger_than_any_report_is_not_unpacked() -> None:
    assert reason_of(docx("", main=b" " * (40 * 2**20))) == "suspect-docx"


def test_a_part_that_lies_about_its_size() -> None:
    data = bytearray(docx("", main=b" " * (40 * 2**20)))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    data[at + 24 : at + 28] = struct.pack("<L", 1000)
    assert reason_of(bytes(data)) in ("suspect-docx", "damaged-docx")


def test_more_elements_than_any_report_has() -> None:
    assert reason_of(docx("<w:p/>" * 900_000)) == "suspect-docx"


def test_more_entries_than_any_document_has() -> None:
    assert reason_of(archive({f"{number}": b"" for number in range(6000)})) == "suspect-docx"


@pytest.mark.parametrize("depth", [100, 3000, 100_000])
@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:ins>", "</w:ins></w:p>"),
        ("<w:ins>", "</w:ins>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
    ],
)
def test_things_in_one_another_without_end(opening: str, closing: str, depth: int) -> None:
    data = docx(opening * depth + closing * depth)
    try:
        read("a.docx", data)
    except Unreadable as error:
        assert error.reason in ("suspect-docx", "damaged-docx")
    else:
        assert depth == 100 or "<w:ins>" in opening  # runs and paragraphs do not go on there


def test_styles_based_on_each_other() -> None:
    styles = part(
        "styles",
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
    )
    body = paragraph("甲", '<w:pStyle w:val="a"/>')
    assert read("a.docx", docx(body, {"styles": styles})).text == "甲\n"


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run("甲") * 15_000),
        paragraph("甲" * 2_000_000),
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 30_000 + run("甲") * 1000),
        table(row(*["1"] * 900) * 8),
        table(row(word.cell("甲", '<w:gridSpan w:val="999"/>') * 50) * 100),
        table(row(word.cell("甲", '<w:vMerge w:val="continue"/>') * 30) * 1000),
        paragraph("甲", "<w:rPr><w:del/></w:rPr>") * 8000,
    ],
    ids=["runs", "text", "fields", "wide", "spans", "merged", "joined"],
)
def test_large_things_take_their_time_and_no_more(body: str) -> None:
    assert read("a.docx", docx(body)).kind == "docx"


PIECES = st.sampled_from([
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>甲</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>",
    "</w:tr>", "<w:tc>", "</w:tc>", '<w:vMerge w:val="restart"/>', "<w:vMerge/>", "<w:vanish/>",
    '<w:gridSpan w:val="3"/>', "<w:tcPr>", "</w:tcPr>", "<w:pPr>", "</w:pPr>", "<w:rPr>",
    "</w:rPr>", "<w:del/>", "&amp;", "&",
    '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', "<w:br/>",
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', "<w:sdt>", "</w:sdt>", "<x>",
    '<w:outlineLvl w:val="x"/>', "<w:sym/>", '<w:footnoteReference w:id="1"/>', "乙", "<", ">",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_no_document_of_such_pieces_fails(pieces: list[str]) -> None:
    _read(docx("".join(pieces)))


@settings(max_examples=60, deadline=None)
@given(st.recursive(
    st.sampled_from(["<w:t>甲</w:t>", "<w:br/>", "<w:vMerge/>", "<w:del/>", "<w:p/>", "<w:tc/>"]),
    lambda inner: st.builds(
        lambda name, parts: f"<w:{name}>{''.join(parts)}</w:{name}>",
        st.sampled_from(["p", "r", "tbl", "tr", "tc", "sdt", "sdtContent", "pPr", "rPr", "ins"]),
        st.lists(inner, max_size=5),
    ),
    max_leaves=30,
))  # fmt: skip
def test_no_tree_of_elements_fails(body: str) -> None:
    document = read("a.docx", docx(body))
    for place in document.places:
        assert 0 <= place.span.start <= place.span.end <= len(document.text)
    assert list(document.places) == sorted(document.places)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=6), st.integers(0, 30))
def test_no_bytes_fail(at: int, other: bytes, dropped: int) -> None:
    _read(GOOD[:at] + other + GOOD[at + dropped :])


def _read(data: bytes) -> None:
    """Read a file, which may be refused and must not fail."""
    try:
        read("a.docx", data)
    except Unreadable as error:
        assert error.reason in load_rulebook().rules["Z001"].texts


def test_nothing_is_written_and_no_macro_is_looked_at(tmp_path: Path) -> None:
    data = docx(paragraph("甲"), others={"word/vbaProject.bin": b"\xff" * 1000})
    assert read(str(tmp_path / "a.docm"), data).text == "甲\n"
    assert not list(tmp_path.iterdir())
