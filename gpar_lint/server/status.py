"""How a report stands, in a few numbers: what an editor shows in its status bar."""

from __future__ import annotations

from collections import Counter

from gpar_lint.format.catalogue import SEVERITIES
from gpar_lint.server.analysis import Analysis
from gpar_lint.text.records import Record


class Status(Record):
    """The numbers of one report."""

    agency: str  # "" where its title names none
    year: int | None
    edition: str
    findings: dict[str, int]  # by severity


def status_of(analysis: Analysis) -> Status | None:
    """How a report stands; None for what is no report."""
    report = analysis.report
    if report is None:
        return None
    counts = Counter(found.severity for found in analysis.diagnostics)
    findings = {severity: counts[severity] for severity in SEVERITIES}
    return Status(report.agency, report.year, report.edition.name, findings)
