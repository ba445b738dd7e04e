"""Tables: merged cells, wrapped rows, tables that only lay out the page."""

from __future__ import annotations

import pytest

from gpar_lint.source.document import Document, Grid, Paragraph
from gpar_lint.source.reading import read
from tests.support.word import cell, docx, paragraph, row, run, table

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def read_body(body: str) -> Document:
    return read("a.docx", docx(body))


def grid_of(*rows: str) -> tuple[str, list[list[tuple[str, int, int, int]]]]:
    """The text of a table, and its cells: content, column, columns, rows."""
    document = read_body(table(*rows))
    (grid,) = document.blocks
    assert isinstance(grid, Grid) and grid.spread
    for each in grid.rows:
        for made in each.cells:
            assert document.text[made.span.start : made.span.end].strip() == made.content.text
    return document.text, [
        [(each.content.text, each.column, each.columns, each.rows) for each in one.cells]
        for one in grid.rows
    ]


def test_merged_cells_stand_once_and_take_their_room() -> None:
    text, cells = grid_of(
        row(cell("项目", RESTART), cell("件数", span(2)), "备注"),
        row(cell("", CONTINUE), "上年", "本年", ""),
        row("规章", "1", "2", ""),
    )
    assert text == "项目\t件数\t\t备注\n\t上年\t本年\t\n规章\t1\t2\t\n"
    assert cells == [
        [("项目", 0, 1, 2), ("件数", 1, 2, 1), ("备注", 3, 1, 1)],
        [("上年", 1, 1, 1), ("本年", 2, 1, 1), ("", 3, 1, 1)],
        [("规章", 0, 1, 1), ("1", 1, 1, 1), ("2", 2, 1, 1), ("", 3, 1, 1)],
    ]


def test_a_block_of_rows_and_columns_is_one_cell() -> None:
    text, cells = grid_of(
        row(cell("甲", RESTART + span(2)), "1"),
        row(cell("", CONTINUE + span(2)), "2"),
        row(cell("乙", RESTART + span(2)), "3"),
    )
    assert text == "甲\t\t1\n\t\t2\n乙\t\t3\n"
    assert cells[0][0] == ("甲", 0, 2, 2) and cells[2][0] == ("乙", 0, 2, 1)


def test_a_cell_that_continues_nothing_is_its_own() -> None:
    text, cells = grid_of(row(cell("甲", CONTINUE), "1"), row(cell("", CONTINUE), "2"))
    assert text == "甲\t1\n\t2\n"
    assert cells[0][0] == ("甲", 0, 1, 2)


def test_columns_left_out_at_the_beginning_count() -> None:
    text, cells = grid_of(
        row("甲", "乙", "丙"),
        row("1", "2", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="0"/>'),
    )
    assert text == "甲\t乙\t丙\n\t1\t2\n"
    assert cells[1] == [("1", 1, 1, 1), ("2", 2, 1, 1)]


def test_cells_merged_in_the_old_way() -> None:
    text, cells = grid_of(
        row(cell("甲", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "乙"),
        row("1", "2", "3"),
    )
    assert text == "甲\t\t乙\n1\t2\t3\n"
    assert cells[0] == [("甲", 0, 2, 1), ("乙", 2, 1, 1)]


def test_rows_and_cells_may_be_wrapped() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    text, _ = grid_of(control.format(row("甲", control.format(cell("乙")))), row("1", "2"))
    assert text == "甲\t乙\n1\t2\n"


def test_deleted_rows_and_cells_are_left_out() -> None:
    body = table(
        row("甲", "乙"),
        row("删", "去", properties="<w:del/>"),
        row("增", cell("删", "<w:cellDel/>"), "加", properties="<w:ins/>"),
    )
    document = read_body(body)
    assert document.text == "甲\t乙\n增\t加\n"
    assert document.tracked_changes == 3


def test_what_a_cell_holds_is_on_one_line() -> None:
    several = cell(paragraph("法人或") + paragraph("其他组织"))
    broken = cell("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>")
    text, _ = grid_of(row(several, broken), row("1", "2"))
    assert text == "法人或 其他组织\t甲 乙 丙\n1\t2\n"


def test_a_cell_with_a_picture_alone_is_not_empty() -> None:
    drawn = '<w:p><w:r><w:pict><v:imagedata r:id="rId5"/></w:pict></w:r></w:p>'
    text, _ = grid_of(row("甲", cell(drawn)), row("1", "2"))
    assert text == "甲\t[图片]\n1\t2\n"


def test_places_count_tables_rows_and_columns() -> None:
    document = read_body(
        paragraph("文")
        + table(row("甲", "乙"), row("1", "2"))
        + table(row(cell("丙", span(2)), "丁"), row("3", "4", ""))
    )
    found = {}
    for place in document.places:
        found[document.text[place.span.start : place.span.end]] = place[1:]
    assert found["文"] == (0, 1, 0, 0, 0)
    assert found["2"] == (0, 0, 1, 2, 2)
    assert found["丁"] == (0, 0, 2, 1, 3)
    assert found[""] == (0, 0, 2, 2, 3)
    assert list(document.places) == sorted(document.places)


def test_a_table_of_one_column_is_text() -> None:
    document = read_body(table(row(cell(paragraph("一、总体情况") + paragraph("正文。")))))
    assert [type(block) for block in document.blocks] == [Paragraph, Paragraph]
    assert document.text == "一、总体情况\n\n正文。\n"


def test_a_page_laid_out_by_a_table_is_text_and_tables() -> None:
    inner = table(row("甲", "乙"), row("1", "2"))
    document = read_body(
        table(row("栏目", "内容"), row(cell("左"), cell(paragraph("正文") + inner + "<w:p/>")))
    )
    assert [type(block) for block in document.blocks] == [Grid, Paragraph, Paragraph, Grid]
    assert document.text == "栏目\t内容\n\n左\n\n正文\n\n甲\t乙\n1\t2\n"
    assert {place.table for place in document.places} == {0, 1, 2}


def test_a_small_table_in_a_cell_is_the_cells_text() -> None:
    text, _ = grid_of(row("甲", cell(table(row("1", "2")) + "<w:p/>")), row("乙", "3"))
    assert text == "甲\t1 2\n乙\t3\n"


def test_a_cell_of_many_paragraphs_is_a_page() -> None:
    prose = "".join(paragraph("这是一段很长的正文，" * 6) for _ in range(5))
    document = read_body(table(row("导航", cell(prose)), row("甲", "1")))
    assert [type(block) for block in document.blocks][1:] == [Paragraph] * 5 + [Grid]


@pytest.mark.parametrize("columns", ["0", "-3", "", "999999999999", "x"])
def test_senseless_spans_do_no_harm(columns: str) -> None:
    document = read_body(table(row(cell("甲", f'<w:gridSpan w:val="{columns}"/>'), "乙"), row("1")))
    assert document.text.startswith("甲\t乙\n")


def test_empty_tables_are_nothing() -> None:
    assert read_body(table() + table("<w:tr/>") + paragraph("文")).text == "文\n"


def test_a_row_may_have_no_cell_of_its_own() -> None:
    merged = [row(cell(run("x"), RESTART), cell("", RESTART))]
    merged = [
        row(cell("甲", RESTART), cell("乙", RESTART)),
        row(cell("", CONTINUE), cell("", CONTINUE)),
    ]
    text, cells = grid_of(*merged, row("1", "2"))
    assert text == "甲\t乙\n\n1\t2\n" and cells[1] == []
