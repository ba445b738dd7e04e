"""T201, Z004: tables that are not there, and tables that are but cannot be checked."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.tables.sound import is_assessed
from gpar_lint.format.blank import as_markdown, as_tabs, blank_table
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.edition import TableFormat
from gpar_lint.report.model import Chapter
from gpar_lint.source.document import Grid
from gpar_lint.text.span import Span


def check_missing_table(context: Context, rule: Rule) -> Iterator[Finding]:
    """T201: no table in a chapter that has something else to say.

    A missing chapter is S111 and an empty one S116; what may be the table, but could not be read,
    is Z004.
    """
    for form, chapter in _chapters_without_table(context):
        if _unread(context, chapter) is None and context.report.passages_in(chapter.number):
            values = {"table": form.name, "title": form.title}
            fix = _insertion(context, form, chapter)
            yield Finding(rule.code, chapter.span, values, fix=fix)


def _insertion(context: Context, form: TableFormat, chapter: Chapter) -> Fix | None:
    """The blank table, put below the chapter's heading."""
    writers = {"text": as_tabs, "markdown": as_markdown, "html": as_tabs}
    write = writers.get(context.report.document.kind)
    if write is None:
        return None
    place = Span(chapter.span.end, chapter.span.end)
    return Fix((Edit(place, f"\n\n{write(blank_table(form))}"),), safe=False)


def check_not_assessed(context: Context, rule: Rule) -> Iterator[Finding]:
    """Z004: a table that was found but not understood, or that is only there as a picture."""
    for table in context.report.tables:
        if not is_assessed(table):
            problem = table.problem or ""
            text = problem if problem in rule.texts else "message"
            values = {"table": table.name}
            yield Finding(rule.code, table.header, values, text, "hint")
    for form, chapter in _chapters_without_table(context):
        found = _unread(context, chapter)
        if found:
            text, place = found
            yield Finding(rule.code, place, {"table": form.name}, text, "hint")


def _chapters_without_table(context: Context) -> list[tuple[TableFormat, Chapter]]:
    """The report's chapters in which a table of the format is not found, with that table."""
    report = context.report
    wanted = [
        (report.edition.table(chapter.table), report.chapter(chapter.number))
        for chapter in report.edition.chapters
        if chapter.table and not report.table(chapter.table)
    ]
    return [(form, chapter) for form, chapter in wanted if form and chapter]


def _unread(context: Context, chapter: Chapter) -> tuple[str, Span] | None:
    """What stands in a chapter where its table should be, and may be it: a picture, a grid."""
    report = context.report
    pictures = [span for span in report.pictures if chapter.body.covers(span)]
    if pictures:
        return "picture", pictures[0]
    grids = [block.span for block in report.document.blocks if isinstance(block, Grid)]
    taken = [table.span for table in report.tables]
    for span in grids:
        if chapter.body.covers(span) and not any(span.overlaps(table) for table in taken):
            return "unrecognised", span
    return None
