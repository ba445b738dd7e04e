"""The source line of a place, with the place marked inside the line."""

from __future__ import annotations

from gpar_lint.linter.diagnostics import Range
from gpar_lint.output.style import Style, legible
from gpar_lint.text.lines import LineIndex

# How much of a line is shown, in code points: no character's width is ever reckoned with, so that
# nothing can go wrong under full-width characters.
_AROUND = 24
_PLACE = 48
_ELLIPSIS = "…"


def quote(lines: LineIndex, place: Range, severity: str, style: Style) -> str:
    """The line where a place starts, cut around the place where it is long."""
    line, start = place.start.line - 1, place.start.column - 1
    span = lines.span(line)
    text = lines.text[span.start : span.end]
    same_line = place.end.line == place.start.line
    end = min(place.end.column - 1, len(text)) if same_line else len(text)
    marked = style.marked(legible(_shortened(text[start:end], same_line)), severity)
    return legible(_tail(text[:start])) + marked + legible(_head(text[end:]))


def _shortened(text: str, complete: bool) -> str:
    """A place, its middle left out where it is long; open where it goes on on the next line."""
    if len(text) > _PLACE:
        text = text[: _PLACE - 12] + _ELLIPSIS + text[-12:]
    return text if complete else text + _ELLIPSIS


def _tail(text: str) -> str:
    return text if len(text) <= _AROUND else _ELLIPSIS + text[-_AROUND:]


def _head(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND] + _ELLIPSIS
