"""`make accuracy [REPORTS=n]`: the share of planted defects found, wrong alarms per 100 reports.

A clean report must give nothing at or above warning. A defect must give its rule at its place, and
nothing else at or above warning that does not follow from it.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

from gpar_lint.checks.context import Settings
from gpar_lint.checks.finding import Finding
from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.engine import Examination, examine
from gpar_lint.source.reading import read
from tests.accuracy.defects import DEFECTS, Planted
from tests.accuracy.draft import Draft
from tests.accuracy.layout import LAYOUT_LIST, Laid, Layout, encoded, lay_out
from tests.accuracy.wordings import draw

RULEBOOK = load_rulebook()
SETTINGS = Settings(today=date(2026, 3, 1))
KEEP = os.environ.get("KEEP")  # a folder: the reports that went wrong are written there


class Tally:
    """What was found and what was wrongly found, by rule, defect and layout."""

    def __init__(self) -> None:
        self.clean: Counter[str] = Counter()  # reports by layout
        self.alarms: Counter[str] = Counter()
        self.planted: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.misses: list[str] = []


class Case(NamedTuple):
    seed: int
    layout: Layout
    draft: Draft


def make(seed: int) -> Case:
    random = Random(seed)
    name = random.choice(["2021", "2021", "2021", "2019"])
    edition = RULEBOOK.editions[name]
    year = random.choice([2021, 2022, 2023, 2024, 2025] if name == "2021" else [2019, 2020])
    return Case(seed, LAYOUT_LIST[seed % len(LAYOUT_LIST)], draw(edition, year, random))


def lint(case: Case, laid: Laid) -> Examination:
    document = read(f"年报{case.layout.suffix}", encoded(laid.text, case.layout, Random(case.seed)))
    return examine(document, RULEBOOK, SETTINGS, RULEBOOK.rules.values())


def serious(examination: Examination) -> list[Finding]:
    return [f for f in examination.findings if RULEBOOK.rules[f.code].severity != "info"]


def line_of(examination: Examination, finding: Finding) -> int:
    return examination.report.document.lines.line_of(finding.span.start) + 1 if finding.span else 1


def run_clean(case: Case, tally: Tally) -> None:
    laid = lay_out(case.draft, case.layout)
    examination = lint(case, laid)
    tally.clean[case.layout.name] += 1
    for finding in serious(examination):
        tally.alarms[f"{finding.code} ({case.layout.name})"] += 1
        note(
            tally,
            case,
            f"误报 {finding.code} 行 {line_of(examination, finding)} {dict(finding.values)}",
            laid,
        )


def run_defect(name: str, case: Case, tally: Tally) -> None:
    planted = DEFECTS[name](case.draft, Random(case.seed))
    if planted is None:
        return
    laid = lay_out(case.draft, case.layout)
    examination = lint(case, laid)
    tally.planted[name] += 1
    said = serious(examination)
    if any(is_it(finding, planted, laid, examination) for finding in said):
        tally.found[name] += 1
    else:
        heard = [f"{f.code}:{line_of(examination, f)}" for f in said]
        note(tally, case, f"漏报 {name} {planted.codes} 说了 {heard}", laid)
    for finding in said:
        if finding.code not in planted.codes:
            tally.alarms[f"{finding.code} after {name}"] += 1
            note(tally, case, f"旁报 {finding.code} after {name} {dict(finding.values)}", laid)


def is_it(finding: Finding, planted: Planted, laid: Laid, examination: Examination) -> bool:
    if finding.code not in planted.codes:
        return False
    if planted.cell and finding.cell:
        return finding.cell[:2] == planted.cell[:2]
    line = line_of(examination, finding)
    return any(line in laid.lines[part] for part in planted.parts)


def note(tally: Tally, case: Case, what: str, laid: Laid) -> None:
    tally.misses.append(f"  [{case.seed} {case.layout.name}] {what[:200]}")
    if KEEP:
        Path(KEEP, f"{case.seed}{case.layout.suffix}").write_text(laid.text, encoding="utf-8")


def print_tally(tally: Tally) -> None:
    reports, planted, found = tally.clean.total(), tally.planted.total(), tally.found.total()
    print(f"缺陷检出 {found} / {planted}（{100 * found / max(planted, 1):.1f}%）")
    for name, count in tally.planted.items():
        if tally.found[name] < count:
            print(f"  {name}: {tally.found[name]} / {count}")
    wrong = sum(n for key, n in tally.alarms.items() if "after" not in key)
    print(f"误报：每百份合规报告 {100 * wrong / max(reports, 1):.1f} 处（{reports} 份）")
    for key, count in sorted(tally.alarms.items()):
        print(f"  {key}: {count}")
    print("\n".join(tally.misses[:60]))


def main() -> None:
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 270
    tally = Tally()
    for seed in range(reports):
        run_clean(make(seed), tally)
    names = list(DEFECTS)
    for seed in range(reports, reports + 4 * reports):
        run_defect(names[seed % len(names)], make(seed * 7 + 1), tally)
    print_tally(tally)


if __name__ == "__main__":
    main()
