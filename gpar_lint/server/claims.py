"""Figures in the text and the cells that they are about."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.claims.counting import Reading, Value, cells_of, fitting, readings_of
from gpar_lint.checks.claims.statements import statements
from gpar_lint.checks.context import Context
from gpar_lint.report.claims import Statement
from gpar_lint.report.claims.subjects import Subject
from gpar_lint.report.model import Report, TableCell
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class ClaimPlace(Record):
    """A figure, or its denial, in the text."""

    span: Span
    said: str  # its words, squeezed
    value: Value
    readings: tuple[Reading, ...]  # the ways of counting what it is about

    @property
    def cells(self) -> list[TableCell]:
        """The cells it is about: of the reading that gives its value, if one does."""
        return cells_of(fitting(self.readings, self.value)[:1] or self.readings)


def find_claim_places(context: Context) -> list[ClaimPlace]:
    """The sure claims about cells that were read, in order."""
    found: list[ClaimPlace] = []
    for statement in context.once(statements):
        found.extend(_stated(statement, context.report))
        found.extend(_denied(statement, context.report))
    return sorted(found, key=lambda claim: claim.span)


def _stated(statement: Statement, report: Report) -> Iterator[ClaimPlace]:
    for mention, about in zip(statement.figures, statement.about, strict=True):
        if about.sure and about.subject.table:
            value = mention.figure.value
            place = mention.token.start, mention.token.end
            yield from _claim(statement, place, value, about.subject, report)


def _denied(statement: Statement, report: Report) -> Iterator[ClaimPlace]:
    for denial in statement.denials:
        for subject in denial.subjects if denial.sure else ():
            yield from _claim(statement, (denial.start, denial.end), 0, subject, report)


def _claim(
    statement: Statement, place: tuple[int, int], value: Value, subject: Subject, report: Report
) -> Iterator[ClaimPlace]:
    readings = readings_of(subject, report)
    if readings:
        content = statement.passage.content
        said = content.text[place[0] : place[1]]
        yield ClaimPlace(content.span(*place), said, value, tuple(readings))
