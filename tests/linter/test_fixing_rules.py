"""The fixes of every rule, on the examples of its manual page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gpar_lint.checks.context import Settings
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report, parse_manual
from gpar_lint.linter.checking import Linter, Result
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.linter.edits import Batch
from gpar_lint.linter.fixing import mend
from tests.support.changes import Example
from tests.support.relayout import LAYOUTS

MANUAL = Path(__file__).parents[2] / "rules" / "manual"
RULEBOOK = load_rulebook()
LINTER = Linter(RULEBOOK, RULEBOOK.rules, Settings(today=date(2025, 3, 1)), "zh")
FIXABLE = {code: rule.fix for code, rule in RULEBOOK.rules.items() if rule.fix != "none"}


def bad_examples(code: str) -> list[str]:
    """The texts of a rule's bad examples."""
    page = parse_manual(code, (MANUAL / f"{code}.md").read_text(encoding="utf-8"))
    examples = [Example(example.changes, RULEBOOK) for example in page.bad_examples()]
    return [example.text for example in examples if not example.relatives]


EXAMPLES = [
    pytest.param(code, text, id=f"{code}-{number}")
    for code in FIXABLE
    for number, text in enumerate(bad_examples(code), 1)
]


def check(text: str) -> Result:
    return LINTER.check("report.txt", text.encode())


def remedies(result: Result, code: str, *, safe: bool) -> list[Diagnostic]:
    return [
        each
        for each in result.diagnostics
        if each.code == code and each.remedy and each.remedy.safe == safe
    ]


def counts(result: Result) -> Counter[str]:
    return Counter(each.code for each in result.diagnostics)


@pytest.mark.parametrize(("code", "text"), EXAMPLES)
def test_a_safe_fix_removes_its_finding_and_makes_no_new_one(code: str, text: str) -> None:
    """Each fix by itself: it takes away its finding, and adds none of any severity."""
    before = check(text)
    for found in remedies(before, code, safe=True):
        assert before.lines
        batch = Batch(before.lines)
        batch.take([found])
        after = check(batch.applied())
        assert counts(after)[code] < counts(before)[code], found
        assert not counts(after) - counts(before), found


@pytest.mark.parametrize(("code", "text"), EXAMPLES)
def test_safe_fixes_reach_an_end(code: str, text: str) -> None:
    mending = mend(LINTER, "report.txt", text.encode(), unsafe=False)
    assert not [each for each in mending.left.diagnostics if each.remedy and each.remedy.safe]
    if mending.change:
        again = mend(LINTER, "report.txt", mending.change.new_bytes, unsafe=False)
        assert again.change is None


@pytest.mark.parametrize(("code", "text"), EXAMPLES)
def test_unsafe_fixes_leave_a_readable_report(code: str, text: str) -> None:
    before = check(text)
    assert before.lines
    for found in remedies(before, code, safe=False):
        batch = Batch(before.lines)
        batch.take([found])
        assert batch.mended == [found]
    mending = mend(LINTER, "report.txt", text.encode(), unsafe=True)
    assert mending.left.facts
    assert not counts(mending.left)["Z006"]
    if mending.doubtful:
        assert mending.change


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
def test_an_ordinal_before_a_label_is_not_written_twice(layout: Callable[[str], str]) -> None:
    clean = clean_report("2021")
    spaced = clean.replace("2.其他法律行政法规禁止公开", "2. 其他法律法规禁止公开")
    mending = mend(LINTER, "report.txt", layout(spaced).encode(), unsafe=False)
    assert mending.change
    assert "2.其他法律行政法规禁止公开" in mending.change.after.replace("2. 其", "2.其")
    assert "2. 2." not in mending.change.after


@pytest.mark.parametrize("code", [code for code in FIXABLE if code != "Z003"])
def test_every_fix_that_the_catalogue_promises_is_shown_by_an_example(code: str) -> None:
    """Z003 apart, whose examples need more than a changed report; see test_suppression."""
    found = [each for text in bad_examples(code) for each in check(text).diagnostics]
    kinds = {each.remedy.safe for each in found if each.code == code and each.remedy}
    assert kinds == {"safe": {True}, "unsafe": {False}, "both": {True, False}}[FIXABLE[code]]


def test_no_rule_has_a_fix_that_the_catalogue_does_not_promise() -> None:
    for code in set(RULEBOOK.rules) - set(FIXABLE):
        for text in bad_examples(code):
            assert not [
                each for each in check(text).diagnostics if each.code == code and each.remedy
            ]
