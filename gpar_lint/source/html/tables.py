"""A <table> to a grid with true columns, or to what stands in it where it only lays a page out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.source.document import Cell, Grid, Row
from gpar_lint.source.html.scanning import Remark, Text, without_line_ends
from gpar_lint.source.html.tree import Element
from gpar_lint.text.excerpt import Excerpt, joined
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_SECTIONS = ("thead", "tbody", "tfoot")
_MOST_COLUMNS = 60  # that a row may take; the widest of the format's tables has 15
_WIDEST = 30  # columns and
_TALLEST = 200  # rows that a cell may cover
_FEWEST_ROWS = 3  # of a table that has another in one of its rows
_LONG_CELL = 300  # characters of a cell that is no part of a table of figures
_LONG_LINE = 40  # characters of a row of one cell that is a paragraph
# A heading, where the whole report was drawn into one table.
_HEADING = regex(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]")


class _Placed(Record):
    """A cell of the source at its row and column."""

    element: Element
    column: int
    columns: int
    rows: int


def table_parts(table: Element) -> Iterator[Grid | Element]:
    """What a table holds, in order: grids of its rows, and elements that are no part of one."""
    rows = list(_rows(table))
    cells = [list(_cells(row)) for row in rows]
    strays = list(_strays(table))
    first = rows[0].start if rows else table.end
    yield from [stray for stray in strays if stray.start < first]
    if _lays_out(cells):
        yield from [cell for row in cells for cell in row]
    else:
        yield from _grids(rows, _place(cells))
    yield from [stray for stray in strays if stray.start >= first]


def _grids(
    elements: Sequence[Element], placed: Sequence[Sequence[_Placed]]
) -> Iterator[Grid | Element]:
    """The rows as grids; a paragraph that takes a whole row parts them."""
    width = max([cell.column + cell.columns for row in placed for cell in row], default=0)
    lone = [row[0].element for row in placed if _is_lone(row, width)]
    whole_report = any(_is_prose(cell) or _holds_table(cell) for cell in lone)
    run: list[Row] = []
    for element, row in zip(elements, placed, strict=True):
        yield from _remarks(element)
        if whole_report and _is_lone(row, width) and _is_line(row[0].element):
            yield from _grid(run)
            run = []
            yield row[0].element
        elif row:
            run.append(_row(element, row))
    yield from _grid(run)


def _grid(rows: Sequence[Row]) -> Iterator[Grid]:
    if any(cell.content.text for row in rows for cell in row.cells):
        yield Grid(tuple(rows), rows[0].span.join(rows[-1].span), spread=True)


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children:
        if isinstance(child, Element) and not child.hidden:
            if child.tag == "tr":
                yield child
            elif child.tag in _SECTIONS:
                yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row.children:
        if isinstance(child, Element) and child.tag in ("td", "th") and not child.hidden:
            yield child


def _strays(table: Element) -> Iterator[Element]:
    """What stands in a table outside its cells: a caption, and what is there by mistake."""
    for child in table.children:
        if not isinstance(child, Element):
            yield _wrapped(child, table)
        elif child.tag in (*_SECTIONS, "tr"):
            yield from _strays(child)
        elif child.tag not in ("td", "th") and not child.hidden:
            yield child


def _remarks(row: Element) -> Iterator[Element]:
    """The comments in a row's cells."""
    for element in row.elements():
        for child in element.children:
            if isinstance(child, Remark):
                yield _wrapped(child, element)


def _wrapped(child: Text | Remark, parent: Element) -> Element:
    """A text or comment as an element of its own."""
    element = Element(None, parent)
    element.children.append(child)
    element.start = (child.span if isinstance(child, Remark) else child.content.span()).start
    return element


def _lays_out(cells: Sequence[Sequence[Element]]) -> bool:
    """Whether a table only puts parts of a page beside or below each other."""
    wide = [row for row in cells if len(row) > 1]
    if not wide or any(_holds_table(cell) or _holds_text(cell) for row in wide for cell in row):
        return True
    return len(wide) < _FEWEST_ROWS and any(_holds_table(cell) for row in cells for cell in row)


def _holds_table(cell: Element) -> bool:
    return any(
        sum([len(list(_cells(row))) > 1 for row in _rows(table)]) > 1
        for table in cell.elements("table")
    )


def _holds_text(cell: Element) -> bool:
    """Whether a cell holds paragraphs or headings, as no cell of a table of figures does."""
    if next(cell.elements("h1", "h2", "h3", "h4"), None):
        return True
    if cell.inner_end - cell.inner <= _LONG_CELL:
        return False
    text = content_of(cell).text
    return len(text) > _LONG_CELL and "。" in text


def _is_lone(row: Sequence[_Placed], width: int) -> bool:
    return len(row) == 1 and row[0].columns >= min(width, _WIDEST) and row[0].column == 0


def _is_prose(cell: Element) -> bool:
    text = content_of(cell).text
    return len(text) > _LONG_LINE and "。" in text


def _is_line(cell: Element) -> bool:
    """Whether a row of one cell is a paragraph or a heading, not a row of a table."""
    text = content_of(cell).text
    return "。" in text or bool(_HEADING.match(text)) or _holds_table(cell)


def _place(cells: Sequence[Sequence[Element]]) -> list[list[_Placed]]:
    """The cells at their true columns: those below a merged cell are pushed aside by it."""
    covered: dict[int, int] = {}  # column → how many rows more a cell above covers
    placed: list[list[_Placed]] = []
    for row in cells:
        here: list[_Placed] = []
        column = 0
        begun = dict(covered)
        for element in row:
            while begun.get(column):
                column += 1
            if column >= _MOST_COLUMNS:
                break
            columns = _number(element, "colspan", _WIDEST)
            rows = _number(element, "rowspan", _TALLEST)
            here.append(_Placed(element, column, columns, rows))
            for each in range(column, column + columns):
                covered[each] = rows
            column += columns
        covered = {each: left - 1 for each, left in covered.items() if left > 1}
        placed.append(here)
    return placed


def _number(element: Element, name: str, most: int) -> int:
    text = element.attributes.get(name, "").strip()
    number = int(text[:6]) if text[:6].isdecimal() else 1
    return min(max(number, 1), most)


def _row(element: Element, placed: Sequence[_Placed]) -> Row:
    cells = tuple([_cell(each) for each in placed])
    return Row(cells, Span(element.start, max(element.end, cells[-1].span.end)))


def _cell(placed: _Placed) -> Cell:
    content = content_of(placed.element)
    span = content.span() if content.text else _blank(placed.element)
    return Cell(content, placed.column, placed.columns, placed.rows, span)


def _blank(cell: Element) -> Span:
    """Where a figure belongs in a blank cell: in the place of its blanks, within all its tags."""
    texts = [text for text in _texts(cell) if text.text.strip("\n\r\t ")]
    if texts:
        return texts[0].span()
    innermost = cell
    while True:
        inner = [c for c in innermost.children if isinstance(c, Element) and c.inner < c.end]
        if not inner:
            return Span(innermost.inner, innermost.inner)
        innermost = inner[0]


def content_of(cell: Element) -> Excerpt:
    """A cell's text; its lines and paragraphs are set apart by line ends."""
    return joined(_texts(cell)).strip()


def _texts(element: Element) -> Iterator[Excerpt]:
    for child in element.children:
        if isinstance(child, Text):
            yield without_line_ends(child.content)
        elif isinstance(child, Element) and not child.hidden:
            if child.is_block or child.tag == "br":
                yield Excerpt("\n", (child.start,))
            yield from _texts(child)
