"""Figures put under their columns, where that is certain.

In a row with as many figures as columns, blank cells are the layout's padding. In another, the
cells stand where rows of the same shape (width, column of the first value) have their figures; a
row that fits none of these is not aligned. In a report that is being filled in no such row may be
full yet: there the figures of a table whose rows are all as wide end with the row, for a label
merged over several columns leaves blank cells before them, never after.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gpar_lint.report.tables.lines import Item
from gpar_lint.report.tables.segments import Segment

Shape = tuple[int, int]  # cells of the row, column of its first value


class Shapes:
    """Where full rows have their first figure, by the shape of the row.

    `even`: the table's rows have the same columns, and cells for all of them.
    """

    def __init__(self, full: Iterable[Segment], *, even: bool = False) -> None:
        starts: dict[Shape, set[int]] = {}
        self.even = even
        for segment in full:
            place = _first_figure(segment)
            if place is not None:
                self.even &= place + len(segment.figures) == len(segment.values)
                starts.setdefault((segment.width, segment.first), set()).add(place)
        self.any = bool(starts)
        self.starts: Mapping[Shape, int] = {
            shape: places.pop() for shape, places in starts.items() if len(places) == 1
        }

    def start(self, segment: Segment, count: int) -> int | None:
        """Where the `count` figures of a row of this shape begin, counted from its first value."""
        start = self.starts.get((segment.width, segment.first))
        if start is None and self.even:
            return max(0, len(segment.values) - count)
        if start is None and not self.any:
            return 0
        return start


def _first_figure(segment: Segment) -> int | None:
    """Place of the first figure, in a row whose figures stand side by side."""
    places = [place for place, item in enumerate(segment.values) if not item.blank]
    return places[0] if places and places[-1] - places[0] == len(places) - 1 else None


def align(segment: Segment, count: int, shapes: Shapes) -> Sequence[Item] | None:
    """The `count` cells of a row's figures, in order; None where that is not certain."""
    figures = segment.figures
    if len(figures) == count:
        return figures
    if not segment.grid:
        return figures[:count] if len(figures) == count + segment.loose else None
    start = shapes.start(segment, count)
    if start is None:
        return segment.values if len(segment.values) == count and not shapes.any else None
    cells = segment.values[start : start + count]
    outside = (*segment.values[:start], *segment.values[start + count :])
    if len(cells) == count and all(item.blank for item in outside):
        return cells
    return None


def is_repeating(rows: Sequence[tuple[Segment, int]]) -> bool:
    """Whether cells merged over several columns were written once a column: 行政许可 18 18 18.

    That is a layout only where all rows that have fewer columns than the grid are written so.
    """
    longer = [(segment, count) for segment, count in rows if len(segment.figures) > count]
    short = [count for segment, count in rows if segment.first + count < segment.width]
    return len(short) == len(longer) > 1 and all(_repeats(*row) for row in longer)


def _repeats(segment: Segment, count: int) -> bool:
    """Whether the figures from the last due on are all the same, to the end of the row."""
    rest = segment.figures[count - 1 :]
    fills = segment.grid and segment.first + len(segment.figures) == segment.width
    return fills and len({item.bare for item in rest}) == 1


def once(segment: Segment, count: int) -> Segment:
    """A row with a repeated cell's figure once."""
    return segment.with_values(segment.figures[:count])
