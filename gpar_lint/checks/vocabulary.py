"""The vocabularies in rules/vocabulary as checks read them."""

from __future__ import annotations

from gpar_lint.checks.context import Context
from gpar_lint.format.fields import Fields, Source


def vocabulary(context: Context, name: str) -> Fields:
    """rules/vocabulary/NAME.toml. Its values are read as what is due, or DataError says where."""
    source = Source(f"rules/vocabulary/{name}.toml", "")
    return Fields(source, (), context.rulebook.vocabulary[name])
