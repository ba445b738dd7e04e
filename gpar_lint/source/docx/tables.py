"""Tables: which cells each row has, at which columns, and over how many rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from gpar_lint.source.docx.inline import chosen
from gpar_lint.source.docx.items import CellItem, Item, TableItem
from gpar_lint.source.docx.names import by_name, child, name_of, number, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_WIDEST = 200  # columns; no table has as many
ReadCell = Callable[["Element"], list[Item]]


class _Cell:
    """A cell of which it is not yet known how far it reaches down."""

    def __init__(self, element: Element, column: int, columns: int, items: list[Item]) -> None:
        self.element = element
        self.column = column
        self.columns = columns
        self.rows = 1
        self.items = items


class TableReader:
    """Reads one table; `read_cell` reads what is in a cell."""

    def __init__(self, read_cell: ReadCell) -> None:
        self.changes = 0  # rows inserted or deleted by tracked changes
        self._read_cell = read_cell
        self._above: dict[int, _Cell] = {}  # the cells of the row before, by first column
        self._rows: list[list[_Cell]] = []

    def read(self, table: Element) -> TableItem:
        """The table."""
        for row in _within(table, "tr"):
            if not self._is_deleted(child(row, "trPr")):
                self._read_row(row)
        return TableItem([[_item(cell) for cell in row] for row in self._rows])

    def _is_deleted(self, properties: Element | None) -> bool:
        changes = {name_of(each) for each in properties or ()} & {"ins", "del"}
        self.changes += bool(changes)
        return "del" in changes

    def _read_row(self, row: Element) -> None:
        cells: list[_Cell] = []  # that begin in this row
        present: dict[int, _Cell] = {}  # that it shows, those from above as well
        column = _size(child(child(row, "trPr"), "gridBefore"), fewest=0)
        last: _Cell | None = None
        for element in _within(row, "tc"):
            properties = by_name(child(element, "tcPr"))
            if "cellDel" in properties:
                self.changes += 1
                continue
            columns = _size(properties.get("gridSpan"), fewest=1)
            above = self._above.get(column) if _continues(properties.get("vMerge")) else None
            if _continues(properties.get("hMerge")) and last is not None:
                last.columns = min(last.columns + columns, _WIDEST)
            elif above is not None:
                above.rows += above is not last
                present[column] = last = above
            else:
                last = _Cell(element, column, columns, self._read_cell(element))
                cells.append(last)
                present[column] = last
            column = min(column + columns, _WIDEST)
        self._above = present
        self._rows.append(cells)


def _within(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, whatever they are wrapped in."""
    for element in parent:
        found = name_of(element)
        if found == name:
            yield element
        elif found in _WRAPPERS:
            yield from _within(element, name)
        elif found == "mc:AlternateContent":
            yield from _within(chosen(element), name)


def _continues(merge: Element | None) -> bool:
    """Whether a cell goes on with the merged cell above it or to its left."""
    return merge is not None and (value(merge) or "continue") == "continue"


def _size(element: Element | None, fewest: int) -> int:
    size = number(element)
    return min(max(fewest if size is None else size, fewest), _WIDEST)


def _item(cell: _Cell) -> CellItem:
    first = child(cell.element, "p")
    element = cell.element if first is None else first
    return CellItem(cell.column, cell.columns, cell.rows, cell.items, element)
