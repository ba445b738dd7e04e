"""The format's tables as cells, merged as the official form merges them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from gpar_lint.format.edition import RowFormat, TableFormat
from gpar_lint.text.records import Record


class Box(Record):
    """A cell at its place."""

    text: str
    columns: int = 1
    rows: int = 1
    heads: bool = False  # it says what the cells below or beside it are


Boxes = list[list[Box]]


def boxes_of(table: TableFormat) -> Boxes:
    """The rows of a blank table, each merged cell in its first row."""
    if table.shape == "blocks":
        return _blocks(table)
    return _strip(table) if table.shape == "strip" else _matrix(table)


def _head(text: str, columns: int = 1, rows: int = 1) -> Box:
    return Box(text, columns, rows, heads=True)


def _blocks(table: TableFormat) -> Boxes:
    labels = {column.key: column.label for column in table.columns}
    width = 1 + max([len(row.columns) for row in table.rows])
    corner = table.headings[-1] if table.headings else ""
    boxes: Boxes = []
    for group, rows in groupby(table.rows, lambda row: row.group):
        members = list(rows)
        boxes.append([_head(group, width)])
        heads = [_head(labels[key]) for key in members[0].columns]
        boxes.append(_stretched([_head(corner), *heads], width))
        for row in members:
            boxes.append(_stretched([_head(row.label), *[Box("") for _ in row.columns]], width))
    return boxes


def _stretched(row: list[Box], width: int) -> list[Box]:
    """The row with a last cell that takes what is left of the width."""
    return [*row[:-1], row[-1]._replace(columns=width - len(row) + 1)]


def _matrix(table: TableFormat) -> Boxes:
    depth = max([len(_labels(row)) for row in table.rows])
    corner, above, *_ = (*table.headings, "", "")
    second: list[Box] = []
    for group, members in groupby(table.columns, lambda column: column.group):
        columns = list(members)
        lone = [_head(column.label, 1, 2) for column in columns]
        second += [_head(group, len(columns))] if group else lone
    third = [_head(column.label) for column in table.columns if column.group]
    boxes = [[_head(corner, depth, 3), _head(above, len(table.columns))], second, third]
    for place, row in enumerate(table.rows):
        boxes.append([*_row_heads(table.rows, place, depth), *[Box("") for _ in row.columns]])
    return boxes


def _labels(row: RowFormat) -> list[str]:
    return [label for label in (row.section, row.group, row.label) if label]


def _row_heads(rows: Sequence[RowFormat], place: int, depth: int) -> list[Box]:
    row, before = rows[place], rows[place - 1] if place else None
    heads: list[Box] = []
    if row.section and (not before or before.section != row.section):
        heads.append(_head(row.section, 1, _run(rows[place:], lambda each: each.section)))
    if row.group and (not before or before.group != row.group):
        heads.append(_head(row.group, 1, _run(rows[place:], lambda each: each.group)))
    return [*heads, _head(row.label, depth - len(_labels(row)) + 1)]


def _run(rows: Sequence[RowFormat], of: Callable[[RowFormat], str]) -> int:
    """How many rows from the first on have the same."""
    _, members = next(groupby(rows, of))
    return len(list(members))


def _strip(table: TableFormat) -> Boxes:
    outcomes = [column.label for column in table.columns]
    width = len(outcomes)
    top: list[Box] = []
    middle: list[Box] = []
    for group, members in groupby(table.rows, lambda row: row.group):
        rows = list(members)
        if group:
            top.append(_head(group, width * len(rows)))
            middle += [_head(row.label, width) for row in rows]
        else:
            top += [_head(row.label, width) for row in rows]
            middle += [_head(text, 1, 2) for _ in rows for text in outcomes]
    grouped = sum([bool(row.group) for row in table.rows])
    bottom = [_head(text) for text in outcomes * grouped]
    return [top, middle, bottom, [Box("") for _ in outcomes * len(table.rows)]]
