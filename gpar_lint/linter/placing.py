"""Whether a finding stands at a place that a configuration names: 五, 三, 三/denied_law."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.checks.finding import Finding
from gpar_lint.report.model import Report
from gpar_lint.text.span import Span


def stands_at(report: Report, finding: Finding, place: Sequence[str]) -> bool:
    """Whether a finding is about a chapter, table, row or cell, or stands in it.

    `place` is the chapter's or table's number, a row's key and a column's; empty: anywhere.
    """
    if not place:
        return True
    if finding.cell and finding.cell[: len(place)] == tuple(place):
        return True
    start = finding.span.start if finding.span else None
    if start is None:
        return False
    if len(place) == 1 and report.chapter_at(start) == place[0]:
        return True
    return any(
        span.start <= start < max(span.end, span.start + 1) for span in _spans(report, place)
    )


def _spans(report: Report, place: Sequence[str]) -> list[Span]:
    """Where a table, row or cell stands in the report."""
    number, *keys = place
    tables = [table for table in report.tables if table.name == number]
    if not keys:
        return [table.span for table in tables]
    rows = [row for table in tables for row in table.rows if row.key == keys[0]]
    if len(keys) == 1:
        return [row.span for row in rows]
    return [cell.span for row in rows for cell in row.cells if cell.column == keys[1]]
