"""The figures of reports as CSV: a row a cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from gpar_lint.format.edition import Edition
from gpar_lint.output.report_data import first_tables, table_values
from gpar_lint.report.model import Report

_HEADER = ("path", "agency", "year", "edition", "table", "row", "column", "value")


def render_csv(
    reports: Iterable[tuple[str, Report]], editions: Mapping[str, Edition]
) -> Iterator[str]:
    """The cells of all tables found; the value is empty where it is blank or not sure."""
    yield _line(_HEADER)
    for path, report in reports:
        about = (path, report.agency, report.year, report.edition.name)
        for table in first_tables(report):
            for row, cells in table_values(table, editions).items():
                for column, value in cells.items():
                    yield _line((*about, table.name, row, column, value))


def _line(values: Iterable[object]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()
