"""Plain text read: what is a table, what is not, and where everything stands."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gpar_lint.source.document import Block, Comment, Document, Furniture, Grid, Paragraph, Picture
from gpar_lint.source.markdown import read_markdown
from gpar_lint.source.plain import read_plain
from gpar_lint.text.excerpt import Excerpt


def cells(block: Block) -> list[list[str]]:
    assert isinstance(block, Grid)
    return [[cell.content.text for cell in row.cells] for row in block.rows]


def paragraphs(text: str) -> list[str]:
    """The contents of a text that is paragraphs only."""
    blocks = read_plain("t.txt", text).blocks
    assert all(isinstance(block, Paragraph) for block in blocks), blocks
    return [block.content.text for block in blocks if isinstance(block, Paragraph)]


def only_grid(text: str) -> list[list[str]]:
    (block,) = read_plain("t.txt", text).blocks
    return cells(block)


def test_every_line_is_a_paragraph() -> None:
    document = read_plain("t.txt", "甲\r\n\r\n  乙 丙\u3000\n")
    assert document.kind == "text"
    first, second = document.blocks
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    assert (first.content.text, first.span) == ("甲", (0, 1))
    assert (second.content.text, second.content.span(), second.span) == ("乙 丙", (7, 10), (5, 11))


@pytest.mark.parametrize("mark", ["\x0b", "\u2028", "\u2029", "\x85"])
def test_a_soft_line_break_parts_paragraphs(mark: str) -> None:
    assert paragraphs(f"（一）主动公开。{mark}全年发布2条。") == [
        "（一）主动公开。",
        "全年发布2条。",
    ]


def test_a_soft_line_break_in_a_table_stands_within_its_cell() -> None:
    assert only_grid("自然\x0b人\t总计\n1\t1") == [["自然\x0b人", "总计"], ["1", "1"]]


def test_soft_line_breaks_part_whole_lines_where_sentences_stand_between_them() -> None:
    text = "一、总体情况\x0b我局认真贯彻。\x0b信息内容\t件数\n"
    text += "规章\t0\x0b三、收到和处理申请情况\x0b甲\t乙\t1"
    blocks = read_plain("t.txt", text).blocks
    assert [type(block) for block in blocks] == [Paragraph, Paragraph, Grid, Paragraph, Grid]
    assert cells(blocks[2]) == [["信息内容", "件数"], ["规章", "0"]]


def test_a_page_break_is_furniture_and_what_follows_a_line() -> None:
    blocks = read_plain("t.txt", "尽读”。\n\x0c 三、收到\n").blocks
    assert [type(block) for block in blocks] == [Paragraph, Furniture, Paragraph]
    assert blocks[1].span == (5, 6)
    assert blocks[2].span == (6, 11)


def test_a_table_of_tabs_keeps_its_blank_cells() -> None:
    text = "第二十条第（一）项\t\t\n信息内容\t本年制发件数\t现行有效件数\n规章\t0\t\n"
    assert only_grid(text) == [
        ["第二十条第（一）项", "", ""],
        ["信息内容", "本年制发件数", "现行有效件数"],
        ["规章", "0", ""],
    ]


def test_a_blank_cell_has_its_place() -> None:
    (grid,) = read_plain("t.txt", "规章\t\t 3\n").blocks
    assert isinstance(grid, Grid)
    first, blank, last = grid.rows[0].cells
    assert (first.span, blank.span, last.span) == ((0, 2), (3, 3), (4, 6))
    assert last.content.span() == (5, 6)
    assert [cell.column for cell in grid.rows[0].cells] == [0, 1, 2]


@pytest.mark.parametrize("blank", ["", "\t", "|||", "| |"])
def test_a_blank_line_or_row_parts_tables(blank: str) -> None:
    cell = "|甲|1|\n{}\n|乙|3|\n" if "|" in blank else "甲\t1\n{}\n乙\t3\n"
    blocks = read_plain("t.txt", cell.format(blank)).blocks
    assert [cells(block) for block in blocks] == [[["甲", "1"]], [["乙", "3"]]]


def test_a_row_split_off_by_a_page_break_is_a_table_its_rule_is_left_out() -> None:
    assert only_grid("行政事业性收费\t0\n---------\t---\n") == [["行政事业性收费", "0"]]


@pytest.mark.parametrize(
    "line",
    [
        "\t2024年，我局收到申请1件",
        "\t\t二、主动公开政府信息情况",
        "本报告电子版可在网站下载。\t",
        "一、\t总体情况",
        "1.\t加强组织领导",
        "地址：\t清源路8号",
        "某县水利局\t2025年1月20日",
        "如有疑问，请联系。\t地址：清源路",
    ],
)
def test_a_paragraph_with_tabs_is_no_table(line: str) -> None:
    assert paragraphs(line + "\n") == [line.strip()]


def test_paragraphs_set_in_by_tabs_are_no_table() -> None:
    assert paragraphs("\t一、总体情况\n\t2024年我局认真\n\t贯彻执行\n") == [
        "一、总体情况",
        "2024年我局认真",
        "贯彻执行",
    ]


def test_a_heading_set_in_right_above_a_table_is_no_row_of_it() -> None:
    text = (
        "\t二、主动公开政府信息情况\n二、主动公开政府信息情况\t\t\n信息内容\t件数\t数量\n规章\t0\t0"
    )
    *above, grid = read_plain("t.txt", text).blocks
    assert [type(block) for block in above] == [Paragraph, Paragraph]
    assert len(cells(grid)) == 2


def test_a_row_without_figures_within_or_under_a_table_is_a_row() -> None:
    text = "规章\t0\t1\n行政许可\t\t\n行政处罚\t3\t1\n行政强制\t\t\n"
    assert len(only_grid(text)) == 4


@pytest.mark.parametrize("bar", ["|", "｜", "│"])
def test_a_table_of_pipes(bar: str) -> None:
    text = "| 信息内容 | 件数 |\n|---|:--:|\n| 规章 | |\n| 甲 | 2 |\n".replace("|", bar)
    assert only_grid(text) == [["信息内容", "件数"], ["规章", ""], ["甲", "2"]]


def test_an_escaped_pipe_is_text() -> None:
    assert only_grid("| 甲\\|乙 | 2 |\n") == [["甲|乙", "2"]]


@pytest.mark.parametrize(
    "text", ["甲 | 1 | 2\n乙 | 3 | 4", "甲 | 1\n乙 | 3", "甲 | 乙\n---|---\n丙 | 丁"]
)
def test_a_table_of_pipes_without_its_outer_pipes(text: str) -> None:
    assert len(only_grid(text)) == 2


def test_a_table_drawn_with_lines() -> None:
    text = "+----+---+\n| 甲 | 1 |\n+----+---+\n| 乙 | 2 |\n+----+---+\n"
    assert only_grid(text) == [["甲", "1"], ["乙", "2"]]


def test_a_markdown_table_without_header_words() -> None:
    assert only_grid("| | |\n|---|---|\n| 规章 | 0 |\n") == [["规章", "0"]]


def test_a_row_of_dashes_is_a_row() -> None:
    assert only_grid("| 规章 | 0 | 0 |\n| — | - | - |\n| - | - | - |\n")[2] == ["-", "-", "-"]
    assert only_grid("规章\t0\t0\n-\t-\t-\n")[1] == ["-", "-", "-"]


def test_one_cell_a_line_with_pipes_is_paragraphs() -> None:
    text = "| 一、本年新收政府信息公开申请数量\n|\n| 0\n3 |\n| 5 |\n|||\n| 0\n"
    assert paragraphs(text) == ["一、本年新收政府信息公开申请数量", "0", "3", "5", "0"]


@pytest.mark.parametrize(
    "line", ["首页 | 政务公开", "2024年|年度报告", "开设“图解｜视频｜问答”栏目。"]
)
def test_words_with_a_pipe_between_are_no_table(line: str) -> None:
    assert paragraphs(line) == [line]


def test_breaks_and_emphasis_within_cells_are_no_text() -> None:
    text = "| **商业<br>企业** | 总<BR/>计 |\n| **1** | 1 |"
    assert only_grid(text) == [["商业企业", "总计"], ["1", "1"]]


@pytest.mark.parametrize(
    "line",
    ["- 1 -", "— 2 —", "－ 3 －", "-1-", "第1页", "第 1 页 共 5 页", "第1页，共5页", "第一页",
     "共5页 第2页", "Page 9", "P. 9", "page 2 of 7", "----", "====", "————", "* * *", "\x0c"],
)  # fmt: skip
def test_page_furniture(line: str) -> None:
    (block,) = read_plain("t.txt", f"\n{line}\n").blocks
    assert isinstance(block, Furniture)
    assert block.content.text == line


@pytest.mark.parametrize(
    "line", ["1", "０", "-1", "-", "—", "——", "/", "第1条", "第1页纸", "1-2-3"]
)
def test_what_may_be_a_figure_or_text_is_no_furniture(line: str) -> None:
    assert paragraphs(line) == [line]


@pytest.mark.parametrize(
    "line",
    ["![表](a.png)", "![]()", '<img src="a.png" alt="表三">', "[图片]", "【表三图片】", "【图1】"],
)
def test_pictures(line: str) -> None:
    (block,) = read_plain("t.txt", f" {line}\n").blocks
    assert block == Picture((1, 1 + len(line)))


@pytest.mark.parametrize("line", ["[图解]", "【一图读懂】", "见图片", "[2021]", "!"])
def test_words_about_pictures_are_text(line: str) -> None:
    assert paragraphs(line) == [line]


def test_a_picture_within_a_line_parts_it() -> None:
    blocks = read_plain("t.txt", "见表：![](a.png)如上").blocks
    assert [type(block) for block in blocks] == [Paragraph, Picture, Paragraph]


def test_comments_also_over_several_lines() -> None:
    text = "甲\n<!-- gpar-lint: ignore C421 -- 已核 -->\n乙\n<!--\n多行\n-->\n丙<!-- 丁 -->戊\n"
    blocks = read_plain("t.txt", text).blocks
    comments = [block.content.text for block in blocks if isinstance(block, Comment)]
    assert comments == ["gpar-lint: ignore C421 -- 已核", "多行", "丁"]
    assert [b.content.text for b in blocks if isinstance(b, Paragraph)] == ["甲", "乙", "丙", "戊"]


def test_a_comment_never_closed_is_text() -> None:
    assert paragraphs("<!-- 甲\n乙") == ["<!-- 甲", "乙"]


PIECES = st.sampled_from(
    ["\n", "\r\n", "\r", "\x0b", "\x0c", "\u2028", "\t", "|", "｜", "\\", "|---|", "---", "# ", "#",
     "**", "*", "_", "[", "](", ")", "<http://a.cn>", "<!--", "-->", "<br>", "![", "<img ", ">",
     "- ", "```", "= =", "===", "第1页", "- 1 -", "[图片]", "0", "12", "规章", "一、", "。", " ",
     "\u3000", "title: ", "\ufeff", "\x00"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=40).map("".join)


def excerpts(document: Document) -> list[Excerpt]:
    found = []
    for block in document.blocks:
        if isinstance(block, Grid):
            found += [cell.content for row in block.rows for cell in row.cells]
        elif not isinstance(block, Picture):
            found.append(block.content)
    return found


def check_positions(document: Document) -> None:
    for excerpt in excerpts(document):
        assert len(excerpt.text) == len(excerpt.offsets)
        assert [document.text[place] for place in excerpt.offsets] == list(excerpt.text)
        assert list(excerpt.offsets) == sorted(set(excerpt.offsets))
        assert excerpt.text == excerpt.strip().text or excerpt.text == "\x0c"
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        end = block.span.start
        if isinstance(block, Grid):
            assert block.rows
            for row in block.rows:
                assert block.span.covers(row.span)
                assert all(row.span.covers(cell.span) for cell in row.cells)
                assert any(cell.content.text for cell in row.cells)
        elif isinstance(block, Paragraph):
            assert block.content.text
            assert block.span.covers(block.content.span())


@given(TEXTS)
@example("---\n---")
@example("---\ntitle: 甲\n---\n乙")
@example("\\|\\")
def test_any_text_is_read_and_every_character_has_its_place(text: str) -> None:
    check_positions(read_plain("t.txt", text))
    check_positions(read_markdown("t.md", text))


@given(TEXTS)
def test_nothing_but_marks_is_lost(text: str) -> None:
    """Every letter and figure outside comments and pictures is in a block, once."""
    text = text.replace("<", "").replace("!", "").replace("图", "")
    document = read_plain("t.txt", text)
    places = [place for excerpt in excerpts(document) for place in excerpt.offsets]
    assert len(places) == len(set(places))
    missing = set(range(len(text))) - set(places)
    assert not [text[place] for place in missing if text[place].isalnum()]


@pytest.mark.parametrize(
    "piece",
    ["|", "\t", "[", "](", "#", "# ", "*", "**a", "_", "![", "<img ", "<!--", "-", "\\", "<br", "`",
     "|\n", "0\t", "1\n", "\x0b", "**", "[a](b", "|-", "第", "---\n", "<!-- -->", "\r", " ", "＃"],
)  # fmt: skip
def test_half_a_megabyte_of_one_thing_is_read(piece: str) -> None:
    text = piece * (500_000 // len(piece))
    read_plain("t.txt", text)
    read_markdown("t.md", text)
