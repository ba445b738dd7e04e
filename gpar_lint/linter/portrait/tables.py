"""A table as rows of boxes: by its own cells, or in the format's order where those are not even.

In a plain text, cells stand one behind the other: whose column a figure is in, who knows the format
can tell. Where most rows were aligned to it, the table is shown as the format has it, and the
file's own lines with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gpar_lint.checks.cells import place_of
from gpar_lint.format.edition import RowFormat, TableFormat
from gpar_lint.linter.portrait.model import Box, TableShown
from gpar_lint.report.model import Table, TableRow
from gpar_lint.source.document import Document, Grid, Row
from gpar_lint.text.excerpt import Excerpt, joined
from gpar_lint.text.span import Span

Boxes = tuple[Box, ...]

_NOWHERE = Span(0, 0)


def table_shown(
    table: Table,
    form: TableFormat | None,
    grids: Sequence[Grid],
    texts: Sequence[Excerpt],
    document: Document,
) -> TableShown:
    """One of the format's tables. `texts` are its lines outside grids."""
    as_it_is = TableShown(table.name, grid_rows(grids, table.header), ())
    if grids and not texts and all(grid.spread for grid in grids):
        return as_it_is
    lines = tuple(sorted([*_lines(grids), *texts], key=lambda line: line.span()))
    if form and _is_known(table, form):
        return TableShown(table.name, tuple(_Layout(table, form, document).rows()), lines)
    return TableShown(table.name, (), lines) if texts else as_it_is


def _is_known(table: Table, form: TableFormat) -> bool:
    """Whether a table has the format's columns, and most of its rows were aligned to them."""
    aligned = sum([bool(row.cells) for row in table.rows])
    columns = {column.key for column in table.columns}
    return aligned * 2 > len(table.rows) and columns.issuperset([c.key for c in form.columns])


def grid_rows(grids: Sequence[Grid], header: Span = _NOWHERE) -> tuple[Boxes, ...]:
    """The rows of grids as they are; those within `header` are headings."""
    return tuple(
        [
            tuple(
                [
                    Box(
                        cell.content,
                        cell.content.span() if cell.content.text else cell.span,
                        cell.columns,
                        cell.rows,
                        heading=row.span.start < header.end,
                    )
                    for cell in row.cells
                ]
            )
            for grid in grids
            for row in grid.rows
        ]
    )


def _lines(grids: Sequence[Grid]) -> list[Excerpt]:
    return [_line(row) for grid in grids for row in grid.rows]


def _line(row: Row) -> Excerpt:
    """A row's cells with tabs between them."""
    pieces: list[Excerpt] = []
    for cell in row.cells:
        if pieces:
            pieces.append(Excerpt("\t", [cell.span.start]))
        pieces.append(cell.content)
    return joined(pieces)


class _Layout:
    """A table in the order of its format's columns, row by row as the report has them."""

    def __init__(self, table: Table, form: TableFormat, document: Document) -> None:
        self._table = table
        self._form = form
        self._document = document
        self._forms = [form.row(row.key or "") or RowFormat("", "") for row in table.rows]
        self._in_blocks = form.shape == "blocks"
        self._depth = max([len(self._above(due)) for due in self._forms]) + 1
        self._width = max([len(due.columns) for due in self._forms])
        self._found = {column.key: column.label for column in table.columns if column.label.text}

    def rows(self) -> list[Boxes]:
        """Header and rows."""
        rows: list[Boxes] = [] if self._in_blocks else self._header()
        paths = [self._above(due) for due in self._forms]
        for place, (row, due) in enumerate(zip(self._table.rows, self._forms, strict=True)):
            if self._in_blocks and (not place or due.group != self._forms[place - 1].group):
                rows += self._block_header(due)
            rows.append((*self._labels(place, paths, row), *self._figures(row, due)))
        return rows

    def _above(self, due: RowFormat) -> tuple[str, ...]:
        """The labels that stand to the left of a row's own."""
        return (
            () if self._in_blocks else tuple([label for label in (due.section, due.group) if label])
        )

    def _labels(self, place: int, paths: Sequence[tuple[str, ...]], row: TableRow) -> Boxes:
        boxes = []
        path = paths[place]
        for level, label in enumerate(path):
            head = path[: level + 1]
            if place and paths[place - 1][: level + 1] == head:
                continue  # it stands beside the rows above, and reaches down to this one
            same = 0
            while place + same < len(paths) and paths[place + same][: level + 1] == head:
                same += 1
            boxes.append(_own_words(label, rows=same))
        return (*boxes, self._label(row, self._forms[place], self._depth - len(path)))

    def _label(self, row: TableRow, due: RowFormat, columns: int) -> Box:
        if not row.label.text:
            return _own_words(due.label, columns)
        own = self._as_written(row.label)
        return Box(own, own.span(), columns, heading=True)

    def _figures(self, row: TableRow, due: RowFormat) -> Boxes:
        if not row.cells:  # not aligned: the figures as they are
            return tuple([Box(cell.content, cell.span) for cell in row.figures])
        boxes = []
        for key, columns in zip(due.columns, self._shares(due), strict=True):
            cell = row.cell(key)
            if cell:
                boxes.append(Box(self._as_written(cell.content), place_of(cell), columns))
            else:
                boxes.append(Box(Excerpt("", range(0)), None, columns))
        return tuple(boxes)

    def _shares(self, due: RowFormat) -> list[int]:
        """How many columns each figure takes: the last one takes what is left."""
        count = len(due.columns)
        return [1] * (count - 1) + [self._width - count + 1] if count else []

    def _header(self) -> list[Boxes]:
        """Column labels, those of a group below the group's own."""
        columns = self._form.columns
        grouped = any(column.group for column in columns)
        top = [_own_words("", columns=self._depth, rows=1 + grouped)]
        bottom = []
        for group, members in groupby(columns, key=lambda column: column.group):
            keys = [column.key for column in members]
            if group:
                top.append(_own_words(group, columns=len(keys)))
                bottom += [self._column(key) for key in keys]
            else:
                top += [self._column(key, rows=1 + grouped) for key in keys]
        return [tuple(top), tuple(bottom)] if grouped else [tuple(top)]

    def _block_header(self, due: RowFormat) -> list[Boxes]:
        corner = self._form.headings[-1] if self._form.headings else ""
        heads = [
            self._column(key, columns=columns)
            for key, columns in zip(due.columns, self._shares(due), strict=True)
        ]
        title = _own_words(due.group, columns=self._width + 1)
        return [(title,), (_own_words(corner), *heads)]

    def _column(self, key: str, columns: int = 1, rows: int = 1) -> Box:
        found = self._found.pop(key, None)  # a block's header is repeated, and found but once
        if found:
            label = self._as_written(found)
            return Box(label, label.span(), columns, rows, heading=True)
        column = self._form.column(key)
        return _own_words(column.label if column else key, columns, rows)

    def _as_written(self, excerpt: Excerpt) -> Excerpt:
        """What was squeezed for comparison, in the report's own characters."""
        return Excerpt(self._document.letters(excerpt.offsets), excerpt.offsets)


def _own_words(label: str, columns: int = 1, rows: int = 1) -> Box:
    """A label in the format's words."""
    return Box(Excerpt(label, ()), None, columns, rows, heading=True)
