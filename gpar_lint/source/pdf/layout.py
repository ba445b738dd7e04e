"""A page's lines, tables and pictures in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.source.furniture import is_furniture
from gpar_lint.source.pdf.drawn import Box, Glyph, Page
from gpar_lint.source.pdf.lines import TextLine, lines_of
from gpar_lint.source.pdf.ruling import Ruled, ruled_tables
from gpar_lint.source.pdf.tables import Table
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_MARGIN = 0.13  # of a page's height, above and below, where page numbers and running titles stand
_OFTEN = 0.4  # of the pages, on which a line must stand to be a running one
_EDGE = 4.0  # points
_DIGITS = regex("[0-9０-９]+")
_BARE_NUMBER = regex(r"[0-9]{1,3}(?: *[/／] *[0-9]{1,3})?")
_FEW_GLYPHS = 3  # on a picture that is read no words: a seal's signature has more


class Furniture(Record):
    """A page number, a running title: no part of the text."""

    line: TextLine


class Image(Record):
    """A picture."""

    page: int


Element = TextLine | Table | Furniture | Image


def elements_of(pages: Sequence[Page]) -> list[list[Element]]:
    """Each page's elements, from the top."""
    laid = [_laid_out(page) for page in pages]
    running = _running_lines(pages, laid)
    return [[_marked(element, running) for _, element in page] for page in laid]


Laid = list[tuple[float, Element]]  # with y of where an element begins


def _laid_out(page: Page) -> Laid:
    tables = [table for table in ruled_tables(page.across, page.down) if _is_table(table)]
    boxes = [_with_what_juts_out(table.box, page.width) for table in tables]
    held: list[list[Glyph]] = [[] for _ in tables]
    free: list[Glyph] = []
    for glyph in page.glyphs:
        x = (glyph.left + glyph.right) / 2
        place = next((i for i, box in enumerate(boxes) if box.holds(x, glyph.middle)), None)
        (free if place is None else held[place]).append(glyph)
    laid: Laid = [(line.base - line.size, line) for line in lines_of(free, page.number)]
    for ruled, glyphs in zip(tables, held, strict=True):
        if glyphs:
            laid.append((ruled.box.top, Table(ruled, glyphs, page.number)))
    laid += [(box.top, Image(page.number)) for box in _pictures(page)]
    return sorted(laid, key=lambda placed: placed[0])


def _with_what_juts_out(box: Box, width: float) -> Box:
    """A table that runs to the edge of its page holds what stands beyond it, in its last column."""
    left = box.left if box.left > _EDGE else -width
    return box._replace(left=left, right=box.right if box.right < width - _EDGE else 2 * width)


def _is_table(ruled: Ruled) -> bool:
    """Whether lines set cells beside each other; a frame around paragraphs does not."""
    return any(region.columns < len(ruled.edges) - 1 for region in ruled.regions)


def _pictures(page: Page) -> Iterator[Box]:
    """The pictures on which no words are read: a background and a seal have some."""
    for box in page.pictures:
        inside = 0
        for glyph in page.glyphs:
            inside += box.holds((glyph.left + glyph.right) / 2, glyph.middle)
            if inside > _FEW_GLYPHS:
                break
        else:
            yield box


def _running_lines(pages: Sequence[Page], laid: Sequence[Laid]) -> set[TextLine]:
    """The lines in the margins that stand alike on many pages, or are a page's number."""
    alike: dict[tuple[str, int], list[TextLine]] = {}
    running: set[TextLine] = set()
    offsets: dict[int, list[TextLine]] = {}
    for page, elements in zip(pages, laid, strict=True):
        for line in _outermost(page, elements):
            key = (_DIGITS.sub("", line.text), round(line.base / 8))
            alike.setdefault(key, []).append(line)
            if is_furniture(line.text):
                running.add(line)
            elif _BARE_NUMBER.fullmatch(line.text):
                number = int(line.text.replace("／", "/").partition("/")[0])
                offsets.setdefault(number - page.number, []).append(line)
    for lines in alike.values():
        if len(lines) > 1 and len({line.page for line in lines}) >= _OFTEN * len(pages):
            running.update(lines)
    for offset, lines in offsets.items():
        if len(lines) > 1 or offset == 0:
            running.update(lines)
    return running


def _outermost(page: Page, elements: Laid) -> Iterator[TextLine]:
    """The two first and the two last lines of a page, where they stand in its margins."""
    lines = [element for _, element in elements if isinstance(element, TextLine)]
    for place, line in enumerate(lines):
        above = place < 2 and line.base < _MARGIN * page.height
        below = place >= len(lines) - 2 and line.base > (1 - _MARGIN) * page.height
        if above or below:
            yield line


def _marked(element: Element, running: set[TextLine]) -> Element:
    is_running = isinstance(element, TextLine) and element in running
    return Furniture(element) if is_running and isinstance(element, TextLine) else element
