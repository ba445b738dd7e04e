"""Places in a text as an editor has them."""

from __future__ import annotations

from gpar_lint.text.lines import LineIndex
from gpar_lint.text.span import Span


def place_object(lines: LineIndex, span: Span) -> list[int]:
    """Line and column of a span's start and end: lines from 1, columns in UTF-16 units from 0."""
    return [
        number
        for offset in (span.start, span.end)
        for number in (lines.line_of(offset) + 1, lines.utf16_column(offset))
    ]
