"""X905: a declared parent and its parts."""

from __future__ import annotations

from gpar_lint.checks.across.imprint import Relatives
from gpar_lint.checks.context import Settings
from gpar_lint.linter.engine import examine_report
from gpar_lint.report.reading import read_report
from gpar_lint.source.reading import read
from tests.checks.across.reports import CLEAN, found, message
from tests.manual.test_examples import RULEBOOK

EMPTY = ["三.*.* = 0", "四.*.* = 0", "二.*.* = 0"]


def test_the_sum_of_its_parts() -> None:
    assert found("X905", "find nothing", "part") == []
    assert found("X905", "find nothing", "part", "part", *EMPTY) == []


def test_one_row_is_one_finding() -> None:
    changes = ["三.granted.natural_person = 2", "三.granted.total = 2"]
    [finding] = found("X905", "part", "part", *EMPTY, *changes)
    assert finding.cell == ("三", "granted", "total")
    said = message(finding)
    assert "“（一）予以公开”" in said
    assert "总计 10 ≠ 10＋2＝12（10－12＝-2）；自然人 5 ≠ 5＋2＝7（5－7＝-2）" in said
    assert sum(related.elsewhere is not None for related in finding.related) == 2


def test_amounts_are_summed_exactly() -> None:
    parts = ["part", "二.fees.amount = 6.22", "part", *EMPTY, "二.fees.amount = 0.1"]
    assert found("X905", "find nothing", *parts) == []


def test_four_rows_of_a_table_are_one_finding() -> None:
    [two, three, *four] = found("X905", "part", "part")
    assert (two.text, three.text) == ("many", "many")
    assert two.values["count"] == 5  # rows with a figure
    assert [finding.text for finding in four] == ["message"] * 3


def test_a_blank_cell_is_in_no_sum() -> None:
    assert found("X905", "find nothing", "part", '二.licences.decisions = ""') == []
    assert found("X905", "二.licences.decisions = 1", "part", "drop table 二") == []


def test_parts_that_are_not_there_are_said_once() -> None:
    report = read_report(read("report.txt", CLEAN.encode()), RULEBOOK)
    relatives = Relatives(missing=["a.txt", "b.txt"])
    rules = RULEBOOK.rules.values()
    examination = examine_report(report, RULEBOOK, Settings(), rules, relatives)
    [finding] = [finding for finding in examination.findings if finding.code == "X905"]
    assert finding.span is None
    assert "a.txt；b.txt" in message(finding)
