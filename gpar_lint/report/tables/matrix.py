"""Tables of rows below each other: 二 (in blocks with headers of their own) and 三."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from gpar_lint.format.edition import RowFormat, TableFormat
from gpar_lint.report.model import Table, TableCell, TableColumn, TableRow
from gpar_lint.report.tables.alignment import Shapes, align, is_repeating, once
from gpar_lint.report.tables.header import Header, read_header
from gpar_lint.report.tables.labels import TableLabels, labels_of
from gpar_lint.report.tables.lines import Item, Line
from gpar_lint.report.tables.rows import RowFound, recognise
from gpar_lint.report.tables.segments import segments_of
from gpar_lint.text.span import Span


def read_matrix(lines: Sequence[Line], form: TableFormat) -> Table:
    """Read a table row by row."""
    book = labels_of(form)
    segments, leftover = segments_of(lines, book)
    found = _without_strays(recognise(segments, leftover, book), form)
    first = found[0].text.span().start if found else lines[-1].span.end
    columns, missing, in_use = _columns(found, leftover, book)
    rows = _rows(found, form, in_use)
    whole = Span(lines[0].span.start, lines[-1].span.end)
    return Table(
        name=form.name,
        edition="",
        signs=(),
        span=whole,
        header=Span(whole.start, max(whole.start, first)),
        columns=columns,
        missing_columns=missing,
        rows=tuple(rows),
        problem=_problem(rows),
        blanks_visible=any(row.segment.grid for row in found),
    )


InUse = dict[str, tuple[str | None, ...]]  # row → the columns it has here; None: an extra column


def _columns(
    found: Sequence[RowFound], leftover: Sequence[Item], book: TableLabels
) -> tuple[tuple[TableColumn, ...], tuple[str, ...], InUse]:
    """The columns found, the missing ones, and which columns each row has in this table."""
    columns: list[TableColumn] = []
    missing: list[str] = []
    in_use: InUse = {}
    for block in _blocks(book.table):
        own = [row for row in found if row.label and row.label.key in block]
        words = [item for row in own or found for item in _unused_labels(row)]
        keys = {key for row in block.values() for key in row.columns}
        expected = [label for label in book.columns if label.key in keys]
        header = read_header(words or leftover, book, expected)
        header = _with_certain_extras(header, own, book.table)
        lost = _missing_columns(own, header, block)
        known = {column.key for column in columns if column.key}
        columns += [column for column in header.columns if column.key not in known]
        missing += [key for key in lost if key not in missing]
        in_use |= _columns_in_use(header, lost, block)
    return tuple(columns), tuple(missing), in_use


def _blocks(form: TableFormat) -> list[dict[str, RowFormat]]:
    """The rows that share a header, by key."""
    blocks: dict[str, dict[str, RowFormat]] = {}
    for row in form.rows:
        name = row.group if form.shape == "blocks" else ""
        blocks.setdefault(name, {})[row.key] = row
    return list(blocks.values())


def _without_strays(found: list[RowFound], form: TableFormat) -> list[RowFound]:
    """Leave out lines that are no rows: unknown labels with too few figures to be one."""
    fewest = min(len(row.columns) for row in form.rows)
    widest = max(len(row.columns) for row in form.rows)
    floor = fewest if fewest == widest else 1
    return [
        row for row in found
        if row.label or (row.text.text and len(row.segment.figures) >= max(floor - 1, 1))
    ]  # fmt: skip


def _unused_labels(row: RowFound) -> list[Item]:
    """The label items of a segment that are not its row's label: header words, groups."""
    if not row.text.offsets:
        return list(row.segment.labels)
    start, own = row.text.span().start, row.segment.labels[-1].bare
    return [item for item in row.segment.labels if item.span.end <= start and item.bare != own]


def _usual_count(found: Sequence[RowFound]) -> int:
    """How many figures most rows have."""
    counts = Counter(len(row.segment.figures) for row in found if row.segment.figures)
    return counts.most_common(1)[0][0] if counts else 0


