"""Slips of form, gathered by paragraph: one finding a rule and paragraph, never one a character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix, Related
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_MOST_RELATED = 20  # further places that one finding names
_WIDEST_INDENT = 12  # code points
_INDENTS = frozenset(" \t\xa0\u3000\u200b\u200c\u200d\u2060\ufeff")


class Slip(Record):
    """One place where the form is wrong."""

    span: Span
    stated: str  # as it stands, for the message
    edits: tuple[Edit, ...] = ()


def finding_of(
    rule: Rule,
    slips: Sequence[Slip],
    *,
    safe: bool = True,
    text: str = "message",
    values: Mapping[str, object] | None = None,
) -> Finding:
    """The slips of one paragraph as one finding: the first is the place, the others related."""
    first, *others = slips
    edits = tuple([edit for slip in slips for edit in slip.edits])
    shown = {"stated": first.stated, "count": len(slips), **(values or {})}
    return Finding(
        rule.code,
        first.span,
        shown,
        text,
        "hint",
        tuple([Related(slip.span, "also") for slip in others[:_MOST_RELATED]]),
        Fix(edits, safe=safe) if edits else None,
    )


def original(context: Context, passage: Passage) -> str:
    """The characters of a passage as the document has them, one for each of its squeezed text."""
    return context.report.document.letters(passage.content.offsets)


def source(context: Context, passage: Passage) -> Excerpt:
    """A passage's piece of the document, blanks, line ends and Markdown's marks included."""
    return context.report.document.excerpt(*passage.span)


def by_paragraph(context: Context, slips: Iterable[Slip]) -> Iterator[list[Slip]]:
    """Slips in the order of the text, those of one paragraph, heading or table together.

    What stands in none of them (comments, page numbers, what is around the report) is left out.
    """
    units = context.once(_find_units)
    starts = [unit.start for unit in units]
    text = context.report.document.text
    group: list[Slip] = []
    last = -1
    for slip in slips:
        place = bisect_right(starts, _words_after(text, slip.span)) - 1
        if place < 0 or slip.span.start > units[place].end:
            continue
        if group and place != last:
            yield group
            group = []
        group.append(slip)
        last = place
    if group:
        yield group


def _words_after(text: str, span: Span) -> int:
    """The end of a slip, or the words on its line that it is set before: marks of an indent."""
    end = span.end
    while end < min(len(text), span.end + _WIDEST_INDENT) and text[end] in _INDENTS:
        end += 1
    return end


def _find_units(context: Context) -> list[Span]:
    report = context.report
    units = [passage.span for passage in report.passages]
    units += [chapter.span for chapter in report.chapters]
    units += [table.span for table in report.tables]
    if report.title:
        units.append(report.title.span)
    return sorted(units)
