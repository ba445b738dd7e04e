"""Markdown read: headings, and marks that are no text."""

from __future__ import annotations

import pytest

from gpar_lint.source.document import Block, Comment, Furniture, Grid, Heading, Paragraph
from gpar_lint.source.markdown import is_markdown, read_markdown


def blocks(text: str) -> list[Block]:
    return list(read_markdown("t.md", text).blocks)


def content(text: str) -> str:
    """The content of a text of one paragraph."""
    (block,) = blocks(text)
    assert isinstance(block, Paragraph)
    return block.content.text


@pytest.mark.parametrize(
    ("line", "level", "title"),
    [
        ("# 一、总体情况", 1, "一、总体情况"),
        ("### **三、收到** ##", 3, "三、收到"),
        ("######\u3000六", 6, "六"),
        ("##二、主动公开", 2, "二、主动公开"),
        (r"## 1\. 甲", 2, "1. 甲"),
    ],
)
def test_headings(line: str, level: int, title: str) -> None:
    (block,) = blocks(line + "\n")
    assert isinstance(block, Heading)
    assert (block.content.text, block.level, block.span) == (title, level, (0, len(line)))


@pytest.mark.parametrize("line", ["#政务公开#宣传", "####### 七个", "\\# 甲"])
def test_what_is_no_heading(line: str) -> None:
    (block,) = blocks(line)
    assert isinstance(block, Paragraph)


@pytest.mark.parametrize(("line", "level"), [("===", 1), ("---", 2), ("-----", 2)])
def test_an_underlined_line_is_a_heading(line: str, level: int) -> None:
    (block,) = blocks(f"一、总体情况\n{line}\n")
    assert isinstance(block, Heading)
    assert (block.content.text, block.level) == ("一、总体情况", level)
    assert block.span == (0, 7 + len(line))


@pytest.mark.parametrize(
    "above",
    [
        "",
        "甲\n\n",
        "我局认真贯彻落实《条例》。\n",
        "规章\t0\n",
        "| 规章 | 0 |\n",
        "# 甲\n",
        "- 1 -\n",
    ],
)
def test_a_rule_under_anything_else_is_a_rule(above: str) -> None:
    *_, last = blocks(above + "---\n")
    assert isinstance(last, Furniture)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**一是强化领导。**加强", "一是强化领导。加强"),
        ("一是*强化*，二是__加强__", "一是强化，二是加强"),
        ("***重点***", "重点"),
        ("见[公开指南](http://a.cn/b)。", "见公开指南。"),
        ("见[**指南**](/b.html)。", "见指南。"),
        ("（<http://www.a.gov.cn>）", "（http://www.a.gov.cn）"),
        (r"5\*3\_2", "5*3_2"),
        ("- 政府网站", "政府网站"),
        ("> 引文", "引文"),
        ("硬换行\\", "硬换行"),
        # and what is text:
        ("5*3*2", "5*3*2"),
        ("a_b_c@126.com", "a_b_c@126.com"),
        ("* 星号", "星号"),
        ("一个 ** 孤零零", "一个 ** 孤零零"),
        ("[2021](三十号)", "[2021](三十号)"),
        ("[2021]30号", "[2021]30号"),
        ("<sub>进行</sub>清查", "<sub>进行</sub>清查"),
        ("1. 有序", "1. 有序"),
    ],
)
def test_marks_within_a_line(text: str, shown: str) -> None:
    assert content(text) == shown


def test_characters_keep_their_places() -> None:
    text = "一**是**[网](http://a.cn)站"
    (block,) = blocks(text)
    assert isinstance(block, Paragraph)
    assert block.content.text == "一是网站"
    assert list(block.content.offsets) == [0, 3, 7, 22]


def test_a_table_of_pipes() -> None:
    (block,) = blocks("| 内容 | **件数** |\n| --- | --- |\n| 规章 | 0 |")
    assert isinstance(block, Grid)
    assert [[c.content.text for c in row.cells] for row in block.rows] == [
        ["内容", "件数"],
        ["规章", "0"],
    ]


def test_fences_are_no_text_what_they_hold_is() -> None:
    assert [type(block) for block in blocks("```markdown\n# 甲\n乙\n```\n")] == [Heading, Paragraph]


def test_front_matter_is_a_comment_and_gives_the_title() -> None:
    document = read_markdown("t.md", '---\ntitle: "某局年度报告"\ndate: 2025\n---\n# 一\n')
    assert document.title == "某局年度报告"
    assert [type(block) for block in document.blocks] == [Comment, Heading]


@pytest.mark.parametrize("text", ["# 甲", "正文\n## 乙\n", "正文\r\n### 丙", "正文\r# 丁"])
def test_a_text_with_a_heading_is_markdown(text: str) -> None:
    assert is_markdown(text)


@pytest.mark.parametrize("text", ["", "#话题#", "C# 语言", "**粗**", "#", "# ", "正文 # 注"])
def test_a_text_without_one_is_not(text: str) -> None:
    assert not is_markdown(text)
