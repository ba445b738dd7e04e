"""T205: rows in another order than the format's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from gpar_lint.checks.cells import row_name, within
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.tables.sound import Sheet, assessed_sheets, place_of_row, rows_elsewhere
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import TableRow


def check_row_order(context: Context, rule: Rule) -> Iterator[Finding]:
    """T205: rows that stand elsewhere than in the format; one finding, on the first of them."""
    for sheet in assessed_sheets(context):
        moved = _moved(sheet)
        if moved:
            names = [f"“{within(row_name(sheet.form, row.key or ''))}”" for row in moved]
            values = {"table": sheet.table.name, "rows": "、".join(names), "count": len(moved)}
            related = rows_elsewhere(context, moved[1:])
            place = place_of_row(moved[0])
            yield Finding(rule.code, place, values, related=related)


def _moved(sheet: Sheet) -> list[TableRow]:
    """The fewest rows whose removal would leave the others in the format's order."""
    order = {row.key: place for place, row in enumerate(sheet.form.rows)}
    first: dict[str, TableRow] = {}
    for row in sheet.table.rows:
        if row.key in order:
            first.setdefault(row.key, row)
    rows = list(first.values())
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
