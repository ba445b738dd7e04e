"""Family C: what the text says, against the tables and against itself."""

from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {}
