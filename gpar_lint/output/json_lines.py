"""The format `jsonl`: one finding a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from gpar_lint.linter.checking import Result
from gpar_lint.output.objects import diagnostic_object
from gpar_lint.output.run import Run


def render(results: Iterable[Result], _: Run) -> Iterator[str]:
    """The results as JSON objects, one a line."""
    return render_lines(
        diagnostic_object(diagnostic) for result in results for diagnostic in result.diagnostics
    )


def render_lines(objects: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Objects as JSON, one a line."""
    for item in objects:
        yield json.dumps(item, ensure_ascii=False) + "\n"
