"""The lines that the readers of plain text and Markdown go by."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.folding import BLANK_CHARS
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

# Soft line breaks that text pasted from Word carries, and their kin.
_SOFT_BREAK = regex("[\x0b\x85\u2028\u2029]")
# A chapter's heading; the words of a cell broken by soft breaks are shorter.
_HEADING = regex("[一二三四五六七八九十]{1,3}、.{6}")
#: What sets cells apart in Markdown and its kin, full width and drawn ones too.
PIPES = "|｜│┃"
_PIPES_AND_BLANKS = PIPES + BLANK_CHARS
_HARD_BREAK = regex("\r\n?|\n|\x0c")


class Line(Record):
    """A line, or the part of one between soft breaks, comments and page breaks."""

    body: str  # without the blanks at both ends; "\x0c" where it is a page break
    at: int  # where the body starts in the document
    span: Span  # the whole line without its end
    comment: bool = False

    def has_pipe(self) -> bool:
        """Whether a pipe stands in the line."""
        body = self.body
        return "|" in body or "｜" in body or "│" in body or "┃" in body

    def from_body(self, start: int) -> Line:
        """The line without the first `start` characters of its body."""
        return self._replace(body=self.body[start:], at=self.at + start)

    def without_pipes(self) -> Line:
        """The line without pipes at both ends of its body."""
        body = self.body.rstrip(_PIPES_AND_BLANKS)
        start = len(body) - len(body.lstrip(_PIPES_AND_BLANKS))
        return self._replace(body=body).from_body(start)

    @property
    def content(self) -> Excerpt:
        """The body with its places."""
        return Excerpt(self.body, range(self.at, self.at + len(self.body)))


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text in order, blank ones too; a page break is a line of its own.

    A comment `<!-- … -->` is one line, however many it takes; one that is never closed is text.
    """
    start = 0
    while (opening := text.find("<!--", start)) >= 0:
        closing = text.find("-->", opening + 4)
        if closing < 0:
            break
        if opening > start:
            yield from _hard_lines(text, start, opening)
        yield Line(text[opening : closing + 3], opening, Span(opening, closing + 3), comment=True)
        start = _after_line_end(text, closing + 3)
    if start < len(text):
        yield from _hard_lines(text, start, len(text))


def _after_line_end(text: str, start: int) -> int:
    """Past the line end at `start`, if there is one: what follows a comment is no blank line."""
    ending = _HARD_BREAK.match(text, start)
    return ending.end() if ending and ending[0] != "\x0c" else start


def _hard_lines(text: str, start: int, end: int) -> Iterator[Line]:
    for ending in _HARD_BREAK.finditer(text, start, end):
        page_break = ending[0] == "\x0c"
        if not page_break or ending.start() > start:
            yield from _soft_lines(text, start, ending.start())
        if page_break:
            yield Line("\x0c", ending.start(), Span(*ending.span()))
        start = ending.end()
    if start < end:
        yield from _soft_lines(text, start, end)


def _soft_lines(text: str, start: int, end: int) -> Iterator[Line]:
    if "\t" not in text[start:end] or _holds_paragraphs(text[start:end]):
        for ending in _SOFT_BREAK.finditer(text, start, end):
            yield _line(text, start, ending.start())
            start = ending.end()
    yield _line(text, start, end)


def _holds_paragraphs(line: str) -> bool:
    """Whether soft breaks in a line with tabs part paragraphs and rows, not the words of a cell."""
    first, *others = _SOFT_BREAK.split(line)
    if not others:
        return False
    return any(
        "\t" not in piece and ("。" in piece or (piece is not first and _HEADING.match(piece)))
        for piece in (first, *others)
    )


def _line(text: str, start: int, end: int) -> Line:
    whole = text[start:end]
    body = whole.lstrip(BLANK_CHARS)
    at = start + len(whole) - len(body)
    return Line(body.rstrip(BLANK_CHARS), at, Span(start, end))
