"""The one figure whose change would mend every broken sum of a table."""

from __future__ import annotations

from typing import NamedTuple

from gpar_lint.checks.arithmetic.sums import BROKEN, Number, Sum, total
from gpar_lint.report.model import TableCell


class Culprit(NamedTuple):
    """A figure that alone explains several broken sums."""

    cell: TableCell
    stated: Number
    mended: Number  # the figure that would mend them all
    sums: tuple[Sum, ...]  # the broken ones


def find_culprit(sums: list[Sum]) -> Culprit | None:
    """The culprit among a table's sums; None where no single figure, or more than one, would do.

    A figure is tried only where it stands in every broken sum. Its new value must be a whole
    number from 0, mend them all, and break none of the others.
    """
    broken = tuple([found for found in sums if found.outcome() == BROKEN])
    if len(broken) < 2:
        return None  # a single broken sum speaks for itself
    common = set.intersection(*[{id(term.cell) for term in found.terms} for found in broken])
    culprits = []
    for term in broken[0].terms:
        if term.cell is None or term.value is None or id(term.cell) not in common:
            continue
        value = _mended(broken[0], term.key, term.value)
        if value >= 0 and not _breaks(sums, term.cell, value):
            culprits.append(Culprit(term.cell, term.value, value, broken))
    return culprits[0] if len(culprits) == 1 else None


def _mended(broken: Sum, key: str, stated: Number) -> Number:
    """The value of the term `key` with which a sum would hold."""
    excess = total(broken.left) - total(broken.right)
    return stated - excess if any(term.key == key for term in broken.left) else stated + excess


def _breaks(sums: list[Sum], cell: TableCell, value: Number) -> bool:
    """Whether any sum would be broken if `cell` held `value`."""
    concerned = [found for found in sums if any(term.cell is cell for term in found.terms)]
    return any(found.with_value(cell, value).outcome() == BROKEN for found in concerned)
