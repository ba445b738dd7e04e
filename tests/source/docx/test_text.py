"""What is text in a Word document, and what is not: hand-made XML, a feature at a time."""

from __future__ import annotations

import pytest

from gpar_lint.source.document import Document, Furniture, Heading, Paragraph, Picture
from gpar_lint.source.reading import read
from tests.support import word
from tests.support.word import STRICT, cell, docx, paragraph, part, row, run, table

DELETED = "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
INSTRUCTION = "<w:r><w:instrText>{}</w:instrText></w:r>"
ANCHOR = "<w:r><mc:AlternateContent>{}</mc:AlternateContent></w:r>"
SHAPE = '<mc:Choice Requires="wps"><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice>'
BOX = "<w:txbxContent>{}</w:txbxContent>"
VML = "<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>"
PICTURE = (
    "<w:r><w:drawing><wp:inline><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r>"
)


def read_body(body: str, parts: dict[str, str] | None = None) -> Document:
    return read("a.docx", docx(body, parts))


def text_of(content: str, properties: str = "") -> str:
    """The text of a paragraph."""
    return read_body(paragraph(content, properties)).text.removesuffix("\n")


def complex_field(instruction: str, result: str) -> str:
    return (
        FIELD.format("begin") + INSTRUCTION.format(instruction) + FIELD.format("separate")
        + result + FIELD.format("end")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("2024") + run("年"), "2024年"),
        ("<w:r><w:t> 前后 </w:t></w:r>", "前后"),
        ('<w:r><w:t xml:space="preserve"> 前后 </w:t></w:r>', " 前后 "),
        ("<w:r><w:t>甲\n乙</w:t></w:r>", "甲 乙"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", "甲\n乙\n丙"),
        ("<w:r><w:br/><w:t>甲</w:t><w:br/></w:r>", "甲"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/></w:r>", "A-B"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "•"),
        ('<w:r><w:sym w:font="x" w:char="4E00"/></w:r>', "一"),
        ('<w:r><w:t>甲</w:t><w:sym w:char="zzz"/></w:r>', "甲"),
        ("<w:r><w:t>&lt;甲&gt;&amp;&#x4E59;<![CDATA[丙]]></w:t></w:r>", "<甲>&乙丙"),
        (f"<w:hyperlink>{run('链接')}</w:hyperlink>", "链接"),
        (f"<w:smartTag><w:smartTagPr/>{run('智能')}</w:smartTag>", "智能"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:customXml>{run('标记')}</w:customXml>", "标记"),
        (f"{run('留')}{DELETED}<w:ins>{run('增')}</w:ins>", "留增"),
        (f"<w:moveFrom>{run('移')}</w:moveFrom>{run('留')}", "留"),
        (f"<w:moveTo>{run('移')}</w:moveTo>", "移"),
        (f"<w:ins>{DELETED}{run('增')}</w:ins>", "增"),
        (f'<w:fldSimple w:instr="DATE">{run("2025年")}</w:fldSimple>', "2025年"),
        (complex_field("DATE", run("2025年1月")) + run("止"), "2025年1月止"),
        (complex_field("IF " + "", run("外") + complex_field("X", run("内"))), "外内"),
        (FIELD.format("begin") + run("不显示") + FIELD.format("end") + run("显示"), "显示"),
        (FIELD.format("end") + run("显示"), "显示"),
        (run("见") + run("隐", "<w:vanish/>") + run("显", '<w:vanish w:val="0"/>'), "见显"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        (
            f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('字')}</w:rubyBase>"
            "</w:ruby></w:r>",
            "字",
        ),
        (f"{run('甲')}<w:commentRangeStart w:id='0'/><w:bookmarkStart/>{run('乙')}", "甲乙"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>甲</w:t></w:r>", "甲"),
        (f"<mc:AlternateContent><mc:Choice>{run('新')}</mc:Choice></mc:AlternateContent>", "新"),
    ],
)  # fmt: skip
def test_the_text_of_a_paragraph(content: str, text: str) -> None:
    assert text_of(content) == text


def test_empty_and_hidden_paragraphs_are_left_out() -> None:
    body = f"<w:p/>{paragraph('甲')}<w:p><w:r/></w:p>{paragraph(run('隐', '<w:vanish/>'))}"
    document = read_body(body + paragraph("乙"))
    assert document.text == "甲\n\n乙\n"
    assert [place.paragraph for place in document.places] == [1, 2]


def test_styles_hide_text() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="d"><w:basedOn w:val="d"/></w:style>',
    )
    body = (
        paragraph("隐", '<w:pStyle w:val="b"/>')
        + paragraph(run("显", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="b"/>')
        + paragraph(run("显") + run("隐", '<w:rStyle w:val="c"/>'))
        + paragraph(run("圈", '<w:rStyle w:val="d"/>') + run("无", '<w:rStyle w:val="?"/>'))
    )
    assert read_body(body, {"styles": styles}).text == "显\n\n显\n\n圈无\n"


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="1"/>', 1),
        ('<w:pStyle w:val="own"/>', 2),
        ('<w:pStyle w:val="named"/>', 3),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', None),
        ('<w:pStyle w:val="Title"/>', None),
        ("", None),
    ],
)
def test_headings_by_style_and_outline_level(properties: str, level: int | None) -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="2"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="named"><w:name w:val="标题 3"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>',
    )
    (block,) = read_body(paragraph("一、总体情况", properties), {"styles": styles}).blocks
    assert getattr(block, "level", None) == level
    assert isinstance(block, Heading if level else Paragraph)


