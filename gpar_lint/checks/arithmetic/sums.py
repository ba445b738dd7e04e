"""The sums of a report's tables, worked out: each holds, is broken or cannot be computed.

The identities are data of the edition (勾稽关系); this engine knows none of them by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from gpar_lint.format.edition import Identity, TableFormat
from gpar_lint.report.model import Table, TableCell
from gpar_lint.text.records import Record

HOLDS, BROKEN, UNKNOWN = "holds", "broken", "unknown"

Number = int | Decimal
Place = tuple[str, str]  # row, column


class Term(Record):
    """A figure that takes part in sums."""

    cell: TableCell | None  # None: its row or column is missing or could not be aligned
    value: Number | None  # None: blank, unread, or no count where a count is due


class Sum(Record):
    """An identity in one row or column of a table."""

    identity: Identity
    line: str  # key of the row or column it runs along
    left: tuple[Term, ...]  # in the order of identity.left
    right: tuple[Term, ...]
    outcome: str

    @property
    def terms(self) -> tuple[Term, ...]:
        """All its terms, left ones first."""
        return self.left + self.right

    @property
    def is_whole(self) -> bool:
        """Whether every term is known."""
        return not is_open(self.terms)


_ABSENT = Term(None, None)


def sums_of(form: TableFormat, identities: tuple[Identity, ...], table: Table) -> list[Sum]:
    """Every sum of a table of which a cell is there, in the order of the format."""
    terms = _terms(form, table)
    found = []
    for identity in identities:
        if identity.table != form.name:
            continue
        for line in form.rows if identity.along == "row" else form.columns:
            if not identity.only or line.key in identity.only:
                left = _side(identity, identity.left, line.key, terms)
                right = _side(identity, identity.right, line.key, terms)
                if any(term.cell for term in left + right):
                    outcome = compare(left, right, identity.relation)
                    found.append(Sum(identity, line.key, left, right, outcome))
    return found


def _terms(form: TableFormat, table: Table) -> dict[Place, Term]:
    """A table's figures by their places; a row that stands there twice counts once."""
    other_kinds = {(row.key, column) for row in form.rows for column, _ in row.kinds}
    terms: dict[Place, Term] = {}
    for row in table.rows:
        for cell in row.cells:
            place = cell.row, cell.column
            if place not in terms:
                value = cell.value if place in other_kinds else _count(cell.value)
                terms[place] = Term(cell, value)
    return terms


def _count(value: Number | None) -> Number | None:
    """A value that can be a count; -1 and 3.5 cannot (T208 says so), whatever is summed."""
    if isinstance(value, Decimal):
        return value if value >= 0 and value == int(value) else None
    return value if value is not None and value >= 0 else None


def _side(
    identity: Identity, keys: tuple[str, ...], line: str, terms: Mapping[Place, Term]
) -> tuple[Term, ...]:
    if identity.along == "row":
        return tuple([terms.get((line, key), _ABSENT) for key in keys])
    return tuple([terms.get((key, line), _ABSENT) for key in keys])


def total(terms: Sequence[Term]) -> Number:
    """The sum of the terms that are known."""
    return sum([term.value for term in terms if term.value is not None])


def is_open(terms: Sequence[Term]) -> bool:
    """Whether a term is unknown."""
    return None in [term.value for term in terms]


def compare(left: Sequence[Term], right: Sequence[Term], relation: str) -> str:
    """The outcome of left = right, or of left ≤ right ("at most").

    A blank is at least 0. So a side with a blank that exceeds a whole side breaks the sum, one that
    equals it completes it, and one that falls short leaves it open. What is missing or could not be
    aligned may be anything: such a sum is never computed.
    """
    if any([term.cell is None for term in (*left, *right)]):  # noqa: C419 (a third of the time)
        return UNKNOWN
    excess = total(left) - total(right)
    left_open, right_open = is_open(left), is_open(right)
    if not left_open and not right_open:
        holds = excess == 0 or (relation == "at most" and excess < 0)
        return HOLDS if holds else BROKEN
    if left_open and right_open:
        return UNKNOWN
    if relation == "at most":
        return BROKEN if left_open and excess > 0 else UNKNOWN
    if excess == 0:
        return HOLDS
    return BROKEN if (excess > 0) == left_open else UNKNOWN


def gap(left: Number, right: Number) -> Number:
    """By how much two numbers differ."""
    return left - right if left > right else right - left
