"""Fixes made together: which of them can be, and the text that they give."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from gpar_lint.linter.diagnostics import Diagnostic, Range
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Replacement(Record):
    """Text to be put in the place of a span."""

    span: Span
    text: str


class Batch:
    """Fixes of one text that do not get in each other's way, each taken whole or not at all."""

    def __init__(self, lines: LineIndex) -> None:
        self._lines = lines
        self.replacements: list[Replacement] = []  # by place
        self.mended: list[Diagnostic] = []  # the findings whose fixes they are

    def take(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take the fixes of findings, as far as they fit; the earlier one goes first.

        What does not fit is for the text that the others give.
        """
        for diagnostic in diagnostics:
            changes = diagnostic.remedy.changes if diagnostic.remedy else ()
            new = [Replacement(self._span(change.range), change.text) for change in changes]
            if any(map(self._changes_something, new)) and self._take(new):
                self.mended.append(diagnostic)

    def _span(self, range_: Range) -> Span:
        start, end = range_
        return Span(
            self._lines.offset(start.line - 1, start.column - 1),
            self._lines.offset(end.line - 1, end.column - 1),
        )

    def _changes_something(self, replacement: Replacement) -> bool:
        start, end = replacement.span
        return self._lines.text[start:end] != replacement.text

    def _take(self, new: Iterable[Replacement]) -> bool:
        """Take all of these, or none of them."""
        taken = self.replacements.copy()
        for replacement in new:
            place = bisect_left(taken, replacement)
            neighbours = taken[max(place - 1, 0) : place + 1]
            if replacement in neighbours:
                continue  # the same change mends two findings
            if any(_collide(replacement, neighbour) for neighbour in neighbours):
                return False
            taken.insert(place, replacement)
        self.replacements = taken
        return True

    def applied(self) -> str:
        """The text with the replacements made; nothing else of it is changed."""
        text, pieces, place = self._lines.text, [], 0
        for span, new in self.replacements:
            pieces += [text[place : span.start], new]
            place = span.end
        return "".join([*pieces, text[place:]])


def _collide(one: Replacement, other: Replacement) -> bool:
    """Whether two changes cannot both be made: they overlap, or nobody knows which comes first."""
    return one.span == other.span or one.span.overlaps(other.span)
