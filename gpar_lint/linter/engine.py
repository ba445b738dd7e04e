"""One document examined: the report read, every selected rule run over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from gpar_lint.checks.context import Check, Context, Settings
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.registry import KINDS
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.failure import rule_failure
from gpar_lint.report.model import Report
from gpar_lint.report.reading import read_report
from gpar_lint.source.document import Document
from gpar_lint.text.records import Record

if TYPE_CHECKING:
    from gpar_lint.checks.across.imprint import Relatives


class Examination(Record):
    """What was found in one document."""

    report: Report
    findings: list[Finding]
    tally: Counter[str]  # "identities", "claims", "uncertain_claims": what was checked
    context: Context  # with what the rules found out besides
    ran: Sequence[str]  # the codes of the rules that ran


def examine(
    document: Document, rulebook: Rulebook, settings: Settings, rules: Iterable[Rule]
) -> Examination:
    """Run `rules` over a document. A rule that raises becomes one Z006; the others run on."""
    return examine_report(
        read_report(document, rulebook, settings.edition), rulebook, settings, rules
    )


def examine_report(
    report: Report,
    rulebook: Rulebook,
    settings: Settings,
    rules: Iterable[Rule],
    relatives: Relatives | None = None,
) -> Examination:
    """Run `rules` over a report; those of family X where there are `relatives` to hold it against.

    A report and last year's, a report and others to compare with, a parent and its parts: see
    checks.across.imprint.Relatives.
    """
    context = Context(report, rulebook, settings)
    if relatives is not None:
        context.relatives = relatives
    return examine_in(context, rules, across=relatives is not None)


def examine_in(context: Context, rules: Iterable[Rule], *, across: bool = False) -> Examination:
    """Run `rules` over the report of a context; `across`: it has relatives."""
    report = context.report
    kinds: Mapping[str, Check] = KINDS
    if across:
        from gpar_lint.checks import across as family_x  # most runs need none of it

        kinds = {**KINDS, **family_x.KINDS}
    findings: list[Finding] = []
    ran: list[str] = []
    for rule in rules:
        check = kinds.get(rule.kind)
        if check is None or (rule.editions and report.edition.name not in rule.editions):
            continue
        ran.append(rule.code)
        try:
            findings.extend(check(context, rule))
        except Exception as error:
            findings.append(rule_failure(rule.code, error))
    findings.sort(key=lambda finding: (finding.span or (0, 0), finding.code))
    return Examination(report, findings, context.tally, context, ran)
