"""T203: columns of the format that a table lacks."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.cells import column_name
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.tables.sound import current_sheets
from gpar_lint.format.catalogue import Rule


def check_missing_column(context: Context, rule: Rule) -> Iterator[Finding]:
    """T203: one finding a column, on the header row; also where the rows cannot be aligned."""
    for table, form in current_sheets(context):
        for key in table.missing_columns:
            column = form.column(key)
            values = {
                "table": table.name,
                "column": column_name(form, key),
                "group": column.group if column else "",
            }
            text = "grouped" if values["group"] else "message"
            yield Finding(rule.code, table.header, values, text, "hint")
