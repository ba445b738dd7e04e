"""The line that ends the outputs for people: what was read, what was checked, what was found."""

from __future__ import annotations

from gpar_lint.format.catalogue import SEVERITIES
from gpar_lint.linter.summary import Summary
from gpar_lint.output.words import word


def closing_line(summary: Summary, language: str) -> str:
    """The line; every number in it is the run's own."""
    parts = [word("no-report", language)]
    if summary.reports:
        parts = [_reports(summary, language), *_checked(summary, language)]
    return word("semicolon", language).join([*parts, _found(summary, language)])


def _reports(summary: Summary, language: str) -> str:
    if summary.reports == 1:
        year, edition = next(iter(summary.years)), next(iter(summary.editions))
        known = word("year", language, year=year) if year else word("no-year", language)
        return word("report", language, year=known, edition=edition)
    editions = [
        word("edition-count", language, edition=edition, count=count)
        for edition, count in sorted(summary.editions.items())
    ]
    joined = word("comma", language).join(editions)
    return word("reports", language, count=summary.reports, editions=joined)


def _checked(summary: Summary, language: str) -> list[str]:
    complete = summary.cells_read == summary.cells
    cells = word(
        "cells-all" if complete else "cells-some",
        language,
        cells=summary.cells,
        read=summary.cells_read,
    )
    uncertain = summary.tally["uncertain_claims"]
    claims = word(
        "claims-uncertain" if uncertain else "claims",
        language,
        count=summary.tally["claims"],
        uncertain=uncertain,
    )
    parts = [cells, word("identities", language, count=summary.tally["identities"]), claims]
    if changes := summary.tally["tracked_changes"]:
        parts.append(word("tracked-changes", language, count=changes))
    return parts


def _found(summary: Summary, language: str) -> str:
    counts = [
        word(f"{severity}-count", language, count=summary.severities[severity])
        for severity in SEVERITIES
        if summary.severities[severity]
    ]
    found = word("comma", language).join(counts) or word("nothing", language)
    return found + _not_given(summary, language)


def _not_given(summary: Summary, language: str) -> str:
    """What was found besides and let be: a silent result must not say more than it knows."""
    counts = [
        word(f"{key}-count", language, count=summary.tally[key])
        for key in ("suppressed", "known")
        if summary.tally[key]
    ]
    return word("besides", language, counts=word("comma", language).join(counts)) if counts else ""
