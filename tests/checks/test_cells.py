"""How findings name a table's cells."""

from __future__ import annotations

from decimal import Decimal

from gpar_lint.checks.cells import cell_name, row_name
from gpar_lint.format.loading import load_rulebook
from gpar_lint.report.model import TableCell
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.span import Span


def test_a_name_that_quotes_has_single_marks_within_double_ones() -> None:
    table = load_rulebook().editions["2021"].table("三")
    assert table is not None
    place = Span(0, 0)
    nothing = Excerpt("", ())
    cell = TableCell("三", "denied_security", "total", nothing, place, Decimal(1), "plain")
    assert cell_name(table, cell) == "“（三）不予公开3.危及‘三安全一稳定’”“总计”"
    assert row_name(table, "denied_security") == "（三）不予公开3.危及“三安全一稳定”"
