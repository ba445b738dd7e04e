"""The statistics period: the reporting year, 1 January to 31 December (D506)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gpar_lint.checks.context import Context
from gpar_lint.checks.declarations.dates import Date, dates_in
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.reporting_year import reporting_year
from gpar_lint.checks.sentences import Sentence, find_sentences
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.fields import Fields
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_TO = regex(r"[起始,，(]{0,2}(?:至|到|[-—–―~]{1,2}|截至|止于)(?:[^0-9。]{0,2})")
_FIRST = (1, 1)
_LAST = (12, 31)


class Period(Record):
    """A statistics period as the report states it."""

    first: Date
    last: Date
    sentence: Sentence


def find_periods(context: Context) -> list[Period]:
    """The periods that the report says its figures are for."""
    rows = vocabulary(context, "declarations").table("period")
    words, strong = rows.strings("words"), rows.strings("strong")
    founded = rows.strings("founded")
    found: list[Period] = []
    for sentence in context.once(find_sentences):
        due = words if sentence.passage.chapter in (None, "", "六") else strong
        placed = sentence.passage.chapter in (None, "", "六", "一")
        if placed and any(word in sentence.text for word in due):
            found.extend(_periods_in(sentence, founded))
    return found


def _periods_in(sentence: Sentence, founded: tuple[str, ...]) -> Iterator[Period]:
    text = sentence.text
    dates = list(dates_in(text))
    for first, last in pairwise(dates):
        between = text[first.end : last.start]
        since = between.endswith(("至", "到")) and any(word in between for word in founded)
        if since or _TO.fullmatch(between):
            yield Period(first, last._replace(year=last.year or first.year), sentence)


def check_period(context: Context, rule: Rule) -> Iterator[Finding]:
    """A statistics period other than the reporting year (D506)."""
    year = reporting_year(context)
    if year is None:
        return
    words = vocabulary(context, "declarations").table("period")
    for period in context.once(find_periods):
        if not _is_year(period, year, words):
            first, last, sentence = period
            span = sentence.content.span(first.start, last.end)
            stated = sentence.text[first.start : last.end]
            yield Finding(rule.code, span, {"stated": stated, "year": year})


def _is_year(period: Period, year: int, words: Fields) -> bool:
    """Whether a period is the reporting year, or as much of it as the agency existed."""
    first, last, sentence = period
    if (first.year or year) != year or (last.year or year) != year:
        return False
    begins = (first.month, first.day or 1) == _FIRST
    ends = (last.month, last.day or 31) == _LAST
    text = sentence.text
    founded = any(word in text for word in words.strings("founded"))
    abolished = any(word in text for word in words.strings("abolished"))
    return (begins or founded) and (ends or abolished)
