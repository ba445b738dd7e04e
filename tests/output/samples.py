"""Results to be rendered, and the run that they are of."""

from __future__ import annotations

from typing import Any

from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.checking import Result
from gpar_lint.linter.diagnostics import (
    WHOLE_FILE,
    Diagnostic,
    Position,
    Range,
    RelatedPlace,
    Remedy,
    TextChange,
)
from gpar_lint.linter.facts import Facts
from gpar_lint.linter.summary import Summary
from gpar_lint.output.formats import renderer
from gpar_lint.output.run import Run
from gpar_lint.output.style import Style
from gpar_lint.source.document import Place
from gpar_lint.text.span import Span

RULEBOOK = load_rulebook()
PATH = "各单位 年报/报告（1）.txt"
PLACE = Range(Position(45, 31), Position(45, 32))
#: A finding with everything that a finding may have.
FULL = Diagnostic(
    code="A301",
    name="row-total",
    severity="error",
    message="合计\u2028不符",
    hint="请核对",
    path=PATH,
    range=PLACE,
    chapter="三",
    cell=("三", "new_received", "total"),
    related=(RelatedPlace("另见", PATH, WHOLE_FILE),),
    remedy=Remedy(True, "改为 5", (TextChange(PLACE, "5"),)),
    basis="国办公开办函〔2021〕30号",
    identity="A301",
)
BARE = FULL._replace(hint=None, chapter=None, cell=None, related=(), remedy=None)
#: The same in a Word document.
IN_WORD = FULL._replace(
    path="年报.docx",
    remedy=None,
    location=Place(Span(700, 701), table=3, row=5, column=9),
    related=(RelatedPlace("另见", "年报.docx", PLACE, Place(Span(90, 99), paragraph=12)),),
)
#: What no output may pass on as it is: controls, reversed text, a byte that was no text.
HOSTILE = "\x00\x08\x1b[31m\u202e\ufffe\udcd5<script>&\"']]>"
FACTS = Facts("某县水利局", 2024, "2021", 200, 200, {"identities": 60, "claims": 7})


def run_of(style: Style | None = None) -> Run:
    """A run with the built-in rules."""
    return Run(style or Style(), RULEBOOK, Summary())


def result_of(*diagnostics: Diagnostic, path: str = PATH, **more: Any) -> Result:
    """A file with these findings."""
    found = [diagnostic._replace(path=path) for diagnostic in diagnostics]
    return Result(path, found, facts=FACTS, **more)


def rendered(name: str, *results: Result, language: str = "zh") -> str:
    """The results in the format of this name."""
    run = run_of(Style(language))
    return "".join(renderer(name)(run.summary.watch(results, lambda path: "warning"), run))
