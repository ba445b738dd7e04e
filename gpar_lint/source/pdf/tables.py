"""Ruled tables with what stands in their cells, and those that a page break cuts put together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from gpar_lint.source.pdf.drawn import Glyph
from gpar_lint.source.pdf.lines import TextLine, lines_of
from gpar_lint.source.pdf.ruling import Region, Ruled
from gpar_lint.text.patterns import regex

_NEAR = 4.0  # points by which the columns of a table may stand differently on its next page
_MANY_EDGES = 7  # from which tables with the same last columns are one
_PADDING = 11.0  # points of a cell's width that are kept blank: Word keeps 5.4 on either side
_FIGURE = regex(  # with a unit, but no label's beginning: 1.申请
    r"(?![0-9０-９]{1,2}[.．、）)][^0-9０-９])[-+]?[0-9０-９][0-9０-９,，.．]*[^0-9\s]{0,2}|[-—/]{1,2}|无"
)
_ORDINAL = regex(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[0-9０-９]{1,2}[.．、）)]|第[一二三四五六七八九十]+"
)


class TableCell:
    """A cell of a table; it grows when the table goes on on the next page."""

    def __init__(self, region: Region, lines: Sequence[TextLine], page: int) -> None:
        self.column, self.row = region.column, region.row
        self.columns, self.rows = region.columns, region.rows
        self.page = page
        self.text = _text(lines, region.box.width)
        self.full = bool(lines) and _is_full(lines[-1], region.box.width)

    @property
    def is_figure(self) -> bool:
        """Whether a figure, or the sign that there is none, stands in it."""
        return bool(_FIGURE.fullmatch(self.text))

    @property
    def is_label(self) -> bool:
        """Whether words stand in it."""
        return bool(self.text) and not self.is_figure

    def covers(self, other: TableCell) -> bool:
        """Whether it covers the same columns as another."""
        return (self.column, self.columns) == (other.column, other.columns)

    def take(self, other: TableCell) -> None:
        """Go on with what stands in `other`."""
        self.text += other.text
        self.full = other.full if other.text else self.full


class Table:
    """A table; `edges` are x of its lines, `cells` in the order of its rows."""

    def __init__(self, ruled: Ruled, glyphs: Iterable[Glyph], page: int) -> None:
        held: dict[int, list[Glyph]] = {}
        finder = _Finder(ruled)
        for glyph in glyphs:
            held.setdefault(finder.region_at(glyph), []).append(glyph)
        self.edges = list(ruled.edges)
        self.rows = ruled.rows
        self.page = page
        self.last_page = page
        self.cells = [
            TableCell(region, lines_of(held.get(place, ()), page), page)
            for place, region in enumerate(ruled.regions)
        ]

    def goes_on_in(self, other: Table) -> bool:
        """Whether a table that begins the next page may be the rest of this one."""
        if other.page != self.last_page + 1:
            return False
        theirs = other.placed_for(self)
        if abs(theirs[-1] - self.edges[-1]) > _NEAR:
            return False
        fewer, more = sorted((self.edges, theirs), key=len)
        return all(any(abs(x - edge) <= _NEAR for edge in more) for x in fewer)

    def placed_for(self, other: Table) -> list[float]:
        """Its edges where it would stand as the rest of another, or that as the rest of it.

        Pages to the left and to the right may differ. Of a label that takes all of a page no line
        may be drawn there: the first columns are missing then.
        """
        for end in (0, -1):
            placed = [edge - self.edges[end] + other.edges[end] for edge in self.edges]
            fewer, more = sorted((placed, other.edges), key=len)
            if end and len(fewer) < _MANY_EDGES:
                break
            rest = more[-len(fewer) :] if end else [more[0], more[-1]]
            own = fewer if end else [fewer[0], fewer[-1]]
            if all(abs(x - y) <= _NEAR for x, y in zip(own, rest, strict=True)):
                return placed
        return [edge - self.edges[0] + other.edges[0] for edge in self.edges]

    def take(self, other: Table) -> None:
        """Put the rest of the table, from the next page, below."""
        self._share_edges(other)
        for _ in range(self._repeated_rows(other)):
            other.drop_first_row()
        if other.rows:
            self._take_first_row(other)
        for cell in other.cells:
            cell.row += self.rows
        self.cells += other.cells
        self.rows += other.rows
        self.last_page = other.last_page

    def row(self, number: int) -> list[TableCell]:
        """The cells that begin in a row."""
        return [cell for cell in self.cells if cell.row == number]

    def drop_first_row(self) -> None:
        """Take its first row away; a cell that goes on below stays with the rest."""
        self.cells = [cell for cell in self.cells if cell.row > 0]
        for cell in self.cells:
            cell.row -= 1
        self.rows -= 1

    def _share_edges(self, other: Table) -> None:
        theirs = other.placed_for(self)
        edges = list(self.edges)
        edges += [x for x in theirs if all(abs(x - edge) > _NEAR for edge in edges)]
        edges.sort()
        self._move_to(edges, self.edges)
        other._move_to(edges, theirs)
        self.edges = other.edges = edges

    def _move_to(self, edges: Sequence[float], own: Sequence[float]) -> None:
        places = [min(range(len(edges)), key=lambda i: abs(edges[i] - x)) for x in own]
        for cell in self.cells:
            first, end = places[cell.column], places[cell.column + cell.columns]
            cell.column, cell.columns = first, end - first

    def _repeated_rows(self, other: Table) -> int:
        """How many rows of the header the rest of the table repeats."""
        count = 0
        while count < min(self.rows, other.rows - 1):
            own, theirs = self.row(count), other.row(count)
            if any(cell.is_figure for cell in own) or not any(cell.text for cell in own):
                break
            if [(c.column, c.text) for c in own] != [(c.column, c.text) for c in theirs]:
                break
            count += 1
        tallest = max([cell.row + cell.rows for cell in other.cells if cell.row < count], default=0)
        return count if tallest <= count else 0

    def _take_first_row(self, other: Table) -> None:
        """Put together what the page break cuts: cells that go on, and perhaps a whole row."""
        last = [cell for cell in self.cells if cell.row + cell.rows == self.rows]
        pairs = [(cell, rest) for rest in other.row(0) for cell in last if cell.covers(rest)]
        low = [(cell, rest) for cell, rest in pairs if cell.row == self.rows - 1 and rest.rows == 1]
        whole = len(low) > 1 and _is_cut(low)
        gone = {id(rest) for _, rest in low} if whole else set()
        for cell, rest in pairs:
            if id(rest) in gone:
                cell.take(rest)
            elif _goes_on(cell, rest, other):
                cell.take(rest)
                cell.rows += rest.rows - whole
                gone.add(id(rest))
        other.cells = [cell for cell in other.cells if id(cell) not in gone]
        if whole:
            for cell in other.cells:
                cell.row -= 1
            other.rows -= 1


def _is_cut(pairs: Sequence[tuple[TableCell, TableCell]]) -> bool:
    """Whether a page break stands within a row: its labels go on, its figures stand once.

    Or all that it holds stands on one of the pages, and nothing on the other.
    """
    if not (any(cell.text for cell, _ in pairs) and any(rest.text for _, rest in pairs)):
        return True
    going = [pair for pair in pairs if pair[0].text and pair[1].text]
    once = [pair for pair in pairs if pair not in going]
    above, below = any(cell.text for cell, _ in once), any(rest.text for _, rest in once)
    return bool(going) and not (above and below) and all(_runs_on(*pair) for pair in going)


def _runs_on(cell: TableCell, rest: TableCell) -> bool:
    """Whether a label may be cut before `rest`: nothing more had room, and no other begins."""
    return cell.full and cell.is_label and rest.is_label and not _ORDINAL.match(rest.text)


def _goes_on(cell: TableCell, rest: TableCell, table: Table) -> bool:
    """Whether a cell that spans rows goes on below the page break."""
    tall = cell.rows > 1 or rest.rows > 1
    if cell.text and rest.text:
        return tall and _runs_on(cell, rest)
    if tall:
        return not cell.is_figure and not rest.is_figure
    beside = [other for other in table.row(0) if other.column > rest.column]
    return cell.is_label and any(other.is_label for other in beside)


class _Finder:
    """Finds the cell that a character stands in."""

    def __init__(self, ruled: Ruled) -> None:
        self._columns = list(ruled.edges)
        self._rows = sorted(
            {region.box.top for region in ruled.regions}
            | {region.box.bottom for region in ruled.regions}
        )
        self._places: dict[tuple[int, int], int] = {}
        rows = {top: number for number, top in enumerate(self._rows)}
        for place, region in enumerate(ruled.regions):
            first, end = rows[region.box.top], rows[region.box.bottom]
            for row in range(first, end):
                for column in range(region.column, region.column + region.columns):
                    self._places[row, column] = place

    def region_at(self, glyph: Glyph) -> int:
        """The place of the region that holds a character's middle; the nearest, if none does."""
        column = bisect_right(self._columns, (glyph.left + glyph.right) / 2) - 1
        row = bisect_right(self._rows, glyph.middle) - 1
        column = min(max(column, 0), len(self._columns) - 2)
        return self._places[min(max(row, 0), len(self._rows) - 2), column]


def _text(lines: Sequence[TextLine], width: float) -> str:
    """The lines of a cell as one. Two figures below each other stay apart."""
    text = ""
    for place, line in enumerate(lines):
        if text and "!" <= text[-1] <= "~" and "!" <= line.text[0] <= "~":
            before = lines[place - 1]
            text += "" if _is_full(before, width) and line.text[0].isdigit() else " "
        text += line.text.replace("   ", " ")
    return text


def _is_full(line: TextLine, width: float) -> bool:
    """Whether nothing more has room on a line of a cell."""
    letter = 0.6 if "!" <= line.text[-1] <= "~" else 1.1
    return width - (line.right - line.left) < letter * line.size + _PADDING
