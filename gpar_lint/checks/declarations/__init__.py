"""Family D: statements that a report has to make, contact data, dates."""

from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {}
