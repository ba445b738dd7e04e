"""Segments: a label and the figures that follow it, in a grid's row or across lines of text."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.report.tables.labels import TableLabels
from gpar_lint.report.tables.lines import Item, Line
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Segment(Record):
    """Label items and the cells after them. The labels may begin with what belongs elsewhere:
    header words, a group's label, the end of the label before."""

    labels: tuple[Item, ...]
    values: tuple[Item, ...]  # in a grid with the blank cells
    figures: tuple[Item, ...]  # the values that are not blank
    own: int  # how many of the labels, counted from the last, stand on the figures' own line
    width: int = 0  # cells of the grid's row, 0 in text
    first: int = 0  # in a grid the column of the first value
    grid: bool = False
    loose: int = 0  # how many of the last values stand alone on their line, after full lines

    @property
    def span(self) -> Span:
        """From the first own label to the last value."""
        own = self.labels[len(self.labels) - self.own :] if self.own else ()
        items = (*own, *self.values)
        return Span(items[0].span.start, items[-1].span.end)

    def with_values(self, values: tuple[Item, ...]) -> Segment:
        """The segment with other figures, none of them blank."""
        return self._replace(values=values, figures=values)


def segments_of(lines: Sequence[Line], book: TableLabels) -> tuple[list[Segment], list[Item]]:
    """The segments of a table's lines, and the label items left over after the last figure."""
    gathering = _Gathering(book)
    for line in lines:
        if line.grid:
            gathering.add_row(line)
        else:
            gathering.add_words(line)
    gathering.close()
    return gathering.segments, gathering.labels


class _Gathering:
    def __init__(self, book: TableLabels) -> None:
        self.book = book
        self.segments: list[Segment] = []
        self.labels: list[Item] = []
        self.values: list[Item] = []
        self.own = 0
        self.loose = 0
        self.together = False

    def add_row(self, line: Line) -> None:
        """A grid's row: a segment of its own, unless it has labels only."""
        self.close()
        first = _first_value(line, self.book)
        labels = [item for item in line.items[:first] if not item.blank]
        own = len(labels)
        values = line.items[first:]
        if all(item.blank for item in values) and not self._is_room(labels, values):
            self.labels += labels
            return
        figures = tuple([item for item in values if not item.blank])
        width = len(line.items)
        labels = [*self.labels, *labels]
        segment = Segment(tuple(labels), values, figures, own, width, first, True)
        self.segments.append(segment)
        self.labels = []

    def _is_room(self, labels: Sequence[Item], values: Sequence[Item]) -> bool:
        """Whether blank cells after a row's label are its figures' (a header may end in 其他)."""
        own = {*self.book.row_context, labels[-1].bare} if labels else set()
        if not labels or any(item.bare not in own for item in labels):
            return False
        label = self.book.row_named(labels[-1].bare)
        row = self.book.table.row(label.key) if label else None
        return row is not None and len(values) >= len(row.columns)

    def add_words(self, line: Line) -> None:
        """A line of text: figures close the label before them, a label opens the next segment."""
        fresh = True
        if self.values and line.items and not line.items[0].figure:
            self.close()
        self._note_layout(line)
        for item in line.items:
            if item.figure:
                self.values.append(item)
                continue
            if self.values:
                self.close()
            self.own = 1 if fresh else self.own + 1
            fresh = False
            self.labels.append(item)

    def close(self) -> None:
        """End the segment that words have built up."""
        if self.values:
            own = min(self.own, len(self.labels))
            values = tuple(self.values)
            segment = Segment(tuple(self.labels), values, values, own, loose=self.loose)
            self.segments.append(segment)
            self.labels, self.values, self.own = [], [], 0
            self.loose, self.together = 0, False

    def _note_layout(self, line: Line) -> None:
        """Count figures alone on their line after several on one: they may be page numbers."""
        figures = sum(1 for item in line.items if item.figure)
        if figures > 1:
            self.together, self.loose = True, 0
        elif figures == len(line.items) == 1 and self.together and self.values:
            self.loose += 1


def _first_value(line: Line, book: TableLabels) -> int:
    """The column at which the values of a grid's row begin: after its last label.

    A label is a text before the first figure; but what stands after a known row label is a value,
    even if it cannot be read (O for 0), unless it is the same label, repeated in each column that
    the merged cell covers.
    """
    first = 0
    label = ""
    counted = any(item.figure for item in line.items)
    for place, item in enumerate(line.items):
        if item.figure or (label and not item.blank and item.bare != label):
            break
        if not item.blank:
            first = place + 1
            if book.is_row(item.bare) and (counted or book.is_row_only(item.bare)):
                label = item.bare
    return first
