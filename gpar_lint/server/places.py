"""What stands at a place in a report: a cell, a claim, a finding, a rule's code in a comment."""

from __future__ import annotations

from gpar_lint.format.catalogue import Rule
from gpar_lint.linter.blocks import Blocks
from gpar_lint.linter.diagnostics import Diagnostic, Range
from gpar_lint.report.model import Report, TableCell
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.claims import ClaimPlace
from gpar_lint.source.document import Comment
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_WORD = regex(r"[A-Za-z][A-Za-z0-9-]*")


class Named(Record):
    """A rule named in a comment."""

    rule: Rule
    span: Span


def cell_at(report: Report, offset: int) -> TableCell | None:
    """The cell at a place; its end belongs to it."""
    for table in report.tables:
        if not _touches(table.span, offset):
            continue
        for row in table.rows:
            for cell in row.cells if _touches(row.span, offset) else ():
                if _touches(cell.span, offset):
                    return cell
    return None


def claim_at(analysis: Analysis, offset: int) -> ClaimPlace | None:
    """The claim at a place."""
    return next((claim for claim in analysis.claims if _touches(claim.span, offset)), None)


def findings_in(analysis: Analysis, span: Span) -> list[Diagnostic]:
    """The findings that a span touches."""
    return [
        found for found in analysis.diagnostics if _meet(span_of(analysis.lines, found.range), span)
    ]


def rule_at(analysis: Analysis, offset: int) -> Named | None:
    """The rule that a comment names at a place, by its code or its name."""
    comment = comment_at(analysis, offset)
    if comment is None:
        return None
    for word in _WORD.finditer(analysis.text, comment.start, comment.end):
        if word.start() <= offset <= word.end():
            named = (rule for rule in analysis.rules.values() if word[0] in (rule.code, rule.name))
            return next((Named(rule, Span(*word.span())) for rule in named), None)
    return None


def comment_at(analysis: Analysis, offset: int) -> Span | None:
    """The comment around a place."""
    document = analysis.look.document
    for block in document.blocks if document else ():
        if isinstance(block, Comment) and _touches(block.span, offset):
            return block.span
    return None


def span_of(lines: LineIndex, place: Range) -> Span:
    """The span of a finding's range, which counts from 1."""
    start, end = place
    return Span(
        lines.offset(start.line - 1, start.column - 1), lines.offset(end.line - 1, end.column - 1)
    )


def _touches(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end


def _meet(span: Span, other: Span) -> bool:
    """Whether two spans share a place; a selection without extent touches what it borders on."""
    return span.start <= other.end and other.start <= span.end


def block_at(analysis: Analysis, offset: int) -> Span | None:
    """The block that holds a place: what a suppression before it speaks of."""
    return Blocks(analysis.report).around(offset) if analysis.report else None
