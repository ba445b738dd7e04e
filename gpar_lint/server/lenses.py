"""Code lenses: over each table how its sums stand, over the title year and edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gpar_lint.checks.arithmetic.sums import BROKEN, UNKNOWN
from gpar_lint.report.model import Table
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.texts import say
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Lens(Record):
    """A line of words above a place."""

    span: Span
    text: str


def lenses_of(analysis: Analysis) -> Iterator[Lens]:
    """The lenses of a report."""
    report, language = analysis.report, analysis.language
    if report is None:
        return
    if report.title:
        key = "lens-title" if report.year else "lens-no-year"
        text = say(key, language, year=report.year, edition=report.edition.name)
        yield Lens(report.title.span, text)
    for table in report.tables:
        text = _standing(analysis, table)
        if text:
            yield Lens(table.span, text)


def _standing(analysis: Analysis, table: Table) -> str:
    """How the sums of a table stand, in words; "" for a table without sums."""
    language = analysis.language
    if table.problem:
        return say("lens-unreadable", language)
    outcomes = Counter(made.outcome for made in analysis.sums(table))
    known = outcomes.total() - outcomes[UNKNOWN]
    parts = []
    if outcomes[BROKEN]:
        parts.append(say("lens-broken", language, count=known, broken=outcomes[BROKEN]))
    elif known:
        parts.append(say("lens-holds", language, count=known))
    if outcomes[UNKNOWN]:
        parts.append(say("lens-unknown", language, unknown=outcomes[UNKNOWN]))
    return " · ".join(parts)
