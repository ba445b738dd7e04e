"""Which block of a report follows a place: a heading, a paragraph (all its lines) or a table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from gpar_lint.report.model import Report
from gpar_lint.source.document import Comment, Furniture
from gpar_lint.text.span import Span


class Blocks:
    """The blocks of a report, put together from the document's lines and grids as it was read."""

    def __init__(self, report: Report) -> None:
        blocks = [
            block.span
            for block in report.document.blocks
            if not isinstance(block, Comment | Furniture)
        ]
        self._text = report.document.text
        self._pieces = sorted(blocks)
        title = [report.title.span] if report.title else []
        wholes = [
            *[table.span for table in report.tables],
            *title,
            *[chapter.span for chapter in report.chapters],
            *[passage.span for passage in report.passages],
        ]
        self._wholes = sorted(set(wholes))
        self._starts = [whole.start for whole in self._wholes]

    def after(self, place: int) -> Span | None:
        """The block that begins at or after a place; None at the end."""
        found = bisect_left(self._pieces, Span(place, place))
        return None if found == len(self._pieces) else self._whole(self._pieces[found])

    def around(self, place: int) -> Span | None:
        """The block that holds a place, its end included."""
        found = bisect_right(self._pieces, Span(place, len(self._text))) - 1
        if found < 0 or self._pieces[found].end < place:
            return None
        return self._whole(self._pieces[found])

    def _whole(self, piece: Span) -> Span:
        whole = bisect_right(self._starts, piece.start) - 1
        if whole >= 0 and self._wholes[whole].end > piece.start:
            return self._wholes[whole].join(piece)
        return piece
