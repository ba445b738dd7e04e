"""C422: shares whose both sides are stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gpar_lint.checks.cells import figure
from gpar_lint.checks.claims.cells import contradictions
from gpar_lint.checks.claims.counting import Value, readings_of
from gpar_lint.checks.claims.ratios import is_stated, percent_of, shown
from gpar_lint.checks.claims.statements import statements
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.claims import Statement
from gpar_lint.report.claims.attribution import has_kind
from gpar_lint.report.claims.mentions import Mention
from gpar_lint.report.claims.subjects import Subject
from gpar_lint.text.records import Record

_HUNDRED = 100
_ROUGHLY = frozenset(("约", "近", "超"))
_LOOKED_BACK = 12  # figures before a share that may be its whole
_APPLICATIONS = (
    ("new_received",),
    ("new_received", "carried_over"),
    ("results_total",),
)


class Share(Record):
    """A percentage and the figure that it is said of."""

    percent: Mention
    part: Mention
    together: Value  # all the figures that the shares of its clause are of; 0 where it is one


def check_share(context: Context, rule: Rule) -> Iterator[Finding]:
    """C422: none of the wholes that it may be a share of gives the percentage."""
    wrong = {id(one.mention) for one in context.once(contradictions) if one.mention}
    for statement in context.once(statements):
        totals = _totals(statement)
        for share in _shares(statement):
            its_totals = totals.get(share.part.number, ())
            finding = _judge(context, rule, statement, share, its_totals)
            if finding and id(share.part) not in wrong:
                yield finding


def _shares(statement: Statement) -> Iterator[Share]:
    """The shares of a statement; 分别占 speaks of as many figures before it."""
    figures = statement.figures
    clauses: dict[int, list[Mention]] = {}
    for mention in figures:
        if mention.figure.measure == "percent" and mention.figure.exact:
            clauses.setdefault(id(mention.clause), []).append(mention)
    for group in clauses.values():
        first = group[0]
        if (
            not _is_share(first)
            or _is_rough(statement.text, first)
            or first.situation.scope
            or first.number < len(group)
        ):
            continue
        parts = _parts_before(figures, first, len(group))
        if len(group) > 1 and not has_kind(first.left, "list", "respectively"):
            continue
        together = sum(part.figure.value for part in parts) if len(parts) > 1 else 0
        for percent, part in zip(group, parts, strict=True):
            if part.figure.measure != "percent" and part.figure.exact and _is_near(part, first):
                yield Share(percent, part, together)


def _parts_before(figures: Sequence[Mention], first: Mention, count: int) -> Sequence[Mention]:
    """As many figures before the first share; a single one may have a bracket behind it."""
    parts = figures[first.number - count : first.number]
    if count > 1:
        return parts
    outer = (
        one
        for one in reversed(figures[max(first.number - _LOOKED_BACK, 0) : first.number])
        if _is_around(one, first)
    )
    return [next(outer, parts[0])]


def _is_around(part: Mention, percent: Mention) -> bool:
    """Whether no bracket stands between a figure and its share: 11件（网上7件），占42.3%."""
    return part.clause.depth <= percent.clause.depth


def _is_share(mention: Mention) -> bool:
    """Whether nothing but 占, 占总数的, 占比为 stands before the percentage."""
    known = all(
        token.kind in ("compare", "filler", "list", "topic", "verb", "mark")
        for token in mention.left
    )
    return known and has_kind(mention.left, "compare", "share")


def _is_rough(text: str, mention: Mention) -> bool:
    """Whether the share is a rough one: 约占四成."""
    start = next(token.start for token in mention.left if token.kind == "compare")
    return text[max(start - 1, 0) : start] in _ROUGHLY


def _is_near(part: Mention, percent: Mention) -> bool:
    return part.clause.sentence == percent.clause.sentence and not part.is_base


def _judge(
    context: Context, rule: Rule, statement: Statement, share: Share, totals: Sequence[Mention]
) -> Finding | None:
    """The finding on a share of one of the `totals`, or else of a larger figure before it."""
    wholes = totals or _larger(statement, share.part)
    values = [*[whole.figure.value for whole in wholes], share.together]
    if not totals:
        values += _table_wholes(context, statement, share.part)
    if not wholes or not all(whole.figure.exact and whole.figure.value for whole in wholes):
        return None
    context.tally["claims"] += 1
    stated, step = share.percent.figure.value, share.percent.figure.step
    part = share.part.figure.value
    possible = [stated]
    if _make_a_hundred(statement, share.percent):
        possible += [stated - step, stated + step]
    shares = [percent_of(part, value) for value in values if value]
    if any(is_stated(true, told, step) for true in shares for told in possible):
        return None
    return _finding(rule, statement, share, wholes[0])


def _make_a_hundred(statement: Statement, share: Mention) -> bool:
    """Whether the shares of a sentence add up: one may have been rounded so that they do."""
    shares = [
        Decimal(one.figure.value)
        for one in statement.figures
        if one.figure.measure == "percent"
        and one.clause.sentence == share.clause.sentence
        and _is_share(one)
    ]
    return sum(shares) == _HUNDRED


def _totals(statement: Statement) -> dict[int, list[Mention]]:
    """The totals of the lists that a figure is part of, by the figure's number."""
    found: dict[int, list[Mention]] = {}
    for breakdown in statement.breakdowns:
        for part in breakdown.parts:
            found.setdefault(part.number, []).append(breakdown.total)
    return found


def _larger(statement: Statement, part: Mention) -> list[Mention]:
    """The figures before that it may be a part of, the nearest first."""
    before = statement.figures[max(part.number - _LOOKED_BACK, 0) : part.number]
    return [
        other
        for other in reversed(before)
        if other.figure.unit == part.figure.unit
        and other.figure.value >= part.figure.value
        and other.clause.sentence >= part.clause.sentence - 1
        and not _is_share(statement.figures[other.number + 1])  # a part itself
    ]


def _table_wholes(context: Context, statement: Statement, part: Mention) -> Sequence[Value]:
    """For a figure of table 三: all applications, by any accounting."""
    if statement.about[part.number].subject.table != "三":
        return []
    subject = Subject("", table="三", readings=_APPLICATIONS)
    return [reading.value for reading in readings_of(subject, context.report) or ()]


def _finding(rule: Rule, statement: Statement, share: Share, whole: Mention) -> Finding:
    content, text = statement.passage.content, statement.text
    percent, part = share.percent, share.part
    values = {
        "stated": text[percent.token.start : percent.token.end],
        "right": shown(percent_of(part.figure.value, whole.figure.value)),
        "part": figure(part.figure.value),
        "total": figure(whole.figure.value),
    }
    related = tuple(
        Related(content.span(one.token.start, one.token.end), key, {"value": values[key]})
        for key, one in (("part", part), ("total", whole))
    )
    span = content.span(percent.token.start, percent.token.end)
    return Finding(rule.code, span, values, related=related)
