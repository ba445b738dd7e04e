"""Lines and columns. A line ends at \\n, \\r\\n and \\r only, as in the language server protocol.

Python's own line splitting also ends lines at \\x0b, \\x0c, \\x85, U+2028 …, characters that text
pasted from Word carries; an index of our own keeps every front end on the same lines as the editor.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_LINE_END = regex(r"\r\n?|\n")


class LineIndex:
    """The lines of one text. Lines, columns and offsets count from 0 here."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]
        self.ends: list[int] = []
        for ending in _LINE_END.finditer(text):
            self.ends.append(ending.start())
            self.starts.append(ending.end())
        self.ends.append(len(text))

    def __len__(self) -> int:
        return len(self.starts)

    def line_of(self, offset: int) -> int:
        """The line on which the code point `offset` stands (a line end belongs to its line)."""
        return bisect_right(self.starts, offset) - 1

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, in code points, of an offset."""
        line = self.line_of(offset)
        return line, offset - self.starts[line]

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column in code points, held within the line."""
        line = min(max(line, 0), len(self.starts) - 1)
        return min(self.starts[line] + max(column, 0), self.ends[line])

    def span(self, line: int) -> Span:
        """A line without its end."""
        return Span(self.starts[line], self.ends[line])

    def utf16_column(self, offset: int) -> int:
        """The column of an offset in UTF-16 code units."""
        line = self.line_of(offset)
        return len(self.text[self.starts[line] : offset].encode("utf-16-le", "surrogatepass")) // 2

    def utf8_column(self, offset: int) -> int:
        """The column of an offset in UTF-8 bytes."""
        line = self.line_of(offset)
        return len(self.text[self.starts[line] : offset].encode("utf-8", "surrogatepass"))

    def offset_from_utf16(self, line: int, column: int) -> int:
        """The offset of a column in UTF-16 code units; inside a surrogate pair, its start."""
        return self._offset_from_units(line, column, lambda char: 2 if char > "\uffff" else 1)

    def offset_from_utf8(self, line: int, column: int) -> int:
        """The offset of a column in UTF-8 bytes; inside a character, its start."""
        return self._offset_from_units(line, column, _utf8_length)

    def _offset_from_units(self, line: int, column: int, length: Callable[[str], int]) -> int:
        line = min(max(line, 0), len(self.starts) - 1)
        place, end = self.starts[line], self.ends[line]
        while place < end and (column := column - length(self.text[place])) >= 0:
            place += 1
        return place


def _utf8_length(char: str) -> int:
    code = ord(char)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
