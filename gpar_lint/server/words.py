"""Cells, sums and figures in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gpar_lint.checks.arithmetic.sums import BROKEN, UNKNOWN, Sum, Term, gap, total
from gpar_lint.checks.cells import column_name, edition_of, figure, row_name
from gpar_lint.checks.context import Context
from gpar_lint.format.edition import TableFormat
from gpar_lint.report.model import Table, TableCell
from gpar_lint.server.texts import say

_FEW = 7  # terms: so many are all named; of more, those that are not 0


def form_of(context: Context, table: Table) -> TableFormat | None:
    """The format's table that a table was read as."""
    return edition_of(context, table).table(table.name)


def cell_words(context: Context, cell: TableCell, language: str) -> str:
    """A cell by its row and column in words."""
    table = context.report.table(cell.table)
    form = form_of(context, table) if table else None
    if form is None:
        return f"{cell.table}.{cell.row}.{cell.column}"
    row, column = row_name(form, cell.row), column_name(form, cell.column)
    return say("cell", language, table=cell.table, row=row, column=column)


def value_words(cell: TableCell, language: str) -> str:
    """What stands in a cell."""
    if cell.value is not None:
        return say("value", language, value=figure(cell.value))
    if cell.form == "text":
        return say("unread", language, text=cell.content.text)
    return say("blank", language)


def sum_words(form: TableFormat, made: Sum, language: str) -> str:
    """A sum with its figures, and whether it holds."""
    name = row_name if made.identity.along == "row" else column_name
    text = f"{made.identity.text}（{name(form, made.line)}）"
    if made.outcome == UNKNOWN:
        return say("unknown", language, text=text)
    left, right = total(made.left), total(made.right)
    values = {
        "text": text,
        "left": _side(made.left, left),
        "right": _side(made.right, right),
        "relation": _relation(made),
        "difference": figure(gap(left, right)),
    }
    return say("broken" if made.outcome == BROKEN else "holds", language, **values)


def _relation(made: Sum) -> str:
    if made.identity.relation == "at most":
        return ">" if made.outcome == BROKEN else "≤"
    return "≠" if made.outcome == BROKEN else "＝"


def _side(terms: Sequence[Term], value: int | Decimal) -> str:
    """2＋1＋0＝3; of many terms those that are not 0."""
    shown = [
        figure(term.value)
        for term in terms
        if term.value is not None and (term.value or len(terms) <= _FEW)
    ]
    if len(shown) < 2:
        return figure(value)
    return f"{'＋'.join(shown)}＝{figure(value)}"
