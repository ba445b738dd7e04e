"""What is said of a report that was checked, apart from its findings."""

from __future__ import annotations

from collections.abc import Mapping

from gpar_lint.format.edition import Edition, TableFormat
from gpar_lint.report.model import Report, Table
from gpar_lint.text.records import Record


class Facts(Record):
    """The numbers by which a reader sees what was read and checked."""

    agency: str  # "" where its title names none
    year: int | None
    edition: str
    cells: int  # that the format's tables have
    cells_read: int  # visibly blank ones included
    # "identities", "claims", "uncertain_claims": what was checked; "suppressed", "known" (in the
    # baseline): findings that are not given; "tracked_changes" of a .docx, read as accepted
    tally: Mapping[str, int]


def facts_of(report: Report, editions: Mapping[str, Edition], tally: Mapping[str, int]) -> Facts:
    """The facts of one report."""
    cells = read = 0
    for due in report.edition.tables:
        table = report.table(due.name)
        form = editions[table.edition].table(table.name) if table else None
        cells += (form or due).cell_count()
        read += _cells_read(table, form or due) if table else 0
    return Facts(report.agency, report.year, report.edition.name, cells, read, tally)


def _cells_read(table: Table, form: TableFormat) -> int:
    """How many cells of the form were found and read."""
    due = {(row.key, column) for row in form.rows for column in row.columns}
    cells = [cell for row in table.rows for cell in row.cells]
    return len(due & {(cell.row, cell.column) for cell in cells if cell.form != "text"})
