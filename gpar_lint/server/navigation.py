"""From a claim to its cells, from a cell to its claims, from a total to its addends."""

from __future__ import annotations

from gpar_lint.checks.cells import place_of
from gpar_lint.report.model import TableCell
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.places import cell_at, claim_at
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Highlight(Record):
    """A place marked together with another."""

    span: Span
    result: bool  # what the others make


def definitions(analysis: Analysis, offset: int) -> list[Span]:
    """The cells that the claim at a place is about."""
    claim = claim_at(analysis, offset) if analysis.report else None
    return [place_of(cell) for cell in claim.cells] if claim else []


def claim_span(analysis: Analysis, offset: int) -> Span | None:
    """The claim at a place. Where it ends is not to be left to an editor: what most of them take
    for a word is a whole sentence of Chinese.
    """
    claim = claim_at(analysis, offset) if analysis.report else None
    return claim.span if claim else None


def references(analysis: Analysis, offset: int, *, with_cells: bool) -> list[Span]:
    """The claims about the cell at a place, or about the cells of the claim there."""
    cells = _cells_meant(analysis, offset)
    addresses = {_address(cell) for cell in cells}
    spans = [
        claim.span
        for claim in analysis.claims
        if any(_address(cell) in addresses for cell in claim.cells)
    ]
    if with_cells:
        spans += [place_of(cell) for cell in cells]
    return sorted(set(spans))


def _cells_meant(analysis: Analysis, offset: int) -> list[TableCell]:
    report = analysis.report
    if report is None:
        return []
    cell = cell_at(report, offset)
    if cell:
        return [cell]
    claim = claim_at(analysis, offset)
    return claim.cells if claim else []


def highlights(analysis: Analysis, offset: int) -> list[Highlight]:
    """A total with its addends; any other figure with the totals that it is part of."""
    report = analysis.report
    cell = cell_at(report, offset) if report else None
    if report is None or cell is None:
        return []
    table = report.table(cell.table)
    sums = analysis.sums(table) if table else []
    made = [one for one in sums if len(one.right) == 1 and one.right[0].cell is cell]
    terms = {_address(cell): (cell, bool(made))}
    for one in made or [one for one in sums if any(term.cell is cell for term in one.left)]:
        for term in one.left if made else one.right:
            if term.cell:
                terms.setdefault(_address(term.cell), (term.cell, not made))
    return [Highlight(place_of(found), result) for found, result in terms.values()]


def _address(cell: TableCell) -> tuple[str, str, str]:
    return cell.table, cell.row, cell.column
