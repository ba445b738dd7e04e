"""The file around the comments: as Word writes it, as other programs do, and broken."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gpar_lint.annotate import annotate, is_as_written
from gpar_lint.linter.diagnostics import Diagnostic, Position, Range
from gpar_lint.source.document import Unreadable
from gpar_lint.source.reading import read
from tests.annotate.conftest import DATE, comments, marked
from tests.annotate.test_places import annotated, findings, main_of
from tests.support.word import docx, paragraph

# As Word 2019 writes it: rsids, paragraph ids, hints, proof errors, bookmarks, markup of its own.
WORD = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" \
xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" \
mc:Ignorable="w14 w15"><w:body>\
<w:p w14:paraId="6E2A1B3C" w14:textId="77777777" w:rsidR="00A77B3E" w:rsidRDefault="00000000">\
<w:pPr><w:spacing w:line="560" w:lineRule="exact"/>\
<w:ind w:firstLineChars="200" w:firstLine="640"/>\
<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:pPr>\
<w:r w:rsidRPr="00D23F41"><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" \
w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr><w:t>全年公开信息</w:t></w:r>\
<w:proofErr w:type="gramStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/>\
<w:bookmarkEnd w:id="0"/>\
<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>268</w:t></w:r><w:r w:rsidR="00AB12CD"><w:rPr>\
<w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr><w:t>条。</w:t></w:r>\
<w:proofErr w:type="gramEnd"/>\
</w:p><w:sectPr w:rsidR="00A77B3E"><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>\
</w:body></w:document>"""


def test_what_word_writes_stays_to_the_byte() -> None:
    data = docx("", main=WORD)
    made = annotated(data, "信息268条", "26")
    main = main_of(made)
    assert marked(made) == {0: "信息268条", 1: "26"}
    assert main.startswith(WORD[: WORD.index("<w:r ")])
    assert 'mc:Ignorable="w14 w15"' in main and main.count("w14:paraId") == 1
    assert main.count('<w:r w:rsidRPr="00D23F41">') == 2


def entries(data: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return [
            (
                each.filename,
                each.date_time,
                each.compress_type,
                each.external_attr,
                each.create_system,
            )
            for each in file.infolist()
        ]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_entries_keep_their_order_time_and_manner(method: int) -> None:
    others = {"word/vbaProject.bin": b"\xff\x00" * 50, "docProps/缩略图.jpeg": b"\xff\xd8"}
    data = docx(paragraph("公开10件"), others=others, method=method)
    made = annotated(data, "10")
    assert entries(made)[:-1] == entries(data)
    assert entries(made)[-1][:2] == ("word/comments.xml", (2025, 1, 10, 9, 30, 0))
    for name, content in others.items():
        assert zipfile.ZipFile(BytesIO(made)).read(name) == content
    packed = data[data.index(b"word/vbaProject.bin") :][:60]
    assert packed in made


def test_entries_whose_sizes_follow_their_data() -> None:
    class Unseekable(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    source, target = zipfile.ZipFile(BytesIO(docx(paragraph("公开10件")))), Unseekable()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for each in source.infolist():
            file.writestr(each, source.read(each))
    made = annotated(target.getvalue(), "10")
    assert zipfile.ZipFile(BytesIO(made)).testzip() is None
    assert list(marked(made).values()) == ["10"]


def test_a_document_of_python_docx_and_its_comments() -> None:
    document = python_docx.Document()
    run = document.add_paragraph("全年").add_run("公开10件")
    document.add_comment(run, text="请核实", author="王五", initials="W")
    target = BytesIO()
    document.save(target)
    made = annotated(target.getvalue(), "10件")
    assert marked(made) == {0: "公开10件", 1: "10件"}
    assert comments(made)[0] == "请核实"


def test_a_comments_part_in_another_folder() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="/elsewhere/says.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/comments"/></Relationships>'
    )
    data = docx(paragraph("公开10件"), others={"word/_rels/document.xml.rels": relations})
    made = annotate(data, findings(data, "10"), date=DATE)
    assert "elsewhere/says.xml" in zipfile.ZipFile(BytesIO(made)).namelist()
    assert len(comments(made)) == 1


def test_a_name_that_is_taken_is_not_used() -> None:
    data = docx(paragraph("公开10件"), others={"word/comments.xml": "<x/>"})
    made = annotated(data, "10")
    assert "word/comments2.xml" in zipfile.ZipFile(BytesIO(made)).namelist()
    assert len(comments(made)) == 1


def test_a_copy_is_known_by_its_text() -> None:
    data = docx(paragraph("公开10件"))
    made = annotated(data, "10")
    assert is_as_written(made) and is_as_written(annotate(data, [])) and not is_as_written(data)
    with zipfile.ZipFile(BytesIO(made)) as file:
        said = file.read("word/comments.xml")
        main = file.read("word/document.xml")
    assert is_as_written(docx("", {"comments": said}, main=main))
    assert not is_as_written(docx("", {"comments": said}, main=main.replace(b"10", b"11")))


GOOD = docx(paragraph("公开10件") + "<w:p/>", {"comments": "<comments/>"})
PLACE = Range(Position(1, 3), Position(1, 5))
FINDING = Diagnostic(
    "A301", "row-total", "error", "问题", None, "a.docx", PLACE, None, None, (), None, "", "x"
)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=6), st.integers(0, 30))
def test_whatever_the_bytes_are_it_works_or_says_that_it_cannot(
    at: int, other: bytes, dropped: int
) -> None:
    data = GOOD[:at] + other + GOOD[at + dropped :]
    try:
        made = annotate(data, [FINDING])
    except Unreadable:
        return
    assert read("a.docx", made).text == read("a.docx", data).text


def test_many_findings_in_a_long_text() -> None:
    data = docx(paragraph("公开信息十件，" * 3000))
    found = [
        FINDING._replace(range=Range(Position(1, at), Position(1, at + 2)))
        for at in range(1, 20_000, 10)
    ]
    made = annotate(data, found)
    assert len(marked(made)) == 2000
    assert read("a.docx", made).text == read("a.docx", data).text


def test_names_that_share_an_entry_are_refused() -> None:
    target = BytesIO(docx(paragraph("甲")))
    with zipfile.ZipFile(target, "a") as file:
        first = file.infolist()[0]
        twin = zipfile.ZipInfo("twin", first.date_time)
        twin.header_offset, twin.CRC = first.header_offset, first.CRC
        twin.compress_size, twin.file_size = first.compress_size, first.file_size
        twin.compress_type = first.compress_type
        file.filelist.append(twin)
        file.writestr("x", b"")
    with pytest.raises(Unreadable) as caught:
        annotate(target.getvalue(), [])
    assert caught.value.reason == "suspect-docx"
