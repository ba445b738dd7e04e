"""Chapters: missing, out of order, twice, not in the format."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix, Related
from gpar_lint.checks.structure.outline import Missing, outline
from gpar_lint.checks.structure.words import chapter_words
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Chapter, Report
from gpar_lint.text.span import Span

_WRITABLE = ("text", "markdown", "html")  # where a heading is a line of its own


def check_missing_chapter(context: Context, rule: Rule) -> Iterator[Finding]:
    """A chapter of the format that is not there (S111)."""
    for missing in context.once(outline).missing:
        values = {"number": missing.chapter.number, "title": missing.chapter.title}
        text = "message" if missing.follower else "last"
        fix = _heading_inserted(context, missing)
        if missing.replaced and missing.follower:
            values["stated"] = missing.follower.title.text
            text, fix = "replaced", _title_replaced(missing.follower, missing.chapter.title)
        yield Finding(rule.code, missing.place, values, text, fix=fix)


def _heading_inserted(context: Context, missing: Missing) -> Fix | None:
    report = context.report
    text = report.document.text
    if report.document.kind not in _WRITABLE:
        return None
    marks = _heading_marks(report)
    skeleton = chapter_words(context, missing.chapter.number).text("skeleton", "")
    heading = f"{marks}{missing.chapter.number}、{missing.chapter.title}"
    if missing.follower is None:
        end = missing.place.end
        return Fix((Edit(Span(end, end), f"\n\n{heading}\n\n{skeleton}".rstrip("\n")),), safe=False)
    start = missing.place.start
    if report.document.seen is None:
        start = text.rfind("\n", 0, start) + 1
    return Fix(
        (Edit(Span(start, start), f"{heading}\n\n{skeleton}\n".replace("\n\n\n", "\n\n")),),
        safe=False,
    )


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
        yield Finding(rule.code, chapter.span, values)
