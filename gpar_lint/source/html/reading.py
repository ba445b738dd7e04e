"""A web page to blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.source.document import (
    Block,
    Comment,
    Document,
    Furniture,
    Grid,
    Heading,
    Paragraph,
    Picture,
)
from gpar_lint.source.furniture import is_furniture
from gpar_lint.source.html.content import content_of
from gpar_lint.source.html.flow import Flow, GridPiece, LinePiece, PicturePiece, Piece
from gpar_lint.source.html.scanning import Text
from gpar_lint.source.html.tree import Element, read_tree
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex

_CHARSET = regex(r"<meta\b[^<>]*?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)")
_XML_ENCODING = regex(r"<\?xml\b[^<>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)")
_DECLARED_WITHIN = 4096  # bytes; a charset that is declared later no browser believes


def read_html(name: str, text: str) -> Document:
    """Read the source of a web page. There is no text that it cannot read."""
    root = read_tree(text)
    pieces = content_of(Flow().walk(root))
    blocks = [block for piece in pieces for block in _blocks(piece)]
    return Document(name, "html", text, blocks, title=_title(root), seen=_seen(blocks))


def declared_charset(data: bytes) -> str | None:
    """The charset that a page names in a <meta>, if it names one."""
    head = data[:_DECLARED_WITHIN].decode("latin-1").lower()
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    return found[1] if found else None


def _title(root: Element) -> str:
    """What the page calls the document: its ArticleTitle, else its <title>."""
    for meta in root.elements("meta"):
        if meta.attributes.get("name", "").lower() == "articletitle":
            return meta.attributes.get("content", "").strip()
    for title in root.elements("title"):
        return "".join([c.content.text for c in title.children if isinstance(c, Text)]).strip()
    return ""


def _blocks(piece: Piece) -> Iterator[Block]:
    if isinstance(piece, LinePiece):
        yield _line(piece)
    elif isinstance(piece, GridPiece):
        yield piece.grid
    elif isinstance(piece, PicturePiece):
        yield Picture(piece.span)
    else:
        yield Comment(piece.remark.content, piece.remark.span)


def _line(piece: LinePiece) -> Block:
    if is_furniture(piece.content.text):
        return Furniture(piece.content, piece.span)
    if piece.level:
        return Heading(piece.content, piece.level, piece.span)
    return Paragraph(piece.content, piece.span)


def _seen(blocks: Sequence[Block]) -> Excerpt:
    """All that the blocks say, in the order of the source, a line end after each."""
    contents: list[Excerpt] = []
    for block in blocks:
        if isinstance(block, Grid):
            contents += [cell.content for row in block.rows for cell in row.cells]
        elif isinstance(block, (Paragraph, Heading, Furniture)):
            contents.append(block.content)
    pieces: list[str] = []
    offsets: list[int] = []
    for content in sorted([each for each in contents if each.text], key=lambda e: e.offsets[0]):
        pieces += [content.text, "\n"]
        offsets += [*content.offsets, content.offsets[-1] + 1]
    return Excerpt("".join(pieces), offsets)
