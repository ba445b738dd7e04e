"""An edition of the official format: chapters, tables, identities, legal basis."""

from __future__ import annotations

from functools import cached_property

from gpar_lint.text.records import Record


class Notice(Record):
    """The notice that issued the format."""

    number: str  # 国办公开办函〔2021〕30号
    title: str
    short: str  # the basis as messages cite it


class Chapter(Record):
    """A chapter of the format."""

    number: str  # 一 … 六
    title: str
    variants: tuple[str, ...]  # titles that are accepted in silence (S115)
    signs: tuple[tuple[str, ...], ...]  # a heading that has every word of one of these is meant
    table: str | None = None  # name of the table that belongs in it


class Column(Record):
    """A column of a table."""

    key: str
    label: str
    group: str = ""  # label of the header cell above it
    kind: str = "count"  # "count", "amount", "signed": what its figures may be


class RowFormat(Record):
    """A row of a table."""

    key: str
    label: str
    group: str = ""  # label of the cell to its left that spans several rows
    columns: tuple[str, ...] = ()  # keys of the columns it has, in order
    kinds: tuple[tuple[str, str], ...] = ()  # the kinds of its columns that hold no counts
    variants: tuple[str, ...] = ()  # labels that are accepted in silence
    section: str = ""  # label of the cell to the left of the group: 三、本年度办理结果

    def kind_of(self, column: str) -> str:
        """What the figure in a column of this row may be."""
        return next((kind for key, kind in self.kinds if key == column), "count")


class _TableFormatFields(Record):
    name: str  # 二, 三, 四
    title: str
    shape: str
    columns: tuple[Column, ...]
    rows: tuple[RowFormat, ...]
    headings: tuple[str, ...] = ()  # other words of its header that are neither row nor column


class TableFormat(_TableFormatFields):
    """A table of the format.

    shape "blocks": several blocks below each other, each with its own header (二).
    shape "matrix": rows × columns under one header (三).
    shape "strip": the rows stand beside each other, all figures on one line (四).
    """

    # What is worked out from a format is kept by format: a hash over all of it would cost more.
    def __hash__(self) -> int:
        return hash(self.name)

    @cached_property
    def _rows(self) -> dict[str, RowFormat]:
        return {row.key: row for row in self.rows}

    @cached_property
    def _columns(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    def row(self, key: str) -> RowFormat | None:
        """The row with this key."""
        return self._rows.get(key)

    def column(self, key: str) -> Column | None:
        """The column with this key."""
        return self._columns.get(key)

    def cell_count(self) -> int:
        """How many figures the table holds."""
        return sum(len(row.columns) for row in self.rows)


class Identity(Record):
    """A sum that must hold within a table (勾稽关系).

    Along "row": in every row, the columns `left` make the columns `right`. Along "column": in every
    column, the rows `left` make the rows `right`. `relation` "equal", or "at most" (left ≤ right;
    an empty `left` is 0). The finding stands on `place`.
    """

    code: str
    table: str
    along: str  # "row" or "column"
    left: tuple[str, ...]
    right: tuple[str, ...]
    place: str
    relation: str = "equal"
    only: tuple[str, ...] = ()  # the rows (along "row") or columns it is about; all when empty
    text: str = ""  # the identity in words: 第一项＋第二项＝第三项＋第四项


class Edition(Record):
    """An edition of the format, whole in itself."""

    name: str  # "2019", "2021"
    first_year: int  # reporting years it is for
    last_year: int | None
    notice: Notice
    chapters: tuple[Chapter, ...]
    tables: tuple[TableFormat, ...]
    identities: tuple[Identity, ...]

    def table(self, name: str) -> TableFormat | None:
        """The table with this name (二, 三, 四)."""
        return next((table for table in self.tables if table.name == name), None)

    def chapter(self, number: str) -> Chapter | None:
        """The chapter with this number (一 … 六)."""
        return next((chapter for chapter in self.chapters if chapter.number == number), None)

    def holds_for(self, year: int) -> bool:
        """Whether reports on this year follow this edition."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)
