"""Hover: what a cell, a claim, a finding or a rule's code in a comment is about."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.cells import figure
from gpar_lint.checks.context import Context
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.manual import read_manual
from gpar_lint.linter.diagnostics import rule_page
from gpar_lint.report.model import TableCell
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.claims import ClaimPlace
from gpar_lint.server.places import cell_at, claim_at, findings_in, rule_at, span_of
from gpar_lint.server.texts import say
from gpar_lint.server.words import cell_words, form_of, sum_words, value_words
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_SECTIONS = ("检查内容", "依据", "为什么", "怎么改")  # the examples are on the rule's page


class Hover(Record):
    """What is shown of a place."""

    span: Span
    parts: list[str]  # in Markdown


def hover_at(analysis: Analysis, offset: int) -> Hover | None:
    """What there is to say of a place; None for nothing."""
    context = analysis.context
    named = rule_at(analysis, offset)
    if named:
        return Hover(named.span, [_manual(named.rule, analysis.language)])
    spans: list[Span] = []
    parts: list[str] = []
    if context:
        cell, claim = cell_at(context.report, offset), claim_at(analysis, offset)
        if cell:
            spans.append(cell.span)
            parts.append("\n\n".join(_cell(analysis, context, cell)))
        if claim:
            spans.append(claim.span)
            parts.append(_claim(context, claim, analysis.language))
    for rule, span in _rules(analysis, offset):
        spans.append(span)
        parts.append(_manual(rule, analysis.language))
    return Hover(spans[0], parts) if parts else None


def _rules(analysis: Analysis, offset: int) -> Iterator[tuple[Rule, Span]]:
    """The rules broken at a place, each once."""
    rules = analysis.rules
    seen: set[str] = set()
    for found in findings_in(analysis, Span(offset, offset)):
        if found.code not in seen and found.code in rules:
            seen.add(found.code)
            yield rules[found.code], span_of(analysis.lines, found.range)


def _cell(analysis: Analysis, context: Context, cell: TableCell) -> Iterator[str]:
    language = analysis.language
    yield f"**{cell_words(context, cell, language)}**"
    yield value_words(cell, language) + _last_year(context, cell, language)
    table = context.report.table(cell.table)
    form = form_of(context, table) if table else None
    if table and form:
        lines = [
            f"- {sum_words(form, made, language)}"
            for made in analysis.sums(table)
            if any(term.cell is cell for term in made.terms)
        ]
        if lines:
            yield f"{say('sums', language)}\n" + "\n".join(lines)


def _last_year(context: Context, cell: TableCell, language: str) -> str:
    """The same figure of last year's report, where that is known."""
    relatives = getattr(context, "relatives", None)
    previous = relatives.previous if relatives else None
    known = previous.figures.get((cell.table, cell.row, cell.column)) if previous else None
    if previous is None or known is None:
        return ""
    return "\n\n" + say("last-year", language, year=previous.year, value=figure(known.value))


def _claim(context: Context, claim: ClaimPlace, language: str) -> str:
    names = [f"**{cell_words(context, cell, language)}**" for cell in claim.cells]
    cells = say("and", language).join(names)
    about = say("claim", language, said=claim.said, cells=cells)
    agrees = any(reading.gives(claim.value) for reading in claim.readings)
    values = dict.fromkeys(figure(reading.value) for reading in claim.readings)
    shown = figure(claim.value) if agrees else " / ".join(values)
    return f"{about}\n\n{say('claim-holds' if agrees else 'claim-broken', language, value=shown)}"


def _manual(rule: Rule, language: str) -> str:
    """A rule's page in short. Manuals are in Chinese, as the reports are."""
    head = f"**{rule.code} {rule.name}** {rule.title[language]}"
    manual = read_manual(rule.code)
    sections = manual.sections if manual else {}
    parts = [f"**{name}**\n\n{sections[name]}" for name in _SECTIONS if name in sections]
    return "\n\n".join([head, *parts, say("rule-page", language, url=rule_page(rule.code))])
