"""C421: a total and its parts that do not add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gpar_lint.checks.cells import figure
from gpar_lint.checks.claims.cells import contradictions
from gpar_lint.checks.claims.counting import Value, fitting, readings_of
from gpar_lint.checks.claims.gaps import Gap, gaps
from gpar_lint.checks.claims.statements import statements
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.claims import Statement
from gpar_lint.report.claims.lists import Breakdown, is_independent
from gpar_lint.report.claims.mentions import HEADS, Mention
from gpar_lint.report.claims.subjects import Subject
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_FEWEST = 2
_SHORT = Decimal("0.2")  # of the total: what falls shorter names some kinds only
_SURE_TO_CLOSE = frozenset(("respectively", "sum", "total"))
_SUMS = (("results_total",), ("results_total", "carried_forward"), ("new_received", "carried_over"))


class Verdict(Record):
    """What is wrong with a breakdown."""

    kind: str  # "more" or "less"
    parts: Sequence[Mention]
    sum: Value


def check_breakdown(context: Context, rule: Rule) -> Iterator[Finding]:
    """C421: one finding a total; none where a figure of the list is wrong against its cell."""
    wrong = {id(one.mention) for one in context.once(contradictions) if one.mention}
    for statement in context.once(statements):
        for breakdown in statement.breakdowns:
            if len(breakdown.parts) < _FEWEST:
                continue
            context.tally["claims"] += 1
            if statement.about[breakdown.total.number].kind == "carried":
                continue  # 新收13件，上年结转3件。其中予以公开…: of both together
            if _has_gap(breakdown, statement, context.once(gaps)) or wrong.intersection(
                map(id, (breakdown.total, *breakdown.parts))
            ):
                continue
            verdict = judge(breakdown)
            summed_up = breakdown.led in ("sum", "total")
            if verdict and (summed_up or not _is_told_by_tables(context, statement, verdict)):
                yield _finding(rule, statement, breakdown.total, verdict)


def _has_gap(breakdown: Breakdown, statement: Statement, found: Sequence[Gap]) -> bool:
    """Whether a part of the list has no number: that is C425, and the sum is unknown."""
    content = statement.passage.content
    span = content.span(breakdown.total.token.start, breakdown.parts[-1].token.end)
    return any(span.overlaps(gap.span) for gap in found)


def judge(breakdown: Breakdown) -> Verdict | None:
    """What is wrong with it, if nothing is in doubt: None where it adds up or may well do so."""
    total, parts = breakdown.total.figure, _without_other_matters(breakdown)
    if breakdown.doubtful or any(not one.exact for one in (total, *[it.figure for it in parts])):
        return None
    if _adds_up_somewhere(breakdown):
        return None
    extents = [*_extents(parts), *([*parts, *more] for more in [breakdown.named_years] if more)]
    verdicts = [_verdict(breakdown, some) for some in extents]
    sure = [verdict for verdict in verdicts if verdict]
    if len(sure) < len(verdicts):
        return None
    nested = _verdict(breakdown, _heads(parts))
    likely = [*sure, nested] if nested else sure
    return min(likely, key=lambda one: abs(Decimal(one.sum) - Decimal(total.value)))


def _without_other_matters(breakdown: Breakdown) -> Sequence[Mention]:
    """The parts before a semicolon, where what stands behind it is too large to be one, or rough:
    公开163条，其中信息94条、动态69条；公开栏公开1200余条."""
    parts, total = breakdown.parts, breakdown.total.figure.value
    end = _semicolon_in(parts)
    other = any(not part.figure.exact or part.figure.value > total for part in parts[end:])
    return parts[:end] if end >= _FEWEST and other else parts


def _adds_up_somewhere(breakdown: Breakdown) -> bool:
    """Whether its parts make the total in some reading: the first of them, where the rest is
    something else; those that are themselves broken down by others; all, whatever years they name.
    """
    total, parts = breakdown.total.figure, breakdown.parts
    missing = Decimal(total.value)
    slack = total.step if total.step > 1 else Decimal(0)
    for number, part in enumerate(parts, 1):
        missing -= part.figure.value
        slack += part.figure.step if part.figure.step > 1 else 0
        if number >= _FEWEST and (missing == 0 or abs(missing) < slack):
            return not _goes_on(parts, number)
    if _sum(_heads(parts)) == total.value:
        return True
    return _sum(parts) + _sum(breakdown.named_years) == total.value


def _sum(parts: Sequence[Mention]) -> Decimal:
    return sum([Decimal(part.figure.value) for part in parts], Decimal(0))


def _goes_on(parts: Sequence[Mention], number: int) -> bool:
    """Whether the parts behind the first ones are named like those, and surely of the same list."""
    rest = [part for part in parts[number:] if part.figure.value]
    first = parts[number - 1]
    return bool(rest) and all(
        part.clause.before == first.clause.before and _shape(part) == _shape(first) for part in rest
    )


def _shape(part: Mention) -> set[str]:
    """What kinds of words name a part."""
    return {token.kind for token in part.left if token.kind in HEADS}


def _heads(parts: Sequence[Mention]) -> Sequence[Mention]:
    """The parts without those that break another down: 复议7件，维持6件，未审结1件；诉讼4件."""
    heads: list[Mention] = []
    place = 0
    while place < len(parts):
        heads.append(parts[place])
        place += 1 + _detailed(parts[place].figure.value, parts[place + 1 :])
    return heads


def _detailed(value: Value, following: Sequence[Mention]) -> int:
    """How many of the parts that follow make up a value, 0 where none do."""
    made = Decimal(0)
    for number, part in enumerate(following, 1):
        made += part.figure.value
        if made >= value:
            return number if made == value and number >= _FEWEST else 0
    return 0


def _extents(parts: Sequence[Mention]) -> list[Sequence[Mention]]:
    """Where the list may end: at its last figure, or before figures of other matters."""
    extents = [parts]
    end, parted = _semicolon_in(parts), _is_parted(parts)
    if end:
        extents.append(parts[:end])
    while len(parts) > _FEWEST and is_independent(parts[-1], parts[-2], parted=parted):
        parts = parts[:-1]
        extents.append(parts)
    return extents


def _semicolon_in(parts: Sequence[Mention]) -> int:
    """The first part behind a semicolon, where other parts are not: a list within commas ends."""
    behind = [part.clause.before == ";" for part in parts[1:]]
    return behind.index(True) + 1 if any(behind) and not _is_parted(parts) else 0


def _is_parted(parts: Sequence[Mention]) -> bool:
    """Whether it is semicolons that stand between the parts, most of them at least."""
    behind = [part.clause.before == ";" for part in parts[1:]]
    return 2 * sum(behind) > len(behind)


def _verdict(breakdown: Breakdown, parts: Sequence[Mention]) -> Verdict | None:
    total = Decimal(breakdown.total.figure.value)
    made = _sum(parts)
    closed = breakdown.closed or breakdown.led in _SURE_TO_CLOSE
    mixed = len({part.figure.unit for part in (*parts, breakdown.total)}) > 1
    if made > total:
        beyond = any(part.figure.value > total for part in parts)
        scopes = beyond and (not closed or breakdown.led == "respectively")
        return None if scopes else Verdict("more", parts, made)
    if breakdown.incomplete or mixed:
        return None
    return Verdict("less", parts, made) if closed or total - made <= total * _SHORT else None


def _is_told_by_tables(context: Context, statement: Statement, verdict: Verdict) -> bool:
    """Whether the parts are results that the tables confirm, of another total than the one named.

    收到13件，其中予以公开6件 … lists the results of those answered, which the tables count.
    """
    abouts = [statement.about[part.number] for part in verdict.parts]
    if any(about.subject.table != "三" or not about.sure for about in abouts):
        return False
    for rows in _SUMS:
        readings = readings_of(Subject("", table="三", readings=(rows,)), context.report)
        if readings and fitting(readings, verdict.sum):
            return True
    return False


def _finding(rule: Rule, statement: Statement, total: Mention, verdict: Verdict) -> Finding:
    content = statement.passage.content
    stated = Decimal(total.figure.value)
    values = {
        "total": _written(statement, total),
        "parts": "＋".join(figure(part.figure.value) for part in verdict.parts),
        "sum": figure(verdict.sum),
        "difference": figure(abs(verdict.sum - stated)),
    }
    related = [
        Related(
            content.span(part.token.start, part.token.end),
            "part",
            {"part": _named(statement, part)},
        )
        for part in verdict.parts
    ]
    span: Span = content.span(total.token.start, total.token.end)
    return Finding(rule.code, span, values, text=verdict.kind, related=tuple(related))


def _written(statement: Statement, mention: Mention) -> str:
    return statement.text[mention.token.start : mention.token.end]


def _named(statement: Statement, mention: Mention) -> str:
    tokens = [*mention.left, mention.token]
    return statement.text[tokens[0].start : mention.token.end].lstrip("、，")
