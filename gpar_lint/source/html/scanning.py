"""HTML to tokens, each with its place in the source, cut as browsers cut it.

Every character is looked at a fixed number of times, whatever the input: a search that found
nothing is not made again.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_TAG = regex(r"<(/?)([A-Za-z][^\s/>]*)", re.ASCII)
_ATTRIBUTE = regex(  # a quote that is never closed is part of an unquoted value
    r"[\s/]*(=?[^\s/>=]+|=)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]*))?", re.ASCII
)
_SPACE = regex(r"[\s/]*", re.ASCII)
_ENTITY = regex(
    r"&(?:#[0-9]{1,7};?|#[xX][0-9A-Fa-f]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};|nbsp|amp|lt|gt|quot)"
)
#: Elements whose content is neither markup nor text.
_RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "textarea"))

# A line end of the source is a blank to its reader, but no blank that anyone typed.
_LINE_ENDS = str.maketrans("\n\r\t\f", "\x85\x85\x85\x85")


class Open(Record):
    """A start tag."""

    tag: str  # in lower case
    attributes: dict[str, str]  # names in lower case, entities resolved
    span: Span


class Close(Record):
    """An end tag."""

    tag: str
    span: Span


class Text(Record):
    """Text between tags; the character of an entity stands at its &."""

    content: Excerpt


class Remark(Record):
    """A comment."""

    content: Excerpt
    span: Span


Token = Open | Close | Text | Remark


class Scanner:
    """Cuts a source into tokens."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._never: set[str] = set()  # what was looked for and does not come any more

    def tokens(self) -> Iterator[Token]:
        """The tokens in order; the content of scripts and their kin is left out."""
        source, start, place = self._source, 0, 0
        while (place := source.find("<", place)) >= 0:
            end, token = self._markup(place)
            if end == place:  # no markup: 1 < 2, <中华人民共和国…>
                place += 1
                continue
            if start < place:
                yield Text(written(source, start, place))
            if token:
                yield token
            if isinstance(token, Open) and token.tag in _RAW:
                end = self._after_raw(token.tag, end)
            start = place = end
        if start < len(source):
            yield Text(written(source, start, len(source)))

    def _markup(self, place: int) -> tuple[int, Token | None]:
        """Where the markup that begins at a place ends, and what it is; the place itself: none."""
        found = _TAG.match(self._source, place)
        if found:
            return self._tag(found)
        if self._source.startswith("<!--", place):
            return self._remark(place)
        if self._source.startswith(("<!", "<?", "</"), place):
            return self._after(">", place), None
        return place, None

    def _tag(self, found: re.Match[str]) -> tuple[int, Token | None]:
        """A tag; one that the source ends in is left out."""
        place = found.end()
        attributes: dict[str, str] = {}
        if not self._source.startswith(">", place):
            place = self._read_attributes(place, attributes)
        end = place + 1
        if end > len(self._source):
            return len(self._source), None
        span, tag = Span(found.start(), end), found[2].lower()
        return end, Close(tag, span) if found[1] else Open(tag, attributes, span)

    def _read_attributes(self, place: int, attributes: dict[str, str]) -> int:
        """Read the attributes of a tag; where they end."""
        while attribute := _ATTRIBUTE.match(self._source, place):
            name, value = attribute.groups("")
            value = value.strip("\"'")
            attributes.setdefault(name.lower(), html.unescape(value) if "&" in value else value)
            place = attribute.end()
        space = _SPACE.match(self._source, place)
        return space.end() if space else place

    def _remark(self, place: int) -> tuple[int, Token | None]:
        """A comment; one that is never closed ends as a tag does, and hides nothing."""
        end = self._find("-->", place + 2)
        if end < 0:
            return self._after(">", place), None
        content = Excerpt.of(self._source, min(place + 4, end), end).strip()
        return end + 3, Remark(content, Span(place, end + 3))

    def _after_raw(self, tag: str, start: int) -> int:
        """Where the content of a raw element ends; at its start, where it is never closed."""
        if tag in self._never:
            return start
        found = re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE).search(self._source, start)
        if not found:
            self._never.add(tag)
        return found.start() if found else start

    def _after(self, mark: str, start: int) -> int:
        place = self._find(mark, start)
        return place + len(mark) if place >= 0 else len(self._source)

    def _find(self, mark: str, start: int) -> int:
        place = -1 if mark in self._never else self._source.find(mark, start)
        if place < 0:
            self._never.add(mark)
        return place


def written(source: str, start: int, end: int) -> Excerpt:
    """Text without markup as a reader sees it: entities are characters."""
    raw = source[start:end]
    if "&" not in raw:
        return Excerpt(raw, range(start, end))
    pieces: list[str] = []
    offsets: list[int] = []
    place = 0
    for found in _ENTITY.finditer(raw):
        char = html.unescape(found[0])
        if len(char) != 1 or char == "\0":
            continue
        pieces += [raw[place : found.start()], char]
        offsets += range(start + place, start + found.start() + 1)
        place = found.end()
    pieces.append(raw[place:])
    offsets += range(start + place, end)
    return Excerpt("".join(pieces), offsets)


def without_line_ends(content: Excerpt) -> Excerpt:
    """Text of the source in which line ends are blanks, as they are to its reader."""
    return Excerpt(content.text.translate(_LINE_ENDS), content.offsets)


def entity_end(source: str, place: int) -> int:
    """Past the character that begins at a place, all of its entity."""
    found = _ENTITY.match(source, place)
    return found.end() if found and len(html.unescape(found[0])) == 1 else place + 1
