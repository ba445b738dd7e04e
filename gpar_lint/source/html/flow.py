"""The elements of a page to lines, tables and pictures, in the order in which they are read."""

from __future__ import annotations

from gpar_lint.source.document import Grid
from gpar_lint.source.html.scanning import Remark, Text, without_line_ends
from gpar_lint.source.html.tables import table_parts
from gpar_lint.source.html.tree import Element
from gpar_lint.text.excerpt import Excerpt, joined
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_ADDRESS = regex("://|www[.]|@")  # a link that is written out is a part of the text
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_FRAMES = frozenset(("", "html", "body", "td", "th", "tr"))  # no tags of a line's own
_SMALLEST_PICTURE = 50  # pixels; what is smaller is an icon


class LinePiece(Record):
    """A line: a paragraph, or what stands between two line breaks of one."""

    content: Excerpt
    span: Span  # of its element, where the line is all that this holds
    level: int  # of a heading; 0: none
    element: Element  # the block that it stands in
    linked: int  # how many of its characters are links to other pages


class GridPiece(Record):
    """A table that is one."""

    grid: Grid
    element: Element


class PicturePiece(Record):
    """A picture."""

    span: Span
    element: Element


class RemarkPiece(Record):
    """A comment."""

    remark: Remark
    element: Element


Piece = LinePiece | GridPiece | PicturePiece | RemarkPiece


class Flow:
    """Walks through a tree and gathers its pieces."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._texts: list[Excerpt] = []  # of the line at hand
        self._linked = 0
        self._set = False  # whether line ends of the source are line ends (<pre>)
        self._later: list[Piece] = []  # pictures and comments within the line at hand

    def walk(self, root: Element) -> list[Piece]:
        """The pieces of an element that is no table."""
        self._walk(root, root, False)
        self._end_line(root)
        return self.pieces

    def _walk(self, element: Element, block: Element, link: bool) -> None:
        for child in element.children:
            if isinstance(child, Text):
                self._add_text(child.content, block, link)
            elif isinstance(child, Remark):
                self._later.append(RemarkPiece(child, block))
            elif child.hidden:
                self._walk_hidden(child, block)
            elif child.tag == "table":
                self._end_line(block)
                self._walk_table(child)
            elif child.is_block:
                self._end_line(block)
                self._walk_block(child, link)
            elif child.tag == "br":
                self._end_line(block)
            elif child.tag == "img":
                self._add_picture(child, block)
            else:
                self._walk(child, block, link or _is_link(child))

    def _walk_block(self, block: Element, link: bool = False) -> None:
        first, before = len(self.pieces), self._set
        self._set = before or block.tag == "pre"
        self._walk(block, block, link)
        self._end_line(block)
        self._set = before
        # A block that holds a line and nothing else is that line, its tags included.
        if len(self.pieces) == first + 1 and block.tag not in _FRAMES:
            line = self.pieces[first]
            if isinstance(line, LinePiece) and line.element is block:
                self.pieces[first] = line._replace(span=Span(block.start, block.end))

    def _walk_hidden(self, element: Element, block: Element) -> None:
        """Of what is hidden comments are read: some editors hide what they cannot show."""
        for child in element.children:
            if isinstance(child, Remark):
                self._later.append(RemarkPiece(child, block))

    def _add_text(self, content: Excerpt, block: Element, link: bool) -> None:
        text = content.text
        if self._set:
            self._add_lines(content, block)
            return
        if not self._texts and not text.strip():
            return
        self._texts.append(without_line_ends(content))
        if link and not _ADDRESS.search(text):
            self._linked += len(text.strip())

    def _add_lines(self, content: Excerpt, block: Element) -> None:
        """Text whose line ends are what they are."""
        start = 0
        for end, char in enumerate(content.text):
            if char == "\n":
                self._texts.append(content.cut(start, end))
                self._end_line(block)
                start = end + 1
        self._texts.append(content.cut(start, len(content.text)))

    def _add_picture(self, image: Element, block: Element) -> None:
        sizes = [image.attributes.get(name, "") for name in ("width", "height")]
        if not any(size.isdecimal() and int(size) < _SMALLEST_PICTURE for size in sizes):
            self._later.append(PicturePiece(Span(image.start, image.end), block))

    def _end_line(self, block: Element) -> None:
        content = joined(self._texts).strip()
        if content.text:
            level = next((_LEVELS[e.tag] for e in block.ancestors() if e.tag in _LEVELS), 0)
            self.pieces.append(LinePiece(content, content.span(), level, block, self._linked))
        self.pieces += self._later
        self._texts, self._linked, self._later = [], 0, []

    def _walk_table(self, table: Element) -> None:
        for part in table_parts(table):
            if isinstance(part, Grid):
                self.pieces.append(GridPiece(part, table))
            else:
                self._walk_block(part)


def _is_link(element: Element) -> bool:
    """Whether an element leads to another page; within this one, a table of contents does."""
    if element.tag != "a" or element.closed:
        return False
    address = element.attributes.get("href", "")
    return bool(address) and not address.startswith("#")
