"""Spans: half-open ranges of code points in one decoded text."""

from __future__ import annotations

from gpar_lint.text.records import Record


class Span(Record):
    """Code points `start` to `end` (exclusive) of a document's text."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def join(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
