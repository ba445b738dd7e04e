"""A text cut into runs, each with the findings and places that lie on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from gpar_lint.output.style import legible_lines
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

#: A run: its text, the findings on it, the places on it, the findings whose number stands after it.
Run = list[object]


class Mark(Record):
    """A finding's place (`finding` is its number) or another one (`finding` is 0)."""

    span: Span
    finding: int
    place: int  # its number among the places; -1: a finding's


class Marks:
    """Everything that is to be marked in a text, and which of it has been."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks)
        self._starts = [mark.span.start for mark in self._marks]
        self._longest = max([mark.span.end - mark.span.start for mark in self._marks], default=0)
        self._numbered: set[int] = set()

    def runs(self, content: Excerpt) -> list[Run]:
        """A piece of running text."""
        if not content.offsets:
            return [_run(content.text)] if content.text else []
        return self._cut(content, self._near(content.span()))

    def cell_runs(self, content: Excerpt, place: Span | None) -> list[Run]:
        """A table's cell; it may be blank, and then is at `place` all the same."""
        if place is None:
            return [_run(content.text)] if content.text else []
        if not content.offsets:
            marks = [mark for mark in self._near(place) if place.covers(mark.span)]
            return [self._marked("", marks, marks)] if marks else []
        # What is missing just behind a cell is missing in the next one.
        end = content.offsets[-1] + 1
        marks = [mark for mark in self._near(content.span()) if mark.span.start < end]
        return self._cut(content, marks)

    def left(self) -> list[int]:
        """The findings that fell on no piece."""
        wanted = {mark.finding for mark in self._marks if mark.finding}
        return sorted(wanted - self._numbered)

    def _near(self, place: Span) -> list[Mark]:
        first = bisect_left(self._starts, place.start - self._longest)
        last = bisect_right(self._starts, place.end)
        return [mark for mark in self._marks[first:last] if _touches(mark.span, place)]

    def _cut(self, content: Excerpt, marks: Sequence[Mark]) -> list[Run]:
        """Text cut wherever a mark begins or ends."""
        offsets = content.offsets
        laid = [
            (mark, bisect_left(offsets, mark.span.start), bisect_left(offsets, mark.span.end))
            for mark in marks
        ]
        cuts = {0, len(content.text)}.union(*[(first, last) for _, first, last in laid])
        runs, before = [], 0
        for cut in sorted(cuts):
            over = [mark for mark, first, last in laid if first <= before < cut <= last]
            ended = [mark for mark, first, last in laid if last == cut]
            empty = [mark for mark, first, last in laid if first == last == cut]
            if before < cut:
                own = [mark for mark in ended if mark not in empty]
                runs.append(self._marked(content.text[before:cut], over, own))
            if empty:
                runs.append(self._marked("", empty, empty))
            before = cut
        return runs

    def _marked(self, text: str, over: Iterable[Mark], ended: Iterable[Mark]) -> Run:
        due = {mark.finding for mark in ended if mark.finding} - self._numbered
        self._numbered |= due
        findings = sorted({mark.finding for mark in over if mark.finding})
        places = sorted({mark.place for mark in over if mark.place >= 0})
        return [legible_lines(text), findings, places, sorted(due)]


def _run(text: str) -> Run:
    return [legible_lines(text), [], [], []]


def _touches(mark: Span, place: Span) -> bool:
    if mark.start == mark.end or place.start == place.end:
        return mark.start <= place.end and place.start <= mark.end
    return mark.overlaps(place)
