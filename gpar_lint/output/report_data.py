"""A report as data: what `gpar-lint extract` prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from gpar_lint.format.edition import Edition
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.diagnostics import range_of
from gpar_lint.output.objects import Object, range_object
from gpar_lint.report.claims import Claim, find_claims
from gpar_lint.report.model import Report, Table, TableRow
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

Number = int | float | None


class Unread(Record):
    """Figures that could not be read, or not be aligned to the format's columns."""

    cell: str  # 三.granted.total; 三.granted where the row's cells are not told apart
    text: str
    span: Span


def report_object(path: str, report: Report, rulebook: Rulebook) -> Object:
    """A report; its keys stand in the order in which they are documented."""
    tables = first_tables(report)
    return {
        "path": path,
        "title": _title(report),
        "agency": report.agency or None,
        "year": report.year,
        "edition": report.edition.name,
        "chapters": [
            {
                "number": chapter.number,
                "title": chapter.title.text,
                "range": _range(report, chapter.span),
            }
            for chapter in report.chapters
        ],
        "tables": {table.name: table_values(table, rulebook.editions) for table in tables},
        "claims": [_claim_object(report, claim) for claim in find_claims(report, rulebook)],
        "unread": [
            {"cell": unread.cell, "text": unread.text, "range": _range(report, unread.span)}
            for table in tables
            for unread in _unread(table)
        ],
    }


def first_tables(report: Report) -> list[Table]:
    """The tables found, each of the format's tables once, in the format's order."""
    found = [report.table(due.name) for due in report.edition.tables]
    return [table for table in found if table is not None]


def table_values(table: Table, editions: Mapping[str, Edition]) -> dict[str, dict[str, Number]]:
    """A table's figures by row and column; null where there is none or it is not sure."""
    form = editions[table.edition].table(table.name)
    values: dict[str, dict[str, Number]] = {}
    for row in _known_rows(table):
        due = form.row(row.key or "") if form else None
        blank: dict[str, Number] = dict.fromkeys(due.columns if due and not row.cells else ())
        values[row.key or ""] = blank | {cell.column: _number(cell.value) for cell in row.cells}
    return values


def _known_rows(table: Table) -> list[TableRow]:
    """The rows that the format knows; of a row that stands there twice, the first."""
    rows: dict[str, TableRow] = {}
    for row in table.rows:
        if row.key is not None:
            rows.setdefault(row.key, row)
    return list(rows.values())


def _number(value: int | Decimal | None) -> Number:
    return float(value) if isinstance(value, Decimal) else value


def _unread(table: Table) -> Iterator[Unread]:
    for row in _known_rows(table):
        if not row.cells:
            text = " ".join([figure.content.text for figure in row.figures])
            yield Unread(f"{table.name}.{row.key}", text, row.span)
        for cell in row.cells:
            if cell.form == "text":
                address = f"{table.name}.{cell.row}.{cell.column}"
                yield Unread(address, cell.content.text, cell.span)


def _claim_object(report: Report, claim: Claim) -> Object:
    return {
        "subject": claim.subject,
        "value": _number(claim.value),
        "exact": claim.exact,
        "unit": claim.unit,
        "year": claim.year,
        "scope": claim.scope,
        "text": claim.text,
        "range": _range(report, claim.span),
    }


def _title(report: Report) -> str | None:
    """The title as it is written, its lines put together."""
    if report.title is None:
        return None
    span = report.title.span
    text = report.document.excerpt(*span).text
    return "".join([line.strip() for line in text.replace("\r", "\n").split("\n")])


def _range(report: Report, span: Span) -> Object:
    return range_object(range_of(report.document.lines, span))
