"""The one figure whose change would mend every broken sum of a table."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.checks.arithmetic.sums import BROKEN, Number, Sum, Term, compare, total
from gpar_lint.report.model import TableCell
from gpar_lint.text.records import Record


class Culprit(Record):
    """A figure that alone explains several broken sums."""

    cell: TableCell
    stated: Number
    mended: Number  # the figure that would mend them all
    sums: tuple[Sum, ...]  # the broken ones


def find_culprit(sums: Sequence[Sum]) -> Culprit | None:
    """The culprit among a table's sums; None where no single figure, or more than one, would do.

    A figure is tried only where it stands in every broken sum. Its new value must be a whole
    number from 0, mend them all, and break none of the others.
    """
    broken = tuple([made for made in sums if made.outcome == BROKEN])
    if len(broken) < 2:
        return None  # a single broken sum speaks for itself
    culprits = []
    for term in broken[0].terms:
        if term.cell is None or term.value is None:
            continue
        if all(_has(made.terms, term) for made in broken):
            value = _mended(broken[0], term, term.value)
            if value >= 0 and not any(_breaks(made, term, value) for made in sums):
                culprits.append(Culprit(term.cell, term.value, value, broken))
    return culprits[0] if len(culprits) == 1 else None


def _has(terms: Sequence[Term], wanted: Term) -> bool:
    return any(term is wanted for term in terms)


def _mended(broken: Sum, term: Term, stated: Number) -> Number:
    """The value of a term with which a sum would hold."""
    excess = total(broken.left) - total(broken.right)
    return stated - excess if _has(broken.left, term) else stated + excess


def _breaks(made: Sum, changed: Term, value: Number) -> bool:
    """Whether a sum would be broken if a term of it had another value."""
    if not _has(made.terms, changed):
        return False
    left, right = (
        tuple([term._replace(value=value) if term is changed else term for term in side])
        for side in (made.left, made.right)
    )
    return compare(left, right, made.identity.relation) == BROKEN
