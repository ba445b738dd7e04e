"""A document as lines of items: the cells of a grid's row, or the words of a line of text.

The reader of the tables works on these, so that a table in tabs, in pipes, in columns of spaces,
wrapped from a PDF or with one cell a line goes the same way.
"""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.report.tables.labels import bare
from gpar_lint.source.document import Block, Cell, Document, Grid, Heading, Paragraph, Row
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.numerals import Figure, read_figure
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_WORD = regex(r"[^\s|｜]+")
_MISREAD = regex(r"(?=[0-9OoQlISBZ]{1,4}$)[0-9]*[OoQlISBZ][0-9OoQlISBZ]*")  # O for 0, l for 1
_GLUED = regex(r"([^0-9０-９.,，．]{2,}?)([0-9０-９][0-9０-９.,]*)$")
_LONGEST_LABEL = 80  # characters of a cell that may be a label; what is longer is prose
_FIGURE_SIGN = regex(r"[0-9０-９〇○零一二两三四五六七八九十百千无没/\\—–─−﹣━-]")
_LONGEST_FIGURE = 24  # characters of a cell that may still be a figure
_NO_FIGURE = ("blank", "text")
_NOTHING = Excerpt("", ())


class Item(Record):
    """A cell, or a word of a line."""

    content: Excerpt  # stripped
    bare: str  # as a label (see labels.bare); "" for a figure and for a blank
    figure: Figure | None  # what it is as a figure; None for a label and for a blank
    span: Span
    blank: bool = False  # nothing stands in the cell

    def as_cell(self) -> Cell:
        """The item as a cell of the report's model."""
        return Cell(self.content, 0, span=self.span)


class Line(Record):
    """A row of a grid, or a line of text."""

    items: tuple[Item, ...]
    grid: bool  # cells are set apart, and blank ones visible
    span: Span
    heading: bool = False
    follows: bool = False  # it stands in the same grid as the line before

    def words(self) -> Line:
        """The line as words: a grid's row whose cells hold several figures or labels each."""
        if not self.grid:
            return self
        words = [word for item in self.items for word in words_of(item.content)]
        return Line(tuple(words), False, self.span)


def lines_of(document: Document) -> list[Line]:
    """The lines of a document, in order; page furniture, comments and pictures left out."""
    return [line for block in document.blocks for line in _lines_of_block(block)]


def _lines_of_block(block: Block) -> Iterator[Line]:
    if isinstance(block, Grid):
        for place, row in enumerate(block.rows):
            items = (
                _spread(row) if block.spread else [item_of(c.content, c.span) for c in row.cells]
            )
            yield Line(tuple(items), True, row.span, follows=place > 0)
    elif isinstance(block, Paragraph):
        # A sentence is no part of a table, and a label in it is a word among others.
        prose = "。" in block.content.text
        yield Line(() if prose else tuple(words_of(block.content)), False, block.span)
    elif isinstance(block, Heading):
        yield Line(tuple(words_of(block.content)), False, block.span, heading=True)


def _spread(row: Row) -> list[Item]:
    """The cells of a row in their columns; what merged cells cover is blank."""
    items: list[Item] = []
    for cell in row.cells:
        items += [_covered(cell.span.start)] * (cell.column - len(items))
        items.append(item_of(cell.content, cell.span))
        items += [_covered(cell.span.end)] * (cell.columns - 1)
    return items


def _covered(place: int) -> Item:
    return Item(_NOTHING, "", None, Span(place, place), True)


def item_of(content: Excerpt, span: Span | None = None) -> Item:
    """A cell's content as an item."""
    text = content.text
    place = span if span is not None and span.start < span.end else content.span()
    if not text:
        return Item(content, "", None, span if span is not None else place, True)
    if len(text) <= _LONGEST_FIGURE and (text.isdigit() or _FIGURE_SIGN.search(text)):
        figure = read_figure(text)
        if figure.form not in _NO_FIGURE:
            return Item(content, "", figure, place)
    return Item(content, bare(text) if len(text) <= _LONGEST_LABEL else "", None, place)


def words_of(content: Excerpt) -> Iterator[Item]:
    """The words of a line; a figure glued to the end of a label is a word of its own."""
    for word in _WORD.finditer(content.text):
        item = item_of(content.cut(word.start(), word.end()))
        if item.bare and _MISREAD.fullmatch(word[0]):
            item = item._replace(bare="", figure=Figure(None, "text"))
        glued = None if item.figure or word.end() - word.start() > 60 else _GLUED.match(word[0])
        if glued and bare(glued[1]):
            middle = word.start() + glued.start(2)
            yield item_of(content.cut(word.start(), middle))
            yield item_of(content.cut(middle, word.end()))
        else:
            yield item
