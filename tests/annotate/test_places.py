"""Where a comment begins and ends, whatever the words are wrapped in."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gpar_lint.annotate import annotate
from gpar_lint.linter.diagnostics import Diagnostic, Position, Range, range_of
from gpar_lint.source.reading import read
from gpar_lint.text.span import Span
from tests.annotate.conftest import DATE, comments, marked
from tests.support import word
from tests.support.word import STRICT, cell, docx, paragraph, part, row, run, table

MARK = re.compile(r'<w:comment(?:RangeStart|RangeEnd|Reference) w:id="\d+"/>')
BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
FIELD = f"{BEGIN}<w:r><w:instrText>DATE</w:instrText></w:r>{SEPARATE}{{}}{END}"


def finding(place: Range, message: str = "问题") -> Diagnostic:
    return Diagnostic(
        "A301",
        "row-total",
        "error",
        message,
        None,
        "a.docx",
        place,
        None,
        None,
        (),
        None,
        "依据",
        "x",
    )


def findings(data: bytes, *words: str) -> list[Diagnostic]:
    """A finding on each of these words, where they stand first."""
    document = read("a.docx", data)
    places = [(document.text.index(each), len(each)) for each in words]
    return [
        finding(range_of(document.lines, Span(start, start + length)), each)
        for (start, length), each in zip(places, words, strict=True)
    ]


def main_of(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.read("word/document.xml").decode()


def annotated(data: bytes, *words: str) -> bytes:
    """Annotated at these words; the text stays, and a second time changes nothing."""
    found = findings(data, *words)
    made = annotate(data, found, date=DATE)
    assert read("a.docx", made).text == read("a.docx", data).text
    assert annotate(made, found, date=DATE) == made
    return made


def words_marked(body: str, *words: str) -> list[str]:
    return list(marked(annotated(docx(body), *words)).values())


def shape(body: str, *words: str) -> str:
    """The body after, with ⟦ ⟧ for the marks, without references."""
    main = main_of(annotated(docx(body), *words))
    main = re.sub(
        r'<w:r><w:rPr><w:sz [^>]*></w:rPr><w:commentReference w:id="\d+"/></w:r>', "", main
    )
    main = re.sub(r"<w:commentRangeStart [^>]*>", "⟦", main)
    main = re.sub(r"<w:commentRangeEnd [^>]*>", "⟧", main)
    return main[main.index("<w:body>") + 8 : main.index("<w:sectPr/>")]


@pytest.mark.parametrize(
    ("content", "wanted", "words"),
    [
        (run("公开10件信息"), "10件", "10件"),
        (run("公开") + run("10件") + run("信息"), "10件", "10件"),
        (run("公开1") + run("0", "<w:b/>") + run("件信息"), "10件", "10件"),
        ("<w:r><w:t>公开</w:t><w:br/><w:t>10件</w:t></w:r>", "10件", "10件"),
        ("<w:r><w:tab/><w:t>公开10件</w:t></w:r>", "公开", "公开"),
        ("<w:r><w:t>公开&amp;10件&#x4FE1;息</w:t></w:r>", "10件", "10件"),
        ("<w:r><w:t>公开&amp;10件</w:t></w:r>", "&", "&"),
        ("<w:r><w:t>公<!-- x -->开10件</w:t></w:r>", "10件", "10件"),
        ("<w:r><w:t><![CDATA[公开10件]]></w:t></w:r>", "10件", "公开10件"),
        ("<w:r><w:t> 公开 10件 </w:t></w:r>", "10件", " 公开 10件 "),
        ("<w:r><w:t>公开 10件</w:t></w:r>", "公", "公"),
        ('<w:r><w:t xml:space="preserve"> 公开 10件 </w:t></w:r>', "10件", "10件"),
        (f"<w:ins>{run('公开10件')}</w:ins>", "10件", "10件"),
        (f"{run('公')}<w:moveTo>{run('开10件')}</w:moveTo>{run('信息')}", "公开", "公开"),
        (f"<w:smartTag>{run('公开10件')}</w:smartTag>", "10件", "10件"),
        (f"{run('见')}<w:hyperlink>{run('公开10件')}</w:hyperlink>{run('。')}", "10件", "公开10件"),
        (f"{run('见')}<w:hyperlink>{run('公开')}</w:hyperlink>{run('10件')}", "开10", "公开10"),
        (f"<w:sdt><w:sdtContent>{run('公开10件')}</w:sdtContent></w:sdt>", "10", "公开10件"),
        (f"<w:fldSimple>{run('2024年')}</w:fldSimple>{run('公开')}", "24", "2024年"),
        (run("甲") + FIELD.format(run("2024年")) + run("乙"), "24", "2024年"),
        (run("甲乙") + FIELD.format(run("2024年")), "乙2", "乙2024年"),
        (FIELD.format(run("2024年")) + run("甲乙"), "年甲", "2024年甲"),
        (f"<w:r><w:ruby><w:rubyBase>{run('字典')}</w:rubyBase></w:ruby></w:r>", "字", "字典"),
        (
            "<w:r><mc:AlternateContent><mc:Choice><w:t>公开10件</w:t></mc:Choice>"
            "</mc:AlternateContent></w:r>",
            "10件", "公开10件",
        ),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "+", "a+b"),
        (f"{run('甲')}<w:del>{run('删')}</w:del>{run('乙')}", "甲乙", "甲删乙"),
    ],
)  # fmt: skip
def test_the_words_are_marked(content: str, wanted: str, words: str) -> None:
    assert words_marked(paragraph(content), wanted) == [words]


def test_a_run_is_parted_with_all_its_looks() -> None:
    begin, end = '<w:r w:rsidRPr="00CD"><w:rPr><w:b/></w:rPr><w:t>', "</w:t></w:r>"
    body = f'<w:p w:rsidR="00AB">{begin}公开10件{end}</w:p>'
    assert shape(body, "10") == (
        f'<w:p w:rsidR="00AB">{begin}公开{end}⟦{begin}10{end}⟧{begin}件{end}</w:p>'
    )


def test_several_comments_in_a_run_part_it_once_at_each_place() -> None:
    assert shape(paragraph("甲乙丙丁"), "乙", "丙", "乙丙", "甲乙丙丁") == (
        f"<w:p>⟦{run('甲')}⟦⟦{run('乙')}⟧⟦{run('丙')}⟧⟧{run('丁')}⟧</w:p>"
    )


def test_a_comment_may_go_over_paragraphs_but_not_over_cells() -> None:
    body = paragraph("甲乙") + paragraph("丙丁") + table(row("戊", "己"), row("庚", "辛"))
    assert words_marked(body, "乙\n\n丙", "戊\t己\n庚") == ["乙丙", "戊"]


def test_paragraphs_whose_end_was_deleted() -> None:
    joined = paragraph("甲乙", "<w:rPr><w:del/></w:rPr>")
    body = f"<w:sdt><w:sdtContent>{joined}</w:sdtContent></w:sdt>{paragraph('丙丁')}"
    assert words_marked(body, "甲", "乙丙") == ["甲", "乙丙"]
    assert "<w:sdt><w:sdtContent><w:p>" in shape(body, "乙丙")


def test_empty_cells_and_paragraphs() -> None:
    body = paragraph("文") + table(
        row("甲", cell('<w:p w:rsidR="00AB"/>'), cell("<w:p><w:pPr><w:jc/></w:pPr></w:p>"), "乙"),
        row("丙", "", "", "丁"),
    )
    data = docx(body)
    document = read("a.docx", data)
    cells = [cell.span for one in document.blocks[1].rows for cell in one.cells]  # type: ignore[union-attr]
    empty = [finding(range_of(document.lines, span)) for span in cells if span.start == span.end]
    made = annotate(data, [*empty, *empty], date=DATE)
    main = main_of(made)
    assert main.count('<w:p w:rsidR="00AB"><w:commentRangeStart w:id="0"/><w:commentRangeEnd') == 1
    assert "<w:p><w:pPr><w:jc/></w:pPr><w:commentRangeStart" in main
    assert len(comments(made)) == 8 and read("a.docx", made).text == document.text
    assert annotate(made, [*empty, *empty], date=DATE) == made


def test_automatic_numbers_are_marked_at_the_text_after_them() -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    body = paragraph(run("总体") + run("情况"), '<w:numPr><w:numId w:val="1"/></w:numPr>')
    data = docx(body, {"numbering": numbering})
    found = findings(data, "一", "一、总")
    assert list(marked(annotate(data, found)).values()) == ["总体", "总"]


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [(1, 1, "标题"), (1, 3, "题"), (2, 1, "题"), (3, 2, "文"), (9, 9, "文")],
)
def test_a_place_between_characters(line: int, column: int, words: str) -> None:
    data = docx(paragraph("标题") + paragraph("正文"))
    place = Range(Position(line, column), Position(line, column))
    assert list(marked(annotate(data, [finding(place)])).values()) == [words]


def test_a_text_box_is_marked_at_the_paragraph_that_holds_it() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('框内')}</w:txbxContent></w:pict></w:r>"
    assert shape(paragraph(run("甲") + box), "框内") == f"<w:p>⟦{run('甲')}{box}⟧</w:p>"


def test_a_note_is_marked_at_the_paragraph_of_its_mark() -> None:
    notes = part("footnotes", f'<w:footnote w:id="1">{paragraph("注文")}</w:footnote>')
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    data = docx(paragraph("甲") + paragraph(run("乙") + mark), {"footnotes": notes})
    assert list(marked(annotated(data, "注文")).values()) == ["乙"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("namespace", [word.W, STRICT])
def test_encodings_and_namespaces(codec: str, namespace: str) -> None:
    main = word.document(paragraph("公开10件"), namespace)
    if codec.startswith("utf-16"):
        main = main.replace("UTF-8", "UTF-16")
    data = docx("", main=main.encode(codec))
    made = annotated(data, "10件")
    with zipfile.ZipFile(BytesIO(made)) as file:
        said = ElementTree.fromstring(file.read("word/comments.xml"))
        relations = file.read("word/_rels/document.xml.rels").decode()
    assert said.tag == f"{{{namespace}}}comments"
    assert ("purl.oclc.org" in relations) == (namespace == STRICT)
    assert '<w:t xml:space="preserve">10件</w:t>' in main_of(made)


def test_a_main_part_without_prefixes() -> None:
    body = "<body><p><r><t>公开10件</t></r></p><p/></body>"
    data = docx("", main=f'<document xmlns="{word.W}">{body}</document>')
    made = annotated(data, "10件")
    assert list(marked(made).values()) == ["10件"]
    ElementTree.fromstring(main_of(made))


OTHERS = (
    '<w:comment w:id="7" w:author="李四" w:initials="L"><w:p w14:paraId="0000000A"><w:r><w:t>'
    "他人的批注</w:t></w:r></w:p></w:comment>"
)
EX = "http://schemas.microsoft.com/office/word/2012/wordml"


def with_others(ours: str = "", extended: str = "") -> bytes:
    """A document with somebody else's comment, and perhaps with our own."""
    body = paragraph(
        '<w:commentRangeStart w:id="7"/>' + run("公开") + '<w:commentRangeEnd w:id="7"/>'
        '<w:r><w:commentReference w:id="7"/></w:r>' + run("10件")
    )  # fmt: skip
    parts: dict[str, str | bytes] = {"comments": part("comments", OTHERS + ours)}
    if extended:
        parts["commentsExtended"] = f'<w15:commentsEx xmlns:w15="{EX}">{extended}</w15:commentsEx>'
    return docx(body, parts)


