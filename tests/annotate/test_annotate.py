"""A report's findings as comments: at the words, and nothing else changed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from gpar_lint.annotate import annotate
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.checking import Linter
from gpar_lint.source.document import Unreadable
from gpar_lint.source.reading import read
from tests.annotate.conftest import DATE, comments, marked
from tests.support.word import body_of, docx, paragraph

Annotated = Callable[[bytes], bytes]
CLEAN = clean_report("2021")
FAULTY = CLEAN.replace("予以公开10件", "予以公开11件").replace("年，我局新收", "年,我局新收")
MARKS = re.compile(
    r'<w:commentRange(?:Start|End) w:id="\d+"/>'
    r'|<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:commentReference w:id="\d+"/></w:r>'
)
SEAM = re.compile(r'</w:t></w:r>((?:<!>)+)<w:r><w:t xml:space="preserve">')


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_each_finding_is_a_comment_on_its_words(annotated: Annotated) -> None:
    data = annotated(docx(body_of(FAULTY)))
    words, said = marked(data), comments(data)
    assert [words[number] for number in sorted(words)] == [",", "11件"]
    assert said[1].startswith("错误：正文称“其中予以公开11件”")
    assert "\n相关：第2个表格第6行" in said[1]
    assert "\n建议：" in said[1] and "\n依据：" in said[1] and "C403 results-count" in said[1]


def test_nothing_but_the_comments_is_changed(annotated: Annotated) -> None:
    original = docx(body_of(FAULTY))
    before, after = parts(original), parts(annotated(original))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
    }  # fmt: skip
    assert after.keys() - before.keys() == {"word/comments.xml"}
    without = SEAM.sub("", MARKS.sub("<!>", after["word/document.xml"].decode()))
    assert without.replace("<!>", "") == before["word/document.xml"].decode()


def test_the_text_and_the_findings_stay_the_same(linter: Linter, annotated: Annotated) -> None:
    original = docx(body_of(FAULTY))
    data = annotated(original)
    assert read("a.docx", data).text == read("a.docx", original).text
    found, again = (linter.check("a.docx", each).diagnostics for each in (original, data))
    assert [each.fingerprint for each in found] == [each.fingerprint for each in again]


def test_a_second_run_changes_nothing(annotated: Annotated) -> None:
    once = annotated(docx(body_of(FAULTY)))
    assert annotated(once) == once


def test_comments_on_what_was_mended_go(annotated: Annotated) -> None:
    once = annotated(docx(body_of(FAULTY)))
    main = parts(once)["word/document.xml"].replace("11件".encode(), "10件".encode())
    mended = docx("", {"comments": parts(once)["word/comments.xml"]}, main=main)
    data = annotated(mended)
    assert list(marked(data).values()) == [","]
    assert len(comments(data)) == 1


def test_a_finding_without_a_place_is_on_the_title(linter: Linter) -> None:
    data = docx(body_of("清源县水利局的通知\n\n正文。"))
    alone = linter.check("a.docx", data).diagnostics
    assert [each.code for each in alone] == ["Z002"]
    assert list(marked(annotate(data, alone, date=DATE)).values()) == ["清源县水利局的通知"]


def test_an_empty_cell_is_marked(annotated: Annotated) -> None:
    text = CLEAN.replace("\t214", "\t")
    data = annotated(docx(body_of(text)))
    assert any("行政许可" in said for said in comments(data).values())
    assert "" in marked(data).values()


def test_the_date_is_the_callers(linter: Linter) -> None:
    data = docx(body_of(FAULTY))
    found = linter.check("a.docx", data).diagnostics
    dated, undated = annotate(data, found, date=DATE), annotate(data, found)
    assert b'w:date="2025-01-10T09:30:00Z"' in parts(dated)["word/comments.xml"]
    assert b"w:date" not in parts(undated)["word/comments.xml"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text"])
def test_what_cannot_be_read_raises(data: bytes) -> None:
    with pytest.raises(Unreadable):
        annotate(data, [])


def test_a_document_without_a_paragraph_stays_as_it_is(linter: Linter) -> None:
    data = docx("")
    assert comments(annotate(data, linter.check("a.docx", data).diagnostics)) == {}


def test_text_boxes_are_marked_at_their_paragraph(annotated: Annotated) -> None:
    box = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        + paragraph("联系电话：0571-1234567，邮编31000,地址")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    body = body_of(CLEAN).replace("<w:p>", f"<w:p>{box}", 1)
    data = annotated(docx(body))
    main = parts(data)["word/document.xml"].decode()
    inside = main[main.index("<w:txbxContent>") : main.index("</w:txbxContent>")]
    assert "comment" not in inside
