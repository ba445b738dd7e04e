"""Word documents as python-docx writes them."""

from __future__ import annotations

from io import BytesIO

import docx as python_docx
import pytest

from gpar_lint.source.document import Grid, Heading, Paragraph, Unreadable
from gpar_lint.source.reading import read


def test_paragraphs_headings_and_tables_are_read_with_their_places() -> None:
    made = python_docx.Document()
    made.core_properties.title = "年报"
    made.add_paragraph("清源县水利局2024年政府信息公开工作年度报告")
    made.add_heading("一、总体情况", 1)
    table = made.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "合计"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "件数"
    table.cell(1, 1).text = "1"
    table.cell(1, 2).text = "2"
    target = BytesIO()
    made.save(target)
    document = read("年报.docx", target.getvalue())
    assert (document.kind, document.title) == ("docx", "年报")
    assert document.text == (
        "清源县水利局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n合计\t件数\t\n\t1\t2\n"
    )
    title, heading, grid = document.blocks
    assert isinstance(title, Paragraph) and isinstance(heading, Heading) and heading.level == 1
    assert isinstance(grid, Grid) and grid.spread
    cells = [
        (cell.content.text, cell.column, cell.columns, cell.rows)
        for row in grid.rows
        for cell in row.cells
    ]
    assert cells == [("合计", 0, 1, 2), ("件数", 1, 2, 1), ("1", 1, 1, 1), ("2", 2, 1, 1)]
    place = document.place_at(document.text.index("2\n", grid.span.start))
    assert place is not None and (place.table, place.row, place.column) == (1, 2, 3)
    place = document.place_at(document.text.index("总体"))
    assert place is not None and place.paragraph == 2


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "empty"), (b"hello", "no-docx"), (b"PK\x03\x04", "damaged-docx")]
)
def test_what_is_no_word_document_says_so(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read("年报.docx", data)
    assert caught.value.reason == reason
