"""Where in a document's XML the words of a finding begin and end, and how runs are parted there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from gpar_lint.annotate.markup import Markup
from gpar_lint.source.docx.names import child, name_of, value
from gpar_lint.source.docx.projection import Origin, Projection
from gpar_lint.text.records import Record

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# What a comment covers as a whole or not at all: it cannot begin or end within.
_WHOLE = frozenset({
    "hyperlink", "sdt", "fldSimple", "m:oMath", "m:oMathPara", "dir", "bdo", "mc:AlternateContent",
})  # fmt: skip
_CELLS = frozenset({"tc", "txbxContent", "body"})
_NO_TEXT = frozenset({"rPr", "lastRenderedPageBreak"})
_BLANKS = frozenset(" \t\r\n")


class Boundary(Record):
    """A place between two runs, or one where a run is to be parted in two."""

    offset: int  # of the part's bytes
    closing: bytes = b""  # ends the run before
    opening: bytes = b""  # begins the run after
    replaced: int = 0  # how many bytes from `offset` on are replaced


class Anchor(Record):
    """What a comment is on: from `start` to `end`."""

    start: Boundary
    end: Boundary


class Anchors:
    """Finds the anchors in the main part of a document."""

    def __init__(self, markup: Markup, projection: Projection) -> None:
        self._markup = markup
        self._projection = projection
        self._starts = [origin.start for origin in projection.origins]
        self._first: dict[Element, Origin] = {}  # the first piece of text of each paragraph
        for origin in projection.origins:
            if origin.element is not None:
                self._first.setdefault(origin.paragraph, origin)
        self._fields: dict[Element, dict[Element, tuple[Element, Element]]] = {}

    def find(self, start: int, end: int) -> Anchor | None:
        """The anchor of the characters `start` to `end` of the projection, or one near them.

        None where the document has no paragraph.
        """
        origins = self._projection.origins
        if not origins:
            return None
        pieces = self._pieces(start, end) if start < end else []
        origin = pieces[0] if pieces else self._projection.origin_at(start) or origins[0]
        host = self._host(origin.paragraph)
        if host is not origin.paragraph:
            return self._paragraph(host)
        if pieces:
            return self._words(pieces, start, end)
        if origin.element is not None:  # nothing lies between: the character after, or before
            start = min(max(start, origin.start), origin.end - 1)
            return self._words([origin], start, start + 1)
        first = self._first.get(origin.paragraph)
        if first is None:
            return self._paragraph(host)
        return self._words([first], first.start, first.end)

    def first(self) -> Anchor | None:
        """The first paragraph; None where there is none."""
        origin = next(iter(self._projection.origins), None)
        return None if origin is None else self._paragraph(self._host(origin.paragraph))

    def _pieces(self, start: int, end: int) -> list[Origin]:
        """The pieces of text between two places, as far as they stand in one cell."""
        origins = self._projection.origins
        first = max(bisect_left(self._starts, start) - 1, 0)
        last = bisect_left(self._starts, end)
        within = [one for one in origins[first:last] if one.end > start and one.element is not None]
        if not within:
            return []
        cell = self._cell(within[0].paragraph)
        return list(takewhile(lambda one: self._cell(one.paragraph) is cell, within))

    def _cell(self, paragraph: Element) -> Element | None:
        """The cell, text box or body in which a paragraph stands."""
        above = self._markup.above(paragraph)
        return next((each for each in above if name_of(each) in _CELLS), None)

    def _host(self, paragraph: Element) -> Element:
        """The paragraph itself, or the one at which its text box is anchored: Word has no
        comments within text boxes."""
        host, boxed = paragraph, False
        for each in self._markup.above(paragraph):
            name = name_of(each)
            if name == "txbxContent":
                boxed = True
            elif name == "p" and boxed:
                host, boxed = each, False
        return host

    def _paragraph(self, paragraph: Element) -> Anchor:
        """All of a paragraph, which may be empty."""
        markup = self._markup
        if markup.is_empty(paragraph):
            at = markup.start(paragraph)
            tag = markup.start_tag(paragraph)
            opened = tag[:-2].rstrip() + b">"
            whole = Boundary(at, opened, b"</" + markup.name(paragraph) + b">", len(tag))
            return Anchor(whole, whole)
        properties = child(paragraph, "pPr")
        start = markup.inner(paragraph) if properties is None else markup.end(properties)
        return Anchor(Boundary(start), Boundary(markup.close(paragraph)))

    def _words(self, pieces: list[Origin], start: int, end: int) -> Anchor:
        first, last = pieces[0], pieces[-1]
        begin = self._boundary(first, max(start - first.start, 0), is_end=False)
        finish = self._boundary(last, min(end, last.end) - last.start, is_end=True)
        return Anchor(begin, finish)

    def _boundary(self, origin: Origin, count: int, *, is_end: bool) -> Boundary:
        """The place after the first `count` characters of a piece."""
        markup, element = self._markup, origin.element
        assert element is not None
        unit = self._unit(element)
        if unit is not None:
            return Boundary(markup.end(unit[1]) if is_end else markup.start(unit[0]))
        run = markup.parent(element)
        assert run is not None
        if 0 < count < origin.end - origin.start:
            parted = self._parted(element, run, origin.at + count)
            if parted:
                return parted
        return self._after(element, run) if is_end else self._before(element, run)

    def _unit(self, element: Element) -> tuple[Element, Element] | None:
        """The elements from which to which only a whole can be commented; None: a run's own text.

        A field counts with its instruction, a link with all its words.
        """
        above = self._markup.above(element)
        paragraph = next(each for each in above if name_of(each) == "p")
        above = above[: above.index(paragraph)]
        run = above[0]
        outermost = next(
            (each for each in reversed(above) if name_of(each) in _WHOLE or name_of(each) == "r"),
            above[-1],
        )
        if outermost is not run or name_of(run) != "r":
            return outermost, outermost
        return self._fields_of(paragraph).get(run)

    def _fields_of(self, paragraph: Element) -> dict[Element, tuple[Element, Element]]:
        """The runs of a paragraph's fields, each with the first and the last run of its field."""
        if paragraph not in self._fields:
            self._fields[paragraph] = dict(_fields(paragraph, self._markup))
        return self._fields[paragraph]

    def _parted(self, element: Element, run: Element, index: int) -> Boundary | None:
        """A run parted within a text; None where blanks would be lost or won by it."""
        markup, text = self._markup, element.text or ""
        tag = markup.start_tag(element)
        if b"<![CDATA[" in markup.written(element):
            return None
        if b"preserve" not in tag:
            if text[index - 1] in _BLANKS or text[index] in _BLANKS:
                return None
            if text[0] in _BLANKS or text[-1] in _BLANKS:  # they do not count, and would
                return None
        closing, opening = self._seam(run)
        closing = b"</" + markup.name(element) + b">" + closing
        return Boundary(markup.character(element, index), closing, opening + tag)

    def _before(self, element: Element, run: Element) -> Boundary:
        """The place before an element of a run."""
        siblings = takewhile(lambda each: each is not element, run)
        if all(name_of(each) in _NO_TEXT for each in siblings):
            return Boundary(self._markup.start(run))
        return Boundary(self._markup.start(element), *self._seam(run))

    def _after(self, element: Element, run: Element) -> Boundary:
        """The place after an element of a run."""
        if run[-1] is element:
            return Boundary(self._markup.end(run))
        return Boundary(self._markup.end(element), *self._seam(run))

    def _seam(self, run: Element) -> tuple[bytes, bytes]:
        """What ends a run, and what begins another like it."""
        properties = child(run, "rPr")
        looks = b"" if properties is None else self._markup.written(properties)
        return b"</" + self._markup.name(run) + b">", self._markup.start_tag(run) + looks


def _fields(
    paragraph: Element, markup: Markup
) -> Iterator[tuple[Element, tuple[Element, Element]]]:
    """The runs of the fields that begin and end among the same runs, with their first and last."""
    depth = 0
    runs: list[Element] = []
    for run in (each for each in paragraph.iter() if name_of(each) == "r"):
        kinds = [value(each, "fldCharType") for each in run if name_of(each) == "fldChar"]
        if depth or kinds:
            runs.append(run)
        for kind in kinds:
            depth += 1 if kind == "begin" else -1 if kind == "end" and depth else 0
        if runs and not depth:
            if markup.parent(runs[0]) is markup.parent(run):
                yield from ((each, (runs[0], run)) for each in runs)
            runs = []
