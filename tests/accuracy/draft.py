"""A report as it is drawn up: parts with names, tables as sheets, laid out into text at the end.

Every part keeps its name through the layout, so that a test can ask on which lines it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from gpar_lint.format.edition import Edition
from tests.support.layouts import LAYOUTS, Figures, Sheet, sheets


class Part(NamedTuple):
    """A title, heading or paragraph."""

    name: str
    text: str
    level: int = 0  # 0 a paragraph, 1 the title, 2 a chapter, 3 a topic


class Agency(NamedTuple):
    """Who reports, and what it calls itself."""

    name: str
    short: str  # 我局, 我镇
    place: str  # 青禾县
    government: bool


class Draft:
    """A consistent report, to be spoilt in one place."""

    def __init__(
        self, edition: Edition, year: int, agency: Agency, figures: dict[str, str]
    ) -> None:
        self.edition, self.year, self.agency = edition, year, agency
        self.figures: Figures = figures
        self.sheets: dict[str, Sheet] = sheets(edition, figures)
        self.parts: list[Part] = []  # a table stands in it as a part named "表" + its name

    def count(self, cell: str) -> int:
        return int(self.figures[cell])

    def place(self, name: str) -> int:
        return next(place for place, part in enumerate(self.parts) if part.name == name)

    def text(self, name: str) -> str:
        return self.parts[self.place(name)].text

    def rewrite(self, name: str, text: str) -> None:
        place = self.place(name)
        self.parts[place] = self.parts[place]._replace(text=text)

    def drop(self, name: str) -> None:
        del self.parts[self.place(name)]

    def insert_after(self, name: str, part: Part) -> None:
        self.parts.insert(self.place(name) + 1, part)


class Layout(NamedTuple):
    """How a report is written down."""

    name: str
    table: str  # a name of support.layouts.LAYOUTS
    suffix: str = ".txt"
    between: str = "\n\n"  # between parts
    wrap: int = 0  # characters a line, 0: whole paragraphs
    heading: Callable[[Part], str] = lambda part: part.text
    indent: str = ""


def _marked(part: Part) -> str:
    return "#" * part.level + (" " if part.level else "") + part.text


LAYOUT_LIST = (
    Layout("tabs", "tabs"),
    Layout("tabs, close", "tabs", between="\n", indent="　　"),
    Layout("tabs, wrapped", "tabs", wrap=30),
    Layout("spread", "tabs_spread"),
    Layout("markdown", "pipes", ".md", heading=_marked),
    Layout("spaces", "spaces", between="\n"),
    Layout("cells", "one_a_line", between="\n"),
    Layout("one line", "one_line"),
    Layout("wrapped", "wrapped", wrap=28),
)


class Laid(NamedTuple):
    """A report's text, and the lines (from 1) on which each part stands."""

    text: str
    lines: dict[str, range]


def lay_out(draft: Draft, layout: Layout) -> Laid:
    """The draft in a layout."""
    pieces: list[str] = []
    lines: dict[str, range] = {}
    line = 1
    for part in draft.parts:
        piece = _written(draft, part, layout)
        lines[part.name] = range(line, line + piece.count("\n") + 1)
        pieces.append(piece)
        line += piece.count("\n") + layout.between.count("\n")
    return Laid(layout.between.join(pieces) + "\n", lines)


def _written(draft: Draft, part: Part, layout: Layout) -> str:
    if part.name.startswith("表"):
        return LAYOUTS[layout.table](draft.sheets[part.name[1:]])
    if part.level:
        return layout.heading(part)
    if layout.wrap:
        return "\n\n".join(_wrapped(part.text, layout.wrap))
    return layout.indent + part.text


_CLOSING = "，。；：、！？）》”％"
_OPENING = "（《“"


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Lines of a width; figures and words of Latin letters whole, punctuation where it belongs."""
    line = ""
    for word in _words(text):
        if len(line) + len(word) > width and word not in _CLOSING:
            kept = line.rstrip(_OPENING)
            if kept:
                yield kept
                line = line[len(kept) :]
        line += word
    yield line


def _words(text: str) -> Iterator[str]:
    word = ""
    for char in text:
        if char.isascii() and not char.isspace():
            word += char
            continue
        if word:
            yield word
        word = ""
        yield char
    if word:
        yield word


ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16")


def encoded(text: str, random: Random) -> bytes:
    """The text in one of the encodings of real files, with one of their line ends."""
    ended = text.replace("\n", random.choice(["\n", "\n", "\r\n"]))
    return ended.encode(random.choice(ENCODINGS))
