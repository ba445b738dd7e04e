"""Instructions of the form that were left in the report (S123)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage
from gpar_lint.text.span import Span

_SENTENCE = re.compile("[^。;:!?]+[。;:!?]*")
_BRACKET = re.compile(r"\(([^()]{2,80})\)")


def check_instructions(context: Context, rule: Rule) -> Iterator[Finding]:
    """A sentence or bracket that tells how to fill in the form; one finding a paragraph."""
    words = vocabulary(context, "form_instructions")
    sentences = frozenset(words.strings("sentences"))
    starts = words.strings("bracketed")
    for passage in context.report.passages:
        found = sorted([*_sentences(passage, sentences), *_brackets(passage, starts)])
        if not found:
            continue
        text = passage.content.text
        stated = "".join([text[start:end] for start, end in found])
        spans = [_widened(context, passage, start, end, stated) for start, end in found]
        fix = Fix(tuple([Edit(span, "") for span in spans]), safe=True)
        yield Finding(rule.code, passage.content.span(*found[0]), {"stated": stated}, fix=fix)


def _sentences(passage: Passage, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    for sentence in _SENTENCE.finditer(passage.content.text):
        if sentence[0].rstrip("。;:!?").strip("()*#") in known:
            yield sentence.span()


def _brackets(passage: Passage, starts: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for bracket in _BRACKET.finditer(passage.content.text):
        if bracket[1].startswith(starts):
            yield bracket.span()


def _widened(context: Context, passage: Passage, start: int, end: int, stated: str) -> Span:
    """What is taken away: the whole line, where the instruction is all that the passage says."""
    if stated != passage.content.text:
        return passage.content.span(start, end)
    text = context.report.document.text
    end = passage.span.end
    while end < len(text) and text[end] in " \t\r\n\u3000":
        end += 1
    return Span(passage.span.start, end)
