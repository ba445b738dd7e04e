"""The lines of a document's text, squeezed once, as titles, chapters and passages read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gpar_lint.source.document import Document, Furniture, Grid, Heading, Paragraph, Picture
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.span import Span


class TextLine(NamedTuple):
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
        if isinstance(block, Grid):
            lines.extend(_lone_cells(block))
            apart = True
        elif isinstance(block, (Heading, Paragraph)):
            for line in _lines_of(block, text):
                blank = broken or _is_blank_between(text, end, line.span.start)
                lines.append(line._replace(blank_before=blank, apart=apart))
                end, broken, apart = line.span.end, False, False
        elif isinstance(block, Furniture):
            broken = True
        elif isinstance(block, Picture):
            apart = True
    return lines


def _lines_of(block: Heading | Paragraph, text: str) -> Iterator[TextLine]:
    level = block.level if isinstance(block, Heading) else None
    for piece in _split(block.content):
        raw = piece.strip()
        if not raw.text:
            continue
        place = raw.span()
        whole = level is not None and len(piece.text) == len(block.content.text)
        yield TextLine(
            raw.squeezed(),
            raw,
            block.span if whole else place,
            level,
            blank_before=False,
            apart=False,
            indented=text[place.start - 1 : place.start] in (" ", "\u3000", "\t", "\xa0"),
            bold=_is_bold(text, place),
        )


def _split(content: Excerpt) -> Iterator[Excerpt]:
    """The lines within a paragraph that has line breaks of its own."""
    start = 0
    while (end := content.text.find("\n", start)) >= 0:
        yield content.cut(start, end)
        start = end + 1
    yield content.cut(start, len(content.text))


def _is_bold(text: str, place: Span) -> bool:
    inside = text.startswith("**", place.start) and text.endswith("**", place.start, place.end)
    around = text.startswith("**", place.end) and text.endswith("**", 0, place.start)
    return (inside and text.count("**", place.start, place.end) == 2) or around


def _is_blank_between(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return "\f" in between or between.count("\n") > 1 or between.count("\r") > 1


def _lone_cells(grid: Grid) -> Iterator[TextLine]:
    """Rows with one filled cell: chapter titles drawn into a table, layout tables."""
    layout = all(len(row.cells) == 1 for row in grid.rows)
    for row in grid.rows:
        filled = [cell for cell in row.cells if cell.content.text]
        if len(filled) == 1:
            raw = filled[0].content.strip()
            yield TextLine(raw.squeezed(), raw, raw.span(), None, True, True, cell=not layout)


def _from(excerpt: Excerpt, offset: int) -> Excerpt:
    offsets = excerpt.offsets
    start = next((k for k, place in enumerate(offsets) if place >= offset), len(offsets))
    return excerpt.cut(start, len(offsets))
