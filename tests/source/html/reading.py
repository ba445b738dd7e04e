"""Pages read, as the tests look at them."""

from __future__ import annotations

from gpar_lint.source.document import Block, Document, Grid, Heading, Paragraph
from gpar_lint.source.html.reading import read_html


def page(source: str) -> Document:
    """A page read."""
    return read_html("t.html", source)


def blocks(source: str) -> list[Block]:
    return list(page(source).blocks)


def lines(source: str) -> list[str]:
    """What the paragraphs and headings say."""
    return [
        block.content.text for block in blocks(source) if isinstance(block, Paragraph | Heading)
    ]


def grid(source: str) -> list[list[tuple[str, int, int, int]]]:
    """The only grid: text, column, columns and rows of its cells."""
    (found,) = [block for block in blocks(source) if isinstance(block, Grid)]
    assert found.spread
    return [
        [(cell.content.text, cell.column, cell.columns, cell.rows) for cell in row.cells]
        for row in found.rows
    ]
