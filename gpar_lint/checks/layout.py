"""How a text is laid out: whether its lines are wrapped throughout, and which breaks are natural.

A text taken from a PDF is wrapped line by line; a break there is no defect. In a text whose
paragraphs are whole, a break within a sentence is.
"""

from __future__ import annotations

from gpar_lint.checks.context import Context
from gpar_lint.report.model import Joint, Passage
from gpar_lint.report.wrapping import width

_LONG = 40  # characters of a passage that a wrapped text would have wrapped
_FULL_LINE = 0.75  # of the widest line: as full as a wrapped line is


def is_wrapped(context: Context) -> bool:
    """Whether the text is wrapped line by line: most of its long passages are made of lines."""
    return context.once(_find_wrapped)


def _find_wrapped(context: Context) -> bool:
    long = [each for each in context.report.passages if len(each.content.text) > _LONG]
    wrapped = sum(1 for passage in long if passage.joints)
    return wrapped >= 3 and 2 * wrapped > len(long)


def is_natural(context: Context, passage: Passage, joint: Joint) -> bool:
    """Whether a break is no more than the end of a full line in a wrapped text."""
    if not is_wrapped(context):
        return False
    ends = [each.span.start for each in passage.joints] + [passage.span.end]
    widest = max([width(_line_before(context, end)) for end in ends])
    return width(_line_before(context, joint.span.start)) >= _FULL_LINE * widest


def _line_before(context: Context, offset: int) -> str:
    lines = context.report.document.lines
    return lines.text[lines.starts[lines.line_of(offset)] : offset]
