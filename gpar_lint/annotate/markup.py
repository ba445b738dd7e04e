"""An XML part as bytes and as elements, each knowing the other's places.

A part is changed by putting bytes between its bytes: written anew from elements it would lose the
prefixes that Word wants to see again (mc:Ignorable names them), and much else.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from typing import TYPE_CHECKING
from xml.parsers import expat

from gpar_lint.source.docx.names import name_of
from gpar_lint.source.docx.package import parsed
from gpar_lint.text.records import Record

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_START_TAG = re.compile(rb"<[^\s/>]+(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_RAW_NAME = re.compile(rb"<([^\s/>]+)")
# A character of an element's text, or what is none: comments, instructions, CDATA's brackets.
_CHARACTER = re.compile(
    rb"(?s)(<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>)|&[^;]*;|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*"
)
_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")


class Edit(Record):
    """Bytes put in the place of others (of none, where `end` is `start`)."""

    start: int
    end: int
    data: bytes


def edited(raw: bytes, edits: list[Edit]) -> bytes:
    """Bytes with edits made, none of which overlap; edits at one place in the order given."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [raw[at : edit.start], edit.data]
        at = edit.end
    return b"".join([*pieces, raw[at:]])


def as_utf8(raw: bytes) -> bytes:
    """A part in UTF-8: what comes in UTF-16, as hardly any does, is written anew in it."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = raw.decode("utf-16")
    elif b"\0" in raw[:4]:
        text = raw.decode("utf-16-le" if raw[1:2] == b"\0" else "utf-16-be")
    else:
        return raw
    return _DECLARATION.sub('<?xml version="1.0" encoding="UTF-8"?>', text, count=1).encode("utf-8")


class Markup:
    """A part. Raises Unreadable where it is no XML."""

    def __init__(self, raw: bytes) -> None:
        self.raw = as_utf8(raw)
        self.root = parsed(self.raw)
        self._starts: list[int] = []
        self._closes: list[int] = []  # where end tags begin; of <w:p/> where it ends
        self._locate()
        self._known: dict[Element, list[tuple[int, int]]] = {}  # places of characters, by element
        self._numbers: dict[Element, int] = {}
        self._parents: dict[Element, Element] = {}
        for number, element in enumerate(self.root.iter()):
            self._numbers[element] = number
            for each in element:
                self._parents[each] = element

    def _locate(self) -> None:
        parser = expat.ParserCreate()
        open_elements: list[int] = []

        def start(_name: str, _attributes: dict[str, str]) -> None:
            open_elements.append(len(self._starts))
            self._starts.append(parser.CurrentByteIndex)
            self._closes.append(0)

        def end(_name: str) -> None:
            self._closes[open_elements.pop()] = parser.CurrentByteIndex

        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.Parse(self.raw, True)

    def start(self, element: Element) -> int:
        """Where an element's start tag begins."""
        return self._starts[self._numbers[element]]

    def inner(self, element: Element) -> int:
        """Where its content begins."""
        return self.start(element) + len(self.start_tag(element))

    def close(self, element: Element) -> int:
        """Where its content ends."""
        return self._closes[self._numbers[element]]

    def end(self, element: Element) -> int:
        """Where it ends."""
        if self.is_empty(element):
            return self.inner(element)
        return self.raw.index(b">", self.close(element)) + 1

    def is_empty(self, element: Element) -> bool:
        """Whether it is written as one tag: <w:p/>."""
        return self.start_tag(element).endswith(b"/>")

    def start_tag(self, element: Element) -> bytes:
        """Its start tag as it is written."""
        found = _START_TAG.match(self.raw, self.start(element))
        assert found is not None, "expat has read it"
        return found[0]

    def written(self, element: Element) -> bytes:
        """The whole of it as it is written."""
        return self.raw[self.start(element) : self.end(element)]

    def name(self, element: Element) -> bytes:
        """Its name as it is written, with its prefix."""
        found = _RAW_NAME.match(self.raw, self.start(element))
        assert found is not None, "expat has read it"
        return found[1]

    def character(self, element: Element, index: int) -> int:
        """Where the character `index` of its text begins."""
        known = self._known.setdefault(element, [(0, self.inner(element))])
        count, at = known[bisect_right(known, (index, len(self.raw))) - 1]
        while count < index:
            found = _CHARACTER.match(self.raw, at)
            assert found is not None, "expat has read it"
            at = found.end()
            count += not found[1]
        insort(known, (index, at))
        return at

    def parent(self, element: Element) -> Element | None:
        """The element in which it stands; None for the root."""
        return self._parents.get(element)

    def above(self, element: Element) -> list[Element]:
        """The elements in which it stands, the nearest first."""
        found: list[Element] = []
        each = self.parent(element)
        while each is not None:
            found.append(each)
            each = self.parent(each)
        return found

    def named(self, *names: str) -> list[Element]:
        """All elements of these names, in order."""
        return [element for element in self.root.iter() if name_of(element) in names]
