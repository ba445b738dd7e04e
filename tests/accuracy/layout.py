"""A draft laid out: the layouts of tables and text, page numbers, what a site writes around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from tests.accuracy.draft import Draft, Part
from tests.support.layouts import LAYOUTS
from tests.support.pages import PAGES


def _bare(part: Part) -> str:
    return part.text


def _marked(part: Part) -> str:
    """A Markdown heading."""
    return "#" * part.level + (" " if part.level else "") + part.text.replace("\n", "")


def _bold(part: Part) -> str:
    """A Markdown title, every other heading merely bold."""
    return _marked(part) if part.level == 1 else f"**{part.text}**"


def _two_lines(part: Part) -> str:
    """A long heading broken as a narrow page breaks it."""
    return f"{part.text[:16]}\n{part.text[16:]}" if len(part.text) > 19 else part.text


class Layout(NamedTuple):
    """How a report is written down."""

    name: str
    table: str  # a name of support.layouts.LAYOUTS, or of support.pages.PAGES
    suffix: str = ".txt"
    between: str = "\n\n"  # between parts
    wrap: int = 0  # characters a line, 0: whole paragraphs
    line_end: str = "\n\n"  # between the lines of a wrapped paragraph
    heading: Callable[[Part], str] = _bare
    indent: str = ""
    pages: int = 0  # a page number after so many parts, 0: none
    furniture: bool = False  # what a web site writes around the text
    windows: bool = False  # lines end in CRLF

    def has(self, needed: str) -> bool:
        """Whether a defect that needs this can be seen in it."""
        if needed == "levels":
            return self.heading is _marked
        text = self.suffix == ".txt" and not self.wrap
        return text and not (needed == "no pages" and (self.pages or "numbered" in self.table))


LAYOUT_LIST = (
    Layout("tabs", "tabs"),
    Layout("tabs, close", "tabs", between="\n", indent="　　"),
    Layout("tabs, wrapped", "tabs", wrap=30),
    Layout("tabs, CRLF", "tabs", between="\n", windows=True),
    Layout("tabs, two-line headings", "tabs", heading=_two_lines),
    Layout("spread", "tabs_spread"),
    Layout("spread, pages", "tabs_spread", pages=4, indent="　　"),
    Layout("joined", "joined", furniture=True),
    Layout("split", "split"),
    Layout("split, pages", "split_numbered", between="\n", pages=6),
    Layout("markdown", "pipes", ".md", heading=_marked),
    Layout("markdown, bold", "pipes", ".md", heading=_bold, furniture=True),
    Layout("markdown, repeated", "repeated", ".md", heading=_marked, windows=True),
    Layout("spaces", "spaces", between="\n"),
    Layout("spaces, wrapped", "spaces", between="\n", wrap=36, line_end="\n", indent="　　"),
    Layout("cells", "one_a_line", between="\n"),
    Layout("cells, furniture", "one_a_line", between="\n\n", furniture=True),
    Layout("one line", "one_line"),
    Layout("wrapped", "wrapped", wrap=28),
    Layout("wrapped, pages", "wrapped", wrap=32, pages=3),
    *[Layout(name, name, ".html", between="\n") for name in PAGES],
)


class Laid(NamedTuple):
    """A report's text, and the lines (from 1) on which each part stands."""

    text: str
    lines: dict[str, range]


def lay_out(draft: Draft, layout: Layout) -> Laid:
    """The draft in a layout."""
    above, below = _around(draft, layout)
    pieces = [above] if above else []
    lines: dict[str, range] = {}
    line = 1 + (above.count("\n") + layout.between.count("\n") if above else 0)
    for place, part in enumerate(draft.parts, 1):
        piece = _written(draft, part, layout)
        lines[part.name] = range(line, line + piece.count("\n") + 1)
        if layout.pages and place % layout.pages == 0:
            piece += f"{layout.between}- {place // layout.pages} -"
        pieces.append(piece)
        line += piece.count("\n") + layout.between.count("\n")
    if below:
        pieces.append(below)
    lines |= {"首行": range(1, 2), "文末": range(line - 1, line + 4)}
    if above:
        lines["题上"] = range(1, lines["题"].start)  # a site writes the title above, too
    return Laid(layout.between.join(pieces) + "\n", lines)


def _around(draft: Draft, layout: Layout) -> tuple[str, str]:
    if layout.table in PAGES:
        page = PAGES[layout.table]
        return page.head(draft.parts[0].text.replace("\n", ""), draft.agency.name), page.foot
    return _furniture(draft) if layout.furniture else ("", "")


def _furniture(draft: Draft) -> tuple[str, str]:
    """What a site writes above and below."""
    title = draft.parts[0].text.replace("\n", "")
    above = [
        "索引号：015432109/2025-00017",
        f"发布机构：{draft.agency.name}",
        f"发布日期：{draft.year + 1}-01-20",
        f"名称：{title}",
        "字体：大 中 小",
        "浏览次数：128",
    ]
    return "\n".join(above), "扫一扫在手机打开当前页\n打印本页  关闭窗口"


def _written(draft: Draft, part: Part, layout: Layout) -> str:
    if layout.table in PAGES:
        page = PAGES[layout.table]
        if part.name.startswith("表"):
            return page.table(draft.sheets[part.name[1:]])
        return page.line(part.text, part.level)
    if part.name.startswith("表"):
        return LAYOUTS[layout.table](draft.sheets[part.name[1:]])
    if part.level:
        return layout.heading(part)
    if layout.wrap:
        return layout.line_end.join(_wrapped(layout.indent + part.text, layout.wrap))
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


def encoded(text: str, layout: Layout, random: Random) -> bytes:
    """The text in one of the encodings of real files."""
    if layout.windows:
        text = text.replace("\n", "\r\n")
    return text.encode(random.choice(ENCODINGS))
