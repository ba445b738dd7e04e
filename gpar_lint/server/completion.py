"""Completion: what is missing, what is cited, and the rules that a comment may name."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.law.documents import find_library
from gpar_lint.checks.structure.outline import outline
from gpar_lint.checks.structure.words import chapter_words
from gpar_lint.format.blank import as_markdown, as_tabs, blank_table
from gpar_lint.format.edition import Chapter
from gpar_lint.linter.markup import as_source
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.places import span_of
from gpar_lint.server.texts import say
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

#: What a person types before there is something to offer.
TRIGGERS = ("《", "〈", "、", "-")

_COMMENT = regex(r"<!--\s*gpar-lint\s*[:：]\s*ignore(?:-file)?\s+(?:[^\s>-][^\s>]*[\s,，]+)*")
_CODE = regex(r"[A-Za-z0-9-]*$")
_BEGUN = regex(r"(?:[A-Za-z0-9][A-Za-z0-9-]*)?")  # a code or name that is being written
_TITLE = regex(r"[《〈][^《》〈〉]*$")
_TAG = regex("<[^<>]*>")
_LINE_START = regex(r"[\s#（(]*[一二三四五六]?[、.）)]?")


class Offer(Record):
    """Something that may be put in."""

    kind: str  # "rule", "document", "text"
    label: str
    detail: str
    documentation: str
    span: Span  # what it takes the place of
    text: str
    first: bool = False  # it comes before others


def offers_at(analysis: Analysis, offset: int) -> list[Offer]:
    """What may be put in at a place."""
    lines = analysis.lines
    start = lines.starts[lines.line_of(offset)]
    before = analysis.text[start:offset]
    comment = _COMMENT.search(before)
    if comment:  # behind the codes stands the reason, a sentence of the person's own
        naming = _BEGUN.fullmatch(before[comment.end() :])
        return list(_rules(analysis, before, offset)) if naming else []
    context = analysis.context
    if context is None:
        return []
    title = _TITLE.search(before)
    if title:
        return list(_documents(analysis, context, Span(start + title.start(), offset)))
    rest = analysis.text[offset : lines.ends[lines.line_of(offset)]]
    if not rest.strip() and _LINE_START.fullmatch(before):
        return list(_missing(analysis, context, Span(start, offset)))
    return []


def _rules(analysis: Analysis, before: str, offset: int) -> Iterator[Offer]:
    """Every rule; those that found something here come first."""
    word = _CODE.search(before)
    span = Span(offset - len(word[0]) if word else offset, offset)
    found = {diagnostic.code for diagnostic in analysis.diagnostics}
    for rule in analysis.rules.values():
        title = rule.title[analysis.language]
        yield Offer("rule", rule.code, f"{rule.name} {title}", "", span, rule.code,
                    first=rule.code in found)  # fmt: skip


def _documents(analysis: Analysis, context: Context, span: Span) -> Iterator[Offer]:
    """The documents that reports cite, with their numbers."""
    closed = analysis.text[span.end : span.end + 1] in ("》", "〉")  # put in by the editor
    span = Span(span.start, span.end + 1) if closed else span
    for document in context.once(find_library).documents:
        number = f"（{document.number}）" if document.number else ""
        text = f"《{document.shown}》{number}"
        yield Offer("document", f"《{document.title}》", document.number, "", span, text)


def _missing(analysis: Analysis, context: Context, span: Span) -> Iterator[Offer]:
    """Chapters that are missing, with their tables; statements that are missing."""
    detail = say("complete-chapter", analysis.language)
    chapters = [missing.chapter for missing in context.once(outline).missing]
    for chapter in chapters:
        text = _with_line_ends(_skeleton(context, chapter, span.start), analysis.lines)
        yield Offer("text", f"{chapter.number}、{chapter.title}", detail, text, span, text, True)
    for found in analysis.diagnostics:
        remedy = found.remedy
        if found.code == "S111" or remedy is None or remedy.safe or len(remedy.changes) != 1:
            continue
        change = remedy.changes[0]
        text, place = change.text.strip("\r\n"), span_of(analysis.lines, change.range)
        if text and place.start == place.end:
            label = _TAG.sub("", text).strip().partition("\n")[0][:40]
            yield Offer("text", label, f"{found.code} {remedy.message}", text, span, text)


def _skeleton(context: Context, chapter: Chapter, place: int) -> str:
    """A chapter to fill in: its heading, its blank table or the words that it begins with."""
    report = context.report
    is_markdown = report.document.kind == "markdown"
    level = next((each.level for each in report.chapters if each.level), None)
    marks = "#" * level + " " if is_markdown and level else ""
    parts = [f"{marks}{chapter.number}、{chapter.title}"]
    skeleton = chapter_words(context, chapter.number).text("skeleton", "").strip()
    if skeleton:
        parts.append(skeleton)
    table = report.edition.table(chapter.table) if chapter.table else None
    if table:
        parts.append((as_markdown if is_markdown else as_tabs)(blank_table(table)))
    text = "\n\n".join(parts)
    return as_source(report.document, place, text) if report.document.kind == "html" else text


def _with_line_ends(text: str, lines: LineIndex) -> str:
    return text.replace("\n", "\r\n") if "\r\n" in lines.text else text