def test_comments_of_others_stay_and_numbers_are_new() -> None:
    made = annotated(with_others(), "10件")
    assert marked(made) == {7: "公开", 8: "10件"}
    assert comments(made)[7] == "他人的批注"
    assert OTHERS in zipfile.ZipFile(BytesIO(made)).read("word/comments.xml").decode()


OURS = (
    '<w:comment w:id="3" w:author="gpar-lint"><w:p w14:paraId="0000000B"><w:r><w:t>旧问题'
    "</w:t></w:r></w:p></w:comment>"
)
ROW = '<w15:commentEx w15:paraId="{}" w15:done="0"/>'
ANSWER = '<w15:commentEx w15:paraId="0000000A" w15:paraIdParent="0000000B" w15:done="0"/>'


def test_comments_of_an_earlier_run_go_with_all_that_is_said_of_them() -> None:
    made = annotated(with_others(OURS, ROW.format("0000000A") + ROW.format("0000000B")), "10件")
    assert sorted(comments(made)) == [7, 8]
    with zipfile.ZipFile(BytesIO(made)) as file:
        extended = file.read("word/commentsExtended.xml").decode()
    assert "0000000A" in extended and "0000000B" not in extended


def test_a_comment_that_somebody_has_answered_stays() -> None:
    made = annotated(with_others(OURS, ROW.format("0000000B") + ANSWER), "10件")
    assert sorted(comments(made)) == [3, 7, 8]


