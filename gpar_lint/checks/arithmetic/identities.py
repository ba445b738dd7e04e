"""A301 to A306: every sum that an edition's format demands (勾稽关系)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gpar_lint.checks.arithmetic.culprit import Culprit, find_culprit
from gpar_lint.checks.arithmetic.sums import BROKEN, HOLDS, UNKNOWN, Sum, Term, gap, sums_of, total
from gpar_lint.checks.cells import (
    address,
    cell_name,
    column_name,
    edition_of,
    figure,
    place_of,
    row_name,
    within,
)
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.edition import TableFormat
from gpar_lint.report.model import TableCell
from gpar_lint.text.records import Record

_FEW = 7  # terms: so many are all named in a message; of more, those that are not 0


class Account(Record):
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
        for made in account.sums:
            if made.identity.code != rule.code:
                continue
            known = made.outcome != UNKNOWN
            context.tally["identities" if known else "identities_unknown"] += 1
            if made.outcome == BROKEN and not account.culprit:
                yield _broken(rule, account, made)
        if account.culprit and account.code == rule.code:
            yield _guilty(rule, account.form, account.culprit)


def _accounts(context: Context) -> list[Account]:
    accounts = []
    for table in context.report.tables:
        edition = edition_of(context, table)
        form = edition.table(table.name)
        sums = sums_of(form, edition.identities, table) if form and not table.problem else []
        if form and sums:
            crossing = len({made.identity.along for made in sums}) > 1
            accounts.append(Account(form, sums, find_culprit(sums) if crossing else None))
    return accounts


def _broken(rule: Rule, account: Account, made: Sum) -> Finding:
    form = account.form
    place = _place(made, account.sums)
    left, right = total(made.left), total(made.right)
    values = {
        "line": within(_name(form, made)),
        "left": figure(left),
        "right": figure(right),
        "left_terms": _listed(form, made, made.left),
        "right_terms": _listed(form, made, made.right),
        "difference": figure(gap(left, right)),
    }
    return Finding(
        rule.code,
        place_of(place),
        values,
        text=_text(rule, made),
        related=_related(form, made.terms, place),
        cell=address(place),
    )


def _text(rule: Rule, made: Sum) -> str:
    """Which of the rule's messages fits: with a blank, with nothing to add up, or the plain one."""
    if not made.is_whole and "partial" in rule.texts:
        return "partial"
    nothing = not any(term.value for term in made.left)
    return "nothing" if nothing and "nothing" in rule.texts else "message"


def _place(made: Sum, sums: Iterable[Sum]) -> TableCell:
    """The cell a broken sum is reported at: the format's, unless another sum vouches for it.

    So an unbalanced column is reported at its results' total, or, where the results add up, at
    the figure beside it (结转下年度).
    """
    identity = made.identity
    keys, side = identity.left, made.left
    if identity.place not in keys:
        keys, side = identity.right, made.right
    vouched = [other.right[0] for other in sums if _vouches(other, identity.along)]
    ordered = sorted(zip(keys, side, strict=True), key=lambda pair: pair[0] != identity.place)
    terms = [term for _, term in ordered if term.value is not None]
    free = [term for term in terms if not any(term is other for other in vouched)]
    cells = [term.cell for term in (*free, *terms, *made.terms) if term.cell]
    return cells[0]


def _vouches(made: Sum, along: str) -> bool:
    """Whether a sum that holds confirms the one figure on its right side."""
    identity = made.identity
    equal = identity.relation == "equal" and len(made.right) == 1
    return equal and identity.along == along and made.outcome == HOLDS


def _guilty(rule: Rule, form: TableFormat, culprit: Culprit) -> Finding:
    cell = culprit.cell
    values = {
        "cell": cell_name(form, cell),
        "stated": figure(culprit.stated),
        "mended": figure(culprit.mended),
        "difference": figure(gap(culprit.stated, culprit.mended)),
        "count": len(culprit.sums),
        "sums": "；".join([_formula(form, made) for made in culprit.sums]),
    }
    terms = [term for made in culprit.sums for term in made.terms]
    return Finding(
        rule.code,
        place_of(cell),
        values,
        text="culprit",
        hint="culprit_hint",
        related=_related(form, terms, cell),
        cell=address(cell),
    )


def _formula(form: TableFormat, made: Sum) -> str:
    """A broken sum in figures: “自然人”：新收 9＋结转 1＝10 ≠ 总计 8＋结转下年 3＝11."""
    left, right = (
        _listed(form, made, side) + (f"＝{figure(total(side))}" if len(side) > 1 else "")
        for side in (made.left, made.right)
    )
    return f"“{within(_name(form, made))}”：{left} ≠ {right}"


def _name(form: TableFormat, made: Sum) -> str:
    """The row or column of a sum."""
    name = row_name if made.identity.along == "row" else column_name
    return name(form, made.line)


def _listed(form: TableFormat, made: Sum, side: Sequence[Term]) -> str:
    """A side's terms with their figures; of many, those that are not 0."""
    along_row = made.identity.along == "row"
    listed = []
    for term in side:
        cell, value = term.cell, term.value
        if cell and value is not None and (value or len(side) <= _FEW):
            label = column_name(form, cell.column) if along_row else row_name(form, cell.row)
            listed.append(f"{label} {figure(value)}")
    return "＋".join(listed) or "0"


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
