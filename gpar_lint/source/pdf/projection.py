"""The text that stands for a PDF: a line a paragraph, a line a table's row, with their places."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.source.document import (
    Block,
    Cell,
    Furniture,
    Grid,
    Paragraph,
    Picture,
    Place,
    Row,
)
from gpar_lint.source.pdf.lines import TextLine
from gpar_lint.source.pdf.tables import Table, TableCell
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.span import Span

_PICTURE = "[图片]"


class Projection:
    """A text that grows block by block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self.tables = 0
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def add_paragraph(self, lines: Sequence[TextLine], *, apart: bool) -> None:
        """The lines of a paragraph as one; `apart`: with a blank line before it."""
        self._part(apart)
        start = self._length
        text = ""
        for line in lines:
            if text and "!" <= text[-1] <= "~" and "!" <= line.text[0] <= "~" and _parts(text):
                self._write(" ")
                text += " "
            self.places.append(Place(self._write(line.text), page=line.page))
            text += line.text
        self.blocks.append(Paragraph(_excerpt(text, start), Span(start, self._length)))

    def add_furniture(self, line: TextLine) -> None:
        """A page number or running title, on a line of its own."""
        self._part(True)
        span = self._write(line.text)
        self.blocks.append(Furniture(_excerpt(line.text, span.start), span))
        self.places.append(Place(span, page=line.page))

    def add_picture(self, page: int) -> None:
        """A picture; words stand for it, so that a finding about it has a place to stand on."""
        self._part(True)
        span = self._write(_PICTURE)
        self.blocks.append(Picture(span))
        self.places.append(Place(span, page=page))

    def add_table(self, table: Table) -> None:
        """A table, its cells set apart by tabs."""
        self._part(True)
        self.tables += 1
        start = self._length
        rows: list[Row] = []
        held: dict[int, dict[int, TableCell]] = {}
        for cell in table.cells:
            held.setdefault(cell.row, {})[cell.column] = cell
        for number in range(table.rows):
            if number:
                self._write("\n")
            rows.append(self._row(held.get(number, {}), len(table.edges) - 1, number))
        self.blocks.append(Grid(tuple(rows), Span(start, self._length), spread=True))

    def end(self) -> None:
        """End the last line."""
        if self._length:
            self._write("\n")

    def _row(self, cells: dict[int, TableCell], columns: int, number: int) -> Row:
        start = self._length
        written: list[Cell] = []
        for column in range(columns):
            if column:
                self._write("\t")
            cell = cells.get(column)
            if cell is None:
                continue
            span = self._write(cell.text)
            content = _excerpt(cell.text, span.start)
            written.append(Cell(content, column, cell.columns, cell.rows, span))
            place = Place(span, cell.page, 0, self.tables, number + 1, column + 1)
            self.places.append(place)
        return Row(tuple(written), Span(start, self._length))

    def _part(self, apart: bool) -> None:
        if self._pieces:
            self._write("\n\n" if apart else "\n")

    def _write(self, text: str) -> Span:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        return Span(start, self._length)


def _parts(text: str) -> bool:
    """Whether a word of Latin letters ends where a text ends; a figure or an address goes on."""
    return text[-1].isalpha() and "." not in text[-30:] and "/" not in text[-30:]


def _excerpt(text: str, start: int) -> Excerpt:
    return Excerpt(text, range(start, start + len(text)))
