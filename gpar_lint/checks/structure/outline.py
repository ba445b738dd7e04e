"""The chapters as found against the chapters of the format, worked out once for all rules."""

from __future__ import annotations

from gpar_lint.checks.context import Context
from gpar_lint.checks.structure.words import chapter_words
from gpar_lint.format.edition import Chapter as ChapterFormat
from gpar_lint.report.model import Chapter, Report
from gpar_lint.report.ordinals import NUMERALS, numeral_value, read_ordinal
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_BARE_NUMERAL = regex(f"[{NUMERALS}]{{1,3}}|[0-9]{{1,2}}")


class Missing(Record):
    """A chapter of the format that the report does not have."""

    chapter: ChapterFormat
    follower: Chapter | None  # the heading that follows its place
    place: Span  # that heading, or the end of the text
    replaced: bool  # the heading at its place has its ordinal and another title
    retitled: bool  # … and a word of its title: a wrong title rather than another chapter


class Outline(Record):
    """How a report's chapters differ from the format's."""

    missing: list[Missing]
    retitled: list[Missing]  # there, under a title that only its place explains
    misplaced: list[Chapter]  # the fewest headings whose moving would mend the order
    duplicates: list[tuple[Chapter, Chapter]]  # the second heading, the first
    extra: list[Chapter]


def outline(context: Context) -> Outline:
    """The differences between a report's chapters and its edition's."""
    report = context.report
    order = [chapter.number for chapter in report.edition.chapters]
    firsts: dict[str, Chapter] = {}
    duplicates: list[tuple[Chapter, Chapter]] = []
    for chapter in report.chapters:
        if chapter.number is not None and chapter.number in firsts:
            duplicates.append((chapter, firsts[chapter.number]))
        elif chapter.number is not None:
            firsts[chapter.number] = chapter
    kept = _longest_run([order.index(number) for number in firsts if number in order])
    misplaced = [chapter for number, chapter in firsts.items() if order.index(number) not in kept]
    absent = [
        _absent(context, chapter, order, firsts)
        for chapter in report.edition.chapters
        if chapter.number not in firsts
    ]
    replacing = [item.follower for item in absent if item.replaced]
    extra = [c for c in report.chapters if c.number is None and c not in replacing]
    missing = [item for item in absent if not item.retitled]
    retitled = [item for item in absent if item.retitled]
    return Outline(missing, retitled, misplaced, duplicates, extra)


def value_of(chapter: Chapter) -> int:
    """The number that a chapter's ordinal says, 0 where it has none."""
    ordinal = chapter.ordinal
    if _BARE_NUMERAL.fullmatch(ordinal):  # 一总体情况, whose mark was lost
        return numeral_value(ordinal)
    return read_ordinal(ordinal).value


def _absent(
    context: Context, chapter: ChapterFormat, order: list[str], firsts: dict[str, Chapter]
) -> Missing:
    report = context.report
    place = order.index(chapter.number)
    before = [firsts[number] for number in order[:place] if number in firsts]
    after = next((firsts[number] for number in order[place + 1 :] if number in firsts), None)
    start = max((each.body.start for each in before), default=0)
    extra = next((c for c in report.chapters if c.number is None and c.span.start >= start), None)
    if extra and (after is None or extra.span.start < after.span.start):
        replaced = value_of(extra) == place + 1
        if replaced or after is None:
            hints = chapter_words(context, chapter.number).strings("hints")
            retitled = replaced and any(hint in extra.title.text for hint in hints)
            return Missing(chapter, extra, extra.span, replaced, retitled)
    place_of = after.span if after else _end_of_text(report)
    return Missing(chapter, after, place_of, replaced=False, retitled=False)


def _end_of_text(report: Report) -> Span:
    """The last character that is not blank."""
    seen = report.document.excerpt(0, len(report.document.text))
    end = len(seen.text.rstrip())
    return seen.span(max(end - 1, 0), end)


def _longest_run(places: list[int]) -> set[int]:
    """The longest rising subsequence of distinct numbers; of several, the one that starts first."""
    lengths = [1] * len(places)
    for left in range(len(places) - 1, -1, -1):
        for right in range(left + 1, len(places)):
            if places[right] > places[left]:
                lengths[left] = max(lengths[left], lengths[right] + 1)
    kept: list[int] = []
    wanted = max(lengths, default=0)
    for place, length in zip(places, lengths, strict=True):
        if length == wanted and (not kept or place > kept[-1]):
            kept.append(place)
            wanted -= 1
    return set(kept)
