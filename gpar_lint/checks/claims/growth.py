"""C423: growth from one stated figure to another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gpar_lint.checks.cells import figure
from gpar_lint.checks.claims.cells import contradictions
from gpar_lint.checks.claims.counting import Value
from gpar_lint.checks.claims.ratios import is_stated, percent_of, shown
from gpar_lint.checks.claims.statements import statements
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.claims import Statement
from gpar_lint.report.claims.mentions import Mention, direction_of
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_RATES = frozenset(("percent", "tenths", "fold"))
_SHARES = frozenset(("percent", "points", "tenths", "fold"))
_MULTIPLES = {"double": 2, "quadruple": 4}
_LOOKED_BACK = 6  # figures before a change, among which both sides stand


class Change(Record):
    """A change that the text states: 下降27.8%, 增加46条, 3倍, 翻了一番."""

    start: int  # in the passage
    end: int
    number: int  # how many figures stand before it
    sentence: int
    depth: int  # of brackets
    direction: str  # "up", "down", "times"
    measure: str  # "percent", "tenths", "fold", or "" for a difference
    value: Decimal
    step: Decimal
    unit: str


class Sides(Record):
    """The two figures of a change."""

    before: Mention  # or the difference that tells it: 36件，比上年增加8件
    now: Mention
    value: Value  # of the earlier figure


def check_growth(context: Context, rule: Rule) -> Iterator[Finding]:
    """C423: the stated change is not that from the one figure to the other."""
    wrong = {id(one.mention) for one in context.once(contradictions) if one.mention}
    for statement in context.once(statements):
        for change in _changes(statement):
            sides = _sides(statement, change) or _sides_by_difference(statement, change)
            if sides is None or wrong.intersection(map(id, sides)):
                continue
            context.tally["claims"] += 1
            if not _is_right(change, sides):
                yield _finding(rule, statement, change, sides)


def _changes(statement: Statement) -> Iterator[Change]:
    for mention in statement.figures:
        change = _change(mention)
        if change:
            yield change
    seen = 0
    for token, clause in statement.placed:
        if token.kind == "figure":
            seen += 1
        elif token.kind == "compare" and token.sense in _MULTIPLES:
            value = Decimal(_MULTIPLES[token.sense])
            yield Change(
                token.start,
                token.end,
                seen,
                clause.sentence,
                clause.depth,
                "times",
                "fold",
                value,
                Decimal(1),
                "",
            )


def _change(mention: Mention) -> Change | None:
    """The change that a figure states, if it does."""
    told = mention.figure
    if not told.exact or told.measure == "points":
        return None
    direction = direction_of(mention)
    if told.measure == "fold" and not direction:
        direction = "times"
    if not direction or (told.measure in _RATES and not told.unit):
        return None
    measure = told.measure if told.measure in _RATES else ""
    start = mention.token.start
    for token in reversed(mention.left):
        if token.kind == "compare" and token.sense == direction:
            start = token.start
    return Change(
        start,
        mention.token.end,
        mention.number,
        mention.clause.sentence,
        mention.clause.depth,
        direction,
        measure,
        Decimal(told.value),
        told.step,
        told.unit,
    )


def _sides(statement: Statement, change: Change) -> Sides | None:
    """The figures compared; None where they are not both stated, or not surely."""
    near = _before(statement, change)
    last_change = max(
        (place for place, mention in enumerate(near) if direction_of(mention)), default=-1
    )
    bases = [mention for mention in near[last_change + 1 :] if _is_earlier(mention)]
    bases = bases or _base_behind(statement, change)
    if len(bases) != 1 or not bases[0].figure.exact or not bases[0].figure.value:
        return None
    base = bases[0]
    for mention in reversed(near):
        if mention is base or mention.clause.depth > change.depth:
            continue  # 新收33件（企业2件），较上年（28件）增长17.9%
        if mention.figure.unit == base.figure.unit:
            told = not _is_earlier(mention) and not direction_of(mention)
            if told and mention.figure.exact and change.unit in (base.figure.unit, *_rate_units()):
                return Sides(base, mention, base.figure.value)
            return None
    return None


def _sides_by_difference(statement: Statement, change: Change) -> Sides | None:
    """The sides of a percentage that has its difference beside it: 36件，增加8件，增长28.6%.

    Of several figures that may have grown so, one that did; else the nearest.
    """
    if change.measure != "percent":
        return None
    beside = statement.figures[max(change.number - 1, 0) : change.number + 2]
    differences = [one for one in beside if _is_difference_of(one, change)]
    if len(differences) != 1 or not _is_bare(statement.figures[change.number]):
        return None
    difference = differences[0]
    growth = Decimal(difference.figure.value) * (1 if change.direction == "up" else -1)
    found = [
        Sides(difference, now, now.figure.value - growth)
        for now in reversed(_before(statement, change))
        if now.figure.unit == difference.figure.unit
        and now.clause.depth <= change.depth
        and now.figure.exact
        and now.figure.value > growth
        and not (_is_earlier(now) or direction_of(now))
    ]
    return next((sides for sides in found if _is_right(change, sides)), found[0] if found else None)


def _is_difference_of(mention: Mention, change: Change) -> bool:
    """Whether a figure is the same change, told as a difference."""
    return (
        mention.clause.sentence == change.sentence
        and mention.figure.measure not in _SHARES
        and mention.figure.exact
        and direction_of(mention) == change.direction
    )


def _before(statement: Statement, change: Change) -> list[Mention]:
    """The figures before a change in its sentence, without another form of the same change.

    增加3件，增长30% says the same twice: both are the change from one figure to the other.
    """
    first = max(change.number - _LOOKED_BACK, 0)
    near = [
        mention
        for mention in statement.figures[first : change.number]
        if mention.clause.sentence == change.sentence and mention.figure.measure not in _SHARES
    ]
    bare = change.number < len(statement.figures) and _is_bare(statement.figures[change.number])
    while bare and near and direction_of(near[-1]):
        near.pop()
    return near


def _is_bare(mention: Mention) -> bool:
    """Whether a change names nothing that changed: 增长30%, not 点击量增长30%."""
    return all(token.kind in ("compare", "filler", "mark") for token in mention.left)


def _base_behind(statement: Statement, change: Change) -> list[Mention]:
    """The earlier figure in a bracket behind the change: 同比增长17.2%（2023年为180件）."""
    following = statement.figures[change.number + 1 : change.number + 2]
    behind = (
        statement.figures[change.number].behind if change.number < len(statement.figures) else None
    )
    return [one for one in following if one.clause is behind and _is_earlier(one)]


def _rate_units() -> tuple[str, ...]:
    return ("%", "成", "倍", "")


def _is_earlier(mention: Mention) -> bool:
    """Whether a figure is an earlier year's."""
    return mention.is_base or mention.situation.year is not None


