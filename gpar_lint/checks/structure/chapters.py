"""Chapters: missing, out of order, twice, wrongly numbered, not in the format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix, Related
from gpar_lint.checks.structure.headings import chapter_words
from gpar_lint.checks.structure.numbering import chinese_numeral
from gpar_lint.checks.structure.outline import Missing, outline, value_of
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Chapter, Report
from gpar_lint.report.ordinals import NUMERALS
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.span import Span

_WRITABLE = ("text", "markdown")  # where a heading is a line of its own
_FLOOD = 4  # from so many findings of one kind, one stands for all
_NUMERAL = re.compile(f"[{NUMERALS}]+|[0-9]+")


def check_missing_chapter(context: Context, rule: Rule) -> Iterator[Finding]:
    """A chapter of the format that is not there (S111)."""
    for missing in context.once(outline).missing:
        values = {"number": missing.chapter.number, "title": missing.chapter.title}
        text, fix = "message", _heading_inserted(context, missing)
        if missing.replaced and missing.follower:
            values["stated"] = missing.follower.title.text
            text, fix = "replaced", _title_replaced(missing.follower, missing.chapter.title)
        yield Finding(rule.code, missing.place, values, text, hint="hint", fix=fix)


def _heading_inserted(context: Context, missing: Missing) -> Fix | None:
    report = context.report
    text = report.document.text
    if report.document.kind not in _WRITABLE:
        return None
    marks = _heading_marks(report)
    skeleton = chapter_words(context, missing.chapter.number).text("skeleton", "")
    heading = f"{marks}{missing.chapter.number}、{missing.chapter.title}"
    if missing.follower is None:
        end = len(text.rstrip())
        return Fix((Edit(Span(end, end), f"\n\n{heading}\n{skeleton}".rstrip("\n")),), safe=False)
    start = text.rfind("\n", 0, missing.place.start) + 1
    return Fix((Edit(Span(start, start), f"{heading}\n{skeleton}\n"),), safe=False)


def _heading_marks(report: Report) -> str:
    """The Markdown marks that the report's chapters have."""
    level = next((c.level for c in report.chapters if c.level is not None), None)
    return "#" * level + " " if level and report.document.kind == "markdown" else ""


def _title_replaced(chapter: Chapter, title: str) -> Fix:
    return Fix((Edit(chapter.title.span(), title),), safe=False)


def check_chapter_order(context: Context, rule: Rule) -> Iterator[Finding]:
    """Chapters in another order than the format's (S112)."""
    order = [chapter.number for chapter in context.report.edition.chapters]
    for chapter in context.once(outline).misplaced:
        place = order.index(chapter.number or "")
        values = {
            "number": chapter.number,
            "title": context.report.edition.chapters[place].title,
            "before": order[place - 1] if place else "",
            "after": order[place + 1] if place + 1 < len(order) else "",
        }
        text = "first" if not place else "last" if place + 1 == len(order) else "message"
        yield Finding(rule.code, chapter.span, values, text)


def check_duplicate_chapter(context: Context, rule: Rule) -> Iterator[Finding]:
    """The same chapter twice (S113)."""
    for second, first in context.once(outline).duplicates:
        values = {"number": second.number, "title": second.title.text}
        yield Finding(rule.code, second.span, values, related=(Related(first.span, "first"),))


def check_extra_chapter(context: Context, rule: Rule) -> Iterator[Finding]:
    """A first-level chapter that the format does not have (S117)."""
    extra = context.once(outline).extra
    for chapter in extra:
        values = {"title": chapter.title.text, "count": len(context.report.edition.chapters)}
        yield Finding(rule.code, chapter.span, values, hint="hint")


def check_chapter_number(context: Context, rule: Rule) -> Iterator[Finding]:
    """The right title under a wrong ordinal, or under none among numbered ones (S114)."""
    wrong = _wrongly_numbered(context)
    if not wrong:
        return
    found = [_number_finding(context, rule, chapter, due) for chapter, due in wrong]
    if len(found) < _FLOOD:
        yield from found
        return
    edits = [edit for finding in found if finding.fix for edit in finding.fix.edits]
    related = tuple([Related(chapter.span, "other") for chapter, _ in wrong[1:]])
    fix = Fix(tuple(edits), safe=True, text="fix_all") if edits else None
    values = {"count": len(found)}
    yield Finding(rule.code, found[0].span, values, "several", related=related, fix=fix)


def _wrongly_numbered(context: Context) -> list[tuple[Chapter, int]]:
    """Chapters whose ordinal is neither the format's nor their place in the report.

    Where a chapter is missing or added, those after it may go on counting: that follows from it.
    """
    report = context.report
    order = [chapter.number for chapter in report.edition.chapters]
    numbered = [chapter for chapter in report.chapters if value_of(chapter)]
    if not numbered:
        return []
    misplaced = context.once(outline).misplaced
    counts_on = _counts_on(report.chapters, order)
    wrong: list[tuple[Chapter, int]] = []
    for place, chapter in enumerate(report.chapters, 1):
        if chapter.number is None or chapter in misplaced:
            continue
        own, value = order.index(chapter.number) + 1, value_of(chapter)
        if value in (own, place) or (not value and not _is_lost(report, numbered)):
            continue
        wrong.append((chapter, place if counts_on else own))
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
    return report.document.kind != "docx" and len(numbered) > len(report.chapters) // 2


def _number_finding(context: Context, rule: Rule, chapter: Chapter, due: int) -> Finding:
    numeral = chinese_numeral(due)
    values = {
        "stated": chapter.ordinal.rstrip("、.,，:·"),
        "due": numeral,
        "title": chapter.title.text,
    }
    if chapter.ordinal_span is None:
        start = chapter.title.span().start
        fix = Fix((Edit(Span(start, start), f"{numeral}、"),), safe=True, values=values)
        return Finding(rule.code, chapter.span, values, "lost", fix=fix)
    edit = _renumbered(context.report.document.text, chapter.ordinal_span, due)
    fix = Fix((edit,), safe=True, values=values)
    return Finding(rule.code, chapter.span, values, fix=fix)


def _renumbered(text: str, ordinal: Span, due: int) -> Edit:
    """The numeral of an ordinal replaced; its marks and brackets stay."""
    written = Excerpt.of(text, *ordinal).squeezed()
    numeral = _NUMERAL.search(written.text)
    if numeral is None:
        return Edit(ordinal, f"{chinese_numeral(due)}、")
    new = str(due) if numeral[0].isdigit() else chinese_numeral(due)
    return Edit(written.span(*numeral.span()), new)