@pytest.mark.parametrize("text", ["（一）主动公开。全年公开信息3条。", "很长" * 40, "甲<w:br/>乙"])
def test_a_paragraph_in_a_headings_style_is_none(text: str) -> None:
    content = f"<w:r><w:t>{text.replace('<w:br/>', '</w:t><w:br/><w:t>')}</w:t></w:r>"
    (block,) = read_body(paragraph(content, '<w:outlineLvl w:val="1"/>')).blocks
    assert isinstance(block, Paragraph)


def test_paragraphs_whose_end_was_deleted_are_one() -> None:
    joined = "<w:rPr><w:del/></w:rPr>"
    body = paragraph("甲", joined) + paragraph("乙", joined) + paragraph("丙") + paragraph("丁")
    document = read_body(body + paragraph("戊", joined))
    assert document.text == "甲乙丙\n\n丁\n\n戊\n"
    assert document.tracked_changes == 3


def test_tracked_changes_are_counted() -> None:
    document = read_body(paragraph(f"{run('甲')}{DELETED}<w:ins>{run('乙')}</w:ins>"))
    assert document.tracked_changes == 2
    assert read_body(paragraph("甲")).tracked_changes == 0


def test_a_table_of_contents_is_no_text() -> None:
    field = FIELD.format("begin") + INSTRUCTION.format(" TOC \\o ") + FIELD.format("separate")
    body = (
        paragraph(field + run("一、总体情况 1"))
        + paragraph("二、主动公开 2")
        + paragraph(run("三、申请 3"))
        + paragraph(FIELD.format("end") + run("一、总体情况"))
        + paragraph(f'<w:fldSimple w:instr="TOC">{run("目录")}</w:fldSimple>')
    )
    blocks = read_body(body).blocks
    assert [type(block) for block in blocks] == [Furniture] * 3 + [Paragraph, Furniture]


def test_a_table_of_contents_by_its_style_or_control_is_no_text() -> None:
    styles = part("styles", '<w:style w:styleId="t"><w:name w:val="toc 1"/></w:style>')
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>"
        + paragraph("一、总体情况", '<w:pStyle w:val="t"/>')
        + f"<w:sdt><w:sdtContent>{paragraph('正文')}</w:sdtContent></w:sdt>"
    )
    blocks = read_body(body, {"styles": styles}).blocks
    assert [type(block) for block in blocks] == [Furniture, Furniture, Paragraph]


@pytest.mark.parametrize(
    "anchored",
    [
        ANCHOR.format(SHAPE.format(BOX) + f"<mc:Fallback>{VML.format(BOX)}</mc:Fallback>"),
        f"<w:r>{VML.format(BOX)}</w:r>",
        ANCHOR.format(f"<mc:Fallback>{VML.format(BOX)}</mc:Fallback>"),
    ],
)
def test_a_text_box_is_read_once_after_its_paragraph(anchored: str) -> None:
    inner = paragraph("框内甲") + paragraph("框内乙")
    document = read_body(paragraph(run("正文") + anchored.replace("{}", inner)))
    assert document.text == "正文\n\n框内甲\n\n框内乙\n"


