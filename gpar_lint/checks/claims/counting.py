"""What the tables say of a claim: the value of each of its readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gpar_lint.format.edition import Edition, Identity
from gpar_lint.report.claims.subjects import Subject
from gpar_lint.report.model import Report, Table, TableCell
from gpar_lint.text.records import Record

Value = int | Decimal

_NO_COUNTS = frozenset(("negative", "decimal"))


class Reading(Record):
    """One way of counting what a claim is about."""

    rows: tuple[str, ...]
    cells: tuple[TableCell, ...]
    value: Value  # the sum of the cells
    others: frozenset[Value]  # what the table's other figures make of it, where its sums are broken

    def gives(self, value: Value) -> bool:
        """Whether the tables agree with a value, counted so."""
        return value == self.value or value in self.others


def readings_of(subject: Subject, report: Report) -> list[Reading] | None:
    """The readings of a subject; None where one of its cells was not read."""
    table = report.table(subject.table)
    if table is None or table.problem or not subject.readings:
        return None
    found = [_reading(rows, subject.columns, table, report.edition) for rows in subject.readings]
    readings = [reading for reading in found if reading]
    return readings if len(readings) == len(found) else None


def _reading(
    rows: Sequence[str], columns: Sequence[str], table: Table, edition: Edition
) -> Reading | None:
    cells = [table.cell(row, column) for row in rows for column in columns]
    known = tuple(cell for cell in cells if cell and _is_told(cell, edition))
    if len(known) < len(cells) or not cells:
        return None
    values = [cell.value for cell in known if cell.value is not None]
    total = sum(values)
    others = {
        total - value + other
        for cell, value in zip(known, values, strict=True)
        for other in _solved(cell, table, edition)
        if other != value
    }
    return Reading(tuple(rows), known, total, frozenset(others))


def _is_told(cell: TableCell, edition: Edition) -> bool:
    """Whether a cell tells a number: -3 and 2.5 of a count do not, they are T208."""
    form = edition.table(cell.table)
    row = form.row(cell.row) if form else None
    kind = row.kind_of(cell.column) if row else "count"
    return cell.value is not None and (kind != "count" or cell.form not in _NO_COUNTS)


def _solved(cell: TableCell, table: Table, edition: Edition) -> Iterator[Value]:
    """What the sums of the table make of a cell, from the other figures in them."""
    for identity in edition.identities:
        if identity.table != table.name or identity.relation != "equal":
            continue
        along_row = identity.along == "row"
        key, line = (cell.column, cell.row) if along_row else (cell.row, cell.column)
        if identity.only and line not in identity.only:
            continue
        if key in identity.left or key in identity.right:
            value = _missing_term(identity, key, line, table)
            if value is not None:
                yield value


def _missing_term(identity: Identity, key: str, line: str, table: Table) -> Value | None:
    """The term of a sum that the others leave for `key`."""
    sides = []
    for terms in (identity.left, identity.right):
        others = [term for term in terms if term != key]
        values = [_value(identity, term, line, table) for term in others]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            return None
        sides.append(sum(known))
    left, right = sides
    return right - left if key in identity.left else left - right


def _value(identity: Identity, term: str, line: str, table: Table) -> Value | None:
    row, column = (line, term) if identity.along == "row" else (term, line)
    cell = table.cell(row, column)
    return cell.value if cell else None


def cells_of(readings: Sequence[Reading]) -> list[TableCell]:
    """The cells that readings speak of, each once, in order."""
    found = {(cell.row, cell.column): cell for reading in readings for cell in reading.cells}
    return list(found.values())


def fitting(readings: Sequence[Reading], value: Value) -> list[Reading]:
    """The readings that give a value."""
    return [reading for reading in readings if reading.gives(value)]
