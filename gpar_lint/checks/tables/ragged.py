"""T206: rows with more or fewer figures than the table has columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.checks.cells import row_name, within
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.tables.sound import MANY, Sheet, place_of_row, rows_elsewhere, sheets
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import TableRow


def check_ragged_row(context: Context, rule: Rule) -> Iterator[Finding]:
    """T206: rows whose figures are more or fewer than the columns, so that none can be placed."""
    for sheet in sheets(context):
        if sheet.table.problem:
            continue
        ragged = [row for row in sheet.table.rows if row.key and _is_ragged(row)]
        if len(ragged) >= MANY or (len(ragged) > 1 and _are_all_of_a_kind(sheet, ragged)):
            yield _ragged_table(context, rule, sheet, ragged)
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
        "row": within(row_name(sheet.form, row.key or "")),
        "found": len(row.figures),
        "expected": row.expected,
        "difference": abs(len(row.figures) - row.expected),
    }
    return Finding(rule.code, place_of_row(row), values, text, "hint")


def _ragged_table(context: Context, rule: Rule, sheet: Sheet, rows: Sequence[TableRow]) -> Finding:
    values = {
        "table": sheet.table.name,
        "count": len(rows),
        "row": within(row_name(sheet.form, rows[0].key or "")),
        "found": len(rows[0].figures),
        "expected": rows[0].expected,
    }
    related = rows_elsewhere(context, rows[1:])
    return Finding(rule.code, place_of_row(rows[0]), values, "many", "hint", related=related)