def test_pictures_stand_after_their_paragraph() -> None:
    text, picture = read_body(paragraph(run("如图") + PICTURE)).blocks
    assert isinstance(text, Paragraph) and isinstance(picture, Picture)
    (picture,) = read_body(paragraph(PICTURE)).blocks
    assert isinstance(picture, Picture)
    assert "".join(text_of(PICTURE).split()) == "[图片]"


def test_a_line_drawn_in_wps_is_no_picture() -> None:
    shape = '<w:r><w:pict><v:shape>{}<v:imagedata o:title=""{}/></v:shape></w:pict></w:r>'
    shape = shape.replace("o:title", "title")
    assert text_of(run("甲") + shape.format("", "")) == "甲"
    box = f"<v:textbox>{BOX.format(paragraph('框'))}</v:textbox>"
    assert text_of(run("甲") + shape.format(box, "")) == "甲\n\n框"
    assert text_of(shape.format("", ' r:id="rId5"')) == "[图片]"


def test_page_numbers_and_rules_are_furniture() -> None:
    body = paragraph("— 2 —") + paragraph("第1页 共5页") + paragraph("————————")
    assert [type(block) for block in read_body(body).blocks] == [Furniture] * 3


def test_notes_stand_after_the_text_in_the_order_of_their_marks() -> None:
    notes = part(
        "footnotes",
        f'<w:footnote w:id="-1">{paragraph("分隔")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("注一")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("注二")}</w:footnote>',
    )
    ends = part("endnotes", f'<w:endnote w:id="1">{paragraph("尾注")}</w:endnote>')
    mark = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    body = paragraph(
        run("甲") + mark.format("endnote", 1) + mark.format("footnote", 2) + run("乙")
    ) + paragraph(run("丙") + mark.format("footnote", 1) + mark.format("footnote", 9))
    document = read_body(body, {"footnotes": notes, "endnotes": ends})
    assert document.text == "甲乙\n\n丙\n\n注二\n\n注一\n\n尾注\n"
    assert [type(block) for block in document.blocks] == [Paragraph] * 2 + [Furniture] * 3


def test_headers_footers_and_other_files_are_no_text() -> None:
    parts = {"header1": part("hdr", paragraph("页眉")), "footer1": part("ftr", paragraph("页脚"))}
    body = paragraph("正文") + '<w:altChunk r:id="rId9"/>'
    assert read_body(body, parts).text == "正文\n"


@pytest.mark.parametrize("namespace", [word.W, STRICT])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_both_namespaces_and_encodings(namespace: str, codec: str) -> None:
    main = word.document(paragraph("清源县") + table(row("甲", "1")), namespace)
    if codec == "utf-16":
        main = main.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert read("a.docx", docx("", main=main.encode(codec))).text == "清源县\n\n甲\t1\n"


def test_any_prefix_will_do() -> None:
    main = f'<document xmlns="{word.W}"><body><p><r><t>甲</t></r></p></body></document>'
    assert read("a.docx", docx("", main=main)).text == "甲\n"


def test_the_same_bytes_give_the_same_document() -> None:
    data = docx(paragraph("甲") + table(row("乙", cell("丙", '<w:gridSpan w:val="2"/>'))))
    first, second = read("a.docx", data), read("a.docx", data)
    assert (first.text, first.blocks, first.places) == (second.text, second.blocks, second.places)


def test_a_field_that_is_never_closed_hides_no_other_paragraph() -> None:
    body = paragraph(run("甲") + FIELD.format("begin") + run("指令")) + paragraph("乙")
    assert read_body(body).text == "甲\n\n乙\n"


def test_a_note_stands_once_however_many_marks_it_has() -> None:
    notes = part("footnotes", f'<w:footnote w:id="1">{paragraph("注")}</w:footnote>')
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    assert read_body(paragraph(run("甲") + mark * 3), {"footnotes": notes}).text == "甲\n\n注\n"


def test_broken_properties_cost_the_title_only() -> None:
    relations = (
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="b" Type="x/core-properties" Target="core.xml"/></Relationships>'
    )
    data = docx(paragraph("甲"), others={"_rels/.rels": relations, "core.xml": "<a>"})
    document = read("a.docx", data)
    assert (document.text, document.title) == ("甲\n", "")
