"""T202, T204, T205, T206: rows lost, added, moved, and rows with too few or too many figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from gpar_lint.checks.cells import row_name
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.checks.tables.new_row import insertion
from gpar_lint.checks.tables.sound import (
    MANY,
    Sheet,
    assessed_sheets,
    place_of_row,
    sheets,
)
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.edition import RowFormat
from gpar_lint.report.model import TableRow
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
                values = {"table": name, "label": column.label.text}
                yield Finding(rule.code, column.label.span(), values, "column", "hint")
        extra = [row for row in sheet.table.rows if row.key is None]
        again = [row for row in _repeated(sheet.table.rows) if row not in extra]
        yield from _unless_many(rule, sheet, extra, "message")
        yield from _unless_many(rule, sheet, again, "repeated")


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
    rule: Rule, sheet: Sheet, rows: Sequence[TableRow], text: str
) -> Iterator[Finding]:
    """One finding a row, or one for all of them where they are many."""
    name = sheet.table.name
    if len(rows) >= MANY:
        related = tuple([Related(place_of_row(row), "row", _label(row)) for row in rows[1:]])
        values = {"table": name, "count": len(rows)}
        yield Finding(
            rule.code, place_of_row(rows[0]), values, f"{text}_many", "hint", related=related
        )
        return
    for row in rows:
        shown = text if row.label.text else "unlabelled"
        yield Finding(rule.code, place_of_row(row), {"table": name, **_label(row)}, shown, "hint")


def _label(row: TableRow) -> dict[str, object]:
    return {"label": row.label.text}


def check_row_order(context: Context, rule: Rule) -> Iterator[Finding]:
    """T205: rows that stand elsewhere than in the format; one finding, on the first of them."""
    for sheet in assessed_sheets(context):
        moved = _moved(sheet)
        if moved:
            names = [f"“{row_name(sheet.form, row.key or '')}”" for row in moved]
            values = {"table": sheet.table.name, "rows": "、".join(names), "count": len(moved)}
            related = tuple([Related(place_of_row(row), "row", _label(row)) for row in moved[1:]])
            place = place_of_row(moved[0])
            yield Finding(rule.code, place, values, hint="hint", related=related)


def _moved(sheet: Sheet) -> list[TableRow]:
    """The fewest rows whose removal would leave the others in the format's order."""
    order = {row.key: place for place, row in enumerate(sheet.form.rows)}
    table = sheet.table
    rows = [row for row in table.rows if row.key in order and table.row(row.key) is row]
    kept = _longest_rise([order[row.key or ""] for row in rows])
    return [row for place, row in enumerate(rows) if place not in kept]


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The places of a longest increasing subsequence."""
    tails: list[int] = []  # the smallest last number of a rise of each length
    lengths = []
    for number in numbers:
        length = bisect_left(tails, number)
        tails[length : length + 1] = [number]
        lengths.append(length)
    kept, due = set(), len(tails) - 1
    limit = max(numbers, default=0) + 1
    for place in range(len(numbers) - 1, -1, -1):
        if lengths[place] == due and numbers[place] < limit:
            kept.add(place)
            due, limit = due - 1, numbers[place]
    return kept


def check_ragged_row(context: Context, rule: Rule) -> Iterator[Finding]:
    """T206: rows whose figures are more or fewer than the columns, so that none can be placed."""
    for sheet in sheets(context):
        if sheet.table.problem:
            continue
        ragged = [row for row in sheet.table.rows if row.key and _is_ragged(row)]
        if len(ragged) >= MANY or (len(ragged) > 1 and _are_all_of_a_kind(sheet, ragged)):
            yield _ragged_table(rule, sheet, ragged)
            continue
        for row in ragged:
            yield _ragged(rule, sheet, row)


def _is_ragged(row: TableRow) -> bool:
    return not row.cells and len(row.figures) != row.expected


def _are_all_of_a_kind(sheet: Sheet, ragged: Sequence[TableRow]) -> bool:
    """Whether these are all the rows with their columns, and lack or have as many figures."""
    forms = [sheet.form.row(row.key or "") for row in ragged]
    columns = {form.columns for form in forms if form}
    alike = [row for row in sheet.form.rows if row.columns in columns]
    return len(columns) == 1 and len(alike) == len(ragged)


def _ragged(rule: Rule, sheet: Sheet, row: TableRow) -> Finding:
    text = "fewer" if len(row.figures) < row.expected else "more"
    values = {
        "table": sheet.table.name,
        "row": row_name(sheet.form, row.key or ""),
        "found": len(row.figures),
        "expected": row.expected,
        "difference": abs(len(row.figures) - row.expected),
    }
    return Finding(rule.code, place_of_row(row), values, text, "hint")


def _ragged_table(rule: Rule, sheet: Sheet, rows: Sequence[TableRow]) -> Finding:
    values = {
        "table": sheet.table.name,
        "count": len(rows),
        "row": row_name(sheet.form, rows[0].key or ""),
        "found": len(rows[0].figures),
        "expected": rows[0].expected,
    }
    related = tuple([Related(place_of_row(row), "row", _label(row)) for row in rows[1:]])
    return Finding(rule.code, place_of_row(rows[0]), values, "many", "hint", related=related)
