"""A report that is being filled in: few figures yet, and the label's merged cells blank as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from gpar_lint.format.loading import load_rulebook
from gpar_lint.output.blank.parts import blank_report
from gpar_lint.output.blank.plain import write_markdown
from gpar_lint.report.reading import read_report
from gpar_lint.source.reading import read

RULEBOOK = load_rulebook()
NEW = "| 一、本年新收政府信息公开申请数量 |"
GRANTED = "| 三、本年度办理结果 | （一）予以公开 |"
BEFORE = {NEW: 2, GRANTED: 1}  # blank cells that the label covers
ROWS = {NEW: "new_received", GRANTED: "granted"}
FULL = [4, 1, 0, 0, 0, 0, 5]


def read_back(figures: Mapping[str, Sequence[int | None]]) -> dict[str, list[object]]:
    parts = blank_report(RULEBOOK, RULEBOOK.editions["2021"], "青禾县水务局", 2025)
    text = write_markdown(parts).decode()
    for label, values in figures.items():
        cells = ["" for _ in range(BEFORE[label])] + ["" if v is None else str(v) for v in values]
        line = next(line for line in text.split("\n") if line.startswith(label))
        text = text.replace(line, f"{label} {' | '.join(cells)} |")
    document = read("report.md", text.encode())
    report = read_report(document, RULEBOOK)
    table = next(table for table in report.tables if table.name == "三")
    rows = {row.key: [cell.value for cell in row.cells] for row in table.rows}
    return {label: rows[ROWS[label]] for label in figures}


@pytest.mark.parametrize("label", [NEW, GRANTED])
@pytest.mark.parametrize("place", range(7))
def test_a_lone_figure_stands_in_its_own_column(label: str, place: int) -> None:
    values = [3 if each == place else None for each in range(7)]
    assert read_back({label: values}) == {label: values}


def test_a_full_row_leaves_the_others_where_they_are() -> None:
    values = [3, None, None, None, None, None, None]
    assert read_back({NEW: FULL, GRANTED: values}) == {NEW: FULL, GRANTED: values}
