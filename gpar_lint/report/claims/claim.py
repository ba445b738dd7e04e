"""Claims as `gpar-lint extract` prints them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gpar_lint.format.rulebook import Rulebook
from gpar_lint.report.claims.attribution import Attribution
from gpar_lint.report.claims.mentions import Mention
from gpar_lint.report.claims.statements import Statement, read_statements
from gpar_lint.report.model import Report
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Claim(Record):
    """A figure, or its denial, that the text states."""

    subject: str  # a cell's address (三.new_received.total), or a plain name
    value: int | Decimal
    exact: bool  # False: rough (近百, 100余) or rounded (1.2万)
    unit: str  # the measure word
    year: int | None  # the year it speaks of
    scope: str  # "own", "wider" (全县), "assist" (other agencies' cases)
    text: str  # its words, squeezed
    span: Span


def find_claims(report: Report, rulebook: Rulebook) -> list[Claim]:
    """The claims of a report's text, in order."""
    claims: list[Claim] = []
    for statement in read_statements(report, rulebook):
        found = [*_stated(statement, report.year), *_denied(statement, report.year)]
        claims.extend(sorted(found, key=lambda claim: claim.span))
    return claims


def _stated(statement: Statement, year: int | None) -> Iterator[Claim]:
    for mention, about in zip(statement.figures, statement.about, strict=True):
        figure, situation = mention.figure, mention.situation
        span = statement.passage.content.span(mention.token.start, mention.token.end)
        yield Claim(
            _subject(about),
            figure.value,
            figure.exact and figure.step <= 1,
            figure.unit,
            situation.year or year,
            situation.scope or "own",
            _words(statement.text, mention),
            span,
        )


def _denied(statement: Statement, year: int | None) -> Iterator[Claim]:
    for denial in statement.denials:
        for subject in denial.subjects:
            name = subject.address() if denial.sure else subject.name
            text = statement.text[denial.start : denial.end]
            span = statement.passage.content.span(denial.start, denial.end)
            yield Claim(name, 0, True, "", year, "own", text, span)


def _subject(about: Attribution) -> str:
    return about.subject.address() if about.sure else about.subject.name


def _words(text: str, mention: Mention) -> str:
    """The figure with the words that it is attributed by."""
    tokens = [*mention.head, mention.token]
    return text[min(token.start for token in tokens) : max(token.end for token in tokens)]
