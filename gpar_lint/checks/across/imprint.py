"""What is kept of a report that others are held against: a few figures and its own words.

A folder may hold ten thousand reports, so no document or report is kept, only this.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from gpar_lint.checks.across.figures import (
    Address,
    figures_in_doubt,
    is_kept,
    kept_cells,
    sure_cells,
)
from gpar_lint.checks.across.narrative import own_words
from gpar_lint.checks.cells import place_of
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Elsewhere
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Figure(Record):
    """A sure figure of another report."""

    value: int | Decimal
    place: Elsewhere


class Narrative(Record):
    """What a chapter of another report says in words of its own."""

    words: str
    place: Elsewhere  # of its heading


class Imprint(Record):
    """What is kept of another report."""

    path: str
    agency: str  # as its title names it
    year: int | None
    edition: str
    figures: Mapping[Address, Figure]
    chapters: Mapping[str, Narrative]  # by the format's number


class Relatives(Record):
    """The other reports that a report is held against."""

    previous: Imprint | None = None  # the same agency's, on the year before
    others: Sequence[Imprint] = ()  # other agencies' whose words may be the same
    parts: Sequence[Imprint] = ()  # of a declared parent
    missing: Sequence[str] = ()  # declared parts that cannot be read or are on another year


def take_imprint(path: str, context: Context, *, whole: bool = False) -> Imprint:
    """What other reports are held against in this one.

    `whole`: every sure figure, for the sum of a parent's parts, and no words. Otherwise the words
    and those figures that rules on two years speak of, without the ones in doubt.
    """
    report = context.report
    cells = context.once(sure_cells)
    wanted = set(cells)
    if not whole:
        kept = kept_cells(context)
        wanted = {key for key in wanted if is_kept(key, kept)} - figures_in_doubt(context)
    lines = report.document.lines
    figures = {
        key: Figure(cells[key].value, _elsewhere(path, lines, place_of(cells[key].cell)))
        for key in sorted(wanted)
    }
    chapters = {} if whole else _narratives(path, context)
    edition = report.edition.name
    return Imprint(path, report.agency, report.year, edition, figures, chapters)


def take_words(path: str, context: Context) -> Imprint:
    """The words of a report alone, for the comparison with other agencies."""
    report = context.report
    chapters = _narratives(path, context)
    return Imprint(path, report.agency, report.year, report.edition.name, {}, chapters)


def _narratives(path: str, context: Context) -> dict[str, Narrative]:
    lines = context.report.document.lines
    found = {}
    for number, words in context.once(own_words).items():
        chapter = context.report.chapter(number)
        if chapter and words.text:
            found[number] = Narrative(words.text, _elsewhere(path, lines, chapter.title.span()))
    return found


def _elsewhere(path: str, lines: LineIndex, span: Span) -> Elsewhere:
    return Elsewhere(path, lines.position(span.start), lines.position(span.end))
