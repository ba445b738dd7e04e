"""Headings of chapters: wording, level, and whether anything stands below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.structure.contents import has_picture, is_empty, passages_below
from gpar_lint.checks.structure.outline import outline
from gpar_lint.checks.structure.words import chapter_words
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.edition import Chapter as ChapterFormat
from gpar_lint.report.model import Chapter
from gpar_lint.text.folding import fold
from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

# Marks and particles that titles are written with or without.
_LOOSE = regex("[、，,。.:;·()《》“” ]|以及|行政机关|本机关|20[0-9]{2}年度?|工作|[的及和与或因]")
_SHORT = 20  # code points; a longer text is more than a placeholder
_MARKDOWN_LEVEL = regex(" *(#{1,6})")
_HTML_LEVEL = regex("<[hH]([1-6])[ >]")


def check_chapter_title(context: Context, rule: Rule) -> Iterator[Finding]:
    """A chapter recognised by its meaning whose title lacks a key word of the format (S115)."""
    for chapter in context.report.chapters:
        due = context.report.edition.chapter(chapter.number or "")
        if due and not _is_right(context, chapter, due):
            yield _title_finding(rule, chapter, due)
    for retitled in context.once(outline).retitled:
        if retitled.follower:
            yield _title_finding(rule, retitled.follower, retitled.chapter)


def _title_finding(rule: Rule, chapter: Chapter, due: ChapterFormat) -> Finding:
    values = {"stated": chapter.title.text, "due": due.title, "number": due.number}
    fix = Fix((Edit(chapter.title.span(), due.title),), safe=True, values=values)
    return Finding(rule.code, chapter.span, values, fix=fix)


def _is_right(context: Context, chapter: Chapter, due: ChapterFormat) -> bool:
    words = chapter_words(context, due.number)
    stated = chapter.title.text
    keys = words.lists("keys") if "keys" in words.values else ((due.title,),)
    if all(any(word in stated for word in key) for key in keys):
        return True
    bare = _LOOSE.sub("", stated)
    return any(
        _LOOSE.sub("", fold(title)) == bare
        for title in (due.title, *due.variants, *words.strings("also"))
    )


def check_empty_chapter(context: Context, rule: Rule) -> Iterator[Finding]:
    """A chapter with nothing below its heading, or with 无 where work is to be told (S116)."""
    for chapter in context.report.chapters:
        if chapter.number is None:
            continue
        values = {"number": chapter.number, "title": chapter.title.text}
        if is_empty(context, chapter):
            yield Finding(rule.code, chapter.span, values)
        elif said := placeholder_in(context, chapter):
            yield Finding(rule.code, chapter.span, {**values, "said": said}, "placeholder")


def placeholder_in(context: Context, chapter: Chapter) -> str:
    """The 无 or 略 that is all a chapter says which has to tell what was done, else ""."""
    words = vocabulary(context, "headings").table("placeholders")
    if chapter.number not in words.strings("chapters"):
        return ""
    said = _only_words(context, chapter)
    return said if said in words.strings("words") else ""


def _only_words(context: Context, chapter: Chapter) -> str:
    """All that a chapter says, if that is text alone and short."""
    if has_picture(context, chapter):
        return ""
    text = "".join([passage.content.text for passage in passages_below(context, chapter)])
    return text.strip("。.()/-—*# ") if len(text) < _SHORT else ""


def check_heading_level(context: Context, rule: Rule) -> Iterator[Finding]:
    """Chapters at different heading levels (S121); one finding, on the first that differs."""
    chapters = [c for c in context.report.chapters if c.number and c.level is not None]
    levels = Counter([chapter.level for chapter in chapters])
    if len(levels) < 2:
        return
    # The commonest level is meant; of several the first one's, as Counter keeps their order.
    due = levels.most_common(1)[0][0] or 1
    differing = [chapter for chapter in chapters if chapter.level != due]
    values = {
        "title": differing[0].title.text,
        "level": differing[0].level,
        "due": due,
        "count": len(differing),
    }
    text = context.report.document.text
    edits = [edit for chapter in differing for edit in _at_level(text, chapter, due)]
    fix = Fix(tuple(edits), safe=True, values=values) if edits else None
    yield Finding(rule.code, differing[0].span, values, fix=fix)


def _at_level(text: str, chapter: Chapter, due: int) -> Iterator[Edit]:
    """The changes that put a heading on another level, where the file spells levels out."""
    start, end = chapter.span
    marks = _MARKDOWN_LEVEL.match(text, start, end)
    if marks:
        yield Edit(Span(*marks.span(1)), "#" * due)
        return
    tag = _HTML_LEVEL.match(text, start, end)
    close = text.rfind("</", start, end)
    if tag and text[close : close + 4].lower() == f"</h{tag[1]}":
        yield Edit(Span(*tag.span(1)), str(due))
        yield Edit(Span(close + 3, close + 4), str(due))
