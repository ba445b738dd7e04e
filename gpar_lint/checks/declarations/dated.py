"""The date of the report itself (D514)."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.declarations.dates import Date, dates_in
from gpar_lint.checks.declarations.insertion import preamble_of
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.reporting_year import reporting_year
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage

_LAST_PASSAGES = 3  # agency, date, and a remark (此件公开发布) below it
_LONGEST_SIGNATURE = 30  # the agency before the date
_SIGNATURE_MARKS = frozenset("()、")
_LONGEST = 50
_SENTENCE_MARKS = frozenset("，。;；《》“”")


def check_dated(context: Context, rule: Rule) -> Iterator[Finding]:
    """A report dated before its reporting year is over (D514)."""
    year = reporting_year(context)
    if year is None:
        return
    labels = vocabulary(context, "declarations").table("dated").strings("labels")
    for passage, date in _datings(context, labels):
        if (date.year or year, date.month, date.day or 31) < (year, 12, 31):
            text = passage.content.text[date.start : date.end]
            span = passage.content.span(date.start, date.end)
            yield Finding(rule.code, span, {"date": text, "year": year})
            return


def _datings(context: Context, labels: tuple[str, ...]) -> Iterator[tuple[Passage, Date]]:
    """The lines that give the date of the report: its signature, or a line above its text."""
    report = context.report
    for passage in report.passages[-_LAST_PASSAGES:]:
        date = _date_line(passage, ())
        if date:
            yield passage, date
    for passage in preamble_of(report):
        date = _date_line(passage, labels)
        if date:
            yield passage, date


def _date_line(passage: Passage, labels: tuple[str, ...]) -> Date | None:
    """The full date that a short line ends with; with `labels`, one that a label introduces."""
    text = passage.content.text
    if len(text) > _LONGEST or not _SENTENCE_MARKS.isdisjoint(text):
        return None
    for date in dates_in(text):
        if date.year is None or date.day is None:
            continue
        before, after = text[: date.start], text[date.end :].strip("()印发")
        if labels and before.rstrip(":(").endswith(labels):
            return date
        if not after and _is_signature(before) and not (labels and before.strip("(")):
            return date
    return None


def _is_signature(text: str) -> bool:
    """Whether a text can be the agency that signs: a name, perhaps in brackets, or nothing."""
    name = text.removesuffix(":")
    return len(name) <= _LONGEST_SIGNATURE and all(
        "一" <= char <= "鿿" or char in _SIGNATURE_MARKS for char in name
    )