def test_what_an_answered_comment_says_is_not_said_again() -> None:
    first = annotate(with_others(), findings(with_others(), "10件"))
    said = "".join(
        f'<w:p w14:paraId="0000000B"><w:r><w:t>{line}</w:t></w:r></w:p>'
        for line in comments(first)[8].split("\n")
    )
    ours = f'<w:comment w:id="3" w:author="gpar-lint">{said}</w:comment>'
    made = annotated(with_others(ours, ROW.format("0000000B") + ANSWER), "10件")
    assert sorted(comments(made)) == [3, 7]


def test_marks_in_a_run_with_other_things_leave_these() -> None:
    ours = OURS.replace('"3"', '"9"')
    body = paragraph(
        f'{run("甲")}<w:r><w:t>乙</w:t><w:commentReference w:id="9"/></w:r>'
        '<w:commentRangeStart w:id="9"/><w:commentRangeEnd w:id="9"/>'
    )
    data = docx(body, {"comments": part("comments", ours)})
    made = annotate(data, [])
    assert "commentR" not in main_of(made)
    assert read("a.docx", made).text == "甲乙\n"


def test_what_a_comment_says_is_escaped() -> None:
    data = docx(paragraph("公开10件"))
    place = findings(data, "10")[0].range
    made = annotate(data, [finding(place, "<甲>&\x0b乙\x00\ud800")], author='a"<&')
    (said,) = comments(made).values()
    assert said.split("\n")[0] == "错误：<甲>& 乙"
    assert annotate(made, [finding(place, "x")], author='a"<&') != made
    assert len(comments(annotate(made, [finding(place)], author='a"<&'))) == 1


