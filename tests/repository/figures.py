"""Figures of one agency over several years: each year consistent, and with the year before."""

from __future__ import annotations

from random import Random

from gpar_lint.format.edition import Edition
from tests.support.layouts import consistent_figures

Figures = dict[str, str]

_STOCK = "二.normative_documents.{}"


def figures_for(
    edition: Edition, random: Random, previous: Figures | None, *, quiet: bool, slip: int = 0
) -> Figures:
    """Figures that follow from the previous year's.

    `quiet`: an agency without applications and cases. `slip`: by how much more is carried over than
    last year's report carried forward; the year itself stays consistent.
    """
    figures = {cell: int(text) for cell, text in consistent_figures(edition, random).items()}
    if quiet:
        figures = {cell: 0 if cell[0] in "三四" else value for cell, value in figures.items()}
    _carry_over(edition, figures, previous, slip)
    _stock(figures, previous, random)
    for row in ("licences", "penalties", "coercion"):
        figures[f"二.{row}.decisions"] = random.randint(20, 60)
    figures["二.fees.amount"] = random.randint(10, 40)
    return {cell: str(value) for cell, value in figures.items()}


def _carry_over(
    edition: Edition, figures: dict[str, int], previous: Figures | None, slip: int
) -> None:
    """What was carried forward last year is carried over, and granted if it must balance."""
    three = edition.table("三")
    assert three
    columns = [column.key for column in three.columns if column.key != "total"]
    for column in columns:
        over = int(previous[f"三.carried_forward.{column}"]) if previous else 0
        over += slip if column == columns[0] else 0
        done = figures[f"三.results_total.{column}"] + figures[f"三.carried_forward.{column}"]
        short = max(over - done, 0)
        figures[f"三.granted.{column}"] += short
        figures[f"三.results_total.{column}"] += short
        figures[f"三.carried_over.{column}"] = over
        figures[f"三.new_received.{column}"] = done + short - over
    for row in three.rows:
        cells = [figures[f"三.{row.key}.{column}"] for column in columns]
        figures[f"三.{row.key}.total"] = sum(cells)


def _stock(figures: dict[str, int], previous: Figures | None, random: Random) -> None:
    stock = int(previous[_STOCK.format("in_force")]) if previous else random.randint(20, 60)
    made, repealed = random.randint(0, 5), random.randint(0, 4)
    figures[_STOCK.format("issued")] = made
    figures[_STOCK.format("repealed")] = repealed
    figures[_STOCK.format("in_force")] = stock + made - repealed
