"""T207, T208: cells without a figure, and figures that are not written as the format wants them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.checks.cells import (
    address,
    cell_name,
    column_name,
    figure,
    place_of,
    row_name,
    within,
)
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix, Related
from gpar_lint.checks.tables.sound import MANY, Sheet, sheets
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import TableCell

_UNFILLED = frozenset(("blank", "slash", "dash", "none"))

# Which forms a figure may have beside the plain one, by the kind of its cell.
_ALLOWED: dict[str, frozenset[str]] = {
    "count": frozenset(),
    "amount": frozenset(("decimal", "thousands")),
    "signed": frozenset(("signed", "negative")),
}

#: Forms whose value is sure, so that writing it plainly decides nothing.
_MERE_FORMS = frozenset(("unit", "full-width", "thousands", "chinese", "signed"))

CellRows = list[list[TableCell]]


def check_blank_cell(context: Context, rule: Rule) -> Iterator[Finding]:
    """T207: cells that are seen to be blank, or hold a mark instead of a figure."""
    for sheet in sheets(context):
        unfilled = _UNFILLED if sheet.table.blanks_visible else _UNFILLED - {"blank"}
        rows = _rows_with(sheet, unfilled)
        if len(rows) >= MANY:
            yield _unfilled(rule, sheet, [cell for row in rows for cell in row], len(rows))
            continue
        for row in rows:
            yield _unfilled(rule, sheet, row, 1)


def _lines(sheet: Sheet) -> CellRows:
    """The cells of each line of a table; the rows of a strip (四) stand on one line."""
    rows = [list(row.cells) for row in sheet.table.rows]
    return [[cell for row in rows for cell in row]] if sheet.form.shape == "strip" else rows


def _rows_with(sheet: Sheet, forms: frozenset[str]) -> CellRows:
    rows = [[cell for cell in line if cell.form in forms] for line in _lines(sheet)]
    return [row for row in rows if row]


def _unfilled(rule: Rule, sheet: Sheet, cells: Sequence[TableCell], rows: int) -> Finding:
    first = cells[0]
    columns = [f"“{column_name(sheet.form, cell.column)}”" for cell in cells]
    values = {
        "table": sheet.table.name,
        "row": within(row_name(sheet.form, first.row)),
        "columns": "、".join(columns) if rows == 1 else "",
        "found": first.content.text,
        "rows": rows,
        "count": len(cells),
    }
    text = "message" if first.form == "blank" else "mark"
    if rows > 1 or _crosses_rows(cells):
        text = "many"
    edits = tuple([Edit(place_of(cell), "0") for cell in cells])
    return _on_cells(rule, sheet, cells, values, text, Fix(edits, safe=False))


def check_not_a_count(context: Context, rule: Rule) -> Iterator[Finding]:
    """T208: one finding a row and form of writing; many rows of one form are one finding."""
    with_unit = rule.options.get("with_unit", [])
    assert isinstance(with_unit, list)
    for sheet in sheets(context):
        by_form: dict[str, CellRows] = {}
        for line in _lines(sheet):
            wrong: dict[str, list[TableCell]] = {}
            for cell in line:
                if cell.form == "plain" or cell.form in _UNFILLED:
                    continue
                if not _is_allowed(sheet, cell, with_unit):
                    wrong.setdefault(cell.form, []).append(cell)
            for form, cells in wrong.items():
                by_form.setdefault(form, []).append(cells)
        for rows in by_form.values():
            yield from _miswritten(rule, sheet, rows)


def _is_allowed(sheet: Sheet, cell: TableCell, with_unit: Sequence[str]) -> bool:
    """Whether a cell of its kind may be written so."""
    if cell.form == "unit" and f"{cell.table}.{cell.row}.{cell.column}" in with_unit:
        return True
    row = sheet.form.row(cell.row)
    return cell.form in _ALLOWED[row.kind_of(cell.column) if row else "count"]


def _miswritten(rule: Rule, sheet: Sheet, rows: CellRows) -> Iterator[Finding]:
    if len(rows) < MANY:
        yield from [_miswritten_cells(rule, sheet, row) for row in rows]
    else:
        yield _miswritten_cells(rule, sheet, [cell for row in rows for cell in row], len(rows))


def _miswritten_cells(
    rule: Rule, sheet: Sheet, cells: Sequence[TableCell], rows: int = 1
) -> Finding:
    first = cells[0]
    text = first.form
    if rows > 1 or _crosses_rows(cells):
        text = "many_forms" if first.form in _MERE_FORMS else "many"
    values = {
        "table": sheet.table.name,
        "cell": cell_name(sheet.form, first),
        "found": first.content.text,
        "value": figure(first.value) if first.value is not None else "",
        "rows": rows,
        "count": len(cells),
    }
    return _on_cells(rule, sheet, cells, values, text, _plain_figures(sheet, cells))


def _plain_figures(sheet: Sheet, cells: Sequence[TableCell]) -> Fix | None:
    """The same figures written plainly, where their form alone is wrong in all of them."""
    if not all(_is_mere_form(sheet, cell) for cell in cells):
        return None
    edits = [Edit(cell.content.span(), figure(cell.value or 0)) for cell in cells]
    return Fix(tuple(edits), safe=True)


def _is_mere_form(sheet: Sheet, cell: TableCell) -> bool:
    """Whether a cell's value is one that its place may have, in the unit that is due there."""
    row, column, value = sheet.form.row(cell.row), sheet.form.column(cell.column), cell.value
    if cell.form not in _MERE_FORMS or value is None or row is None or column is None:
        return False
    if row.kind_of(cell.column) == "count":
        return value >= 0 and value == int(value)
    unit = cell.content.text.lstrip("0123456789.,， ")
    return cell.form != "unit" or column.label.endswith(f"：{unit}）")  # 46000元 is no 46000万元


def _crosses_rows(cells: Sequence[TableCell]) -> bool:
    return len({cell.row for cell in cells}) > 1


def _on_cells(
    rule: Rule,
    sheet: Sheet,
    cells: Sequence[TableCell],
    values: dict[str, object],
    text: str,
    fix: Fix | None,
) -> Finding:
    related = tuple(
        [
            Related(place_of(cell), "cell", {"cell": cell_name(sheet.form, cell)})
            for cell in cells[1:]
        ]
    )
    place, cell = place_of(cells[0]), address(cells[0])
    return Finding(rule.code, place, values, text, "hint", related, fix, cell)
