"""Where a file's findings, related places and figures stand on the page: ids and marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gpar_lint.linter.checking import Result
from gpar_lint.linter.diagnostics import WHOLE_FILE, Diagnostic, Range, RelatedPlace
from gpar_lint.output.html.marks import PLACE, Mark
from gpar_lint.output.words import word
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.span import Span


class Sheet:
    """A file of the page: its number there, its findings by number, and what points into it."""

    def __init__(self, number: int, result: Result) -> None:
        self.id = f"r{number}"
        self.result = result
        self.findings = list(enumerate(result.diagnostics, 1))
        self.pointed: set[Span] = set()  # places that something on the page leads to
        self.shown: set[str] = set()  # ids of the places that its text shows, once it is drawn

    def entry(self, number: int) -> str:
        """The id of a finding's entry in the list."""
        return f"{self.id}f{number}"

    def anchor(self, number: int) -> str:
        """The id of a finding's place in the text."""
        return f"{self.id}m{number}"

    def place_id(self, span: Span) -> str:
        """The id of another place in the text."""
        return f"{self.id}p{span.start}-{span.end}"

    def span_of(self, place: Range) -> Span | None:
        """The span of a range; None where it is no place in a text."""
        lines = self.result.lines
        return None if lines is None or place == WHOLE_FILE else span_of(lines, place)

    def point_at(self, place: Range) -> None:
        """Note that something leads to a place."""
        span = self.span_of(place)
        if span is not None:
            self.pointed.add(span)

    def marks(self, language: str) -> list[Mark]:
        """Everything to be marked in the text."""
        return [*self._findings(language), *self._related(), *self._figures()]

    def whole(self, language: str) -> list[Mark]:
        """The findings without a place."""
        return [
            self._mark(number, found, Span(0, 0), language)
            for number, found in self.findings
            if self.span_of(found.range) is None
        ]

    def _findings(self, language: str) -> Iterator[Mark]:
        for number, found in self.findings:
            span = self.span_of(found.range)
            if span is not None:
                yield self._mark(number, found, span, language)

    def _mark(self, number: int, found: Diagnostic, span: Span, language: str) -> Mark:
        about = f"{word(found.severity, language)}{word('colon', language)}{found.message}"
        return Mark(span, found.severity, self.anchor(number), number, self.entry(number), about)

    def _related(self) -> Iterator[Mark]:
        for span in self.pointed:
            yield Mark(span, "related", self.place_id(span))

    def _figures(self) -> Iterator[Mark]:
        """The figures of the sums, so that a sum's listing leads to them."""
        portrait = self.result.portrait
        tables = [piece.table for piece in portrait.pieces if piece.table] if portrait else []
        sums = [made for table in tables for made in table.sums]
        places = {addend.place for made in sums for addend in (*made.left, *made.right)}
        for span in places - self.pointed:
            if span is not None:
                yield Mark(span, PLACE, self.place_id(span))


class Sheets:
    """All files of the page."""

    def __init__(self, results: Iterable[Result]) -> None:
        self.all = [Sheet(number, result) for number, result in enumerate(results, 1)]
        self._by_path = {sheet.result.path: sheet for sheet in self.all}
        for sheet in self.all:
            for _, found in sheet.findings:
                for related in found.related:
                    self._point(related)

    def place_of(self, related: RelatedPlace) -> str:
        """The id of a related place; "" where it is not on the page."""
        sheet = self._by_path.get(related.path)
        span = sheet.span_of(related.range) if sheet else None
        anchor = sheet.place_id(span) if sheet and span is not None else ""
        return anchor if sheet and anchor in sheet.shown else ""

    def _point(self, related: RelatedPlace) -> None:
        if related.path in self._by_path:
            self._by_path[related.path].point_at(related.range)


def span_of(lines: LineIndex, place: Range) -> Span:
    """The span of a range, whose lines and columns count from 1."""
    start, end = (lines.offset(line - 1, column - 1) for line, column in place)
    return Span(start, end)


def old_texts(lines: LineIndex, places: Sequence[Range]) -> list[str]:
    """What stands at some places of a text."""
    spans = [span_of(lines, place) for place in places]
    return [lines.text[span.start : span.end] for span in spans]