BITS = st.recursive(
    st.builds(run, st.text("甲乙 丙1&<", min_size=1, max_size=6).map(
        lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
    )),
    lambda inner: st.builds(
        lambda template, parts: template.format("".join(parts)),
        st.sampled_from([
            "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>", "<w:fldSimple>{}</w:fldSimple>",
            "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:smartTag>{}</w:smartTag>", FIELD,
            "<w:r><w:tab/><w:t>丁</w:t><w:br/></w:r>{}", "<w:del>{}</w:del>",
            "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>",
            "<w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent></w:r>",
            "<w:r><w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>", BEGIN + "{}", "{}" + END,
        ]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)  # fmt: skip
BLOCKS = st.lists(
    st.one_of(
        st.lists(BITS, max_size=4).map(lambda bits: f"<w:p>{''.join(bits)}</w:p>"),
        st.lists(st.sampled_from(["甲", "", "1"]), min_size=2, max_size=4).map(
            lambda cells: table(row(*cells), row(*cells))
        ),
    ),
    max_size=4,
)


@settings(max_examples=120, deadline=None)
@given(BLOCKS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=5))
def test_wherever_the_places_are_the_text_stays(
    blocks: list[str], places: list[tuple[int, int]]
) -> None:
    data = docx("".join(blocks))
    document = read("a.docx", data)
    length = len(document.text)
    found = [
        finding(range_of(document.lines, Span(min(start, length), min(start + size, length))))
        for start, size in places
    ]
    made = annotate(data, found, date=DATE)
    assert read("a.docx", made).text == document.text
    assert annotate(made, found, date=DATE) == made
    main = main_of(made)
    starts, ends = (
        re.findall(rf'commentRange{kind} w:id="(\d+)"', main) for kind in ("Start", "End")
    )
    assert sorted(starts) == sorted(ends) == sorted(map(str, comments(made)))
    for number in starts:
        assert main.index(f'RangeStart w:id="{number}"') < main.index(f'RangeEnd w:id="{number}"')
    boxes = re.findall(r"<w:txbxContent>.*?</w:txbxContent>", main)
    assert not any("comment" in box for box in boxes)
    for parent in ElementTree.fromstring(main).iter():
        if any("commentRange" in child.tag for child in parent):
            assert parent.tag.rpartition("}")[2] in ("p", "ins", "smartTag")
