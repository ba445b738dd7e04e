"""Table 四: three groups of columns beside each other, all its figures on one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gpar_lint.format.edition import RowFormat, TableFormat
from gpar_lint.report.model import Table, TableColumn, TableRow
from gpar_lint.report.tables.alignment import Shapes, align
from gpar_lint.report.tables.labels import TableLabels, labels_of, nearest
from gpar_lint.report.tables.lines import Item, Line
from gpar_lint.report.tables.matrix import cells_of, read_matrix
from gpar_lint.report.tables.segments import Segment, segments_of
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.span import Span

Leaf = tuple[str, str]  # row (group) and column of a figure


def read_strip(lines: Sequence[Line], form: TableFormat) -> Table:
    """Read a table whose rows stand beside each other; or below each other, where they do."""
    book = labels_of(form)
    segments, leftover = segments_of(lines, book)
    if _stands_upright(segments, book):
        return read_matrix(lines, form)
    listed = _listed(segments, book) or _in_parts(segments, book)
    if listed:
        return _read_list(listed, lines, segments, form)
    segment = max(segments, key=lambda part: len(part.figures), default=_blank_row(lines, book))
    words = [item for part in segments for item in part.labels] or leftover
    leaves = _leaves(words, book)
    whole = Span(lines[0].span.start, lines[-1].span.end)
    start = segment.values[0].span.start if segment else whole.end
    missing = _missing(leaves, book) if segment and len(segment.figures) == len(leaves) else []
    return Table(
        name=form.name,
        edition="",
        signs=(),
        span=whole,
        header=Span(whole.start, start),
        columns=_columns(words if segment and segment.grid else (), book),
        missing_columns=tuple(missing),
        rows=tuple(_rows(segment, leaves, form)) if segment else (),
        blanks_visible=bool(segment and segment.grid),
    )


def _blank_row(lines: Sequence[Line], book: TableLabels) -> Segment | None:
    """The row of figures where it is there to be seen, and not filled in."""
    width = len(_every_leaf(book))
    for line in reversed(lines):
        if line.grid and len(line.items) >= width and all(item.blank for item in line.items):
            return Segment((), line.items[:width], (), 0, len(line.items), 0, True)
    return None


def _stands_upright(segments: Sequence[Segment], book: TableLabels) -> bool:
    """Whether the groups are rows: each label followed by its own figures."""
    width = len(book.columns)
    labelled = [
        part for part in segments
        if len(part.figures) <= width + 1 and part.labels and book.row_named(part.labels[-1].bare)
    ]  # fmt: skip
    return len(labelled) > 1


def _listed(segments: Sequence[Segment], book: TableLabels) -> dict[Leaf, Item]:
    """The figures of a table that is a list, each behind its outcome, the group before those:
    行政复议 结果维持 2 结果纠正 1 …; none where that is not how it is written."""
    placed: dict[Leaf, Item] = {}
    row = None
    for segment in segments:
        columns: list[str] = []
        for item in segment.labels:
            group, column = book.row_named(item.bare), book.exact_column(item.bare)
            if group:
                row, columns = group.key, []
            elif column:
                columns.append(column.key)
        figures = segment.figures
        leaves = [(row, key) for key in (columns if len(figures) > 1 else columns[-1:]) if row]
        # All outcomes behind the last of the groups: a header above one line of figures.
        doubled = len(set(leaves)) < len(leaves) or not placed.keys().isdisjoint(leaves)
        if len(leaves) != len(figures) or doubled:
            return {}
        placed |= zip(leaves, figures, strict=True)
    return placed


def _in_parts(segments: Sequence[Segment], book: TableLabels) -> dict[Leaf, Item]:
    """The figures of a table drawn as two, 行政复议 and 行政诉讼, each below a header of its own;
    none where that is not how it is written."""
    placed: dict[Leaf, Item] = {}
    filled = [segment for segment in segments if segment.figures]
    for segment in filled if len(filled) > 1 else ():
        leaves = _announced(segment.labels, book)
        if len(leaves) != len(segment.figures) or not placed.keys().isdisjoint(leaves):
            return {}
        placed |= zip(leaves, segment.figures, strict=True)
    return placed


def _read_list(
    placed: Mapping[Leaf, Item],
    lines: Sequence[Line],
    segments: Sequence[Segment],
    form: TableFormat,
) -> Table:
    """A table whose every figure is placed; a group without its figures is no row, one that lacks
    some is not aligned."""
    whole = Span(lines[0].span.start, lines[-1].span.end)
    rows = []
    for row in form.rows:
        own = [(key, placed[row.key, key]) for key in row.columns if (row.key, key) in placed]
        if own:
            found = _row(row, own, segments[0], form)
            cells = found.cells if len(own) == len(row.columns) else ()
            rows.append(found._replace(expected=len(row.columns), cells=cells))
    return Table(
        name=form.name,
        edition="",
        signs=(),
        span=whole,
        header=Span(whole.start, whole.start),
        columns=_columns((), labels_of(form)),
        missing_columns=(),
        rows=tuple(rows),
        blanks_visible=any(line.grid for line in lines),
    )


def _columns(words: Sequence[Item], book: TableLabels) -> tuple[TableColumn, ...]:
    """The columns; one whose label is somewhere written with a slip has that label."""
    slips: dict[str, TableColumn] = {}
    for item in words:
        match = None if item.bare in book.words else nearest(item.bare, book.columns)
        if match:
            text, official = item.content.squeezed(), match.label.official
            slips.setdefault(match.label.key, TableColumn(match.label.key, text, official))
    plain = [TableColumn(label.key, Excerpt("", ()), None) for label in book.columns]
    return tuple(
        [slips.get(label.key, column) for label, column in zip(book.columns, plain, strict=True)]
    )


def _every_leaf(book: TableLabels) -> list[Leaf]:
    return [(row.key, column.key) for row in book.rows for column in book.columns]


def _leaves(words: Sequence[Item], book: TableLabels) -> list[Leaf]:
    """The figures that the header announces, from left to right; the format's if it is unclear."""
    return _announced(words, book) or _every_leaf(book)


