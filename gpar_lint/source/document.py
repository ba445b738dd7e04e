"""What a reader makes of a file: blocks in reading order, every character with its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from gpar_lint.text.decoding import Decoded
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Heading(Record):
    """A heading that the file itself marks as one (Markdown #, <h2>, a Word style)."""

    content: Excerpt  # without its marks
    level: int  # 1 is the highest
    span: Span  # with its marks


class Paragraph(Record):
    """A line of a plain text or Markdown file, or a paragraph of a file that has paragraphs.

    Lines are not joined here: what belongs together in a text wrapped line by line is decided
    where headings and tables are known (report/passages).
    """

    content: Excerpt  # without Markdown emphasis marks where the file is Markdown
    span: Span


class Cell(Record):
    """One cell of a grid; a merged cell stands once, at its first row and column."""

    content: Excerpt  # stripped of blanks; may be empty
    column: int  # 0 is the first
    columns: int = 1  # how many columns and rows it covers
    rows: int = 1
    span: Span = Span(0, 0)  # its place, also where it is empty


class Row(Record):
    """A row of a grid."""

    cells: tuple[Cell, ...]
    span: Span


class Grid(Record):
    """A table whose cells the file itself sets apart: tabs, pipes, <td>, Word cells.

    Blank cells are visible in it. `spread` says that columns are true positions (a merged label
    takes its room, as in Word and HTML); in tab-separated text they are not, and a group label may
    push its row's figures to the right.
    """

    rows: tuple[Row, ...]
    span: Span
    spread: bool = False


class Picture(Record):
    """A picture, whatever it shows."""

    span: Span


class Furniture(Record):
    """A page number, a page break or a rule: no part of the text, but it may stand within it."""

    content: Excerpt
    span: Span


class Comment(Record):
    """A comment of the file format (<!-- … -->); suppressions are written in it."""

    content: Excerpt
    span: Span


Block = Heading | Paragraph | Grid | Picture | Furniture | Comment


class Place(Record):
    """Where a piece of a projection stands in its .docx or .pdf, as a person counts: from 1.

    0 is none: a .docx has no pages (Word lays them out anew on every machine), and a cell of a
    table has no number as a paragraph.
    """

    span: Span  # of the projection
    page: int = 0
    paragraph: int = 0  # among the paragraphs outside tables that are not empty
    table: int = 0
    row: int = 0
    column: int = 0  # of the grid: a merged cell has the number of its first column


class Document:
    """A file read. `text` is the decoded file, or the projection of a .docx or .pdf."""

    def __init__(
        self,
        name: str,
        kind: str,
        text: str,
        blocks: Sequence[Block],
        *,
        title: str = "",
        places: Sequence[Place] = (),
        seen: Excerpt | None = None,
    ) -> None:
        self.name = name  # as the user wrote it
        self.kind = kind  # "text", "markdown", "html", "docx", "pdf", "office" (.doc, .wps …)
        self.text = text
        self.blocks = blocks
        self.lines = LineIndex(text)
        self.title = title  # the file's own title (<title>, Word's property), if any
        self.decoded: Decoded | None = None  # how to write the text back; None: .docx, .pdf
        self.places = places  # of a projection, in its order; empty where the text is the file's
        self.seen = seen  # of a source with markup what a reader sees; None: all of the text
        self.tracked_changes = 0  # of a .docx; its text is what it is once all are accepted

    @property
    def words(self) -> str:
        """All of the text that a reader sees."""
        return self.text if self.seen is None else self.seen.text

    def excerpt(self, start: int, end: int) -> Excerpt:
        """What a reader sees of the characters `start` to `end` of the text."""
        if self.seen is None:
            return Excerpt.of(self.text, start, end)
        offsets = self.seen.offsets
        return self.seen.cut(bisect_left(offsets, start), bisect_left(offsets, end))

    def letters(self, offsets: Sequence[int]) -> str:
        """The characters that a reader sees at places of the text."""
        if self.seen is None:
            if isinstance(offsets, range) and offsets.step == 1:
                return self.text[offsets.start : offsets.stop]
            return "".join([self.text[offset] for offset in offsets])
        known, text = self.seen.offsets, self.seen.text
        return "".join([text[bisect_left(known, offset)] for offset in offsets])

    def with_blocks(self, blocks: Sequence[Block]) -> Document:
        """The same document, its text parted into other blocks."""
        other = Document(
            self.name,
            self.kind,
            self.text,
            blocks,
            title=self.title,
            places=self.places,
            seen=self.seen,
        )
        other.decoded, other.tracked_changes = self.decoded, self.tracked_changes
        return other

    def place_at(self, offset: int) -> Place | None:
        """Where in its .docx or .pdf the projection's character at `offset` stands."""
        index = bisect_right(self.places, offset, key=lambda place: place.span.start) - 1
        return self.places[index] if index >= 0 else None


class Unreadable(Exception):
    """A file that cannot be read as text; `reason` is a key of the messages of Z001."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values
