"""What the body of a .docx holds, in reading order, before it is laid out as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpar_lint.text.records import Record

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Piece(Record):
    """A piece of a paragraph's text."""

    text: str
    element: Element | None  # the <w:t> or its kin that it is from; None: Word makes it
    at: int = 0  # where in that element's text it begins


class TextItem(Record):
    """A paragraph."""

    pieces: list[Piece]
    element: Element  # its <w:p>
    level: int | None = None  # of a heading, 1 is the highest
    aside: bool = False  # a table of contents, a footnote: no part of the report's text

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join([piece.text for piece in self.pieces])


class PictureItem(Record):
    """A picture, chart or the like."""

    element: Element  # the <w:p> in which it stands


class CellItem(Record):
    """A cell; a merged cell stands once, at its first row and column."""

    column: int  # 0 is the first
    columns: int
    rows: int
    items: list[Item]
    element: Element  # its first <w:p>


class TableItem(Record):
    """A table, row by row."""

    rows: list[list[CellItem]]


Item = TextItem | PictureItem | TableItem
