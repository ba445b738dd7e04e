"""T202, T204: rows of the format that a table lacks, rows and columns that it has beyond them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from gpar_lint.checks.cells import row_name
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.tables.new_row import insertion
from gpar_lint.checks.tables.sound import (
    MANY,
    Sheet,
    as_written,
    assessed_sheets,
    place_of_row,
    rows_elsewhere,
)
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.edition import RowFormat
from gpar_lint.report.model import TableRow
from gpar_lint.text.folding import fold
from gpar_lint.text.span import Span


def check_missing_row(context: Context, rule: Rule) -> Iterator[Finding]:
    """T202: rows of the format that a table lacks; a contiguous block of them is one finding."""
    for sheet in assessed_sheets(context):
        blocks = _gaps(sheet)
        if len(blocks) < MANY:
            yield from [_missing(context, rule, sheet, block) for block in blocks]
            continue
        lost = [row for block in blocks for row in block]
        yield Finding(rule.code, sheet.table.header, _named(sheet, lost), "many", "hint")


def _gaps(sheet: Sheet) -> list[list[RowFormat]]:
    """The missing rows, those that follow each other in the format together."""
    found = {row.key for row in sheet.table.rows}
    runs = groupby(sheet.form.rows, key=lambda row: row.key in found)
    return [list(run) for is_there, run in runs if not is_there]


def _missing(context: Context, rule: Rule, sheet: Sheet, block: list[RowFormat]) -> Finding:
    values = _named(sheet, block)
    text = "message" if len(block) == 1 else "block"
    fix = insertion(context.report.document, sheet, block)
    return Finding(rule.code, _after(sheet, block), values, text, "hint", fix=fix)


def _after(sheet: Sheet, block: list[RowFormat]) -> Span:
    """The row that follows a gap; the last row where nothing does."""
    keys = [row.key for row in sheet.form.rows]
    following = keys[keys.index(block[-1].key) + 1 :]
    rows = [row for key in following if (row := sheet.table.row(key))]
    row = rows[0] if rows else sheet.table.rows[-1] if sheet.table.rows else None
    return place_of_row(row) if row else sheet.table.span


def _named(sheet: Sheet, rows: Sequence[RowFormat]) -> dict[str, object]:
    names = [f"“{row_name(sheet.form, row.key)}”" for row in rows]
    return {"table": sheet.table.name, "count": len(names), "rows": "、".join(names)}


def check_extra_row(context: Context, rule: Rule) -> Iterator[Finding]:
    """T204: rows and columns that the format does not have, or has once."""
    for sheet in assessed_sheets(context):
        name = sheet.table.name
        for column in sheet.table.columns:
            if column.key is None and column.label.text:
                label = as_written(context.report.document, column.label)
                values = {"table": name, "label": label}
                yield Finding(rule.code, column.label.span(), values, "column", "hint")
        extra = _extra_rows(sheet)
        again = [row for row in _repeated(sheet.table.rows) if row.key]
        yield from _unless_many(context, rule, sheet, extra, "message")
        yield from _unless_many(context, rule, sheet, again, "repeated")


def _extra_rows(sheet: Sheet) -> list[TableRow]:
    """Rows that the format does not have.

    A group that stands with figures in the place of its rows, all of them lost, is T202 alone.
    """
    extra = [row for row in sheet.table.rows if not row.key]
    if not extra:
        return []
    there = {row.group for row in sheet.form.rows if sheet.table.row(row.key)}
    lost = {fold(row.group) for row in sheet.form.rows if row.group not in there}
    return [row for row in extra if row.label.text not in lost]


def _repeated(rows: Sequence[TableRow]) -> list[TableRow]:
    """Rows that stand in the table once more, word for word."""
    seen: set[tuple[str | None, str]] = set()
    again = []
    for row in rows:
        mark = row.key, row.label.text
        if mark in seen and row.label.text:
            again.append(row)
        seen.add(mark)
    return again


def _unless_many(
    context: Context, rule: Rule, sheet: Sheet, rows: Sequence[TableRow], text: str
) -> Iterator[Finding]:
    """One finding a row, or one for all of them where they are many."""
    name = sheet.table.name
    if len(rows) >= MANY:
        related = rows_elsewhere(context, rows[1:])
        values = {"table": name, "count": len(rows)}
        yield Finding(
            rule.code, place_of_row(rows[0]), values, f"{text}_many", "hint", related=related
        )
        return
    for row in rows:
        shown = text if row.label.text else "unlabelled"
        yield Finding(
            rule.code,
            place_of_row(row),
            {"table": name, "label": as_written(context.report.document, row.label)},
            shown,
            "hint",
        )
