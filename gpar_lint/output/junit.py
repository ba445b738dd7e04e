"""The format `junit`: a test suite a file, a failed test case a finding.

The form that Jenkins and GitLab read: https://github.com/testmoapp/junitxml
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from gpar_lint.linter.checking import Result
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.output.run import Run
from gpar_lint.output.style import legible_lines


def render(results: Iterable[Result], _: Run) -> Iterator[str]:
    """The results as one XML document, written file by file."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gpar-lint">\n'
    for result in results:
        yield "".join(_suite(result))
    yield "</testsuites>\n"


def _suite(result: Result) -> Iterator[str]:
    path = result.path
    failures = sum(1 for diagnostic in result.diagnostics if _fails(diagnostic))
    tests = len(result.diagnostics) or 1
    yield (
        f'<testsuite name={_attribute(path)} tests="{tests}" failures="{failures}" errors="0">\n'
    )
    for diagnostic in result.diagnostics:
        yield from _case(diagnostic)
    if not result.diagnostics:
        yield f'<testcase name="gpar-lint" classname={_attribute(path)}/>\n'
    yield "</testsuite>\n"


def _fails(diagnostic: Diagnostic) -> bool:
    """Whether a finding is a failure; a mere information is a test passed, with its text."""
    return diagnostic.severity != "info"


def _case(diagnostic: Diagnostic) -> Iterator[str]:
    line, column = diagnostic.range.start
    name = f"{diagnostic.code} {diagnostic.name} ({line}:{column})"
    path = _attribute(diagnostic.path)
    yield f'<testcase name={_attribute(name)} classname={path} file={path} line="{line}">\n'
    text = escape(legible_lines(_text(diagnostic)))
    if _fails(diagnostic):
        about = f"type={_attribute(diagnostic.severity)} message={_attribute(diagnostic.message)}"
        yield f"<failure {about}>{text}</failure>\n"
    else:
        yield f"<system-out>{text}</system-out>\n"
    yield "</testcase>\n"


def _text(diagnostic: Diagnostic) -> str:
    start = diagnostic.range.start
    lines = [f"{diagnostic.path}:{start.line}:{start.column}", diagnostic.message]
    lines += [
        f"{related.path}:{related.range.start.line}:{related.range.start.column} {related.message}"
        for related in diagnostic.related
    ]
    lines += [text for text in (diagnostic.hint, diagnostic.basis, diagnostic.url) if text]
    return "\n".join(lines)


def _attribute(text: str) -> str:
    return quoteattr(legible_lines(text))
