"""Which figures of a report can be relied on when two reports are held against each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import cast

from gpar_lint.checks.arithmetic.sums import BROKEN, sums_of
from gpar_lint.checks.cells import (
    cell_name,
    column_name,
    edition_of,
    format_of,
    row_name,
)
from gpar_lint.checks.context import Context
from gpar_lint.checks.tables.sound import assessed_sheets
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.edition import TableFormat
from gpar_lint.report.model import TableCell
from gpar_lint.text.records import Record

Address = tuple[str, str, str]  # table, row, column


class SureCell(Record):
    """A cell whose value is known."""

    cell: TableCell
    value: int | Decimal


def sure_cells(context: Context) -> dict[Address, SureCell]:
    """The cells with a value, of tables read and aligned; of a row that stands twice, none."""
    found: dict[Address, SureCell] = {}
    for sheet in assessed_sheets(context):
        keys = [row.key for row in sheet.table.rows]
        for row in sheet.table.rows:
            if keys.count(row.key) > 1:
                continue
            for cell in row.cells:
                if cell.value is not None and cell.value >= 0:
                    found[cell.table, cell.row, cell.column] = SureCell(cell, cell.value)
    return found


def figures_in_doubt(context: Context) -> set[Address]:
    """The cells that take part in a broken sum: one of them is wrong, nobody knows which."""
    return {(cell.table, cell.row, cell.column) for cell in _cells_of_broken_sums(context)}


def _cells_of_broken_sums(context: Context) -> Iterator[TableCell]:
    for sheet in assessed_sheets(context):
        identities = edition_of(context, sheet.table).identities
        for made in sums_of(sheet.form, identities, sheet.table):
            if made.outcome == BROKEN:
                yield from [term.cell for term in made.terms if term.cell]


def is_kept(place: Address, kept: Collection[Address]) -> bool:
    """Whether a cell is one of those named; `*` stands for any row or column."""
    table, row, column = place
    return place in kept or (table, row, "*") in kept or (table, "*", column) in kept


def kept_cells(context: Context) -> set[Address]:
    """The cells of last year's report that rules speak of.

    Those of a rule's option `keep`, and the subjects of rules/vocabulary/changes.toml.
    """
    names = list(vocabulary(context, "changes").table("subjects").values)
    for rule in context.rulebook.rules.values():
        names.extend(cast("list[str]", rule.options.get("keep", ())))
    return {address_of(name) for name in names}


def address_of(name: str) -> Address:
    """三.granted.total as an address."""
    table, row, column = name.split(".")
    return table, row, column


def name_of(context: Context, cell: TableCell) -> str:
    """A cell as messages name it: “四、结转下年度继续办理”“总计”."""
    form = _form_of(context, cell)
    return cell_name(form, cell) if form else f"“{cell.row}”“{cell.column}”"


def row_of(context: Context, cell: TableCell) -> str:
    """A cell's row as messages name it."""
    form = _form_of(context, cell)
    return row_name(form, cell.row) if form else cell.row


def column_of(context: Context, cell: TableCell) -> str:
    """A cell's column as messages name it."""
    form = _form_of(context, cell)
    return column_name(form, cell.column) if form else cell.column


def _form_of(context: Context, cell: TableCell) -> TableFormat | None:
    table = context.report.table(cell.table)
    return format_of(context, table) if table else None
