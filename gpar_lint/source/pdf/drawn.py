"""What is drawn on a page: characters, ruled lines, pictures. All lengths are in points.

x grows to the right and y downwards, from the page's upper left corner as a reader holds it.
"""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.text.records import Record


class Box(Record):
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From its left to its right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From its top to its bottom."""
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is within."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class Glyph(Record):
    """A character as it is drawn."""

    char: str
    left: float
    right: float
    base: float  # y of the line that it stands on
    size: float  # of its font

    @property
    def middle(self) -> float:
        """y of its middle, about."""
        return self.base - 0.36 * self.size


class Rule(Record):
    """A ruled line, across or down: `at` is its y or x, `start` and `end` where it runs."""

    at: float
    start: float
    end: float


class Page(Record):
    """A page."""

    number: int  # 1 is the first
    width: float
    height: float
    glyphs: Sequence[Glyph]  # in the order in which the file draws them
    across: Sequence[Rule]
    down: Sequence[Rule]
    pictures: Sequence[Box]
