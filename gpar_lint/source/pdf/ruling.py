"""Ruled lines to tables: which lines make one, and where its cells are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from gpar_lint.source.pdf.drawn import Box, Rule
from gpar_lint.text.records import Record

_SHORTEST = 5.0  # points of a line whose pieces are put together
_DASHES = 4.0  # points from one dash of a line to the next, at most
_NEAR = 2.5  # points by which ends of lines that meet may miss each other
_OPEN = 6.0  # points that lines stand out beyond the last line across them: a table left open there
_THINNEST = 4.0  # points; what is between two closer lines is a double line, and no cell
#: Lines (pieces of one line put together) with which a page is a drawing and holds no tables.
_MOST_LINES = 4000
_MOST_CELLS = 20_000
_MOST_TABLES = 60


class Region(Record):
    """A cell of a ruled table: which of its columns and rows it covers."""

    column: int
    row: int
    columns: int
    rows: int
    box: Box


class Ruled(Record):
    """A ruled table."""

    box: Box
    edges: tuple[float, ...]  # x of the lines between its columns, the outer ones too
    rows: int
    regions: tuple[Region, ...]  # by rows


def ruled_tables(across: Sequence[Rule], down: Sequence[Rule]) -> list[Ruled]:
    """The tables that lines make, from the top of the page; none with fewer than two cells."""
    across, down = _whole(across), _whole(down)
    if len(across) + len(down) > _MOST_LINES:
        return []
    tables = [_table(*lines) for lines in _connected(across, down)]
    found = [table for table in tables if table and len(table.regions) > 1]
    if len(found) > _MOST_TABLES:
        return []
    return sorted(found, key=lambda table: (table.box.top, table.box.left))


def _whole(rules: Iterable[Rule]) -> list[Rule]:
    """Lines put together of their pieces: a line is often drawn cell by cell."""
    lanes: list[list[Rule]] = []
    for rule in sorted(rules):
        if lanes and rule.at - lanes[-1][-1].at <= 0.8 and rule.at - lanes[-1][0].at <= _NEAR:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    whole = [rule for lane in lanes for rule in _joined(lane)]
    return [rule for rule in whole if rule.end - rule.start >= _SHORTEST]


def _joined(lane: Sequence[Rule]) -> Iterator[Rule]:
    at = sum([rule.at for rule in lane]) / len(lane)
    start = end = None
    for _, left, right in sorted(lane, key=lambda rule: rule.start):
        if end is None or start is None or left > end + _DASHES:
            if end is not None and start is not None:
                yield Rule(at, start, end)
            start, end = left, right
        end = max(end, right)
    if start is not None and end is not None:
        yield Rule(at, start, end)


def _connected(
    across: Sequence[Rule], down: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Groups of lines that touch each other."""
    parents = list(range(len(across) + len(down)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    places = [rule.at for rule in down]  # sorted, as `_whole` leaves them
    for index, (y, left, right) in enumerate(across):
        first = bisect_left(places, left - _NEAR)
        for other in range(first, bisect_right(places, right + _NEAR)):
            if down[other].start - _NEAR <= y <= down[other].end + _NEAR:
                parents[root(len(across) + other)] = root(index)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate([*across, *down]):
        group = groups.setdefault(root(index), ([], []))
        group[index >= len(across)].append(rule)
    for group in groups.values():
        if group[0] and group[1]:
            yield group


def _table(across: list[Rule], down: list[Rule]) -> Ruled | None:
    across = _closed(across, down)
    down = _closed(down, across)
    xs, ys = _edges(down), _edges(across)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_CELLS:
        return None
    regions = _regions(xs, ys, _walls(xs, ys, down), _walls(ys, xs, across))
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    return Ruled(box, tuple(xs), len(ys) - 1, tuple(regions))


def _closed(lines: list[Rule], crossing: Sequence[Rule]) -> list[Rule]:
    """The lines with those that the table lacks where it is left open: at the sides, or where a
    page break cuts it."""
    first, last = min(rule.at for rule in lines), max(rule.at for rule in lines)
    for ends, outer in (
        ([rule.start for rule in crossing if first - rule.start > _OPEN], min),
        ([rule.end for rule in crossing if rule.end - last > _OPEN], max),
    ):
        if len(ends) >= 2:
            start = min(rule.at for rule in crossing)
            end = max(rule.at for rule in crossing)
            lines = [*lines, Rule(outer(ends), start, end)]
    return sorted(lines)


def _edges(lines: Sequence[Rule]) -> list[float]:
    """Where lines are, those of a double line once."""
    edges: list[float] = []
    for rule in lines:
        if not edges or rule.at - edges[-1] > _THINNEST:
            edges.append(rule.at)
    return edges


def _walls(
    edges: Sequence[float], crossing: Sequence[float], lines: Sequence[Rule]
) -> list[list[bool]]:
    """For each edge and each space between two crossing edges, whether a line stands there."""
    walls = [[False] * (len(crossing) - 1) for _ in edges]
    middles = [(a + b) / 2 for a, b in pairwise(crossing)]
    for at, start, end in lines:
        edge = bisect_right(edges, at + 0.01) - 1
        for place in range(bisect_left(middles, start), bisect_right(middles, end)):
            walls[edge][place] = True
    return walls


def _regions(
    xs: Sequence[float],
    ys: Sequence[float],
    down: Sequence[Sequence[bool]],
    across: Sequence[Sequence[bool]],
) -> Iterator[Region]:
    """The cells, row by row: as wide and as high as no line parts them."""
    columns, rows = len(xs) - 1, len(ys) - 1
    taken = [[False] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            right = column + 1
            while right < columns and not down[right][row] and not taken[row][right]:
                right += 1
            bottom = row + 1
            while bottom < rows and not any(across[bottom][column:right]):
                bottom += 1
            for place in range(row, bottom):
                taken[place][column:right] = [True] * (right - column)
            box = Box(xs[column], ys[row], xs[right], ys[bottom])
            yield Region(column, row, right - column, bottom - row, box)