def _announced(words: Sequence[Item], book: TableLabels) -> list[Leaf]:
    """The same; none if it is unclear."""
    text = "".join(item.bare for item in words)
    groups: list[list[str]] = [[]]
    order = [label.key for label in book.columns]
    for key in _columns_in(text, book):
        if groups[-1] and order.index(key) <= order.index(groups[-1][-1]):
            groups.append([])
        groups[-1].append(key)
    rows = [row for row in book.rows if row.bare in text]
    if len(groups) != len(rows):
        return []
    return [(row.key, key) for row, keys in zip(rows, groups, strict=True) for key in keys]


def _columns_in(text: str, book: TableLabels) -> list[str]:
    """The column labels in a text, in order."""
    found = []
    place = 0
    while place < len(text):
        label = next((label for label in book.columns if text.startswith(label.bare, place)), None)
        if label:
            found.append(label.key)
        place += len(label.bare) if label else 1
    return found


def _missing(leaves: Sequence[Leaf], book: TableLabels) -> list[str]:
    """The columns that a group in the header lacks; a group that is not there has none to lack."""
    groups = {row for row, _ in leaves}
    return [
        column.key for column in book.columns
        if any((row, column.key) not in leaves for row in groups)
    ]  # fmt: skip


def _rows(segment: Segment, leaves: Sequence[Leaf], form: TableFormat) -> list[TableRow]:
    """A row for each group that the header has. Figures that cannot be aligned are the first's."""
    if len(segment.figures) != len(leaves):
        leaves = _every_leaf(labels_of(form))
    items = align(segment, len(leaves), Shapes(()))
    if items is None:
        return _unaligned(segment, leaves, form)
    placed = list(zip(leaves, items, strict=True))
    rows = []
    for row in form.rows:
        own = [(column, item) for (group, column), item in placed if group == row.key]
        if own:
            rows.append(_row(row, own, segment, form))
    return rows


def _row(
    row: RowFormat, own: Sequence[tuple[str, Item]], segment: Segment, form: TableFormat
) -> TableRow:
    items = [item for _, item in own]
    cells = cells_of(form.name, row, [column for column, _ in own], items)
    figures = tuple([item.as_cell() for item in items])
    span = Span(items[0].span.start, items[-1].span.end)
    label = _label(row.label, segment)
    return TableRow(row.key, label, span, None, figures, len(own), tuple(cells))


def _label(text: str, segment: Segment) -> Excerpt:
    """The group's label where the header has it, else an empty one."""
    for item in segment.labels:
        if item.content.text == text:
            return item.content.squeezed()
    return Excerpt("", ())


def _unaligned(segment: Segment, leaves: Sequence[Leaf], form: TableFormat) -> list[TableRow]:
    figures = tuple(item.as_cell() for item in segment.figures)
    empty = Excerpt("", ())
    first, *others = form.rows
    rows = [TableRow(first.key, empty, segment.span, None, figures, len(leaves), ())]
    return rows + [TableRow(row.key, empty, segment.span, None, (), 0, ()) for row in others]
