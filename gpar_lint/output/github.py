"""The format `github`: workflow commands, which GitHub Actions shows beside the lines of a file.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gpar_lint.linter.checking import Result
from gpar_lint.linter.diagnostics import WHOLE_FILE, Diagnostic
from gpar_lint.output.addresses import has_lines, repository_path
from gpar_lint.output.run import Run

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(results: Iterable[Result], _: Run) -> Iterator[str]:
    """The results as workflow commands, one a line."""
    for result in results:
        for diagnostic in result.diagnostics:
            yield _command(diagnostic) + "\n"


def _command(diagnostic: Diagnostic) -> str:
    properties = {
        "title": f"{diagnostic.code} {diagnostic.name}",
        "file": repository_path(diagnostic.path),
        **_place(diagnostic),
    }
    listed = ",".join(
        [f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items()]
    )
    text = "\n".join([text for text in (diagnostic.message, diagnostic.hint) if text])
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{text.translate(_DATA)}"


def _place(diagnostic: Diagnostic) -> dict[str, int]:
    start, end = diagnostic.range
    if diagnostic.range == WHOLE_FILE or not has_lines(diagnostic.path):
        return {}
    if start.line != end.line:  # GitHub takes columns for places within a line only
        return {"line": start.line, "endLine": end.line}
    return {
        "line": start.line,
        "col": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
