"""Lines that may be chapters' headings, each with what it means."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.report.chapter_titles import ChapterTitles
from gpar_lint.report.ordinals import NO_ORDINAL, NUMERALS, Ordinal, numeral_value, read_ordinal
from gpar_lint.report.textlines import TextLine
from gpar_lint.text.excerpt import Excerpt, joined
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_SENTENCE_MARKS = frozenset("，。;!?")  # as squeezed
_DIGITS = frozenset("0123456789")
_LONGEST = 40  # code points of a title
_EMPHASIS = "*_#【"  # Markdown left in plain text, brackets about a heading
TRAILING = "。:.-—_*】"  # no part of a title


class Candidate(Record):
    """A line that may be a chapter's heading."""

    line: int  # its place among the lines of the text
    lines: int  # how many lines it takes
    number: str | None  # the chapter of the format that it means
    exact: bool  # word for word a title, or a variant of one
    ordinal: Ordinal
    text: Excerpt  # squeezed, ordinal and title
    span: Span
    level: int | None

    @property
    def in_place(self) -> bool:
        """Whether its ordinal is that of the chapter it means."""
        value = self.ordinal.value
        return 0 < value <= len(NUMERALS) and NUMERALS[value - 1] == self.number


def find_candidates(lines: Sequence[TextLine], titles: ChapterTitles) -> list[Candidate]:
    """The candidates among the lines; with number None those that only look like headings."""
    found = (_read(lines, index, titles) for index in range(len(lines)))
    return [candidate for candidate in found if candidate]


def _read(lines: Sequence[TextLine], index: int, titles: ChapterTitles) -> Candidate | None:
    line = lines[index]
    content = line.text
    if content.text[0] in _EMPHASIS:
        start = len(content.text) - len(content.text.lstrip(_EMPHASIS))
        content = content.cut(start, len(content.text))
    if not content.text:
        return None
    if not titles.may_start(content.text) and line.level is None:
        return None
    # A figure at the end: a row of a table, or a page number in a table of contents.
    if content.text[-1] in _DIGITS and len(content.text) <= 2 * _LONGEST:
        return None
    ordinal = _ordinal(content.text, titles)
    if titles.is_row_label(content.text[ordinal.start :]):
        return None
    return _over_two_lines(lines, index, content, ordinal, titles) or _on_one_line(
        line, index, content, ordinal, titles
    )


def _ordinal(text: str, titles: ChapterTitles) -> Ordinal:
    """The ordinal that a line starts with; the mark after it may be lost before a title."""
    ordinal = read_ordinal(text)
    if ordinal is NO_ORDINAL and titles.exact(text[1:].rstrip(TRAILING)):
        style = "chinese" if text[0] in NUMERALS else "arabic" if text[0] in _DIGITS else ""
        if style:
            return Ordinal(style, numeral_value(text[0]), 0, 1)
    return ordinal


def _over_two_lines(
    lines: Sequence[TextLine],
    index: int,
    first: Excerpt,
    ordinal: Ordinal,
    titles: ChapterTitles,
) -> Candidate | None:
    """A title that starts on this line and ends on the next."""
    if index + 1 == len(lines) or len(first.text) > _LONGEST:
        return None
    second = lines[index + 1].text
    start = first.text[ordinal.end :]
    if lines[index + 1].apart or len(second.text) > _LONGEST or not (start or ordinal.value):
        return None
    number = titles.exact(start + second.text.rstrip(TRAILING))
    if number is None or (start and titles.exact(start)) or titles.exact(second.text):
        return None
    span = lines[index].span.join(lines[index + 1].span)
    text = joined((first, second))
    return Candidate(index, 2, number, True, ordinal, text, span, lines[index].level)


def _on_one_line(
    line: TextLine, index: int, content: Excerpt, ordinal: Ordinal, titles: ChapterTitles
) -> Candidate | None:
    title = content.text[ordinal.end :].rstrip(TRAILING)
    number = titles.exact(title)
    if number:
        return Candidate(index, 1, number, True, ordinal, content, line.span, line.level)
    if line.cell or (ordinal is NO_ORDINAL and line.level is None):
        return None
    if ordinal is not NO_ORDINAL and (length := titles.run_together(content, ordinal.end)):
        heading = content.cut(0, ordinal.end + length)
        number = titles.exact(heading.text[ordinal.end :])
        return Candidate(index, 1, number, True, ordinal, heading, heading.span(), line.level)
    if not 0 < len(title) <= _LONGEST or not _SENTENCE_MARKS.isdisjoint(title):
        return None
    number = titles.by_meaning(title, ordinal) if ordinal.style != "bracketed" else None
    return Candidate(index, 1, number, False, ordinal, content, line.span, line.level)
