"""The format `gitlab`: a Code Quality report, which GitLab shows in merge requests.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from gpar_lint.linter.checking import Result
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.output.addresses import has_lines, repository_path
from gpar_lint.output.json_array import render_array
from gpar_lint.output.objects import Object
from gpar_lint.output.run import Run

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(results: Iterable[Result], _: Run) -> Iterator[str]:
    """The results as one JSON array, written as they come."""
    return render_array(
        _issue(diagnostic) for result in results for diagnostic in result.diagnostics
    )


def _issue(diagnostic: Diagnostic) -> Object:
    path = repository_path(diagnostic.path)
    return {
        "description": diagnostic.message,
        "check_name": diagnostic.code,
        "fingerprint": _fingerprint(diagnostic, path),
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": path, "lines": _lines(diagnostic)},
    }


def _lines(diagnostic: Diagnostic) -> Object:
    if not has_lines(diagnostic.path):
        return {"begin": 1}
    return {"begin": diagnostic.range.start.line, "end": diagnostic.range.end.line}


def _fingerprint(diagnostic: Diagnostic, path: str) -> str:
    """The finding's own fingerprint and one of the path.

    GitLab takes two issues with the same fingerprint for one, wherever they are, and the same
    chapter may be missing from a hundred reports.
    """
    of_path = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{diagnostic.fingerprint}-{of_path[:8]}"
