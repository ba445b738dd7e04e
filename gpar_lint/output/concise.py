"""The format `concise`: `path:line:column: severity CODE [name] message`, a line a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gpar_lint.linter.checking import Result
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.output.run import Run
from gpar_lint.output.style import Style, legible
from gpar_lint.output.words import word


def render(results: Iterable[Result], run: Run) -> Iterator[str]:
    """The results as text, one line a finding."""
    for result in results:
        for diagnostic in result.diagnostics:
            yield _line(diagnostic, run.style) + "\n"


def _line(diagnostic: Diagnostic, style: Style) -> str:
    start = diagnostic.range.start
    place = f"{style.bold(legible(diagnostic.path))}:{start.line}:{start.column}:"
    severity = word(diagnostic.severity, style.language)
    code = style.severity(f"{severity} {diagnostic.code}", diagnostic.severity)
    message = legible(" ".join(diagnostic.message.split("\n")))
    return f"{place} {code} [{diagnostic.name}] {message}"
