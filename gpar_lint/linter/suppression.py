"""Findings let be: by a comment in the report, or by [[suppress]] in the configuration.

A comment that does nothing is Z003, a faulty one Z005; a faulty one suppresses all the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from gpar_lint.checks.finding import Edit, Elsewhere, Finding, Fix, Related
from gpar_lint.checks.registry import KINDS
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.nearest import nearest
from gpar_lint.linter.blocks import Blocks
from gpar_lint.linter.config import Suppression
from gpar_lint.linter.directives import Directive, Word, find_directives
from gpar_lint.linter.engine import Examination
from gpar_lint.linter.placing import stands_at
from gpar_lint.linter.selection import ALWAYS, UnknownSelector, codes_of
from gpar_lint.source.document import Document
from gpar_lint.text.span import Span

_UNUSED, _FAULTY = "Z003", "Z005"
_MOST_GUESSES = 20  # words that are compared with every rule's code and name
_EDITABLE = ("text", "markdown", "html")


def let_be(
    examined: Examination,
    chosen: Collection[str],
    known: Mapping[str, Rule],
    declared: Iterable[Suppression] = (),
) -> list[Finding]:
    """The findings that nothing suppresses, with those about the suppressions.

    `chosen` are the codes of the rules of this run, `known` all rules that there are.
    """
    written = WrittenSuppressions(examined, known)
    about = [*written.apply(), *_apply_declared(declared, written, known)]
    examined.tally["suppressed"] = len(written.suppressed)
    findings = [
        finding
        for place, finding in enumerate(examined.findings)
        if place not in written.suppressed
    ]
    findings += [each for each in about if each.code in chosen and each.code not in written.file]
    findings.sort(key=lambda finding: (finding.span or (0, 0), finding.code))
    return findings


class WrittenSuppressions:
    """The comments of one report, applied to what was found in it."""

    def __init__(self, examined: Examination, known: Mapping[str, Rule]) -> None:
        self.suppressed: set[int] = set()  # places in the list of findings
        self.file: set[str] = set()  # codes that are suppressed in the whole file
        self.findings = examined.findings
        self.report = examined.report
        self._document: Document = examined.report.document
        self._known = known
        # Family X finds nothing where the other report is not at hand: of it nothing is known.
        self._possible = _possible(known, examined.report.edition.name)
        self._ran = self._possible.intersection(examined.ran)
        self._guesses = 0
        self._blocks: Blocks | None = None
        self._starts = [finding.span.start if finding.span else -1 for finding in self.findings]
        self._by_code: dict[str, list[int]] = {}
        for place, finding in enumerate(self.findings):
            if finding.code not in ALWAYS:
                self._by_code.setdefault(finding.code, []).append(place)

    def apply(self) -> Iterator[Finding]:
        """Suppress what the comments name; what there is to say of them."""
        for directive in find_directives(self._document.blocks):
            unused, unknown = self._applied(directive)
            fault = self._unknown(directive, unknown) if unknown else _fault(directive)
            if fault:
                yield fault
            elif unused:
                yield self._unused(directive, unused)

    def _applied(self, directive: Directive) -> tuple[list[Word], UnknownSelector | None]:
        """Suppress what one comment names: its words that are of no use, one that is no rule."""
        unused: list[Word] = []
        unknown = None
        for word in directive.words if directive.is_known else ():
            try:
                codes = codes_of(self._known, word.text)
            except UnknownSelector as error:
                unknown = unknown or error
                continue
            if not self._suppress(directive, codes) and self._is_idle(codes):
                unused.append(word)
        return unused, unknown

    def _unknown(self, directive: Directive, error: UnknownSelector) -> Finding:
        """A word that is no rule (Z005), with the one that was perhaps meant."""
        self._guesses += 1  # each takes its time, and a text may hold any number
        near = nearest(error.word, error.known) if self._guesses <= _MOST_GUESSES else None
        text = "unknown-code-near" if near else "unknown-code"
        values = {"rule": error.word, "nearest": near or ""}
        return Finding(_FAULTY, directive.span, values, text, "hint")

    def _suppress(self, directive: Directive, codes: Sequence[str]) -> bool:
        """Let be the findings of these rules where a comment holds; whether there were any."""
        if directive.for_file:
            self.file.update(codes)
            places = [place for code in codes for place in self._by_code.get(code, ())]
        else:
            places = [place for place in self._after(directive) if self._is_of(place, codes)]
        self.suppressed.update(places)
        return bool(places)

    def _after(self, directive: Directive) -> range:
        """The findings in the block after a comment."""
        self._blocks = self._blocks or Blocks(self.report)
        block = self._blocks.after(directive.span.end)
        if block is None:
            return range(0)
        return range(bisect_left(self._starts, block.start), bisect_right(self._starts, block.end))

    def _is_of(self, place: int, codes: Collection[str]) -> bool:
        code = self.findings[place].code
        return code in codes and code not in ALWAYS

    def _is_idle(self, codes: Sequence[str]) -> bool:
        """Whether rules that could have found something have all run."""
        possible = self._possible.intersection(codes)
        return bool(self._ran.intersection(codes)) and possible <= self._ran

    def _unused(self, directive: Directive, unused: Sequence[Word]) -> Finding:
        values = {"rules": _listed(unused)}
        fix = None
        if self._document.kind in _EDITABLE:
            fix = Fix((self._without(directive, unused),), safe=True)
        return Finding(_UNUSED, directive.span, values, fix=fix)

    def _without(self, directive: Directive, unused: Sequence[Word]) -> Edit:
        """A comment without the words that are of no use, or no comment at all."""
        left = [word.text for word in directive.words if word not in unused]
        if left:
            words = directive.words[0].span.join(directive.words[-1].span)
            return Edit(words, ", ".join(left))
        return Edit(_lines_of(self._document, directive.span), "")


def _possible(known: Mapping[str, Rule], edition: str) -> frozenset[str]:
    """The rules that run on every report of an edition, if they are chosen."""
    return frozenset([
        code
        for code, rule in known.items()
        if rule.kind in KINDS and (not rule.editions or edition in rule.editions)
    ])  # fmt: skip


def _fault(directive: Directive) -> Finding | None:
    """What is wrong with how a suppression is written (Z005)."""
    text, values = "", {}
    if not directive.verb:
        text = "no-code"
    elif not directive.is_known:
        text, values = "unknown-directive", {"word": directive.verb}
    elif not directive.words:
        text = "no-code"
    elif not directive.reason:
        text, values = "message", {"rules": _listed(directive.words)}
    return Finding(_FAULTY, directive.span, values, text, "hint") if text else None


def _listed(words: Iterable[Word]) -> str:
    return "、".join([word.text for word in words])


def _lines_of(document: Document, span: Span) -> Span:
    """A comment with its line end, where it stands on lines of its own."""
    lines = document.lines
    first, last = lines.line_of(span.start), lines.line_of(max(span.start, span.end - 1))
    before = lines.text[lines.starts[first] : span.start]
    after = lines.text[span.end : lines.ends[last]]
    if before.strip() or after.strip():
        return span
    end = lines.starts[last + 1] if last + 1 < len(lines) else lines.ends[last]
    return Span(lines.starts[first], end)


def _apply_declared(
    declared: Iterable[Suppression], written: WrittenSuppressions, known: Mapping[str, Rule]
) -> Iterator[Finding]:
    """Let be what the configuration names; what there is to say of it (Z005)."""
    for suppression in declared:
        codes = {code for word in suppression.words for code in codes_of(known, word)} - ALWAYS
        places = [
            place
            for place, finding in enumerate(written.findings)
            if finding.code in codes and stands_at(written.report, finding, suppression.place)
        ]
        written.suppressed.update(places)
        if places and not suppression.reason:
            yield _without_reason(suppression)


def _without_reason(suppression: Suppression) -> Finding:
    line = suppression.line - 1
    there = Elsewhere(suppression.file, (line, 0), (line, 0))
    return Finding(
        _FAULTY,
        None,
        {"rules": "、".join(suppression.words)},
        hint="declared-hint",
        related=(Related(None, "declared", elsewhere=there),),
    )
