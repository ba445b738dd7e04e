"""The format `json`: one array of findings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from gpar_lint.linter.checking import Result
from gpar_lint.output.objects import diagnostic_object
from gpar_lint.output.run import Run


def render(results: Iterable[Result], _: Run) -> Iterator[str]:
    """The results as one JSON array, given out file by file."""
    return render_array(
        diagnostic_object(diagnostic) for result in results for diagnostic in result.diagnostics
    )


def render_array(objects: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Objects as a JSON array, written as they come: a long run need not be held in memory."""
    separator = "["
    for item in objects:
        alone = json.dumps([item], ensure_ascii=False, indent=2)
        yield separator + alone[1:-2]  # without the brackets of its own array
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"
