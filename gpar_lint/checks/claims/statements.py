"""The report's statements, read once for all rules of this family."""

from __future__ import annotations

from gpar_lint.checks.context import Context
from gpar_lint.report.claims import Statement, read_statements


def statements(context: Context) -> list[Statement]:
    """What the passages say in figures (for `context.once`)."""
    return read_statements(context.report, context.rulebook)
