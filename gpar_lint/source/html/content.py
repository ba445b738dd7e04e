"""Which pieces of a page are the document that it shows, and which the site's own.

A site's page has the document in one element somewhere, and around it menus, the way to the page,
when it was put there and how often it was read. What is certainly the document are sentences,
numbered headings and tables; the element that holds all of these holds it. Above them all but links
and the site's own words may be its title, below them what stands in the same element its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gpar_lint.source.document import Grid
from gpar_lint.source.furniture import is_of_site
from gpar_lint.source.html.flow import GridPiece, LinePiece, Piece, RemarkPiece
from gpar_lint.source.html.tree import Element
from gpar_lint.text.folding import BLANK_CHARS
from gpar_lint.text.patterns import regex

_PARTS = frozenset(("nav", "footer", "aside"))  # elements of a page that are the site's own
_LINES = frozenset((
    "blockquote", "dd", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre",
    "ul",
))  # fmt: skip
_HEADING = regex(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]部分")
_SENTENCE = frozenset("。；")
_SHORTEST_SENTENCE = 12  # characters


def content_of(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of the document, in order; comments wherever they stand."""
    sure = _without_end_of_page(pieces, [p for p, piece in enumerate(pieces) if _is_sure(piece)])
    if not sure:
        return [piece for piece in pieces if isinstance(piece, RemarkPiece) or not _is_site(piece)]
    first, last = sure[0], sure[-1]
    node = _common([_container(pieces[place].element) for place in sure])
    return [
        piece
        for place, piece in enumerate(pieces)
        if first <= place <= last
        or isinstance(piece, RemarkPiece)
        or (not _is_site(piece) and ((place < first and _is_line(piece)) or _is_in(piece, node)))
    ]


def _without_end_of_page(pieces: Sequence[Piece], sure: list[int]) -> list[int]:
    """Without the sentences below the document: the site's opening hours, a window of its own.

    They stand outside of what holds all headings and tables, after a line of the site's.
    """
    framed = [place for place in sure if _is_framing(pieces[place])]
    if not framed:
        return sure
    node = _common([_container(pieces[place].element) for place in framed])
    below = (
        place
        for place in range(framed[-1], len(pieces))
        if _is_site(pieces[place]) and not _is_in(pieces[place], node)
    )
    end = next(below, len(pieces))
    return [place for place in sure if place < end]


def _is_framing(piece: Piece) -> bool:
    """Whether a piece is a heading or a table."""
    return isinstance(piece, GridPiece) or (
        isinstance(piece, LinePiece) and bool(_HEADING.match(piece.content.text))
    )


def _is_sure(piece: Piece) -> bool:
    """Whether a piece is of the document for certain, as far as its form tells."""
    if _is_site(piece):
        return False
    if isinstance(piece, GridPiece):
        return _is_table(piece.grid)
    if not isinstance(piece, LinePiece):
        return False
    text = piece.content.text
    if _HEADING.match(text):
        return True
    return len(text) >= _SHORTEST_SENTENCE and not _SENTENCE.isdisjoint(text)


def _is_table(grid: Grid) -> bool:
    """Whether a grid has rows and columns, as a table has."""
    return sum([len(row.cells) > 1 for row in grid.rows]) > 1


def _is_site(piece: Piece) -> bool:
    """Whether a piece is the site's own: a menu, a line of its words, a table of what it is."""
    if any(each.tag in _PARTS for each in piece.element.ancestors()):
        return True
    if isinstance(piece, LinePiece):
        text = piece.content.text.strip(BLANK_CHARS)
        menu = 2 * piece.linked > len(text)
        return not _HEADING.match(text) and (menu or is_of_site(text))
    if isinstance(piece, GridPiece):
        cells = [cell.content.text for row in piece.grid.rows for cell in row.cells]
        return sum([is_of_site(text) for text in cells]) > 1
    return False


def _container(element: Element) -> Element:
    """What holds a line, and others like it."""
    while element.parent and (element.tag in _LINES or not element.is_block):
        element = element.parent
    return element


def _is_line(piece: Piece) -> bool:
    return isinstance(piece, LinePiece)


def _is_in(piece: Piece, node: Element) -> bool:
    return any(each is node for each in piece.element.ancestors())


def _common(elements: Iterable[Element]) -> Element:
    """The smallest element that holds them all."""
    common: Element | None = None
    for element in elements:
        if common is None:
            common = element
            continue
        while common.depth > element.depth and common.parent:
            common = common.parent
        while element.depth > common.depth and element.parent:
            element = element.parent
        while common is not element and common.parent and element.parent:
            common, element = common.parent, element.parent
    assert common is not None
    return common
