"""Rows put into a table of a web page, in the tags of the row that they follow or go before."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from gpar_lint.checks.finding import Edit
from gpar_lint.source.document import Cell, Document, Grid
from gpar_lint.source.html.scanning import entity_end
from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

_CELL = regex(r"<t[dh]\b[^<>]*>", re.IGNORECASE)
_ROWSPAN = regex(r"\browspan\s*=\s*[\"']?\s*([0-9]{1,3})", re.IGNORECASE)


def rows_inserted(document: Document, place: int, text: str) -> Iterator[Edit]:
    """Lines of cells set apart by tabs as rows of the table at whose row's edge they are put in.

    What covers that row, as a merged label does, covers them too. Nothing where the place is no
    row's edge, or the rows would stand above a label that is merged over them.
    """
    lines = [line for line in text.split("\n") if line]
    if not lines or not all("\t" in line for line in lines):
        return
    for grid in document.blocks:
        if isinstance(grid, Grid) and grid.span.start <= place <= grid.span.end:
            for number, row in enumerate(grid.rows):
                if place in row.span and _has_room(grid, number, before=place == row.span.start):
                    after = place == row.span.end
                    new = [_row_like(document, grid, number, line) for line in lines]
                    marked = [f"\n{one}" if after else f"{one}\n" for one in new]
                    yield Edit(Span(place, place), "".join(marked))
                    yield from _stretched(document, grid, number, len(lines))
                    return


def runs_of(document: Document, span: Span) -> Iterator[Span]:
    """The pieces of the source within a span that are text, without the tags between them."""
    seen = document.excerpt(*span)
    run: Span | None = None
    for char, offset in zip(seen.text, seen.offsets, strict=True):
        if char == "\n":
            continue
        here = Span(offset, entity_end(document.text, offset))
        if run and run.end == here.start:
            run = Span(run.start, here.end)
            continue
        if run:
            yield run
        run = here
    if run:
        yield run


def _has_room(grid: Grid, number: int, *, before: bool) -> bool:
    return not before or all(cell.rows == 1 for cell in grid.rows[number].cells)


def _row_like(document: Document, grid: Grid, number: int, line: str) -> str:
    """A row with other cells: its last ones, as many as the line has."""
    texts = line.split("\t")
    row = grid.rows[number]
    kept = row.cells[-len(texts) :]
    starts = [_tag(document, cell).start for cell in kept]
    pieces = ["<tr>"]
    for cell, text, start, end in zip(
        kept, texts, starts, [*starts[1:], row.span.end], strict=True
    ):
        pieces += _cell_like(document, cell, text, Span(start, end))
    return "".join(pieces)


def _cell_like(document: Document, cell: Cell, text: str, around: Span) -> Iterator[str]:
    """A cell with another text, in the tags of its longest piece."""
    runs = list(runs_of(document, cell.span)) or [cell.span]
    longest = max(runs, key=lambda run: run.end - run.start)
    place = around.start
    for run in runs:
        yield document.text[place : run.start]
        yield html.escape(text, quote=False) if run == longest else ""
        place = run.end
    yield document.text[place : around.end]


def _tag(document: Document, cell: Cell) -> Span:
    """The start tag of a cell."""
    place = cell.span.start
    while True:
        place = max(document.text.rfind("<t", 0, place), document.text.rfind("<T", 0, place))
        found = _CELL.match(document.text, place)
        if found:
            return Span(*found.span())


def _stretched(document: Document, grid: Grid, number: int, count: int) -> Iterator[Edit]:
    """The merged cells that cover a row, over so many rows more."""
    for place, row in enumerate(grid.rows[: number + 1]):
        for cell in row.cells:
            if cell.rows > 1 and place + cell.rows > number:
                found = _ROWSPAN.search(document.text, *_tag(document, cell))
                if found:
                    yield Edit(Span(*found.span(1)), str(cell.rows + count))
