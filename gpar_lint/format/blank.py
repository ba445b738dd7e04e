"""The format's tables with nothing filled in, as rows of cells."""

from __future__ import annotations

from gpar_lint.format.edition import Column, RowFormat, TableFormat

Cells = list[list[str]]


def blank_table(table: TableFormat) -> Cells:
    """A table's header and rows with blank figures; a merged cell stands in its first place."""
    if table.shape == "blocks":
        return _even(_blocks(table))
    return _even(_strip(table) if table.shape == "strip" else _matrix(table))


def as_tabs(rows: Cells) -> str:
    """Rows as tab-separated lines."""
    return "\n".join(["\t".join(row) for row in rows])


def as_markdown(rows: Cells) -> str:
    """Rows as a Markdown table."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def _even(rows: Cells) -> Cells:
    width = max([len(row) for row in rows])
    return [row + [""] * (width - len(row)) for row in rows]


def _blocks(table: TableFormat) -> Cells:
    """Blocks below each other, each with its heading and the header of its columns."""
    labels = {column.key: column.label for column in table.columns}
    corner = table.headings[-1] if table.headings else ""
    rows: Cells = []
    group = None
    for row in table.rows:
        if row.group != group:
            group = row.group
            rows += [[group], [corner, *[labels[key] for key in row.columns]]]
        rows.append([row.label, *[""] * len(row.columns)])
    return rows


def _matrix(table: TableFormat) -> Cells:
    """Rows × columns; labels in as many columns as the deepest row has levels."""
    depth = max([len(_labels(row)) for row in table.rows])
    corner, top, *_ = (*table.headings, "", "")
    rows = [
        [corner, *[""] * (depth - 1), *_above(table.columns, top)],
        [*[""] * depth, *_groups(table.columns)],
        [*[""] * depth, *[column.label if column.group else "" for column in table.columns]],
    ]
    before: list[str] = []
    for row in table.rows:
        labels = _labels(row)
        new = [
            label if labels[: place + 1] != before[: place + 1] else ""
            for place, label in enumerate(labels)
        ]
        rows.append([*new, *[""] * (depth - len(labels)), *[""] * len(row.columns)])
        before = labels
    return rows


def _labels(row: RowFormat) -> list[str]:
    return [label for label in (row.section, row.group, row.label) if label]


def _above(columns: tuple[Column, ...], title: str) -> list[str]:
    """The first header line: what the columns have in common, and a last column of its own."""
    line = [title, *[""] * (len(columns) - 1)]
    if not columns[-1].group:
        line[-1] = columns[-1].label
    return line


def _groups(columns: tuple[Column, ...]) -> list[str]:
    """The second header line: groups at their first column, and lone columns but the last."""
    line: list[str] = []
    group = ""
    for column in columns:
        is_new = column.group and column.group != group
        line.append(column.group if is_new else "" if column.group else column.label)
        group = column.group
    return [*line[:-1], ""] if not columns[-1].group else line


def _strip(table: TableFormat) -> Cells:
    """Rows beside each other, each over its columns, and one line of figures."""
    rest = [""] * (len(table.columns) - 1)
    outcomes = [column.label for column in table.columns]
    top: list[str] = []
    middle: list[str] = []
    bottom: list[str] = []
    group = ""
    for row in table.rows:
        top += [row.group if row.group != group else "", *rest] if row.group else [row.label, *rest]
        middle += [row.label, *rest] if row.group else outcomes
        bottom += outcomes if row.group else ["", *rest]
        group = row.group
    return [top, middle, bottom, [""] * len(top)]
