"""T203: columns of the format that a table lacks."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.cells import column_name
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.tables.sound import Sheet, current_sheets
from gpar_lint.format.catalogue import Rule


def check_missing_column(context: Context, rule: Rule) -> Iterator[Finding]:
    """T203: one finding a column, on the header row; also where the rows cannot be aligned."""
    for sheet in current_sheets(context):
        table, form = sheet
        for key in table.missing_columns:
            if _went_with_its_rows(sheet, key):
                continue
            column = form.column(key)
            values = {
                "table": table.name,
                "column": column_name(form, key),
                "group": column.group if column else "",
            }
            text = "grouped" if values["group"] else "message"
            yield Finding(rule.code, table.header, values, text, "hint")


def _went_with_its_rows(sheet: Sheet, key: str) -> bool:
    """Whether every row that has a column is missing too, so that T202 says it (a block of 二)."""
    rows = [row.key for row in sheet.form.rows if key in row.columns]
    return not any(sheet.table.row(row) for row in rows)
