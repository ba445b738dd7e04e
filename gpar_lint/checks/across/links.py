"""X901 and X902: figures of this year that last year's report fixes.

Either report may be wrong, or its figure corrected since; which one it is a person decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gpar_lint.checks.across.figures import SureCell, column_of, row_of, sure_cells
from gpar_lint.checks.across.imprint import Figure, Imprint
from gpar_lint.checks.across.places import here, there
from gpar_lint.checks.arithmetic.sums import gap
from gpar_lint.checks.cells import address, figure, place_of
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.format.catalogue import Rule
from gpar_lint.text.records import Record


class _Link(Record):
    """A figure of this report and the one of last year's that it must be equal to."""

    sure: SureCell
    before: Figure


def check_carry_over(context: Context, rule: Rule) -> Iterator[Finding]:
    """X901: what is carried over is what last year's report carried forward, in every column.

    Options: `table`, its row `this`, and `last`, the row of last year's table that it repeats.
    """
    previous = context.relatives.previous
    if previous is None:
        return
    links = _links(context, previous, rule)
    broken = [link for link in links if link.sure.value != link.before.value]
    if not broken:
        return
    broken.sort(key=lambda link: link.sure.cell.column != "total")  # the total first
    at = broken[0].sure
    values = {
        "line": row_of(context, at.cell),
        "year": previous.year,
        "terms": "；".join([_unequal(context, link) for link in broken]),
    }
    related = [there(link.before, previous) for link in broken]
    related += [here(context, link.sure) for link in broken[1:]]
    place, cell = place_of(at.cell), address(at.cell)
    yield Finding(rule.code, place, values, related=tuple(related), cell=cell)


def _links(context: Context, previous: Imprint, rule: Rule) -> list[_Link]:
    """This year's figures of the row, with last year's of the same columns."""
    table, this, last = (str(rule.options[key]) for key in ("table", "this", "last"))
    return [
        _Link(sure, previous.figures[table, last, column])
        for (name, row, column), sure in context.once(sure_cells).items()
        if (name, row) == (table, this) and (table, last, column) in previous.figures
    ]


def _unequal(context: Context, link: _Link) -> str:
    """A column's two figures and by how much they differ: 总计 3 ≠ 2（3－2＝1）."""
    value, before = link.sure.value, link.before.value
    this, last, rest = figure(value), figure(before), figure(value - before)
    return f"{column_of(context, link.sure.cell)} {this} ≠ {last}（{this}－{last}＝{rest}）"


class _Stock(Record):
    """A row of documents: how many are in force, and what made them so many."""

    before: Figure  # in force at the end of last year
    stated: SureCell
    made: SureCell
    repealed: SureCell

    @property
    def due(self) -> int | Decimal:
        """How many must be in force."""
        return self.before.value + self.made.value - self.repealed.value


def check_stock(context: Context, rule: Rule) -> Iterator[Finding]:
    """X902: what is in force is last year's stock, plus what was made, less what was repealed.

    Options: `table` and its columns `stock`, `made` and `repealed`.
    """
    previous = context.relatives.previous
    if previous is None or previous.edition != context.report.edition.name:
        return
    for stock in _stocks(context, previous, rule):
        if stock.stated.value != stock.due:
            yield _unbalanced(context, previous, rule, stock)


def _stocks(context: Context, previous: Imprint, rule: Rule) -> Iterator[_Stock]:
    """The rows of which all four figures are sure."""
    table, *columns = (str(rule.options[key]) for key in ("table", "stock", "made", "repealed"))
    cells = context.once(sure_cells)
    for place, earlier in previous.figures.items():
        row = place[1]
        stated, made, repealed = (cells.get((table, row, column)) for column in columns)
        if place == (table, row, columns[0]) and stated and made and repealed:
            yield _Stock(earlier, stated, made, repealed)


def _unbalanced(context: Context, previous: Imprint, rule: Rule, stock: _Stock) -> Finding:
    earlier, stated, made, repealed = stock
    values = {
        "line": row_of(context, stated.cell),
        "year": previous.year,
        "stated": figure(stated.value),
        "before": figure(earlier.value),
        "made": figure(made.value),
        "repealed": figure(repealed.value),
        "due": figure(stock.due),
        "difference": figure(gap(stated.value, stock.due)),
    }
    related = (
        there(earlier, previous),
        here(context, made),
        here(context, repealed),
    )
    place, cell = place_of(stated.cell), address(stated.cell)
    return Finding(rule.code, place, values, related=related, cell=cell)
