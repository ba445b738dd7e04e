"""A301 to A306: every sum that an edition's format demands (勾稽关系)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gpar_lint.checks.arithmetic.culprit import Culprit, find_culprit
from gpar_lint.checks.arithmetic.sums import (
    BROKEN,
    HOLDS,
    UNKNOWN,
    Sum,
    Term,
    gap,
    is_whole,
    sums_of,
    total,
)
from gpar_lint.checks.cells import address, cell_name, figure, format_of, place_of
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.edition import TableFormat
from gpar_lint.report.model import TableCell

_FEW = 7  # terms: so many are all named in a message; of more, those that are not 0


class Account(NamedTuple):
    """The sums of one table."""

    form: TableFormat
    sums: list[Sum]
    culprit: Culprit | None

    @property
    def code(self) -> str:
        """The rule that speaks of the culprit: that of the table's first identity."""
        return self.sums[0].identity.code


def check_identity(context: Context, rule: Rule) -> Iterator[Finding]:
    """The sums whose identity carries the rule's code; where there is a culprit, it alone."""
    for account in context.once(_accounts):
        for found in account.sums:
            if found.identity.code != rule.code:
                continue
            outcome = found.outcome()
            context.tally["identities_unknown" if outcome == UNKNOWN else "identities"] += 1
            if outcome == BROKEN and not account.culprit:
                yield _broken(rule, account, found)
        if account.culprit and account.code == rule.code:
            yield _guilty(rule, account.form, account.culprit)


def _accounts(context: Context) -> list[Account]:
    accounts = []
    for table in context.report.tables:
        form, sums = format_of(context, table), sums_of(context, table)
        if form and sums:
            crossing = len({found.identity.along for found in sums}) > 1
            accounts.append(Account(form, sums, find_culprit(sums) if crossing else None))
    return accounts


def _broken(rule: Rule, account: Account, found: Sum) -> Finding:
    place = _place(found, account.sums)
    left, right = total(found.left), total(found.right)
    values = {
        "line": found.name,
        "left": figure(left),
        "right": figure(right),
        "left_terms": _listed(found.left),
        "right_terms": _listed(found.right),
        "difference": figure(gap(left, right)),
    }
    return Finding(
        rule.code,
        place_of(place),
        values,
        text=_text(rule, found),
        hint="hint",
        related=_related(account.form, found.terms, place),
        cell=address(place),
    )


def _text(rule: Rule, found: Sum) -> str:
    """Which of the rule's messages fits: with a blank, with nothing to add up, or the plain one."""
    if not (is_whole(found.left) and is_whole(found.right)) and "partial" in rule.texts:
        return "partial"
    nothing = not any(term.value for term in found.left)
    return "nothing" if nothing and "nothing" in rule.texts else "message"


def _place(found: Sum, sums: Iterable[Sum]) -> TableCell:
    """The cell a broken sum is reported at: the format's, unless another sum vouches for it.

    So an unbalanced column is reported at its results' total, or, where the results add up, at
    the figure beside it (结转下年度).
    """
    key = found.identity.place
    side = found.left if any(term.key == key for term in found.left) else found.right
    others = [other for other in sums if other.identity.along == found.identity.along]
    vouched = {id(other.right[0].cell) for other in others if _vouches(other)}
    cells = [
        term.cell
        for term in sorted(side, key=lambda term: term.key != key)
        if term.cell and term.value is not None
    ]
    free = [cell for cell in cells if id(cell) not in vouched]
    return (free or cells or [term.cell for term in found.terms if term.cell])[0]


def _vouches(found: Sum) -> bool:
    """Whether a sum that holds confirms the one figure on its right side."""
    return found.identity.relation == "equal" and len(found.right) == 1 and found.outcome() == HOLDS


def _guilty(rule: Rule, form: TableFormat, culprit: Culprit) -> Finding:
    cell = culprit.cell
    values = {
        "cell": cell_name(form, cell),
        "stated": figure(culprit.stated),
        "mended": figure(culprit.mended),
        "difference": figure(gap(culprit.stated, culprit.mended)),
        "count": len(culprit.sums),
        "sums": "；".join([_formula(found) for found in culprit.sums]),
    }
    terms = [term for found in culprit.sums for term in found.terms]
    return Finding(
        rule.code,
        place_of(cell),
        values,
        text="culprit",
        hint="culprit_hint",
        related=_related(form, terms, cell),
        cell=address(cell),
    )


def _formula(found: Sum) -> str:
    """A broken sum in figures: “自然人”：新收 9＋结转 1＝10 ≠ 总计 8＋结转下年 3＝11."""
    left, right = (
        _listed(side) + (f"＝{figure(total(side))}" if len(side) > 1 else "")
        for side in (found.left, found.right)
    )
    return f"“{found.name}”：{left} ≠ {right}"


def _listed(terms: tuple[Term, ...]) -> str:
    """Terms with their figures; of many, those that are not 0."""
    shown = [term for term in terms if term.value or len(terms) <= _FEW]
    known = [f"{term.label} {figure(term.value)}" for term in shown if term.value is not None]
    return "＋".join(known) or "0"


def _related(form: TableFormat, terms: Sequence[Term], place: TableCell) -> tuple[Related, ...]:
    """The other cells of one or more sums, each once; of many, those that are not 0."""
    found: dict[int, Related] = {}
    for term in terms:
        cell = term.cell
        if cell is None or cell is place or term.value is None:
            continue
        if term.value or len(terms) <= _FEW:
            values = {"cell": cell_name(form, cell), "value": figure(term.value)}
            found.setdefault(id(cell), Related(place_of(cell), "term", values))
    return tuple(found.values())
