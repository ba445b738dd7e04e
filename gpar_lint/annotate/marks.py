"""The marks that say in a document's text where comments begin and end."""

from __future__ import annotations

from collections.abc import Iterable

from gpar_lint.annotate.anchors import Anchor, Boundary
from gpar_lint.annotate.comments import Prefix
from gpar_lint.annotate.markup import Edit
from gpar_lint.text.records import Record


class Mark(Record):
    """A comment's number and what it is on."""

    number: int
    anchor: Anchor


def marks_edits(marks: Iterable[Mark], prefix: Prefix) -> list[Edit]:
    """The edits that set the marks of comments; where several meet, runs are parted once."""
    boundaries: dict[int, Boundary] = {}
    ends: dict[int, str] = {}  # of comments that began before
    points: dict[int, str] = {}  # comments on a paragraph in which there is nothing
    starts: dict[int, str] = {}
    for number, (start, end) in marks:
        boundaries[start.offset], boundaries[end.offset] = start, end
        opening, closing = _opening(number, prefix), _closing(number, prefix)
        if start.offset >= end.offset:
            points[start.offset] = points.get(start.offset, "") + opening + closing
        else:
            starts[start.offset] = starts.get(start.offset, "") + opening
            ends[end.offset] = ends.get(end.offset, "") + closing
    return [
        Edit(
            at,
            at + boundary.replaced,
            boundary.closing
            + "".join([kind.get(at, "") for kind in (ends, points, starts)]).encode()
            + boundary.opening,
        )
        for at, boundary in boundaries.items()
    ]


def _opening(number: int, prefix: Prefix) -> str:
    return prefix.element("commentRangeStart", f' {{p}}:id="{number}"')


def _closing(number: int, prefix: Prefix) -> str:
    end = prefix.element("commentRangeEnd", f' {{p}}:id="{number}"')
    size = prefix.element("sz", ' {p}:val="16"')  # as Word has it: no line grows by the mark
    looks = prefix.element("rPr", "", size)
    reference = prefix.element("commentReference", f' {{p}}:id="{number}"')
    return end + prefix.element("r", "", looks + reference)
