"""What a run has read, checked and found: the numbers of its last line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from gpar_lint.format.edition import Edition, TableFormat
from gpar_lint.linter.checking import Result
from gpar_lint.report.model import Report, Table


class Summary:
    """Numbers of a run, added up file by file."""

    def __init__(self, editions: Mapping[str, Edition]) -> None:
        self._editions = editions
        self.files = 0  # reports and files with a finding
        self.reports = 0
        self.years: Counter[int | None] = Counter()
        self.editions: Counter[str] = Counter()
        self.cells = 0  # that the format's tables have
        self.cells_read = 0
        self.tally: Counter[str] = Counter()  # "identities", "claims", "uncertain_claims"
        self.severities: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, each counted as it passes."""
        for result in results:
            self.add(result)
            yield result

    def add(self, result: Result) -> None:
        """Count one file."""
        self.files += 1
        if result.report is not None:
            self._add_report(result.report)
        self.tally.update(result.tally)
        for diagnostic in result.diagnostics:
            self.severities[diagnostic.severity] += 1
            self.codes[diagnostic.code] += 1

    def _add_report(self, report: Report) -> None:
        self.reports += 1
        self.years[report.year] += 1
        self.editions[report.edition.name] += 1
        for due in report.edition.tables:
            table = report.table(due.name)
            form = self._form_of(table) if table else due
            self.cells += form.cell_count()
            self.cells_read += _cells_read(table, form) if table else 0

    def _form_of(self, table: Table) -> TableFormat:
        """The form that a table found was filled in on, perhaps another edition's."""
        form = self._editions[table.edition].table(table.name)
        if form is None:
            raise LookupError(f"edition {table.edition} has no table {table.name}")
        return form


def _cells_read(table: Table, form: TableFormat) -> int:
    """How many of the form's cells were found and read, visibly blank ones included."""
    due = {(row.key, column) for row in form.rows for column in row.columns}
    cells = [cell for row in table.rows for cell in row.cells]
    return len(due & {(cell.row, cell.column) for cell in cells if cell.form != "text"})
