"""Tokens to a tree of elements, put right where tags are missing or crossed, as browsers do."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.source.html.scanning import Close, Open, Remark, Scanner, Text
from gpar_lint.text.patterns import regex

_VOID = frozenset((
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
#: Elements that begin a line of their own.
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "title", "tr", "ul",
))  # fmt: skip
_HIDDEN = frozenset((
    "applet", "audio", "button", "canvas", "colgroup", "iframe", "map", "math", "noembed",
    "noframes", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    "title", "video", "xml", "xmp",
))  # fmt: skip
_HIDING = regex(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)")
# What an element that opens ends, looked for up to these.
_CELL = frozenset(("td", "th"))
_ROW = _CELL | {"tr"}
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "dir", "td", "th", "table"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl", "td", "th", "table"))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl", "td", "th", "table"))),
    "td": (_CELL, frozenset(("tr", "table"))),
    "th": (_CELL, frozenset(("tr", "table"))),
    "tr": (_ROW, frozenset(("table",))),
    **dict.fromkeys(
        ("thead", "tbody", "tfoot"),
        (_ROW | {"thead", "tbody", "tfoot"}, frozenset(("table",))),
    ),
}  # fmt: skip
_SCOPE = frozenset(("table", "td", "th", "caption"))  # that an end tag within does not reach over
_TABLE_PARTS = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th"))
#: Deeper elements are part of the one they stand in; pages of this world have some 60.
_DEEPEST = 120


class Element:
    """An element. `start` to `end` is all of it in the source, `inner` follows its start tag."""

    __slots__ = (
        "attributes", "children", "closed", "depth", "end", "hidden", "inner", "inner_end",
        "parent", "start", "tag",
    )  # fmt: skip

    def __init__(self, token: Open | None, parent: Element | None) -> None:
        self.tag = token.tag if token else ""
        self.attributes = token.attributes if token else {}
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.start, self.inner = token.span if token else (0, 0)
        self.inner_end = self.end = self.inner
        self.closed = False  # by an end tag crossed with another's
        self.hidden: bool = bool(parent and parent.hidden) or _is_hidden(self.tag, self.attributes)
        self.children: list[Element | Text | Remark] = []

    @property
    def is_block(self) -> bool:
        """Whether it begins a line of its own."""
        return self.tag in BLOCKS

    def ancestors(self) -> Iterator[Element]:
        """The element itself, and those around it."""
        element: Element | None = self
        while element:
            yield element
            element = element.parent

    def elements(self, *tags: str) -> Iterator[Element]:
        """The elements within, of these tags where some are named, in order."""
        waiting = [child for child in reversed(self.children) if isinstance(child, Element)]
        while waiting:
            element = waiting.pop()
            if not tags or element.tag in tags:
                yield element
            waiting += [c for c in reversed(element.children) if isinstance(c, Element)]


def _is_hidden(tag: str, attributes: dict[str, str]) -> bool:
    if tag in _HIDDEN or "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style and _HIDING.search(style.lower()))


def read_tree(source: str) -> Element:
    """The root of a source's elements, which has no tag."""
    builder = _Builder()
    for token in Scanner(source).tokens():
        if isinstance(token, Open):
            builder.open(token)
        elif isinstance(token, Close):
            builder.close(token)
        else:
            builder.at.children.append(token)
    builder.end(builder.root, len(source), len(source))
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root = self.at = Element(None, None)

    def open(self, token: Open) -> None:
        """An element begins, and ends those that cannot hold it."""
        tag, place = token.tag, token.span.start
        if tag in BLOCKS and tag not in ("html", "head", "body"):
            self._end_nearest(frozenset("p"), _SCOPE | {"li", "div"}, place)
        if tag in _ENDS:
            self._end_nearest(*_ENDS[tag], place)
        if tag in _CELL and self.at.tag in ("table", "thead", "tbody", "tfoot"):
            self._push(Element(Open("tr", {}, token.span._replace(end=place)), self.at))
        element = Element(token, self.at)
        if tag in _VOID:
            element.inner_end = element.end = token.span.end
            self.at.children.append(element)
        else:
            self._push(element)

    def close(self, token: Close) -> None:
        """An end tag: of the nearest element of its name, unless that would break a cell open."""
        tag, (start, end) = token.tag, token.span
        if tag == "br":
            self.at.children.append(Element(Open("br", {}, token.span), self.at))
        element = self._ended_by(tag)
        if element and element.tag == tag:
            self.end(element, start, end)
        elif element and tag not in BLOCKS:
            self._uncross(element, tag)
        elif tag == "p":  # without a start tag it still ends a line
            self.at.children.append(Element(Open("p", {}, token.span), self.at))

    def _ended_by(self, tag: str) -> Element | None:
        """The nearest element of a name, or the block that stands before it in the way."""
        for element in self.at.ancestors():
            if element.tag == tag or (element.is_block and tag not in BLOCKS):
                return element
            if element.tag == "table" or (element.tag in _SCOPE and tag not in _TABLE_PARTS):
                return None
        return None

    def _uncross(self, block: Element, tag: str) -> None:
        """<a><p></a>: what the link's end tag ends goes on being one line."""
        for element in block.ancestors():
            if element.tag == tag:
                element.closed = True
                return
            if element.tag in _SCOPE:
                return

    def end(self, element: Element, start: int, end: int) -> None:
        """An element and all within it end, at the end tag from `start` to `end`."""
        for inner in self.at.ancestors():
            inner.inner_end, inner.end = start, end if inner is element else start
            if inner is element:
                break
        self.at = element.parent or element

    def _end_nearest(self, tags: frozenset[str], scope: frozenset[str], place: int) -> None:
        outermost = None
        for element in self.at.ancestors():
            if element.tag in tags:
                outermost = element
            elif element.tag in scope:
                break
        if outermost:
            self.end(outermost, place, place)

    def _push(self, element: Element) -> None:
        self.at.children.append(element)
        if element.depth <= _DEEPEST:
            self.at = element
