"""The words of chapters in rules/vocabulary/headings.toml."""

from __future__ import annotations

from gpar_lint.checks.context import Context
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.fields import Fields


def chapter_words(context: Context, number: str) -> Fields:
    """What rules/vocabulary/headings.toml says of a chapter; empty where it says nothing."""
    words = context.once(_words)
    return words.get(number) or Fields(vocabulary(context, "headings").source, (), {})


def _words(context: Context) -> dict[str, Fields]:
    return {
        fields.text("number"): fields
        for fields in vocabulary(context, "headings").tables("chapters")
    }
