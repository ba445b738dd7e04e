"""C424: one fact with two figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gpar_lint.checks.claims.statements import statements
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.claims import Statement
from gpar_lint.report.claims.attribution import Attribution, has_kind
from gpar_lint.report.claims.mentions import Mention, has_head
from gpar_lint.report.claims.tokens import Token
from gpar_lint.text.records import Record

_SILENT = frozenset(("filler", "list", "time", "year", "date"))
_RATES = frozenset(("percent", "points", "tenths", "fold", "kind"))
_SHORTEST = 5  # code points of a fact's words; fewer could be anything

Key = tuple[str, ...]


class Fact(Record):
    """A mention and the words that make it the same fact as another."""

    key: Key
    mention: Mention
    statement: Statement
    yearly: bool  # it says that it speaks of the whole year


def check_repeated_fact(context: Context, rule: Rule) -> Iterator[Finding]:
    """C424: the later mention, related to the first that differs."""
    first: dict[Key, Fact] = {}
    for statement in context.once(statements):
        for fact in _facts(statement, context.report.agency):
            earlier = first.setdefault(fact.key, fact)
            told = fact.yearly or earlier.yearly
            if told and not _agree(earlier.mention, fact.mention):
                yield _finding(rule, fact, earlier)


def _facts(statement: Statement, agency: str) -> Iterator[Fact]:
    parts = {id(part) for breakdown in statement.breakdowns for part in breakdown.parts}
    for mention, about in zip(statement.figures, statement.about, strict=True):
        if id(mention) not in parts and _is_plain(mention, about):
            key = _key(statement.text, mention, agency)
            if key:
                yield Fact(key, mention, statement, _is_whole_year(mention))


def _is_plain(mention: Mention, about: Attribution) -> bool:
    """Whether a figure is the whole year's and the agency's own, and no table has it."""
    situation = mention.situation
    return (
        not about.subject.table
        and mention.figure.exact
        and mention.figure.measure not in _RATES
        and bool(mention.figure.unit)
        and situation.year is None
        and not situation.period
        and not situation.scope
        and not mention.is_base
        and mention.left_headed
        and not has_head(mention.right)
        and (_is_whole_year(mention) or has_kind(mention.left, "verb", "act"))
    )


def _is_whole_year(mention: Mention) -> bool:
    """Whether the clause says that it speaks of the year, or no clause before limits it.

    What is published may be limited by a clause before (围绕乡村振兴，公众号发布20条).
    """
    if has_kind(mention.left, "time", "this_year") or has_kind(mention.left, "year"):
        return True
    return mention.opens


def _key(text: str, mention: Mention, agency: str) -> Key:
    """The words that count, in any order; empty where they could be said of several things."""
    tokens = [token for token in mention.left if _tells(text, token, agency)]
    words = [text[token.start : token.end] for token in tokens]
    if sum(map(len, words)) < _SHORTEST or has_kind(mention.left, "negation"):
        return ()
    if has_kind(mention.left, "scope", "wider", "assist") or has_kind(mention.left, "compare"):
        return ()
    if not any(token.kind == "verb" for token in tokens):
        return ()
    return (*sorted(map(_normal, words, tokens)), mention.figure.unit)


def _tells(text: str, token: Token, agency: str) -> bool:
    word = text[token.start : token.end]
    if token.kind in _SILENT or token.kind == "mark" or token.kind == "scope":
        return False
    return len(word) > 1 and word not in agency


def _normal(word: str, token: Token) -> str:
    """Words that say the same are one: 发布 and 推送."""
    return "publish" if token.kind == "verb" and token.sense == "publish" else word


def _agree(one: Mention, other: Mention) -> bool:
    slack = max(one.figure.step, other.figure.step)
    difference = abs(Decimal(one.figure.value) - other.figure.value)
    return difference == 0 or (slack > 1 and difference < slack)


def _finding(rule: Rule, fact: Fact, earlier: Fact) -> Finding:
    content, token = fact.statement.passage.content, fact.mention.token
    said, before = _said(fact), _said(earlier)
    its = earlier.mention.token
    place = earlier.statement.passage.content.span(its.start, its.end)
    related = (Related(place, "earlier", {"value": before}),)
    values = {"said": said, "earlier": before}
    return Finding(rule.code, content.span(token.start, token.end), values, related=related)


def _said(fact: Fact) -> str:
    tokens = [*fact.mention.left, fact.mention.token]
    return fact.statement.text[tokens[0].start : fact.mention.token.end].lstrip("、，")
