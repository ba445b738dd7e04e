"""The format `full`: every finding with its source line, related places, hint and fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gpar_lint.linter.checking import Result
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.output.quoting import quote
from gpar_lint.output.run import Run
from gpar_lint.output.style import Style, legible
from gpar_lint.output.words import location_words, shown_related, word
from gpar_lint.text.lines import LineIndex


def render(results: Iterable[Result], run: Run) -> Iterator[str]:
    """The results as text, one block a finding."""
    style = run.style
    example = None
    for result in results:
        for diagnostic in result.diagnostics:
            yield "\n".join(_block(diagnostic, result.lines, style)) + "\n\n"
            example = example or diagnostic.code
    if example and style.explain:
        yield style.dim(word("explain", style.language, code=example)) + "\n"


def _block(diagnostic: Diagnostic, lines: LineIndex | None, style: Style) -> Iterator[str]:
    yield _headline(diagnostic, style)
    gutter = " " * len(str(diagnostic.range.start.line))
    if lines is not None and diagnostic.range.end > (1, 1):
        number = style.dim(f"{diagnostic.range.start.line} |")
        yield f"  {number} {quote(lines, diagnostic.range, diagnostic.severity, style)}"
    for label, text in _notes(diagnostic, style.language):
        yield f"  {gutter} {style.dim('=')} {label}{word('colon', style.language)}{text}"


def _headline(diagnostic: Diagnostic, style: Style) -> str:
    start = diagnostic.range.start
    place = f"{style.bold(legible(diagnostic.path))}:{start.line}:{start.column}"
    severity = word(diagnostic.severity, style.language)
    code = style.severity(f"{severity} {diagnostic.code}", diagnostic.severity)
    return f"{place} {code} [{diagnostic.name}] {_on_one_line(diagnostic.message)}"


def _notes(diagnostic: Diagnostic, language: str) -> Iterator[tuple[str, str]]:
    """What is said below the source line: label and text."""
    if diagnostic.location:
        yield word("place", language), location_words(diagnostic.location, language)
    shown, more = shown_related(diagnostic)
    for related in shown:
        start = related.range.start
        path = "" if related.path == diagnostic.path else f"{legible(related.path)}:"
        place = f"{path}{start.line}:{start.column}"
        if related.location:
            place = location_words(related.location, language)
        yield word("related", language), f"{place} {_on_one_line(related.message)}".rstrip()
    if more:
        yield word("related", language), word("more-related", language, count=more)
    if diagnostic.hint:
        yield word("hint", language), _on_one_line(diagnostic.hint)
    if diagnostic.remedy:
        label = "fix-safe" if diagnostic.remedy.safe else "fix-unsafe"
        yield word(label, language), _on_one_line(diagnostic.remedy.message)


def _on_one_line(text: str) -> str:
    return legible(" ".join(text.split("\n")))
