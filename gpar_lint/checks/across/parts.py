"""X905: the tables of a declared parent are the sums of its parts', cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gpar_lint.checks.across.figures import (
    SureCell,
    column_of,
    row_of,
    sure_cells,
)
from gpar_lint.checks.across.imprint import Figure, Imprint
from gpar_lint.checks.across.places import here, there
from gpar_lint.checks.cells import address, figure, place_of
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.checks.tables.sound import MANY
from gpar_lint.format.catalogue import Rule
from gpar_lint.text.records import Record

_FEW = 6  # parts: so many are named with their figures in the message
_MOST = 7  # cells: so many are named in the message


class _Gap(Record):
    """A cell that is not the sum of the parts' cells."""

    sure: SureCell
    due: int | Decimal
    parts: list[tuple[Imprint, Figure]]


def check_parts(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a row; from four rows of a table, one a table with the count.

    A part that is not there leaves nothing to be summed: said once, and no sum is made. A cell
    that is blank or unread in one of them is in no sum.
    """
    relatives = context.relatives
    if relatives.missing:
        values = {"count": len(relatives.missing), "paths": "；".join(relatives.missing)}
        yield Finding(rule.code, None, values, text="missing", hint="missing_hint")
        return
    tables: dict[str, dict[str, list[_Gap]]] = {}
    for gap in _gaps(context, relatives.parts):
        cell = gap.sure.cell
        tables.setdefault(cell.table, {}).setdefault(cell.row, []).append(gap)
    for rows in tables.values():
        if len(rows) >= MANY:
            gaps = [gap for row in rows.values() for gap in row]
            yield _finding(context, rule, gaps, "many", {"count": len(rows)})
        else:
            yield from [_finding(context, rule, gaps, "message", {}) for gaps in rows.values()]


def _gaps(context: Context, parts: Sequence[Imprint]) -> Iterator[_Gap]:
    edition = context.report.edition.name
    if not parts or any(part.edition != edition for part in parts):
        return
    for place, sure in context.once(sure_cells).items():
        figures = [(part, part.figures[place]) for part in parts if place in part.figures]
        due = sum([found.value for _, found in figures])
        if len(figures) == len(parts) and sure.value != due:
            yield _Gap(sure, due, figures)


def _finding(
    context: Context, rule: Rule, gaps: Sequence[_Gap], text: str, values: dict[str, object]
) -> Finding:
    """The finding about these cells, on the total's, or on the first."""
    ordered = sorted(gaps, key=lambda gap: gap.sure.cell.column != "total")
    at = ordered[0].sure.cell
    named = {
        "table": at.table,
        "line": row_of(context, at),
        "terms": "；".join([_told(context, gap, text == "many") for gap in ordered[:_MOST]]),
        "cells": len(ordered),
    }
    related = [here(context, gap.sure) for gap in ordered[1:]]
    related += _parts_of(ordered[0])
    return Finding(
        rule.code,
        place_of(at),
        named | values,
        text=text,
        related=tuple(related),
        cell=address(at),
    )


def _told(context: Context, gap: _Gap, with_row: bool) -> str:
    """A cell, what it should be the sum of, the difference: 总计 30 ≠ 12＋16＝28（30－28＝2）."""
    cell = gap.sure.cell
    name = (row_of(context, cell) if with_row else "") + column_of(context, cell)
    terms = "＋".join([figure(found.value) for _, found in gap.parts[:_FEW]])
    terms += "＋……" if len(gap.parts) > _FEW else ""
    stated, due = figure(gap.sure.value), figure(gap.due)
    rest = figure(gap.sure.value - gap.due)
    return f"{name} {stated} ≠ {terms}＝{due}（{stated}－{due}＝{rest}）"


def _parts_of(gap: _Gap) -> list[Related]:
    return [there(found, part) for part, found in gap.parts]
