"""Findings of family X in the clean report, changed and held against others."""

from __future__ import annotations

from decimal import Decimal

from gpar_lint.checks.context import Settings
from gpar_lint.checks.finding import Finding
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.engine import examine_report
from gpar_lint.report.reading import read_report
from gpar_lint.source.reading import read
from tests.support.changes import Example
from tests.support.examples import RULEBOOK, findings_of, relatives_of

CLEAN = clean_report("2021")


def found(code: str, *lines: str) -> list[Finding]:
    """The findings of a rule in an example."""
    findings = findings_of(Example(lines, RULEBOOK))
    return [finding for finding in findings if finding.code == code]


def found_with(options: dict[str, Decimal | float], code: str, *lines: str) -> list[Finding]:
    """The same with options of the user's."""
    example = Example(lines, RULEBOOK)
    report = read_report(read("report.txt", example.text.encode()), RULEBOOK)
    rules = RULEBOOK.rules.values()
    settings = Settings(options=options)
    examination = examine_report(report, RULEBOOK, settings, rules, relatives_of(example))
    return [finding for finding in examination.findings if finding.code == code]


def message(finding: Finding, language: str = "zh") -> str:
    """What a finding says."""
    rule = RULEBOOK.rules[finding.code]
    return rule.text(finding.text, language, finding.values)
