"""Family A: sums within the tables (勾稽关系)."""

from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {}
