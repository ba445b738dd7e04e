"""Instructions of the form that were left in the report (S123)."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage
from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

_SENTENCE = regex("[^。;:!?]+[。;:!?]*")
_AROUND = "。;:!?()*# "
_BRACKET = regex(r"\(([^()]{2,80})\)")


def check_instructions(context: Context, rule: Rule) -> Iterator[Finding]:
    """A sentence or bracket that tells how to fill in the form; one finding a paragraph."""
    words = vocabulary(context, "form_instructions")
    sentences = frozenset(words.strings("sentences"))
    starts = words.strings("bracketed")
    for passage in context.report.passages:
        found = _found(passage, sentences, starts)
        if not found:
            continue
        text = passage.content.text
        stated = "".join([text[start:end] for start, end in found])
        spans = [passage.content.span(*place) for place in found]
        if stated == text:
            spans = [_whole(context, passage)]
        fix = Fix(tuple([Edit(span, "") for span in spans]), safe=True)
        yield Finding(rule.code, passage.content.span(*found[0]), {"stated": stated}, fix=fix)


def _found(
    passage: Passage, sentences: frozenset[str], starts: tuple[str, ...]
) -> list[tuple[int, int]]:
    """Where the instructions of a passage stand in its squeezed text."""
    text = passage.content.text
    found = [b.span() for b in _BRACKET.finditer(text) if b[1].startswith(starts)]
    # What a bracket says is not looked at again.
    text = _BRACKET.sub(lambda b: " " * len(b[0]) if b[1].startswith(starts) else b[0], text)
    found += [s.span() for s in _SENTENCE.finditer(text) if s[0].strip(_AROUND) in sentences]
    return sorted(found)


def _whole(context: Context, passage: Passage) -> Span:
    """A paragraph with the line ends after it."""
    text = context.report.document.text
    start, end = passage.span
    while end < len(text) and text[end] in "\r\n":
        end += 1
    return Span(start, end)
