"""Paragraphs, tables and pictures laid out as the text that a document's positions speak of.

A paragraph is a line, a row of a table is a line whose cells are set apart by tabs; a blank line
stands between blocks. Every piece keeps its way back into the file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gpar_lint.source.document import (
    Block,
    Cell,
    Furniture,
    Grid,
    Heading,
    Paragraph,
    Picture,
    Place,
    Row,
)
from gpar_lint.source.docx.items import CellItem, Item, PictureItem, Piece, TableItem, TextItem
from gpar_lint.source.furniture import is_furniture
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_GAP = "\n\n"  # between blocks
_PICTURE = "[图片]"
_LONG_CELL = 200  # characters, and
_MANY_PARAGRAPHS = 5  # of a cell that is no table's but a page's
_WITHIN_CELLS = str.maketrans("\t\n", "  ")


class Origin(Record):
    """Where a piece of the projection comes from."""

    start: int  # of the projection
    end: int
    element: Element | None  # the <w:t> or its kin; None: Word makes it, or there is nothing
    at: int  # where in that element's text the piece begins
    paragraph: Element  # the <w:p> in which, or at which, it stands


class Projection:
    """The text as it grows, with its blocks and the way back."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self.origins: list[Origin] = []
        self._texts: list[str] = []
        self._length = 0
        self._paragraphs = 0
        self._tables = 0

    @property
    def text(self) -> str:
        """The whole text; it ends with a line end, where there is any."""
        return "".join(self._texts) + ("\n" if self._texts else "")

    def add(self, items: list[Item]) -> None:
        """Lay out what follows."""
        for item in items:
            if isinstance(item, TextItem):
                self._add_text(item)
            elif isinstance(item, PictureItem):
                content = self._add_line([Piece(_PICTURE, None)], item.element)
                self.blocks.append(Picture(content.span()))
            else:
                self._add_table(item)

    def add_notes(self, items: list[Item], paragraph: Element) -> None:
        """Lay out a note; its origin is the paragraph in which its mark stands."""
        for item in items:
            if isinstance(item, TextItem):
                pieces = [piece._replace(element=None) for piece in item.pieces]
                self._add_text(item._replace(pieces=pieces, element=paragraph))

    def origin_at(self, offset: int) -> Origin | None:
        """The piece in which, or after which, the projection's character at `offset` stands."""
        index = bisect_right(self.origins, offset, key=lambda origin: origin.start) - 1
        return self.origins[index] if index >= 0 else None

    def _add_text(self, item: TextItem) -> None:
        whole = self._add_line(item.pieces, item.element)
        content = whole.strip()
        if item.aside or is_furniture(content.text):
            self.blocks.append(Furniture(content, whole.span()))
        elif item.level is not None:
            self.blocks.append(Heading(content, item.level, content.span()))
        else:
            self.blocks.append(Paragraph(content, content.span()))

    def _add_line(self, pieces: Iterable[Piece], paragraph: Element) -> Excerpt:
        self._begin(_GAP)
        content = self._write((piece, paragraph) for piece in pieces)
        self._paragraphs += 1
        self.places.append(Place(content.span(), paragraph=self._paragraphs))
        return content

    def _add_table(self, table: TableItem) -> None:
        """A table, or what a table that only lays out the page holds."""
        if not any(table.rows):
            return
        if all(len(row) == 1 and row[0].column == 0 for row in table.rows):
            for row in table.rows:
                self.add(row[0].items)
            return
        self._tables += 1
        number, rows = self._tables, list[Row]()
        for place, cells in enumerate(table.rows, 1):
            if any(map(_is_page, cells)):
                self._end_grid(rows)
                for cell in cells:
                    self.add(cell.items)
            else:
                self._begin("\n" if rows else _GAP)
                rows.append(self._add_row(cells, number, place))
        self._end_grid(rows)

    def _end_grid(self, rows: list[Row]) -> None:
        if rows:
            span = rows[0].span.join(rows[-1].span)
            self.blocks.append(Grid(tuple(rows), span, spread=True))
            rows.clear()

    def _add_row(self, cells: list[CellItem], table: int, row: int) -> Row:
        begin, column, made = self._length, 0, list[Cell]()
        for item in cells:
            if item.column > column:
                self._put("\t" * (item.column - column))
            column, start = item.column, self._length
            content = self._write(_in_cell(item.items))
            if not content.text:
                self.origins.append(Origin(start, start, None, 0, item.element))
            span = Span(start, self._length)
            made.append(Cell(content.strip(), column, item.columns, item.rows, span))
            self.places.append(Place(span, table=table, row=row, column=column + 1))
        self._put("\t" * (cells[-1].columns - 1 if cells else 0))
        return Row(tuple(made), Span(begin, self._length))

    def _begin(self, gap: str) -> None:
        if self._texts:
            self._put(gap)

    def _write(self, pieces: Iterable[tuple[Piece, Element]]) -> Excerpt:
        """Write pieces, each with its <w:p>."""
        start = end = self._length
        texts = []
        for (text, element, at), paragraph in pieces:
            begin, end = end, end + len(text)
            texts.append(text)
            self.origins.append(Origin(begin, end, element, at, paragraph))
        self._texts += texts
        self._length = end
        return Excerpt("".join(texts), range(start, end))

    def _put(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)


def _in_cell(items: list[Item]) -> Iterator[tuple[Piece, Element]]:
    """What a cell holds, on one line."""
    paragraphs = [item for item in _flat(items) if isinstance(item, TextItem)]
    for place, item in enumerate(paragraphs):
        if place:
            yield Piece(" ", None), item.element
        for piece in item.pieces:
            if "\n" in piece.text or "\t" in piece.text:
                piece = piece._replace(text=piece.text.translate(_WITHIN_CELLS))
            yield piece, item.element
    pictures = [item for item in items if isinstance(item, PictureItem)]
    if pictures and not paragraphs:  # it is not empty: what it says cannot be read
        yield Piece(_PICTURE, None), pictures[0].element


def _flat(items: list[Item]) -> Iterator[Item]:
    """Items, those in the cells of a small table within a cell included."""
    for item in items:
        if isinstance(item, TableItem):
            for row in item.rows:
                for cell in row:
                    yield from _flat(cell.items)
        else:
            yield item


def _is_page(cell: CellItem) -> bool:
    """Whether a cell lays out a part of the page: it holds a table, or many paragraphs."""
    if any(isinstance(item, TableItem) and _is_table(item) for item in cell.items):
        return True
    if len(cell.items) < _MANY_PARAGRAPHS:
        return False
    texts = [item.text for item in cell.items if isinstance(item, TextItem)]
    return len(texts) >= _MANY_PARAGRAPHS and sum(map(len, texts)) > _LONG_CELL


def _is_table(table: TableItem) -> bool:
    return len(table.rows) > 1 and any(len(row) > 1 for row in table.rows)
