"""Reports drawn, spoilt and linted; what was found, missed and wrongly found is tallied."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

from gpar_lint.checks.context import Settings
from gpar_lint.checks.finding import Finding
from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.engine import Examination, examine
from gpar_lint.source.reading import read
from tests.accuracy.defects import DEFECTS
from tests.accuracy.defects.planting import Planted
from tests.accuracy.draft import Draft
from tests.accuracy.layout import LAYOUT_LIST, Laid, Layout, encoded, lay_out
from tests.accuracy.wordings import draw

RULEBOOK = load_rulebook()
SETTINGS = Settings(today=date(2026, 3, 1))
KEEP = os.environ.get("KEEP")  # a folder: the reports that went wrong are written there


class Tally:
    """What was found and what was wrongly found. Keys: layouts, defects, rules."""

    def __init__(self) -> None:
        self.clean: Counter[str] = Counter()  # clean reports by layout
        self.alarms: Counter[tuple[str, str]] = Counter()  # in them, by rule and layout
        self.planted: Counter[tuple[str, str]] = Counter()  # by defect and layout
        self.found: Counter[tuple[str, str]] = Counter()
        self.beside: Counter[str] = Counter()  # wrong alarms beside a defect, by rule
        self.notes: list[str] = []


class Case(NamedTuple):
    seed: int
    layout: Layout
    draft: Draft


def make(seed: int) -> Case:
    """The consistent report of a seed."""
    random = Random(seed)
    name = random.choice(["2021", "2021", "2021", "2019"])
    edition = RULEBOOK.editions[name]
    year = random.choice([2021, 2022, 2023, 2024, 2025] if name == "2021" else [2019, 2020])
    return Case(seed, LAYOUT_LIST[seed % len(LAYOUT_LIST)], draw(edition, year, random))


def run_clean(case: Case, tally: Tally) -> None:
    """A clean report: nothing may be found at or above warning."""
    laid = lay_out(case.draft, case.layout)
    examination = _lint(case, laid)
    tally.clean[case.layout.name] += 1
    for finding in _serious(examination, examination.findings):
        tally.alarms[finding.code, case.layout.name] += 1
        _note(tally, case, laid, f"误报 {_shown(examination, finding)}")


def run_defect(name: str, case: Case, tally: Tally) -> None:
    """A defect: its rule at its place, and nothing else but what follows from it."""
    planted = DEFECTS[name](case.draft, Random(case.seed))
    if planted is None or not case.layout.suffix.endswith(planted.suffix):
        return
    if planted.needs and not case.layout.has(planted.needs):
        return
    laid = lay_out(case.draft, case.layout)
    examination = _lint(case, laid)
    key = name, case.layout.name
    tally.planted[key] += 1
    if any(_is_it(finding, planted, laid, examination) for finding in examination.findings):
        tally.found[key] += 1
    else:
        heard = " ".join([_shown(examination, finding) for finding in examination.findings])
        _note(tally, case, laid, f"漏报 {name} 应在 {planted.parts}，说了 {heard}")
    for finding in _serious(examination, examination.findings):
        if finding.code not in planted.codes + planted.also:
            tally.beside[finding.code] += 1
            _note(tally, case, laid, f"旁报 {name} {_shown(examination, finding)}")


def _lint(case: Case, laid: Laid) -> Examination:
    data = encoded(laid.text, case.layout, Random(case.seed))
    document = read(f"年报{case.layout.suffix}", data)
    return examine(document, RULEBOOK, SETTINGS, RULEBOOK.rules.values())


def _serious(examination: Examination, findings: Collection[Finding]) -> list[Finding]:
    return [f for f in findings if RULEBOOK.rules[f.code].severity != "info"]


def _line_of(examination: Examination, finding: Finding) -> int:
    return examination.report.document.lines.line_of(finding.span.start) + 1 if finding.span else 1


def _is_it(finding: Finding, planted: Planted, laid: Laid, examination: Examination) -> bool:
    if finding.code not in planted.codes:
        return False
    if planted.cell and finding.cell:
        return finding.cell[:2] == planted.cell[:2]
    line = _line_of(examination, finding)
    return any(line in laid.lines.get(part, ()) for part in planted.parts)


def _shown(examination: Examination, finding: Finding) -> str:
    values = " ".join(map(str, dict(finding.values).values()))
    return f"{finding.code}:{_line_of(examination, finding)}({values[:60]})"


def _note(tally: Tally, case: Case, laid: Laid, what: str) -> None:
    tally.notes.append(f"[{case.seed} {case.layout.name}] {what[:300]}")
    if KEEP:
        Path(KEEP, f"{case.seed}{case.layout.suffix}").write_text(laid.text, encoding="utf-8")
