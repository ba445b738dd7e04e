"""Offsets in a text ↔ lines and characters in the units that an editor counts."""

from __future__ import annotations

from bisect import bisect_left

from gpar_lint.text.lines import LineIndex
from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

_ASTRAL = regex("[\U00010000-\U0010ffff]")

Place = tuple[int, int]  # line and character, from 0


class Positions:
    """The positions of one text. `encoding`: utf-8, utf-16 or utf-32, as was negotiated.

    A character beyond the Basic Multilingual Plane is two units in UTF-16. Where they stand is
    found once; so a column costs no more in a line of 100 000 characters than in a short one.
    """

    def __init__(self, lines: LineIndex, encoding: str) -> None:
        self.lines = lines
        self.encoding = encoding
        wide = encoding == "utf-16" and not lines.text.isascii()
        self._astral = [found.start() for found in _ASTRAL.finditer(lines.text)] if wide else []

    def place(self, offset: int) -> Place:
        """The line and character of an offset."""
        line, column = self.lines.position(offset)
        if self.encoding == "utf-8":
            return line, self.lines.utf8_column(offset)
        return line, column + self._pairs(offset - column, offset)

    def offset(self, line: int, character: int) -> int:
        """The offset of a place, held within its line; inside a character, the character's."""
        if self.encoding == "utf-8":
            return self.lines.offset_from_utf8(line, character)
        start = self.lines.offset(line, 0)
        if not self._astral:
            return self.lines.offset(line, character)
        low, high = 0, character  # in code points: the last column whose place is not beyond
        while low < high:
            middle = (low + high + 1) // 2
            if middle + self._pairs(start, start + middle) <= character:
                low = middle
            else:
                high = middle - 1
        return self.lines.offset(line, low)

    def span(self, start: Place, end: Place) -> Span:
        """The span between two places."""
        return Span(self.offset(*start), self.offset(*end))

    def _pairs(self, start: int, end: int) -> int:
        """How many characters between two offsets are pairs of units."""
        if not self._astral:
            return 0
        return bisect_left(self._astral, end) - bisect_left(self._astral, start)
