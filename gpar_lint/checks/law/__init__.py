"""Family L: national documents cited."""

from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {}
