"""Family S: title, chapters, topics, enumerations."""

from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {}
