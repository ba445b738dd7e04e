"""Family P: personal data."""

from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {}
