"""The ordinals of chapters (S114)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix, Related
from gpar_lint.checks.structure.numbering import chinese_numeral
from gpar_lint.checks.structure.outline import outline, value_of
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Chapter, Report
from gpar_lint.report.ordinals import NUMERALS
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_FLOOD = 4  # from so many findings, one stands for all
_NUMERAL = regex(f"[{NUMERALS}]+|[0-9]+")


class _Wrong(Record):
    """A chapter with the wrong ordinal, or with none."""

    chapter: Chapter
    due: int
    shift: int  # how far the ordinal is off; those after a slip are often off by as much


def check_chapter_number(context: Context, rule: Rule) -> Iterator[Finding]:
    """The right title under a wrong ordinal, or under none among numbered ones.

    Chapters that count on from a wrong one are its consequence: they are related places.
    """
    wrong = _wrongly_numbered(context)
    groups = [list(group) for _, group in groupby(wrong, lambda item: item.shift)]
    if len(groups) >= _FLOOD:
        groups = [wrong]
    text = context.report.document.text
    for group in groups:
        yield _finding(rule, text, group, several=len(groups) == 1 and len(group) >= _FLOOD)


def _wrongly_numbered(context: Context) -> list[_Wrong]:
    """Chapters whose ordinal is neither the format's nor their place in the report.

    Where a chapter is missing or added, those after it may go on counting: that follows from it.
    """
    report = context.report
    order = [chapter.number for chapter in report.edition.chapters]
    numbered = [chapter for chapter in report.chapters if value_of(chapter)]
    misplaced = context.once(outline).misplaced
    counts_on = _counts_on(report.chapters, order)
    wrong: list[_Wrong] = []
    for place, chapter in enumerate(report.chapters, 1):
        if chapter.number is None or chapter in misplaced or not numbered:
            continue
        own, value = order.index(chapter.number) + 1, value_of(chapter)
        if value in (own, place) or (not value and not _is_lost(report, numbered)):
            continue
        due = place if counts_on else own
        wrong.append(_Wrong(chapter, due, value - due))
    return wrong


def _counts_on(chapters: Sequence[Chapter], order: Sequence[str]) -> bool:
    """Whether chapters are numbered by their place where that is not the format's number."""
    return any(
        value_of(chapter) == place != order.index(chapter.number) + 1
        for place, chapter in enumerate(chapters, 1)
        if chapter.number
    )


def _is_lost(report: Report, numbered: Sequence[Chapter]) -> bool:
    """Whether a heading without ordinal has lost it (Word numbers headings by itself)."""
    return (
        report.document.kind not in ("docx", "office") and len(numbered) > len(report.chapters) // 2
    )


def _finding(rule: Rule, text: str, group: Sequence[_Wrong], *, several: bool) -> Finding:
    first = group[0].chapter
    values = {
        "stated": first.ordinal.rstrip("、.,，:·"),
        "due": chinese_numeral(group[0].due),
        "title": first.title.text,
        "count": len(group),
    }
    key = "several" if several else "message" if first.ordinal_span else "lost"
    edits = tuple([_renumbered(text, item) for item in group])
    related = tuple([Related(item.chapter.span, "other") for item in group[1:]])
    fix = Fix(edits, safe=True, text="fix" if len(group) == 1 else "fix_all", values=values)
    return Finding(rule.code, first.span, values, key, related=related, fix=fix)


def _renumbered(text: str, wrong: _Wrong) -> Edit:
    """The numeral of the ordinal replaced, its marks left alone; or an ordinal put in."""
    ordinal = wrong.chapter.ordinal_span
    if ordinal is None:
        start = wrong.chapter.title.span().start
        return Edit(Span(start, start), f"{chinese_numeral(wrong.due)}、")
    written = Excerpt.of(text, *ordinal).squeezed()
    numeral = _NUMERAL.search(written.text)
    if numeral is None:
        return Edit(ordinal, f"{chinese_numeral(wrong.due)}、")
    due = str(wrong.due) if numeral[0].isdigit() else chinese_numeral(wrong.due)
    return Edit(written.span(*numeral.span()), due)
