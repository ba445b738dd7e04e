"""Placeholders of a blank report: 〔填写…〕. A text that has one is not finished."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.span import Span


def is_unfilled(context: Context, text: str) -> bool:
    """Whether a text has a placeholder."""
    return vocabulary(context, "blank").text("opening") in text


def placeholders_in(context: Context, content: Excerpt) -> Iterator[tuple[str, Span]]:
    """The placeholders of a squeezed text, each with its place."""
    words = vocabulary(context, "blank")
    opening, closing = words.text("opening"), words.text("closing")
    if opening not in content.text:
        return
    for found in re.finditer(f"{re.escape(opening)}[^{closing}]*{closing}?", content.text):
        yield found[0], content.span(*found.span())
