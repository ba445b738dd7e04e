"""How findings speak of a table's rows, columns and cells, and where they point."""

from __future__ import annotations

from decimal import Decimal

from gpar_lint.checks.context import Context
from gpar_lint.format.edition import Edition, TableFormat
from gpar_lint.report.model import Table, TableCell
from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

# （二）部分公开（区分处理的，只计这一情形，不计其他情形）: the remark is no part of the name.
_REMARK = regex(r"(?<=.)（[^（）]*）$")
_SINGLE = str.maketrans("“”", "‘’")


def edition_of(context: Context, table: Table) -> Edition:
    """The edition whose layout a table has: the report's own, or the one it was copied from."""
    return context.rulebook.editions.get(table.edition, context.report.edition)


def format_of(context: Context, table: Table) -> TableFormat | None:
    """The format's table that a table was read as."""
    return edition_of(context, table).table(table.name)


def row_name(table: TableFormat, key: str) -> str:
    """A row as messages name it, with the group it stands in: （三）不予公开1.属于国家秘密."""
    row = table.row(key)
    if row is None:
        return key
    in_block = table.shape == "blocks"  # a block's heading is no part of its rows' names
    return ("" if in_block else row.group) + _REMARK.sub("", row.label)


def column_name(table: TableFormat, key: str) -> str:
    """A column as messages name it, without the remark in brackets."""
    column = table.column(key)
    return _REMARK.sub("", column.label) if column else key


def cell_name(table: TableFormat, cell: TableCell) -> str:
    """A cell as messages name it: “（一）予以公开”“自然人”."""
    return f"“{within(row_name(table, cell.row))}”“{column_name(table, cell.column)}”"


def within(name: str) -> str:
    """A name as it stands between quotation marks: its own are single ones there (GB/T 15834)."""
    return name.translate(_SINGLE)


def place_of(cell: TableCell) -> Span:
    """The figure of a cell; the cell itself where it is blank."""
    return cell.content.span() if cell.content.text else cell.span


def address(cell: TableCell) -> tuple[str, str, str]:
    """A cell's keys, as findings carry them."""
    return cell.table, cell.row, cell.column


def figure(value: int | Decimal) -> str:
    """A number as messages show it: whole numbers without a fraction, no exponent."""
    whole = int(value)
    return str(whole) if whole == value else f"{Decimal(value):f}"
