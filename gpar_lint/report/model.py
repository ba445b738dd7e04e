"""A report as it was read: every part with its place in the document's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from gpar_lint.format.edition import Edition
from gpar_lint.source.document import Cell, Document
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Title(Record):
    """The title line (or lines) of the report."""

    content: Excerpt  # squeezed
    span: Span
    agency: str  # the agency it names, "" where it names none
    year: int | None  # the four-digit year it names
    year_span: Span | None
    wording: str  # what follows agency and year, squeezed: 年政府信息公开工作年度报告


class Chapter(Record):
    """A first-level chapter as found in the document, in document order."""

    number: str | None  # the format's number it is by meaning (一 … 六); None: an extra chapter
    ordinal: str  # the ordinal written before it ("" where there is none)
    ordinal_span: Span | None
    title: Excerpt  # squeezed, without the ordinal
    span: Span  # the heading
    level: int | None  # Markdown, HTML or Word heading level
    body: Span  # from the end of its heading to the next chapter's heading or the end


class Joint(Record):
    """A place where a passage was put together from two lines."""

    span: Span  # from the end of one line's text to the start of the next's
    blank: bool  # a blank line or page break stands between


class Passage(Record):
    """A heading below the chapters or a paragraph, whole: wrapped and cut lines are joined.

    Tables, page furniture, comments and the chapters' own headings are no passages.
    """

    content: Excerpt  # squeezed
    span: Span
    chapter: str | None  # its number; None: before the first (preamble); "": an extra one
    heading: bool  # a heading on its own line: （一）主动公开
    joints: tuple[Joint, ...] = ()


class TableCell(Record):
    """A figure's cell, aligned to the format."""

    table: str
    row: str
    column: str
    content: Excerpt
    span: Span  # also where the cell is blank
    value: int | Decimal | None  # None: blank, or cannot be read
    form: str
    # form: "plain" (a bare figure); "unit" (0件), "full-width" (１２), "thousands" (1,234),
    # "chinese" (三), "signed" (+3, 减4): sure values in another form; "decimal", "negative":
    # values that are no count; "blank", "slash", "dash", "none" (无): no figure given;
    # "text": cannot be read


class TableRow(Record):
    """A row as found, in document order."""

    key: str | None  # the format's row it is; None: a row the format does not have
    label: Excerpt  # its label as found, squeezed
    span: Span  # the whole row
    slip: str | None  # the format's label, where the row's wording differs from it
    figures: tuple[Cell, ...]  # its figures as found, in order; blank cells only where aligned
    expected: int  # how many figures the table (as found) should have in this row
    cells: tuple[TableCell, ...]  # aligned; empty where alignment is not certain

    def cell(self, column: str) -> TableCell | None:
        """The cell in a column."""
        return next((cell for cell in self.cells if cell.column == column), None)


class TableColumn(Record):
    """A column's header as found."""

    key: str | None  # None: a column the format does not have
    label: Excerpt  # squeezed
    slip: str | None


class _TableFields(Record):
    name: str  # 二, 三, 四
    edition: str  # the edition whose layout and wording it has
    signs: tuple[str, ...]  # labels that gave it away as an edition other than the report's
    span: Span
    header: Span  # its header row or rows
    columns: tuple[TableColumn, ...]  # empty where the header could not be read
    missing_columns: tuple[str, ...]  # keys of the format's columns that its header lacks
    rows: tuple[TableRow, ...]
    problem: str | None = None  # why it could not be read or aligned (key of Z004's texts)
    blanks_visible: bool = True  # False: a layout that cannot show a blank cell


class Table(_TableFields):
    """A table as found."""

    @cached_property
    def _rows(self) -> dict[str | None, TableRow]:
        return {row.key: row for row in reversed(self.rows)}

    @cached_property
    def _cells(self) -> dict[tuple[str | None, str], TableCell]:
        return {(key, cell.column): cell for key, row in self._rows.items() for cell in row.cells}

    def row(self, key: str) -> TableRow | None:
        """The first row with this key."""
        return self._rows.get(key)

    def cell(self, row: str, column: str) -> TableCell | None:
        """The cell at a row and column, if it was read and aligned."""
        return self._cells.get((row, column))


class Report:
    """A document read as a report, against an edition of the format."""

    def __init__(
        self,
        document: Document,
        edition: Edition,
        *,
        title: Title | None,
        year: int | None,
        year_source: str,
        chapters: Sequence[Chapter],
        tables: Sequence[Table],
        pictures: Sequence[Span],
        passages: Sequence[Passage],
    ) -> None:
        self.document = document
        self.edition = edition  # the format that the report has to follow
        self.title = title
        self.year = year  # the reporting year
        self.year_source = year_source  # "title", "period", "text" (commonest year), "given", ""
        self.chapters = chapters
        self.tables = tables
        self.pictures = pictures
        self.passages = passages
        self._chapter_starts = [chapter.span.start for chapter in chapters]

    @property
    def agency(self) -> str:
        """The agency that the title names, "" where it names none."""
        return self.title.agency if self.title else ""

    def chapter(self, number: str) -> Chapter | None:
        """The first chapter that is the format's chapter `number`."""
        return next((chapter for chapter in self.chapters if chapter.number == number), None)

    def table(self, name: str) -> Table | None:
        """The table with this name, if it was found."""
        return next((table for table in self.tables if table.name == name), None)

    def passages_in(self, *numbers: str | None) -> list[Passage]:
        """The passages of these chapters (None: before the first chapter), in order."""
        return [passage for passage in self.passages if passage.chapter in numbers]

    def chapter_at(self, offset: int) -> str | None:
        """The number of the chapter that a place in the text belongs to."""
        place = bisect_right(self._chapter_starts, offset) - 1
        if place < 0 or offset >= self.chapters[place].body.end:
            return None
        return self.chapters[place].number
