"""Findings put into words and places: what every output and the editor show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from gpar_lint.checks.finding import Edit, Finding, Fix, Related
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.resources import builtin
from gpar_lint.linter.failure import rule_failure
from gpar_lint.report.model import Report
from gpar_lint.source.document import Place
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_STOP = "。"
_SITE = "https://gpar-lint.github.io/"
_RULE_PACKS = "%E8%A7%84%E5%88%99%E5%8C%85/"  # 规则包/


def rule_page(code: str) -> str:
    """The address of a rule's page; for a rule of one's own, of the page on such rules."""
    return _SITE + (f"rules/{code}" if f"{code}.md" in _manual() else _RULE_PACKS)


@cache
def _manual() -> frozenset[str]:
    """The built-in rules' pages, of which the site's are made."""
    return frozenset(builtin().names("manual", ".md"))


class Position(Record):
    """A place in a text. Lines and columns (in code points) count from 1."""

    line: int
    column: int


class Range(Record):
    """From `start` to `end` (exclusive)."""

    start: Position
    end: Position


#: Where a finding stands that has no place of its own.
WHOLE_FILE = Range(Position(1, 1), Position(1, 1))


def range_of(lines: LineIndex, span: Span) -> Range:
    """Where a span of a text stands."""
    return Range(_position(lines, span.start), _position(lines, span.end))


def _position(lines: LineIndex, offset: int) -> Position:
    line, column = lines.position(offset)
    return Position(line + 1, column + 1)


class RelatedPlace(Record):
    """Another place that a diagnostic is about."""

    message: str
    path: str
    range: Range
    location: Place | None = None  # in a .docx or .pdf


class TextChange(Record):
    """A range and the text to be put there."""

    range: Range
    text: str


class Remedy(Record):
    """A fix in words and ranges."""

    safe: bool
    message: str
    changes: tuple[TextChange, ...]


class Diagnostic(Record):
    """A finding in one language, with everything that an output may show of it."""

    code: str
    name: str
    severity: str
    message: str
    hint: str | None
    path: str
    range: Range
    chapter: str | None
    cell: tuple[str, str, str] | None  # table, row, column
    related: tuple[RelatedPlace, ...]
    remedy: Remedy | None
    basis: str
    identity: str  # what makes it the same finding in another version of the file
    traceback: str = ""  # of the exception behind it (Z006)
    location: Place | None = None  # in a .docx or .pdf, whose range is that of the projection

    @property
    def url(self) -> str:
        """The page of its rule."""
        return rule_page(self.code)

    @property
    def fingerprint(self) -> str:
        """The same for the same finding wherever its line has moved to."""
        from hashlib import sha256  # OpenSSL takes its time to load; most runs need no hash

        return sha256(self.identity.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Describer:
    """Makes diagnostics of the findings in one file. `report` is None for an unreadable file."""

    def __init__(
        self,
        path: str,
        rules: Mapping[str, Rule],
        language: str,
        lines: LineIndex | None = None,
        report: Report | None = None,
    ) -> None:
        self.path = path
        self.rules = rules
        self.language = language
        self.lines = lines or LineIndex("")
        self.report = report
        self._passages = [passage.span.start for passage in report.passages] if report else []
        self._seen: Counter[str] = Counter()

    def describe(self, findings: Iterable[Finding]) -> list[Diagnostic]:
        """The findings as diagnostics, by position, then code."""
        described = [self._described(finding) for finding in findings]
        described.sort(key=lambda diagnostic: (diagnostic.range, diagnostic.code))
        return described

    def _described(self, finding: Finding) -> Diagnostic:
        try:
            return self.diagnostic(finding)
        except Exception as error:  # say, a template that names a value which the check lacks
            return self.diagnostic(rule_failure(finding.code, error))

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """A finding in words. Raises LookupError where its rule's texts do not fit it."""
        rule = self.rules[finding.code]
        return Diagnostic(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            message=rule.text(finding.text, self.language, finding.values),
            hint=self._hint(rule, finding),
            path=self.path,
            range=self._range(finding.span),
            chapter=self._chapter(finding),
            cell=finding.cell,
            related=tuple([self._related(rule, related) for related in finding.related]),
            remedy=self._remedy(rule, finding.fix),
            basis=self._basis(rule),
            identity=self._identity(finding),
            traceback=str(finding.values.get("traceback", "")),
            location=self._location(finding.span),
        )

    def _hint(self, rule: Rule, finding: Finding) -> str | None:
        if finding.hint not in rule.texts:
            return None
        return rule.text(finding.hint, self.language, finding.values) or None

    def _basis(self, rule: Rule) -> str:
        basis = rule.basis[self.language]
        return (
            basis.replace("{notice}", self.report.edition.notice.number) if self.report else basis
        )

    def _related(self, rule: Rule, related: Related) -> RelatedPlace:
        message = rule.text(related.text, self.language, related.values)
        if related.elsewhere is None:
            span = related.span
            return RelatedPlace(message, self.path, self._range(span), self._location(span))
        path, start, end = related.elsewhere
        there = Range(Position(start[0] + 1, start[1] + 1), Position(end[0] + 1, end[1] + 1))
        return RelatedPlace(message, path, there)

    def _remedy(self, rule: Rule, fix: Fix | None) -> Remedy | None:
        if fix is None or (self.report and self.report.document.places):
            return None  # a projection is not the file: nothing can be mended in it
        message = rule.text(fix.text, self.language, fix.values)
        edits = fix.edits
        if self.report and self.report.document.seen is not None:
            from gpar_lint.linter.markup import in_markup  # most reports are no pages

            edits = in_markup(self.report.document, edits)
        return Remedy(fix.safe, message, tuple([self._change(edit) for edit in edits]))

    def _change(self, edit: Edit) -> TextChange:
        return TextChange(self._range(edit.span), edit.text)

    def _range(self, span: Span | None) -> Range:
        if span is None:
            return WHOLE_FILE
        if self.report and self.report.document.seen is not None:
            from gpar_lint.linter.markup import whole

            span = whole(self.report.document, span)
        return range_of(self.lines, span)

    def _location(self, span: Span | None) -> Place | None:
        if self.report is None or span is None:
            return None
        return self.report.document.place_at(span.start)

    def _chapter(self, finding: Finding) -> str | None:
        if self.report is None or finding.span is None:
            return None
        return self.report.chapter_at(finding.span.start)

    def _identity(self, finding: Finding) -> str:
        """Rule, place in the report and content; a repeat is told apart by its number."""
        parts = [finding.code, finding.text, self._chapter(finding) or ""]
        parts.append("/".join(finding.cell) if finding.cell else self._sentence_at(finding.span))
        if finding.span is not None:
            parts.append("".join(self.lines.text[finding.span.start : finding.span.end].split()))
        parts.extend([f"{key}={finding.values[key]}" for key in sorted(finding.values)])
        identity = "\n".join(parts)
        self._seen[identity] += 1
        repeat = self._seen[identity]
        return identity if repeat == 1 else f"{identity}\n{repeat}"

    def _sentence_at(self, span: Span | None) -> str:
        """The sentence in which a span starts: what else its paragraph says may change."""
        if span is None or self.report is None:
            return ""
        place = bisect_right(self._passages, span.start) - 1
        if place < 0 or self.report.passages[place].span.end <= span.start:
            return ""
        content = self.report.passages[place].content
        start = bisect_left(content.offsets, span.start)
        first = content.text.rfind(_STOP, 0, start) + 1
        last = content.text.find(_STOP, start)
        return content.text[first : last if last >= 0 else None]
