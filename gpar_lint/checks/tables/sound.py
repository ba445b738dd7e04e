"""Which tables a check of their form may judge, and when many findings become one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.checks.cells import format_of
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Related
from gpar_lint.format.edition import TableFormat
from gpar_lint.report.model import Table, TableRow
from gpar_lint.source.document import Document
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

#: From so many rows of a table with the same defect there is one finding, with the count.
MANY = 4


class Sheet(Record):
    """A table and the format's table that it was read as."""

    table: Table
    form: TableFormat


def is_outdated(context: Context, table: Table) -> bool:
    """Whether a table has labels or the layout of another edition than the report's (T210)."""
    return bool(table.signs) or table.edition != context.report.edition.name


def sheets(context: Context) -> Iterator[Sheet]:
    """Every table found, with its format."""
    for table in context.report.tables:
        form = format_of(context, table)
        if form:
            yield Sheet(table, form)


def current_sheets(context: Context) -> Iterator[Sheet]:
    """The tables that are meant to follow the report's own edition."""
    return (sheet for sheet in sheets(context) if not is_outdated(context, sheet.table))


def assessed_sheets(context: Context) -> Iterator[Sheet]:
    """Those of them that were read and aligned throughout (the others are Z004)."""
    return (sheet for sheet in current_sheets(context) if is_assessed(sheet.table))


def is_assessed(table: Table) -> bool:
    """Whether a table was understood: aligned, and with a row of the format at least."""
    return not table.problem and any(row.key for row in table.rows)


def place_of_row(row: TableRow) -> Span:
    """Where findings about a row point: its label, or all of it where it has none."""
    return row.label.span() if row.label.text else row.span


def as_written(document: Document, label: Excerpt) -> str:
    """A label as the document writes it, without its blanks."""
    return document.letters(label.offsets)


def rows_elsewhere(context: Context, rows: Sequence[TableRow]) -> tuple[Related, ...]:
    """Other rows that a finding is about; the rule's text for them is "row"."""
    document = context.report.document
    labels = [as_written(document, row.label) for row in rows]
    return tuple(
        [
            Related(place_of_row(row), "row", {"label": label})
            for row, label in zip(rows, labels, strict=True)
        ]
    )
