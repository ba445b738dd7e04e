"""Spans as ranges, paths as URIs."""

from __future__ import annotations

from lsprotocol import types

from gpar_lint.linter.diagnostics import Position, Range
from gpar_lint.server.positions import Positions
from gpar_lint.text.span import Span

START = types.Range(types.Position(0, 0), types.Position(0, 0))


def position(positions: Positions, offset: int) -> types.Position:
    """An offset as the client counts."""
    return types.Position(*positions.place(offset))


def span_range(positions: Positions, span: Span) -> types.Range:
    """A span as a range."""
    return types.Range(position(positions, span.start), position(positions, span.end))


def offset(positions: Positions, place: types.Position) -> int:
    """The offset that the client speaks of."""
    return positions.offset(place.line, place.character)


def range_span(positions: Positions, place: types.Range) -> Span:
    """The span that the client speaks of."""
    return Span(offset(positions, place.start), offset(positions, place.end))


def located(positions: Positions, place: Range) -> types.Range:
    """A range of the engine, which counts lines and code points from 1."""
    return types.Range(_located(positions, place.start), _located(positions, place.end))


def _located(positions: Positions, place: Position) -> types.Position:
    return position(positions, positions.lines.offset(place.line - 1, place.column - 1))
