"""Family T: the form of the tables."""

from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {}
