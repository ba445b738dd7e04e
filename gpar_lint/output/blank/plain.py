"""Blank reports as plain text and as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gpar_lint.format.blank import as_markdown, as_tabs, blank_table
from gpar_lint.format.edition import TableFormat
from gpar_lint.output.blank.parts import Line, Part


def write_text(parts: Iterable[Part]) -> bytes:
    """A plain text, the cells of tables set apart by tabs; UTF-8."""
    return _written(parts, lambda line: line.text, lambda table: as_tabs(blank_table(table)))


def write_markdown(parts: Iterable[Part]) -> bytes:
    """Markdown; UTF-8."""
    return _written(parts, _marked, lambda table: as_markdown(blank_table(table)))


def _marked(line: Line) -> str:
    return f"{'#' * line.level} {line.text}" if line.level else line.text


def _written(
    parts: Iterable[Part], line: Callable[[Line], str], table: Callable[[TableFormat], str]
) -> bytes:
    pieces = [line(part) if isinstance(part, Line) else table(part) for part in parts]
    return ("\n\n".join(pieces) + "\n").encode()