def _is_right(change: Change, sides: Sides) -> bool:
    before, now = Decimal(sides.value), Decimal(sides.now.figure.value)
    mentions = (sides.before, sides.now)
    slack = sum((one.figure.step for one in mentions if one.figure.step > 1), Decimal(0))
    growth = now - before
    if change.direction == "down":
        growth = -growth
    if change.measure == "percent":
        exact = is_stated(percent_of(growth, before), change.value, change.step)
        return exact or (bool(slack) and _is_possible(change, sides))
    if change.measure == "tenths":
        return growth >= 0 and abs(10 * growth / before - change.value) < 1
    if change.measure == "fold":
        ratios = [now / before]
        if change.direction != "times":
            ratios.append(growth / before)
        return any(abs(ratio - change.value) < change.step / 2 + slack for ratio in ratios)
    return abs(growth - change.value) <= slack


def _is_possible(change: Change, sides: Sides) -> bool:
    """Whether figures that are rounded themselves (1.8万) may have grown by a percentage."""
    before, now = Decimal(sides.value), Decimal(sides.now.figure.value)
    mentions = (sides.before, sides.now)
    rounding = [side.figure.step if side.figure.step > 1 else Decimal(0) for side in mentions]
    least = (now - rounding[1]) / (before + rounding[0]) - 1
    most = (now + rounding[1]) / max(before - rounding[0], Decimal(1)) - 1
    stated = (change.value if change.direction == "up" else -change.value) / 100
    return least <= stated <= most


def _finding(rule: Rule, statement: Statement, change: Change, sides: Sides) -> Finding:
    content = statement.passage.content
    before, now = Decimal(sides.value), Decimal(sides.now.figure.value)
    direction = "up" if now >= before else "down"
    told = {
        "difference": figure(abs(now - before)),
        "percent": shown(abs(percent_of(now - before, before))),
    }
    values = {
        "now": figure(now),
        "before": figure(before),
        "stated": statement.text[change.start : change.end],
        **told,
    }
    related = tuple(
        Related(content.span(one.token.start, one.token.end), key, {"value": values[key]})
        for key, one in (("before", sides.before), ("now", sides.now))
    )
    span: Span = content.span(change.start, change.end)
    return Finding(rule.code, span, values, text=direction, related=related)
