"""What the program says of the examples of rule pages: found by running it on them."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.format.catalogue import Rule
from gpar_lint.linter.diagnostics import Describer, Diagnostic
from tests.support.changes import Example
from tests.support.examples import RULEBOOK, examination_of


def diagnostics_of(changes: Sequence[str], rule: Rule) -> list[Diagnostic]:
    """What the rule finds in an example."""
    examined = examination_of(Example(changes, RULEBOOK))
    lines = examined.report.document.lines
    describer = Describer("年报.txt", RULEBOOK.rules, "zh", lines, examined.report)
    findings = [finding for finding in examined.findings if finding.code == rule.code]
    return describer.describe(findings)
