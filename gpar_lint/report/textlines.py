"""The lines of a document's text, squeezed once, as titles, chapters and passages read them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from gpar_lint.source.document import Document, Furniture, Grid, Heading, Paragraph, Picture
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_INDENTS = frozenset(" \u3000\t\xa0")


class TextLine(Record):
    """A line (or a whole paragraph, where the file has paragraphs) that is not blank."""

    text: Excerpt  # squeezed
    raw: Excerpt  # as it stands, without blanks at its ends
    span: Span  # of a heading with its marks, of a paragraph without blanks at its ends
    level: int | None  # heading level, where the file marks it as a heading
    blank_before: bool  # a blank line, a page break or page furniture stands before it
    apart: bool  # a grid or a picture stands before it
    cell: bool = False  # it is the only filled cell of a row of a grid
    indented: bool = False  # blanks stand before it on its line
    bold: bool = False  # the whole of it is emphasised

    def after(self, offset: int) -> TextLine:
        """What of this line stands at `offset` of the document or later."""
        text = _from(self.text, offset)
        raw = _from(self.raw, offset).strip()
        return self._replace(text=text, raw=raw, span=raw.span(), blank_before=False, bold=False)


def text_lines(document: Document) -> list[TextLine]:
    """All lines of text in reading order; of grids, only rows with a single filled cell."""
    lines: list[TextLine] = []
    text = document.text
    end, broken, apart = 0, True, True
    for block in document.blocks:
        if isinstance(block, (Paragraph, Heading)):
            for raw in _pieces(block.content):
                blank = broken or _is_blank(document.excerpt(end, raw.offsets[0]).text)
                line = _line(block, raw, text, blank, apart)
                lines.append(line)
                end, broken, apart = line.span.end, False, False
        elif isinstance(block, Grid):
            lines.extend(_lone_cells(block))
            apart = True
        elif isinstance(block, Furniture):
            broken = True
        elif isinstance(block, Picture):
            apart = True
    return lines


def _line(
    block: Heading | Paragraph, raw: Excerpt, text: str, blank: bool, apart: bool
) -> TextLine:
    place = raw.span()
    if isinstance(block, Heading):
        whole = "\n" not in block.content.text
        level, span = block.level, block.span if whole else place
    else:
        level, span = None, place
    indented = place.start > 0 and text[place.start - 1] in _INDENTS
    return TextLine(
        raw.squeezed(), raw, span, level, blank, apart, False, indented, _is_bold(text, place)
    )


def _pieces(content: Excerpt) -> Iterator[Excerpt]:
    """The lines of a paragraph, which may have line breaks of its own, without blank ones."""
    start = 0
    while (end := content.text.find("\n", start)) >= 0:
        piece = content.cut(start, end).strip()
        if piece.text:
            yield piece
        start = end + 1
    last = (content.cut(start, len(content.text)) if start else content).strip()
    if last.text:
        yield last


def _is_bold(text: str, place: Span) -> bool:
    if text.startswith("**", place.end):
        return text.endswith("**", 0, place.start)
    inside = text.startswith("**", place.start) and text.endswith("**", place.start, place.end)
    return inside and text.count("**", place.start, place.end) == 2


def _is_blank(between: str) -> bool:
    return between.count("\n") > 1 or "\f" in between or between.count("\r") > 1


def _lone_cells(grid: Grid) -> Iterator[TextLine]:
    """Rows with one filled cell: chapter titles drawn into a table, layout tables."""
    layout = all(len(row.cells) == 1 for row in grid.rows)
    for row in grid.rows:
        filled = [cell for cell in row.cells if cell.content.text]
        if len(filled) != 1:
            continue
        raw = filled[0].content.strip()
        yield TextLine(raw.squeezed(), raw, raw.span(), None, True, True, cell=not layout)


def _from(excerpt: Excerpt, offset: int) -> Excerpt:
    start = bisect_left(excerpt.offsets, offset)
    return excerpt.cut(start, len(excerpt.offsets))
