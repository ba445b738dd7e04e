"""The sums of a table, as they are to be shown."""

from __future__ import annotations

from gpar_lint.checks.arithmetic.sums import Sum, Term, total
from gpar_lint.checks.cells import column_name, figure, place_of, row_name
from gpar_lint.format.edition import TableFormat
from gpar_lint.linter.portrait.model import Addend, SumShown


def sum_shown(form: TableFormat, made: Sum) -> SumShown:
    """A sum with the names, values and places of its figures."""
    identity = made.identity
    along_row = identity.along == "row"
    names = column_name if along_row else row_name
    left, right = (
        tuple([_addend(names(form, key), term) for key, term in zip(keys, terms, strict=True)])
        for keys, terms in ((identity.left, made.left), (identity.right, made.right))
    )
    return SumShown(
        identity.code,
        (row_name if along_row else column_name)(form, made.line),
        left,
        right,
        identity.relation,
        made.outcome,
        (figure(total(made.left)), figure(total(made.right))),
    )


def _addend(name: str, term: Term) -> Addend:
    place = place_of(term.cell) if term.cell else None
    return Addend(name, "" if term.value is None else figure(term.value), place)
