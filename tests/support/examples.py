"""The examples of the manual pages under check."""

from __future__ import annotations

from datetime import date

from gpar_lint.checks.across.imprint import Imprint, Relatives, take_imprint
from gpar_lint.checks.context import Context, Settings
from gpar_lint.checks.finding import Finding
from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.engine import Examination, examine, examine_report
from gpar_lint.report.reading import read_report
from gpar_lint.source.reading import read
from tests.support.changes import Example

RULEBOOK = load_rulebook()
SETTINGS = Settings(today=date(2025, 3, 1))


def findings_in(text: str) -> list[Finding]:
    """The findings in a report."""
    document = read("report.txt", text.encode())
    return examine(document, RULEBOOK, SETTINGS, RULEBOOK.rules.values()).findings


def findings_of(example: Example) -> list[Finding]:
    """The findings in an example's report, held against its other reports if it has any."""
    return examination_of(example).findings


def examination_of(example: Example) -> Examination:
    """An example's report examined, against its other reports if it has any."""
    document = read("report.txt", example.text.encode())
    rules = RULEBOOK.rules.values()
    if not example.relatives:
        return examine(document, RULEBOOK, SETTINGS, rules)
    report = read_report(document, RULEBOOK)
    return examine_report(report, RULEBOOK, SETTINGS, rules, relatives_of(example))


def relatives_of(example: Example) -> Relatives:
    """The other reports of an example."""
    imprints: dict[str, list[Imprint]] = {"previous": [], "other": [], "part": []}
    for kind, text in example.relatives:
        report = read_report(read(f"{kind}.txt", text.encode()), RULEBOOK)
        context = Context(report, RULEBOOK, SETTINGS)
        imprint = take_imprint(f"{kind}.txt", context, whole=kind == "part")
        imprints[kind].append(imprint)
    previous = imprints["previous"][0] if imprints["previous"] else None
    return Relatives(previous, imprints["other"], imprints["part"])
