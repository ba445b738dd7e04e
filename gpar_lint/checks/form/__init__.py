"""Family F: punctuation, characters, residue of conversion."""

from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {}
