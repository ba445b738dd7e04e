"""Code actions: each fix, all of a kind, all safe ones; let a finding be; show its rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.linter.edits import Batch, Replacement
from gpar_lint.linter.selection import ALWAYS
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.places import block_at, findings_in, span_of
from gpar_lint.server.texts import say
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

QUICK_FIX = "quickfix"
FIX_ALL = "source.fixAll.gpar-lint"
_COMMENTS = ("text", "markdown", "html")  # kinds of files that hold suppressions


class Action(Record):
    """Something that a person may have done."""

    kind: str
    title: str
    changes: tuple[Replacement, ...] = ()
    finding: Diagnostic | None = None  # that it is about; None: several
    preferred: bool = False
    shows: str = ""  # the rule that it explains, instead of changing the text


def actions_at(analysis: Analysis, span: Span, kinds: Sequence[str] | None) -> list[Action]:
    """What may be done about the findings in a span; of these kinds, where some are asked for."""
    found: list[Action] = []
    if _is_wanted(QUICK_FIX, kinds):
        here = findings_in(analysis, span)
        found += _fixes(analysis, here)
        found += _fixes_of_a_kind(analysis, here)
        found += _suppressions(analysis, here)
        found += _explanations(analysis, here)
    if _is_wanted(FIX_ALL, kinds):
        found += _fix_all(analysis)
    return found


def _is_wanted(kind: str, kinds: Sequence[str] | None) -> bool:
    """Whether a kind, or a kind that holds it, is asked for: source, source.fixAll."""
    return kinds is None or any(
        asked == "" or kind == asked or kind.startswith(f"{asked}.") for asked in kinds
    )


def _fixes(analysis: Analysis, findings: Iterable[Diagnostic]) -> Iterator[Action]:
    for found in findings:
        remedy = found.remedy
        if remedy and analysis.may_fix:
            key = "action-fix" if remedy.safe else "action-unsafe"
            title = say(key, analysis.language, message=remedy.message, code=found.code)
            yield Action(QUICK_FIX, title, _changes(analysis, found), found, preferred=remedy.safe)


def _fixes_of_a_kind(analysis: Analysis, findings: Iterable[Diagnostic]) -> Iterator[Action]:
    for code in dict.fromkeys(found.code for found in findings if found.remedy):
        alike = [each for each in analysis.diagnostics if each.code == code]
        for safe in (True, False):
            count, changes = _together(analysis, alike, safe=safe)
            if count > 1:
                key = "action-all" if safe else "action-all-unsafe"
                title = say(key, analysis.language, code=code, count=count)
                yield Action(QUICK_FIX, title, changes)


def _fix_all(analysis: Analysis) -> Iterator[Action]:
    count, changes = _together(analysis, analysis.diagnostics, safe=True)
    if count:
        yield Action(FIX_ALL, say("action-fix-all", analysis.language, count=count), changes)


def _together(
    analysis: Analysis, findings: Iterable[Diagnostic], *, safe: bool
) -> tuple[int, tuple[Replacement, ...]]:
    """The fixes that can be made at once, and how many findings they mend."""
    batch = Batch(analysis.lines)
    if analysis.may_fix:
        batch.take([each for each in findings if each.remedy and each.remedy.safe == safe])
    return len(batch.mended), tuple(batch.replacements)


def _changes(analysis: Analysis, found: Diagnostic) -> tuple[Replacement, ...]:
    batch = Batch(analysis.lines)
    batch.take([found])
    return tuple(batch.replacements)


def _suppressions(analysis: Analysis, findings: Iterable[Diagnostic]) -> Iterator[Action]:
    """A comment that lets a finding be. Its reason is left for the person to write: without one
    the comment is a finding itself (Z005).
    """
    document = analysis.look.document
    if document is None or document.kind not in _COMMENTS:
        return
    end = "\r\n" if "\r\n" in analysis.text else "\n"
    for found in findings:
        if found.code in ALWAYS:
            continue
        start = span_of(analysis.lines, found.range).start
        block = block_at(analysis, start)
        whole = block is None
        place = _before(analysis, block.start) if block else 0
        verb = "ignore-file" if whole else "ignore"
        title = say("action-suppress-file" if whole else "action-suppress", analysis.language,
                    code=found.code)  # fmt: skip
        comment = f"<!-- gpar-lint: {verb} {found.code} --  -->{end}"
        yield Action(QUICK_FIX, title, (Replacement(Span(place, place), comment),), found)


def _before(analysis: Analysis, place: int) -> int:
    """Where a comment stands before a block: on a line of its own, where lines mean something."""
    document = analysis.look.document
    if document and document.seen is not None:
        return place
    return analysis.lines.starts[analysis.lines.line_of(place)]


def _explanations(analysis: Analysis, findings: Iterable[Diagnostic]) -> Iterator[Action]:
    for code in dict.fromkeys(found.code for found in findings):
        rule = analysis.rules.get(code)
        if rule:
            language = analysis.language
            title = say("action-show", language, code=code, title=rule.title[language])
            yield Action(QUICK_FIX, title, shows=code)
