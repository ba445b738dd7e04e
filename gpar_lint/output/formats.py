"""The formats by name. A format's module is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from gpar_lint.linter.checking import Result
from gpar_lint.output.run import Run
from gpar_lint.text.records import Record

Render = Callable[[Iterable[Result], Run], Iterator[str]]


class Format(Record):
    """A format of `check`."""

    module: str  # has `render(results, run)`, which yields pieces of text
    for_people: bool = False  # shown in the terminal's encoding, with a closing line
    for_spreadsheets: bool = False  # a file of it begins with a byte order mark
    shows_reports: bool = False  # it needs the results with their portraits


FORMATS = {
    "full": Format("gpar_lint.output.full", for_people=True),
    "concise": Format("gpar_lint.output.concise", for_people=True),
    "json": Format("gpar_lint.output.json_array"),
    "jsonl": Format("gpar_lint.output.json_lines"),
    "sarif": Format("gpar_lint.output.sarif"),
    "github": Format("gpar_lint.output.github"),
    "gitlab": Format("gpar_lint.output.gitlab"),
    "junit": Format("gpar_lint.output.junit"),
    "html": Format("gpar_lint.output.html", shows_reports=True),
    "csv": Format("gpar_lint.output.overview_csv", for_spreadsheets=True),
}


def renderer(name: str) -> Render:
    """What renders the format of this name."""
    render: Render = import_module(FORMATS[name].module).render
    return render
