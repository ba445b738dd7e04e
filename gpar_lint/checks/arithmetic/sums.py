"""The sums of a report's tables, worked out: each holds, is broken or cannot be computed.

The identities are data of the edition (勾稽关系); this engine knows none of them by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from gpar_lint.checks.cells import column_name, edition_of, row_name
from gpar_lint.checks.context import Context
from gpar_lint.format.edition import Identity, TableFormat
from gpar_lint.report.model import Table, TableCell

HOLDS, BROKEN, UNKNOWN = "holds", "broken", "unknown"

Number = int | Decimal


class Term(NamedTuple):
    """A figure that takes part in a sum."""

    key: str  # its column in a sum along a row, its row in a sum along a column
    label: str
    cell: TableCell | None  # None: the row or column is missing or could not be aligned
    value: Number | None  # None: blank, unread, or no count where a count is due


class Sum(NamedTuple):
    """An identity in one row or column of a table."""

    identity: Identity
    line: str  # key of the row or column it runs along
    name: str  # that row or column as messages name it
    left: tuple[Term, ...]
    right: tuple[Term, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """All its terms, left ones first."""
        return self.left + self.right

    def outcome(self) -> str:
        """Whether it holds, is broken, or cannot be computed."""
        return compare(self.left, self.right, self.identity.relation)

    def with_value(self, cell: TableCell, value: Number) -> Sum:
        """The same sum if `cell` held `value`."""
        left, right = (
            tuple([term._replace(value=value) if term.cell is cell else term for term in side])
            for side in (self.left, self.right)
        )
        return self._replace(left=left, right=right)


def total(terms: tuple[Term, ...]) -> Number:
    """The sum of the terms that are known."""
    return sum([term.value for term in terms if term.value is not None])


def gap(left: Number, right: Number) -> Number:
    """By how much two numbers differ."""
    return left - right if left > right else right - left


def is_whole(terms: tuple[Term, ...]) -> bool:
    """Whether every term is known."""
    return all(term.value is not None for term in terms)


def compare(left: tuple[Term, ...], right: tuple[Term, ...], relation: str) -> str:
    """The outcome of left = right, or of left ≤ right ("at most").

    What is unknown is at least 0. So a side with a blank that exceeds a whole side breaks the sum,
    one that equals it completes it, and one that falls short leaves it open.
    """
    excess = total(left) - total(right)
    if is_whole(left) and is_whole(right):
        holds = excess == 0 or (relation == "at most" and excess < 0)
        return HOLDS if holds else BROKEN
    if is_whole(right):
        settled = BROKEN if excess > 0 else UNKNOWN
    elif is_whole(left) and relation == "equal":
        settled = BROKEN if excess < 0 else UNKNOWN
    else:
        return UNKNOWN
    return HOLDS if excess == 0 and relation == "equal" else settled


def sums_of(context: Context, table: Table) -> list[Sum]:
    """Every sum of a table that has at least one figure, in the order of the format."""
    edition = edition_of(context, table)
    form = edition.table(table.name)
    if form is None or table.problem:
        return []
    cells: dict[Place, TableCell] = {}
    for row in table.rows:
        for cell in row.cells:
            cells.setdefault((cell.row, cell.column), cell)
    identities = [identity for identity in edition.identities if identity.table == table.name]
    found = [found for identity in identities for found in _along(identity, form, cells)]
    return [sum_ for sum_ in found if any(term.cell for term in sum_.terms)]


Place = tuple[str, str]  # row, column


def _along(
    identity: Identity, form: TableFormat, cells: Mapping[Place, TableCell]
) -> Iterator[Sum]:
    """An identity's sums: one a row, or one a column, of those it is about."""
    lines = form.rows if identity.along == "row" else form.columns
    name = row_name if identity.along == "row" else column_name
    for line in lines:
        if identity.only and line.key not in identity.only:
            continue
        left, right = (
            tuple([_term(identity, form, line.key, key, cells) for key in keys])
            for keys in (identity.left, identity.right)
        )
        yield Sum(identity, line.key, name(form, line.key), left, right)


def _term(
    identity: Identity, form: TableFormat, line: str, key: str, cells: Mapping[Place, TableCell]
) -> Term:
    if identity.along == "row":
        place, label = (line, key), column_name(form, key)
    else:
        place, label = (key, line), row_name(form, key)
    cell = cells.get(place)
    return Term(key, label, cell, _value(form, cell) if cell else None)


def _value(form: TableFormat, cell: TableCell) -> Number | None:
    """A cell's value if it is one that its place may have; its form does not matter."""
    row, value = form.row(cell.row), cell.value
    if row is None or value is None or row.kind_of(cell.column) != "count":
        return value
    return value if value >= 0 and value == int(value) else None
