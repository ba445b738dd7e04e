"""Plain text to blocks: paragraphs line by line, tables where tabs or pipes set cells apart."""

from __future__ import annotations

from gpar_lint.source import grids
from gpar_lint.source.document import (
    Block,
    Comment,
    Document,
    Furniture,
    Grid,
    Paragraph,
    Picture,
    Row,
)
from gpar_lint.source.furniture import is_furniture, pictures
from gpar_lint.source.lines import PIPES, Line, lines_of
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.span import Span

_DRAWING = PIPES + "-=+:─━┌├└"  # how a line that only draws may begin


def read_plain(name: str, text: str) -> Document:
    """Read a plain text. There is no text that it cannot read."""
    return Document(name, "text", text, PlainReader(text).read())


class PlainReader:
    """Reads a text line by line. Rows of a table one below the other are held back as a run."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self._run: list[tuple[Line, Row]] = []
        self._tabs = False  # whether the run's cells are set apart by tabs
        self._drawn = False  # whether a rule stood in the run

    def read(self) -> list[Block]:
        """All blocks of the text, in order."""
        for line in lines_of(self.text):
            self.read_line(line)
        self._end_run()
        return self.blocks

    def read_line(self, line: Line) -> None:
        """Read one line."""
        if line.comment:
            content = Excerpt.of(self.text, line.span.start + 4, line.span.end - 3)
            self.add(Comment(content.strip(), line.span))
        elif not line.body:
            self._read_blank(line)
        elif not self._read_drawn(line) and not self._read_row(line):
            self.read_alone(line)

    def read_alone(self, line: Line) -> None:
        """Read a line that is no part of a table."""
        if not line.body:
            return
        if is_furniture(line.body):
            self.add(Furniture(line.content, line.span))
        else:
            self.read_text(line)

    def read_text(self, line: Line) -> None:
        """Read a line of text, or of pictures."""
        found = pictures(line.body)
        if not found:
            self._add_paragraph(line.content, line.span)
            return
        start = 0
        for left, right in found:
            self._add_part(line.content.cut(start, left))
            self.add(Picture(line.content.span(left, right)))
            start = right
        self._add_part(line.content.cut(start, len(line.body)))

    def without_marks(self, content: Excerpt) -> Excerpt:
        """The content of a line of text without the marks of the file's format."""
        return content

    def add(self, block: Block) -> None:
        """Add a block that ends any table before it."""
        self._end_run()
        self.blocks.append(block)

    def _add_part(self, content: Excerpt) -> None:
        if content.text:
            self._add_paragraph(content, content.span())

    def _add_paragraph(self, content: Excerpt, span: Span) -> None:
        content = self.without_marks(content).strip()
        if content.text:
            self.add(Paragraph(content, span))

    def _read_drawn(self, line: Line) -> bool:
        if line.body[0] not in _DRAWING or not grids.is_drawn(line.body):
            return False
        self._drawn = bool(self._run)
        return True

    def _read_row(self, line: Line) -> bool:
        row, tabs = None, False
        if line.has_pipe():
            row = grids.pipe_row(self.text, line)
        elif "\t" in self.text[line.span.start : line.span.end]:
            row, tabs = grids.tab_row(self.text, line), True
        if row is None:
            return False
        if tabs != self._tabs:
            self._end_run()
        self._tabs = tabs
        if grids.is_blank(row):  # as a blank line does, it ends a table
            self._end_with(line, row)
            self._end_run()
        else:
            self._run.append((line, row))
        return True

    def _read_blank(self, line: Line) -> None:
        """Read a blank line, which ends a table; tabs alone are its last row, not filled in."""
        if self._tabs and len(self._run) > 1:
            self._end_with(line, grids.blank_row(self.text, line))
        self._end_run()

    def _end_with(self, line: Line, row: Row) -> None:
        """Take a blank row for the last of the run, if it is as wide as the one before."""
        if len(self._run) > 1 and len(row.cells) == len(self._run[-1][1].cells) > 2:
            self._run.append((line, row))

    def _end_run(self) -> None:
        run, self._run = self._run, []
        drawn, self._drawn = self._drawn, False
        if not run:
            return
        rows = [row for _, row in run]
        if self._tabs:
            table = grids.table_rows_of_tabs(rows)
        else:
            table = range(len(rows) if grids.is_pipe_table(rows, drawn) else 0)
        for line, _ in run[: table.start]:
            self.read_alone(line.without_pipes())
        if table:
            self._add_grid(rows[table.start : table.stop])
        for line, _ in run[table.stop :]:
            self.read_alone(line.without_pipes())

    def _add_grid(self, rows: list[Row]) -> None:
        self.blocks.append(Grid(tuple(rows), rows[0].span.join(rows[-1].span)))
