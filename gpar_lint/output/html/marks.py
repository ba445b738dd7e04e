"""Findings and related places marked within a text that is rendered piece by piece."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from gpar_lint.format.catalogue import SEVERITIES
from gpar_lint.output.html.markup import link, text
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

PLACE = "place"  # the kind of a mark that is only to be jumped to


class Mark(Record):
    """A place that something on the page points to."""

    span: Span
    kind: str  # a severity, "related" or PLACE
    anchor: str  # id of the place in the text
    number: int = 0  # of the finding; 0: it is none
    entry: str = ""  # id of the finding's entry in the list
    about: str = ""  # what it says, for who hears the page


class _Laid(Record):
    """A mark on a piece: from and to which of its characters."""

    mark: Mark
    first: int
    last: int


class Marker:
    """Renders pieces of one text with the marks that fall on them.

    A mark that reaches over several pieces is seen on all of them, and has its anchor on the first.
    """

    def __init__(self, marks: Iterable[Mark], placed: set[str]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._starts = [mark.span.start for mark in self._marks]
        self._longest = max([mark.span.end - mark.span.start for mark in self._marks], default=0)
        self._placed = placed  # the anchors that are on the page

    def html(self, content: Excerpt) -> str:
        """A piece of running text as HTML."""
        if not content.offsets:
            return text(content.text)
        return self._marked(content, self._near(content.span()))

    def cell_html(self, content: Excerpt, place: Span) -> str:
        """A table's cell as HTML; it may be blank, and then is at `place` all the same."""
        if not content.offsets:
            marks = [mark for mark in self._near(place) if place.covers(mark.span)]
            return self._stretch("", marks) + self._ended(marks)
        end = content.offsets[-1] + 1
        # What is missing just behind a cell is missing in the next one.
        marks = [mark for mark in self._near(content.span()) if mark.span.start < end]
        return self._marked(content, marks)

    def left(self) -> list[Mark]:
        """The findings' marks that fell on no piece."""
        return [mark for mark in self._marks if mark.number and mark.anchor not in self._placed]

    def is_placed(self, anchor: str) -> bool:
        """Whether a place can be jumped to."""
        return anchor in self._placed

    def has_left_within(self, pieces: Sequence[Excerpt]) -> bool:
        """Whether a finding that is not marked yet falls on one of these pieces."""
        return any(
            mark.number and mark.anchor not in self._placed
            for piece in pieces
            if piece.offsets
            for mark in self._near(piece.span())
        )

    def reference(self, mark: Mark) -> str:
        """The number of a finding, which leads to its entry."""
        self._placed.add(mark.anchor)
        number = str(mark.number)
        about, kind = f"{number} {mark.about}", f"ref {mark.kind}"
        place = "-".join(map(str, mark.span))  # for an editor that shows the page beside the text
        return link(mark.entry, number, class_=kind, id=mark.anchor, title=about, data_place=place)

    def _near(self, place: Span) -> list[Mark]:
        """The marks on a place; an empty one also at its edges."""
        first = bisect_left(self._starts, place.start - self._longest)
        last = bisect_right(self._starts, place.end)
        return [mark for mark in self._marks[first:last] if _touches(mark.span, place)]

    def _marked(self, content: Excerpt, marks: Sequence[Mark]) -> str:
        """Text cut wherever a mark begins or ends."""
        laid = [
            _Laid(
                mark,
                bisect_left(content.offsets, mark.span.start),
                bisect_left(content.offsets, mark.span.end),
            )
            for mark in marks
        ]
        cuts = {0, len(content.text)}.union(*[(first, last) for _, first, last in laid])
        pieces = []
        before = 0
        for cut in sorted(cuts):
            over = [item.mark for item in laid if item.first <= before < cut <= item.last]
            pieces.append(self._stretch(content.text[before:cut], over))
            pieces.append(self._ended([item.mark for item in laid if item.last == cut]))
            before = cut
        return "".join(pieces)

    def _stretch(self, piece: str, over: Sequence[Mark]) -> str:
        """Text on which the same marks lie, in the colour of the gravest one."""
        anchors = [mark.anchor for mark in over if self._is_due(mark) and not mark.number]
        self._placed.update(anchors)
        kinds = {mark.kind for mark in over}
        kind = next((severity for severity in SEVERITIES if severity in kinds), "")
        tag = "mark" if kind else "span"
        kind = kind or next((kind for kind in ("related", PLACE) if kind in kinds), "")
        if not kind:
            return text(piece)
        own = f' id="{anchors[0]}"' if anchors else ""
        others = "".join([f'<span id="{anchor}"></span>' for anchor in anchors[1:]])
        return f'{others}<{tag} class="{kind}"{own}>{text(piece)}</{tag}>'

    def _ended(self, marks: Iterable[Mark]) -> str:
        """The numbers of the findings whose marks end here, each once on the page."""
        due = [mark for mark in marks if self._is_due(mark)]
        bare = [f'<span id="{mark.anchor}"></span>' for mark in due if not mark.number]
        self._placed.update([mark.anchor for mark in due])
        return "".join(bare + [self.reference(mark) for mark in due if mark.number])

    def _is_due(self, mark: Mark) -> bool:
        return mark.anchor not in self._placed


def _touches(mark: Span, place: Span) -> bool:
    if mark.start == mark.end or place.start == place.end:
        return mark.start <= place.end and place.start <= mark.end
    return mark.overlaps(place)
