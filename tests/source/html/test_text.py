"""What a page says, and where each character of it stands in the source."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gpar_lint.source.document import Comment, Grid, Heading, Paragraph, Picture
from gpar_lint.source.html.scanning import entity_end
from tests.source.html.reading import blocks, lines, page


def test_a_paragraph_is_its_element() -> None:
    source = "<div><p class='a'>第一段。</p>\n<p>第二段。</div>"
    first, second = blocks(source)
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    assert source[slice(*first.span)] == "<p class='a'>第一段。</p>"
    assert source[slice(*second.span)] == "<p>第二段。"
    assert [source[place] for place in second.content.offsets] == list("第二段。")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&ldquo;甲&rdquo;", "“甲”"),
        ("&#20844;&#x5f00;", "公开"),
        ("甲&nbsp;&nbsp;乙", "甲\xa0\xa0乙"),
        ("&#12288;&#12288;甲&mdash;乙", "甲—乙"),
        ("A&B公司&copy", "A&B公司&copy"),
        ("甲&nosuch;乙&", "甲&nosuch;乙&"),
        ("1&lt;2&amp;3", "1<2&3"),
        ("印发<中华人民共和国>的", "印发<中华人民共和国>的"),
        ("甲<b>乙</b>丙<o:p></o:p>", "甲乙丙"),
        ("甲\n  乙", "甲\x85  乙"),
    ],
)
def test_entities_and_marks(source: str, text: str) -> None:
    (line,) = [*lines(f"<p>{source}</p>")]
    assert line == text


def test_a_character_of_an_entity_stands_at_its_sign() -> None:
    source = "<p>甲&mdash;&#8212;乙</p>"
    (block,) = blocks(source)
    assert isinstance(block, Paragraph)
    assert [source[place] for place in block.content.offsets] == ["甲", "&", "&", "乙"]
    assert source[block.content.offsets[1] : entity_end(source, 4)] == "&mdash;"
    assert page(source).letters(block.content.offsets) == "甲——乙"


def test_line_breaks_part_lines() -> None:
    assert lines("<div>一、甲<br>乙<br/>丙<div>丁</div>戊</div>") == [
        "一、甲",
        "乙",
        "丙",
        "丁",
        "戊",
    ]


def test_line_ends_count_in_pre_alone() -> None:
    assert lines("<pre>一、甲\n乙\n\n丙</pre><p>丁\n戊</p>") == ["一、甲", "乙", "丙", "丁\x85戊"]


def test_headings_have_levels() -> None:
    found = blocks("<h1>年报</h1><h2><span>一、</span>总体</h2><H3>甲</H3>")
    assert [(b.content.text, b.level) for b in found if isinstance(b, Heading)] == [
        ("年报", 1), ("一、总体", 2), ("甲", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>document.write('<p>乙</p>')</script>",
        "<style><!-- p {} --></style>",
        "<noscript>乙</noscript>",
        "<template><p>乙</p></template>",
        "<p hidden>乙</p>",
        '<div style="color:red; DISPLAY : none"><p>乙</p></div>',
        "<span style='visibility:hidden'>乙</span>",
        "<select><option>乙</option></select>",
        "<!--[if gte mso 9]><xml><w:View>乙</w:View></xml><![endif]-->",
        "<xml><w:View>乙</w:View></xml>",
        "<textarea>乙</textarea>",
        "<title>乙</title>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    assert lines(f"<p>一、甲</p>{hidden}<p>二、丙</p>") == ["一、甲", "二、丙"]


def test_what_word_marks_for_old_programs_is_read() -> None:
    source = "<p><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>总体</p>"
    assert lines(source) == ["一、总体"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>一、甲<p>乙<p>丙", ["一、甲", "乙", "丙"]),
        ("<ul><li>一、甲<li>乙</ul>丙", ["一、甲", "乙", "丙"]),
        ("<b><p>一、甲</b>乙</p>丙", ["一、甲乙", "丙"]),
        ("<p>一、甲</div>乙</p>丙", ["一、甲乙", "丙"]),
        ("一、甲<!-- 没有完 --<p>乙</p>", ["一、甲乙"]),
        ("<p title='a>b'>一、甲</p>", ["一、甲"]),
        ("<p>一、甲</p", ["一、甲"]),
        ("<p>一、甲</P ><p/>乙", ["一、甲", "乙"]),
        ("<a href='x'>一、甲<p>乙</a>丙</p>", ["一、甲", "乙丙"]),
    ],
)
def test_missing_and_crossed_tags(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


def test_comments_are_kept_wherever_they_are() -> None:
    source = (
        "<p>一、甲<!-- 子 --></p><!-- 丑 --><table><!-- 寅 --><tr><td>1<!-- 卯 --></td>"
        "<td>2</td></tr><tr><td>3</td><td>4</td></tr></table><div hidden><!-- 辰 --></div>"
    )
    found = [block for block in blocks(source) if isinstance(block, Comment)]
    assert [block.content.text for block in found] == list("子丑寅卯辰")
    assert source[slice(*found[0].span)] == "<!-- 子 -->"


def test_pictures_but_no_icons() -> None:
    source = '<p>一、甲</p><p><img src=1.jpg><img src=i.gif width="16"></p><p>二、乙</p>'
    (picture,) = [block for block in blocks(source) if isinstance(block, Picture)]
    assert source[slice(*picture.span)] == "<img src=1.jpg>"


def test_a_page_number_is_furniture() -> None:
    source = "<p>一、甲</p><p>- 1 -</p><p>二、乙</p>"
    assert lines(source) == ["一、甲", "二、乙"]
    assert len(blocks(source)) == 3


def test_the_title_of_the_page() -> None:
    head = "<head><title> 某局年报_某县 </title>"
    assert page(f"{head}</head><p>甲。</p>").title == "某局年报_某县"
    meta = '<meta content="某局&quot;年报" NAME="ArticleTitle">'
    assert page(f"{head}{meta}</head><p>甲。</p>").title == '某局"年报'
    assert page("<p>甲。</p>").title == ""


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td colspan=2>", "</td>",
     "<td rowspan='3'>", "<br>", "<a href=x>", "</a>", "<!--", "-->", "<b>", "</b>", "<h2>", "<li>",
     "<script>", "</script>", "<pre>", "</pre>", "<img>", "&nbsp;", "&#19968;", "一、甲。", "0",
     "\n", "<p ", "'", '"', "<", ">", "&", "来源：", "<span hidden>", "</span>", "<th>", "</tr>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(TAGS | st.text(max_size=3), max_size=40).map("".join))
@example("<table><tr><td>")
@example("<td>甲<td>乙")
def test_any_text_is_read_and_every_character_has_its_place(source: str) -> None:
    document = page(source)
    assert document.seen
    assert list(document.seen.offsets) == sorted(set(document.seen.offsets))
    for block in document.blocks:
        contents = [getattr(block, "content", None)]
        if isinstance(block, Grid):
            contents = [cell.content for row in block.rows for cell in row.cells]
        for content in filter(None, contents):
            for char, place in zip(content.text, content.offsets, strict=True):
                assert char == source[place] or source[place] in "&<" or char == "\x85"
        assert 0 <= block.span.start <= block.span.end <= len(source)
