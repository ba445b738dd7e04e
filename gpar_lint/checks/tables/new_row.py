"""Rows to put in the place of lost ones (the unsafe fix of T202)."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.checks.cells import place_of
from gpar_lint.checks.finding import Edit, Fix
from gpar_lint.checks.tables.sound import Sheet
from gpar_lint.format.edition import RowFormat
from gpar_lint.report.model import TableRow
from gpar_lint.source.document import Document, Grid
from gpar_lint.text.span import Span

_SETTING = frozenset(" \t|\u3000")  # what sets cells apart in a line


def insertion(document: Document, sheet: Sheet, block: Sequence[RowFormat]) -> Fix | None:
    """New lines for a block of lost rows, made after a neighbour's line, every figure 0.

    None where no neighbour of the same group stands on a line of its own.
    """
    order = [row.key for row in sheet.form.rows]
    first, last = order.index(block[0].key), order.index(block[-1].key)
    before = sheet.form.rows[first - 1] if first else None
    after = sheet.form.rows[last + 1] if last + 1 < len(order) else None
    for neighbour in (before, after):
        if neighbour is None or not all(_is_alike(row, neighbour) for row in block):
            continue
        model = sheet.table.row(neighbour.key)
        line = _own_line(document, model) if model else None
        if model is None or line is None:
            continue
        new = [_line_like(document, model, line, row.label) for row in block]
        text = "".join([f"\n{one}" if neighbour is before else f"{one}\n" for one in new])
        place = line.end if neighbour is before else line.start
        return Fix((Edit(Span(place, place), text),), safe=False)
    return None


def _is_alike(row: RowFormat, other: RowFormat) -> bool:
    return row.columns == other.columns and (row.section, row.group) == (other.section, other.group)


def _own_line(document: Document, row: TableRow) -> Span | None:
    """The line of a row that stands on a single line with its label and all its figures."""
    if document.kind not in ("text", "markdown", "html") or not row.cells or not row.label.text:
        return None
    if document.kind == "html":
        return _own_element(document, row)
    line = document.lines.span(document.lines.line_of(row.span.start))
    parts = [row.label.span(), *[cell.content.span() for cell in row.cells if cell.content.text]]
    return line if all(line.covers(part) for part in parts) else None


def _own_element(document: Document, row: TableRow) -> Span | None:
    """The row of a web page's table in which a row stands."""
    start = row.label.span().start
    for block in document.blocks:
        if isinstance(block, Grid) and block.span.start <= start < block.span.end:
            return next((each.span for each in block.rows if each.span.end > start), None)
    return None


def _line_like(document: Document, row: TableRow, line: Span, label: str) -> str:
    """A row's line with another label and every figure 0; what stands before its label goes.

    In a web page, label and figures set apart by tabs: linter/markup has their tags.
    """
    if document.kind == "html":
        return "\t".join([label, *["0"] * len(row.cells)])
    named = row.label.span()
    pieces = [char for char in document.text[line.start : named.start] if char in _SETTING]
    pieces.append(label)
    place = named.end
    for figure in sorted([place_of(cell) for cell in row.cells]):
        pieces += [document.text[place : figure.start], "0"]
        place = figure.end
    pieces.append(document.text[place : line.end])
    return "".join(pieces)