def _missing_columns(
    found: Sequence[RowFound], header: Header, block: Mapping[str, RowFormat]
) -> tuple[str, ...]:
    """The columns that the header lacks, where the rows lack their figures too.

    Where most rows are as full as the format wants them, the header was merely not readable.
    """
    if len(header.missing) > len(header.columns):
        return ()
    rows = [(block[row.label.key].columns, row.segment.figures) for row in found if row.label]
    return tuple([key for key in header.missing if not _mostly_full(key, rows)])


def _mostly_full(key: str, rows: Sequence[tuple[Sequence[str], Sequence[Item]]]) -> bool:
    full = [len(figures) >= len(columns) for columns, figures in rows if key in columns]
    return sum(full) * 2 > len(full)


def _with_certain_extras(header: Header, found: Sequence[RowFound], form: TableFormat) -> Header:
    """The header with the columns that the format does not have only if the rows have them too:
    an unknown word may be a piece of a group's label."""
    width = len(form.columns) + len(header.extra) - len(header.missing)
    if form.shape == "matrix" and header.extra and _usual_count(found) == width:
        return header
    columns = tuple(column for column in header.columns if column.key)
    return Header(columns, header.missing)


def _columns_in_use(
    header: Header, missing: Sequence[str], block: Mapping[str, RowFormat]
) -> InUse:
    if header.extra:
        keys = tuple([column.key for column in header.columns])
        return dict.fromkeys(block, keys)
    return {
        row.key: tuple([key for key in row.columns if key not in missing]) for row in block.values()
    }


def _rows(found: Sequence[RowFound], form: TableFormat, columns: InUse) -> list[TableRow]:
    formats = {row.key: row for row in form.rows}
    full = [row.segment for row in found if row.label and _is_full(row, columns[row.label.key])]
    shapes = Shapes(full, even=form.shape == "matrix" and _is_even(found))
    usual = _usual_count(found)
    repeating = is_repeating(
        [(row.segment, len(columns[row.label.key])) for row in found if row.label]
    )
    rows = []
    for row in found:
        if row.label is None:
            rows.append(_row(row, None, None, (), usual))
            continue
        own = columns[row.label.key]
        segment = once(row.segment, len(own)) if repeating else row.segment
        items = align(segment, len(own), shapes) or ()
        cells = cells_of(form.name, formats[row.label.key], own, items) if items else ()
        rows.append(_row(row, row.label.key, items, cells, len(own)))
    return rows


def _is_full(row: RowFound, columns: Sequence[str | None]) -> bool:
    return row.segment.grid and len(row.segment.figures) == len(columns)


def _is_even(found: Sequence[RowFound]) -> bool:
    """Whether all rows have as many cells, as a grid drawn by a program has."""
    return len({row.segment.width for row in found if row.label and row.segment.grid}) == 1


def _row(
    row: RowFound,
    key: str | None,
    items: Sequence[Item] | None,
    cells: Sequence[TableCell],
    expected: int,
) -> TableRow:
    span = row.segment.span
    return TableRow(
        key=key,
        label=row.text,
        span=span.join(row.text.span()) if row.text.offsets else span,
        slip=row.label.official if row.label and row.slip else None,
        figures=tuple(item.as_cell() for item in (items or row.segment.figures)),
        expected=expected,
        cells=tuple(cells),
    )


def cells_of(
    table: str, row: RowFormat, columns: Sequence[str | None], items: Sequence[Item]
) -> list[TableCell]:
    """Items aligned to columns, as cells of the table."""
    cells = []
    for column, item in zip(columns, items, strict=True):
        if column is None:
            continue
        value, form = (item.figure.value, item.figure.form) if item.figure else (None, "text")
        form = "blank" if item.blank else form
        cells.append(TableCell(table, row.key, column, item.content, item.span, value, form))
    return cells


def _problem(rows: Sequence[TableRow]) -> str | None:
    """Why the table cannot be checked: most of its rows could not be aligned."""
    known = [row for row in rows if row.key]
    unaligned = [row for row in known if not row.cells]
    if known and len(unaligned) * 2 > len(known):
        return "figures-unaligned"
    return None
