"""Outline and folding: chapters, topics, tables and their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.checks.cells import figure, row_name
from gpar_lint.checks.context import Context
from gpar_lint.checks.structure.leads import leads_of
from gpar_lint.report.model import Chapter, Passage, Table, TableRow
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.texts import say
from gpar_lint.server.words import form_of
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Entry(Record):
    """A part of a report."""

    kind: str  # "title", "chapter", "topic", "table", "row"
    name: str
    detail: str
    span: Span  # the whole part
    head: Span  # what is selected when a person goes there
    parts: tuple[Entry, ...] = ()


def outline_of(analysis: Analysis) -> list[Entry]:
    """The parts of a report, in order."""
    context = analysis.context
    if context is None:
        return []
    report = context.report
    entries = []
    if report.title:
        name = _line(analysis.text, report.title.span)
        entries.append(Entry("title", name, "", report.title.span, report.title.span))
    outside = [table for table in report.tables if not _chapter_of(report.chapters, table.span)]
    entries += [_table(context, table, analysis.language) for table in outside]
    entries += [_chapter(analysis, context, chapter) for chapter in report.chapters]
    return sorted(entries, key=lambda entry: entry.span)


def folds_of(analysis: Analysis) -> Iterator[Span]:
    """What can be folded: chapters, topics and tables."""
    waiting = outline_of(analysis)
    while waiting:
        entry = waiting.pop()
        if entry.kind in ("chapter", "topic", "table"):
            yield entry.span
        waiting.extend(entry.parts)


def _chapter_of(chapters: Sequence[Chapter], span: Span) -> Chapter | None:
    return next((chapter for chapter in chapters if chapter.body.covers(span)), None)


def _chapter(analysis: Analysis, context: Context, chapter: Chapter) -> Entry:
    whole = _without_blank_end(analysis.text, chapter.span.join(chapter.body))
    passages = [passage for passage in context.report.passages if chapter.body.covers(passage.span)]
    parts = list(_topics(passages, whole.end, analysis.text))
    for table in context.report.tables:
        if chapter.body.covers(table.span):
            parts.append(_table(context, table, analysis.language))
    name = _line(analysis.text, chapter.span)
    parts.sort(key=lambda entry: entry.span)
    return Entry("chapter", name, "", whole, chapter.span, tuple(parts))


def _topics(passages: Sequence[Passage], end: int, text: str) -> Iterator[Entry]:
    """The sections of a chapter, each as far as the next."""
    heads = [(passage, lead) for passage in passages for lead in leads_of(passage) if lead.section]
    for place, (passage, lead) in enumerate(heads):
        following = heads[place + 1][0].span.start if place + 1 < len(heads) else end
        whole = _without_blank_end(text, Span(passage.span.start, following))
        name = passage.content.text.partition("。")[0][:40] if not lead.text else lead.text
        yield Entry("topic", name, "", whole, passage.span)


def _table(context: Context, table: Table, language: str) -> Entry:
    form = form_of(context, table)
    title = form.title if form else ""
    rows = tuple([_row(context, table, row, language) for row in table.rows])
    name = say("table", language, table=table.name, title=title)
    return Entry("table", name, "", table.span, table.header, rows)


def _row(context: Context, table: Table, row: TableRow, language: str) -> Entry:
    form = form_of(context, table)
    known = form and row.key is not None
    name = row_name(form, row.key) if form and known and row.key else row.label.text
    total = row.cell("total") or (row.cells[0] if len(row.cells) == 1 else None)
    detail = figure(total.value) if total and total.value is not None else ""
    return Entry("row", name or "·", detail, row.span, row.span)


def _line(text: str, span: Span) -> str:
    """A heading as it is written, on one line."""
    return " ".join(text[span.start : span.end].split()) or "·"


def _without_blank_end(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip()))
