"""Passages: the paragraphs and lower headings of a report, whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest

from gpar_lint.report.agency import words
from gpar_lint.report.joining import Joiner
from gpar_lint.report.model import Chapter, Joint, Passage, Table, Title
from gpar_lint.report.textlines import TextLine
from gpar_lint.report.wrapping import layout_of
from gpar_lint.source.furniture import is_of_site
from gpar_lint.text.excerpt import joined
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_SENTENCE_END = regex(r"[。!?;]+[”’」』)》]*")
_PAGE = "0123456789"
_LEADERS = ".…·•-—_"  # that lead to the number of a page
_TIME = regex(r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9 :\xa0]{1,12}")
_DATED = regex("[一-鿿]{4}:[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?")  # the report's own date
_LONGEST_FOOTER = 60  # code points
_LONGEST_BRACKET = 300  # code points; a bracket open for longer was never closed


class _Placed(Record):
    line: TextLine
    chapter: str | None
    first: bool  # something that is no passage stands between it and the line before


def find_passages(
    lines: Sequence[TextLine],
    title: Title | None,
    chapters: Sequence[Chapter],
    tables: Sequence[Table],
    vocabulary: Mapping[str, object],
) -> list[Passage]:
    """The passages after the title, outside tables; lines of one paragraph are put together."""
    lines = _without_contents(lines, chapters)
    placed = list(_placed(lines, title, chapters, tables))
    above = _above(placed)
    placed = [item for item in placed[:above] if _DATED.fullmatch(item.line.text.text)] + placed[
        above:
    ]
    site = tuple(words(vocabulary, "site_footers"))
    while placed and _is_footer(placed[-1].line.text.text, site):
        placed.pop()
    joiner = Joiner(layout_of([item.line for item in placed]), vocabulary)
    groups: list[list[_Placed]] = []
    headings: list[bool] = []
    before = ""  # the end of the paragraph so far; "" where nothing may be joined to it
    for item, following in zip_longest(placed, placed[1:]):
        line, text = item.line, item.line.text.text
        if before and not item.first and joiner.belong_together(before, groups[-1][-1].line, line):
            groups[-1].append(item)
            before = (before + text)[-_LONGEST_BRACKET:]
        else:
            groups.append([item])
            next_line = following.line if following and not following.first else None
            headings.append(joiner.is_heading(line, next_line))
            before = "" if headings[-1] else text[-_LONGEST_BRACKET:]
    return list(map(_passage, groups, headings))


def _without_contents(lines: Sequence[TextLine], chapters: Sequence[Chapter]) -> list[TextLine]:
    """Lines without a table of contents: the chapters' headings, each with its page's number."""
    headings = {chapter.ordinal + chapter.title.text for chapter in chapters}
    start = chapters[0].span.start if chapters else 0
    return [
        line
        for line in lines
        if line.span.start >= start
        or not line.text.text[-1].isdecimal()
        or line.text.text.rstrip(_PAGE).rstrip(_LEADERS) not in headings
    ]


def _above(placed: Sequence[_Placed]) -> int:
    """How many lines right below the title are the web page's own: 来源：本站 浏览次数：128."""
    count = 0
    for item in placed:
        text = item.line.raw.text
        if item.chapter is not None or not (is_of_site(text) or _TIME.fullmatch(text)):
            break
        count += 1
    return count


def _is_footer(text: str, site: Sequence[str]) -> bool:
    """Whether a last line is the web page's own: 扫一扫在手机打开当前页."""
    return len(text) <= _LONGEST_FOOTER and any(word in text for word in site)


def sentences(passage: Passage) -> list[tuple[int, int]]:
    """Where the sentences of a passage start and end, in its squeezed text.

    They are cut at 。！？；, with the closing marks that follow; not within brackets.
    """
    text = passage.content.text
    found: list[tuple[int, int]] = []
    start = seen = depth = 0
    for ending in _SENTENCE_END.finditer(text):
        end = ending.end()
        depth += text.count("(", seen, end) - text.count(")", seen, end)
        seen = end
        if depth > 0 and end - start < _LONGEST_BRACKET:
            continue
        found.append((start, end))
        start, depth = end, 0
    if start < len(text):
        found.append((start, len(text)))
    return found


def _passage(group: Sequence[_Placed], heading: bool) -> Passage:
    lines = [item.line for item in group]
    joints = tuple(
        Joint(Span(line.raw.span().end, following.raw.span().start), following.blank_before)
        for line, following in pairwise(lines)
    )
    return Passage(
        joined([line.text for line in lines]),
        lines[0].span.join(lines[-1].span),
        group[0].chapter,
        heading,
        joints,
    )


def _placed(
    lines: Sequence[TextLine],
    title: Title | None,
    chapters: Sequence[Chapter],
    tables: Sequence[Table],
) -> Iterator[_Placed]:
    """The lines that passages are made of, each with its chapter."""
    begin = title.span.end if title else 0
    spans = sorted(table.span for table in tables)
    next_chapter = next_table = 0
    chapter, first, broken = None, True, False
    for line in lines:
        start, end = line.text.span()
        while next_table < len(spans) and spans[next_table].end <= start:
            next_table += 1
        while next_chapter < len(chapters) and chapters[next_chapter].span.start <= start:
            # An extra chapter has no number of the format; "" keeps it apart from the preamble.
            chapter, first = chapters[next_chapter].number or "", True
            next_chapter += 1
        heading_end = chapters[next_chapter - 1].span.end if next_chapter else 0
        in_table = next_table < len(spans) and spans[next_table].start < end
        if line.cell or in_table or start < begin or end <= heading_end:
            first = True
            continue
        if title and line.text.text == title.content.text:  # a page's header
            broken = True
            continue
        if start < heading_end:
            line = line.after(heading_end)
        if broken:
            line = line._replace(blank_before=True)
        yield _Placed(line, chapter, first)
        first = broken = False
