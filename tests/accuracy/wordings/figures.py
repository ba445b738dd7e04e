"""Figures of agencies that have much to do, little, or nothing."""

from __future__ import annotations

from random import Random

from gpar_lint.format.edition import Edition
from tests.support.layouts import consistent_figures


def draw_figures(edition: Edition, random: Random) -> dict[str, str]:
    """Consistent figures for every cell: some, large ones, few or none in tables 三 and 四."""
    figures = consistent_figures(edition, random)
    manner = random.randrange(10)
    if manner < 3:
        figures |= {cell: "0" for cell in figures if cell[0] in "三四"}
    elif manner < 5:
        figures |= {cell: "0" for cell in figures if cell[0] in "三四"} | _single(random)
    elif manner < 6:  # everything many times over keeps every identity
        figures |= {
            cell: str(17 * int(text)) for cell, text in figures.items() if cell[0] in "三四"
        }
    if manner % 2 and edition.name == "2021":
        figures |= _documents(random)
    return figures


def _single(random: Random) -> dict[str, str]:
    """One to three applications of natural persons, answered in one way."""
    count = str(random.randint(1, 3))
    way = random.choice(["granted", "denied_internal", "unavailable_not_held", "other"])
    rows = ["new_received", way, "results_total"]
    return {f"三.{row}.{column}": count for row in rows for column in ("natural_person", "total")}


def _documents(random: Random) -> dict[str, str]:
    made, void, old = random.randint(0, 6), random.randint(0, 4), random.randint(4, 30)
    row = "二.normative_documents"
    amount = random.choice(["0", "14.6864", "2.02", "316441", "0.04"])
    return {
        f"{row}.issued": str(made),
        f"{row}.repealed": str(void),
        f"{row}.in_force": str(old + made - void),
        "二.fees.amount": amount,
        "二.licences.decisions": random.choice(["0", "246", "26768"]),
    }
