"""What the page shows of one file: facts, findings, the report itself, what was checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from gpar_lint.checks.across.imprint import Imprint
from gpar_lint.format.catalogue import SEVERITIES, Rule
from gpar_lint.linter.checking import Look, Result
from gpar_lint.linter.diagnostics import WHOLE_FILE, Diagnostic, Range, RelatedPlace, Remedy
from gpar_lint.linter.summary import Summary
from gpar_lint.output.addresses import has_lines
from gpar_lint.output.closing import closing_line
from gpar_lint.output.html.places import old_texts, span_of
from gpar_lint.output.html.words import say as shown
from gpar_lint.output.words import location_words, word
from gpar_lint.text.decoding import Decoded
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.span import Span
from gpar_lint_page.drawing import Drawing, Object, Places
from gpar_lint_page.places import place_object
from gpar_lint_page.scope import scope_of
from gpar_lint_page.words import say

_ENCODINGS = {"utf-8": "UTF-8", "gb18030": "GB18030", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


def view_of(look: Look, rules: Mapping[str, Rule], language: str) -> Object:
    """Everything about one file."""
    viewer = _Viewer(look.result, rules, language)
    document = look.document
    return {
        **row_of(look.result, language),
        "kind": document.kind if document else "",
        "editable": bool(document and document.decoded),
        "encoding": encoding_words(document.decoded, language)
        if document and document.decoded
        else "",
        "scope": scope_of(look.result, previous_of(look), language),
        **viewer.parts(),
    }


def row_of(result: Result, language: str) -> Object:
    """What an overview says of a file."""
    facts = result.facts
    counts = Counter([found.severity for found in result.diagnostics])
    summary = Summary()
    summary.add(result)
    state = "report" if facts else "other" if result.lines else "unreadable"
    return {
        "name": result.path,
        "state": state,
        "title": result.portrait.title if result.portrait else "",
        "agency": facts.agency if facts else "",
        "year": facts.year if facts else None,
        "edition": facts.edition if facts else "",
        "closing": closing_line(summary, language),
        "counts": {severity: counts[severity] for severity in SEVERITIES},
        "message": "" if facts or not result.diagnostics else result.diagnostics[0].message,
    }


def previous_of(look: Look) -> Imprint | None:
    """Last year's report, if the report was held against one."""
    relatives = getattr(look.context, "relatives", None)
    return relatives.previous if relatives else None


def encoding_words(decoded: Decoded, language: str) -> str:
    """How a file is encoded, as a person calls it."""
    name = _ENCODINGS.get(decoded.encoding, decoded.encoding.upper())
    return say("mark", language, encoding=name) if decoded.mark and name == "UTF-8" else name


class _Viewer:
    """Draws up the findings and the report of one result."""

    def __init__(self, result: Result, rules: Mapping[str, Rule], language: str) -> None:
        self._result = result
        self._lines = result.lines or LineIndex("")
        self._rules = rules
        self._language = language
        self._places = Places()

    def parts(self) -> Object:
        """The keys of a view that hold findings and report."""
        diagnostics = self._result.diagnostics
        findings = [self._finding(number, each) for number, each in enumerate(diagnostics, 1)]
        spans = [self._span(each.range) for each in diagnostics]
        drawing = Drawing(self._result, spans, self._places)
        pieces = drawing.pieces()
        whole = [number for number, span in enumerate(spans, 1) if span is None]
        return {"findings": findings, "pieces": pieces, "whole": [*whole, *drawing.left()]}

    def _span(self, place: Range) -> Span | None:
        return None if place == WHOLE_FILE else span_of(self._lines, place)

    def _finding(self, number: int, found: Diagnostic) -> Object:
        span = self._span(found.range)
        rule = self._rules.get(found.code)
        return {
            "number": number,
            "code": found.code,
            "title": rule.title[self._language] if rule else found.name,
            "severity": found.severity,
            "message": found.message,
            "hint": found.hint,
            "where": self._where(found),
            "basis": found.basis,
            "place": place_object(self._lines, span) if span is not None else None,
            "related": [self._related(related, found.path) for related in found.related],
            "fix": self._fix(found.remedy) if found.remedy else None,
            "key": found.fingerprint,
        }

    def _where(self, found: Diagnostic) -> str:
        parts = []
        if found.range == WHOLE_FILE:
            parts.append(shown("whole-file", self._language))
        if found.chapter:
            parts.append(shown("chapter", self._language, number=found.chapter))
        if found.location:
            parts.append(location_words(found.location, self._language))
        elif found.range != WHOLE_FILE and has_lines(found.path):
            parts.append(shown("line", self._language, line=found.range.start.line))
        return word("comma", self._language).join(parts)

    def _related(self, related: RelatedPlace, path: str) -> Object:
        here = related.path == path
        span = self._span(related.range) if here else None
        start = related.range.start
        if related.location:
            where = location_words(related.location, self._language)
        else:
            where = shown("line", self._language, line=start.line)
        return {
            "message": related.message,
            "where": where,
            "path": "" if here else related.path,
            "place": self._places.number(span),
            "range": place_object(self._lines, span) if span is not None else None,
        }

    def _fix(self, remedy: Remedy) -> Object:
        old = old_texts(self._lines, [change.range for change in remedy.changes])
        changes = [
            [before, change.text] for before, change in zip(old, remedy.changes, strict=True)
        ]
        return {"safe": remedy.safe, "message": remedy.message, "changes": changes}
