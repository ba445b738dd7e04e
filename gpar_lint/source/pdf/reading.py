"""A PDF to blocks: paragraphs, ruled tables, page furniture and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.source.document import Document
from gpar_lint.source.pdf.drawn import Page
from gpar_lint.source.pdf.isolation import drawn_in
from gpar_lint.source.pdf.layout import Element, Furniture, Image, elements_of
from gpar_lint.source.pdf.lines import TextLine
from gpar_lint.source.pdf.paragraphs import Margins, belong_together, margins_of
from gpar_lint.source.pdf.projection import Projection
from gpar_lint.source.pdf.tables import Table


def read_pdf(name: str, data: bytes) -> Document:
    """Read a PDF. Raises Unreadable with the reasons of isolation.drawn_in."""
    drawn = drawn_in(data)
    pages = elements_of(drawn.pages)
    projection = Projection()
    _Writing(projection, _margins(drawn.pages, pages)).write(_in_one(pages))
    projection.end()
    return Document(
        name,
        "pdf",
        projection.text,
        projection.blocks,
        title=drawn.title,
        places=projection.places,
    )


def _margins(
    pages: Sequence[Page], elements: Sequence[Sequence[Element]]
) -> dict[int, Margins | None]:
    """The margins by page number; pages of the same width share theirs."""
    lines: dict[int, list[TextLine]] = {}
    for page, held in zip(pages, elements, strict=True):
        found = lines.setdefault(round(page.width), [])
        found += [element for element in held if isinstance(element, TextLine)]
    margins = {width: margins_of(found) for width, found in lines.items()}
    return {page.number: margins[round(page.width)] for page in pages}


def _in_one(pages: Sequence[Sequence[Element]]) -> Iterator[Element]:
    """The elements of all pages; the furniture at a page break comes after what goes on there."""
    waiting: list[Element] = []
    before: Element | None = None
    for page in pages:
        for element in page:
            if isinstance(element, Furniture):
                waiting.append(element)
                continue
            if _is_rest(before, element):
                continue
            if before is not None:
                yield before
            if not (isinstance(before, TextLine) and isinstance(element, TextLine)):
                yield from waiting
                waiting = []
            before = element
    if before is not None:
        yield before
    yield from waiting


def _is_rest(before: Element | None, element: Element) -> bool:
    """Whether an element is the rest of the table before it, which takes it then."""
    if not (isinstance(before, Table) and isinstance(element, Table)):
        return False
    if not before.goes_on_in(element):
        return False
    before.take(element)
    return True


class _Writing:
    """Writes elements, the lines of a paragraph held back until it ends."""

    def __init__(self, projection: Projection, margins: dict[int, Margins | None]) -> None:
        self._projection = projection
        self._margins = margins
        self._lines: list[TextLine] = []
        self._apart = True

    def write(self, elements: Iterator[Element]) -> None:
        """Write all elements."""
        for element in elements:
            if isinstance(element, TextLine):
                self._write_line(element)
                continue
            self._end_paragraph()
            self._apart = True
            if isinstance(element, Table):
                self._projection.add_table(element)
            elif isinstance(element, Image):
                self._projection.add_picture(element.page)
            else:
                self._projection.add_furniture(element.line)
        self._end_paragraph()

    def _write_line(self, line: TextLine) -> None:
        margins = self._margins[line.page]
        before = self._lines[-1] if self._lines else None
        if before and not (margins and belong_together(before, line, margins)):
            self._end_paragraph()
            self._apart = not (margins and _may_go_on(before, line, margins))
        self._lines.append(line)

    def _end_paragraph(self) -> None:
        if self._lines:
            self._projection.add_paragraph(self._lines, apart=self._apart)
        self._lines = []


def _may_go_on(line: TextLine, following: TextLine, margins: Margins) -> bool:
    """Whether two lines may be of one paragraph: neither a gap nor an indent is between."""
    same_page = line.page == following.page
    near = following.base - line.base < 2.4 * line.size
    return same_page and near and following.left - margins.left < following.size
