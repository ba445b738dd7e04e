"""Fixes that put a missing statement where it belongs."""

from __future__ import annotations

from collections.abc import Mapping

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Fix
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage, Report
from gpar_lint.text.span import Span

# Files that can be written; in another there is nothing to put in.
_WRITABLE = frozenset(("text", "markdown", "html"))
_LONGEST_SIGNATURE = 30  # code points
_ENDS = ("。", "!", "?", ";", ":")


def inserted(context: Context, rule: Rule, where: str, values: Mapping[str, object]) -> Fix | None:
    """Put the rule's text `insert` in its place (unsafe: a person fills in or confirms it).

    `where` is "preamble" or a chapter's number. The text is Chinese in every language: it becomes
    part of the report.
    """
    report = context.report
    text = rule.text("insert", "zh", values)
    if not text or report.document.kind not in _WRITABLE:
        return None
    edit = _in_preamble(report, text) if where == "preamble" else _in_chapter(report, where, text)
    return Fix((edit,), safe=False) if edit else None


def preamble_of(report: Report) -> list[Passage]:
    """The passages between the title and the first chapter."""
    end = report.chapters[0].span.start if report.chapters else 0
    return [each for each in report.passages_in(None) if each.span.start < end]


def _in_preamble(report: Report, text: str) -> Edit | None:
    preamble = preamble_of(report)
    if preamble:
        end = preamble[0].span.end
        return Edit(Span(end, end), text)
    if not report.chapters:
        return None
    start = report.chapters[0].span.start
    return Edit(Span(start, start), text + 2 * _line_end(report))


def _in_chapter(report: Report, number: str, text: str) -> Edit | None:
    chapter = report.chapter(number)
    if chapter is None:
        return None
    passages = [each for each in report.passages_in(number) if not _is_signature(each)]
    end = passages[-1].span.end if passages else chapter.span.end
    return Edit(Span(end, end), 2 * _line_end(report) + text)


def _is_signature(passage: Passage) -> bool:
    """Whether a line can only be the agency or the date below the text."""
    text = passage.content.text
    return not passage.heading and len(text) <= _LONGEST_SIGNATURE and text[-1:] not in _ENDS


def _line_end(report: Report) -> str:
    return "\r\n" if "\r\n" in report.document.text else "\n"
