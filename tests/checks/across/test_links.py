"""X901 and X902: what last year's report fixes."""

from __future__ import annotations

import pytest

from tests.checks.across.reports import found, message


def test_years_that_follow_each_other() -> None:
    assert found("X901", "find nothing", "previous") == []
    assert found("X902", "find nothing", "previous") == []


def test_carried_over_is_not_what_was_carried_forward() -> None:
    [finding] = found(
        "X901",
        "previous",
        "三.carried_forward.natural_person = 4",
        "三.carried_forward.total = 5",
        "三.new_received.natural_person = 13",
        "三.new_received.total = 19",
    )
    assert finding.cell == ("三", "carried_over", "total")
    said = message(finding)
    assert "2023年" in said
    assert "总计 3 ≠ 5（3－5＝-2）；自然人 2 ≠ 4（2－4＝-2）" in said
    elsewhere = [related.elsewhere for related in finding.related if related.elsewhere]
    assert [place.path for place in elsewhere] == ["previous.txt"] * 2
    assert [related.span is not None for related in finding.related] == [False, False, True]


def test_the_same_total_in_other_columns() -> None:
    [finding] = found(
        "X901",
        "previous",
        "三.carried_forward.natural_person = 1",
        "三.carried_forward.enterprise = 2",
        "三.new_received.natural_person = 10",
        "三.new_received.enterprise = 4",
    )
    assert finding.cell == ("三", "carried_over", "natural_person")
    assert "总计" not in message(finding)


@pytest.mark.parametrize(
    "change",
    [
        "三.carried_forward.total = 9",  # the row does not add up
        "三.carried_forward.natural_person = 9",  # nor the column
        '三.carried_forward.* = ""',
        "drop table 三",
        "drop row 三.carried_forward",
    ],
)
def test_last_years_figure_is_not_sure(change: str) -> None:
    assert found("X901", "find nothing", "previous", change) == []


@pytest.mark.parametrize("change", ["drop table 三", '三.carried_over.* = ""'])
def test_this_years_figure_is_not_sure(change: str) -> None:
    assert found("X901", change, "previous", "三.carried_forward.* = 1") == []


def test_the_stock_does_not_follow() -> None:
    [finding] = found("X902", "previous", "二.normative_documents.in_force = 11")
    assert finding.cell == ("二", "normative_documents", "in_force")
    said = message(finding)
    for part in (
        "现行有效 11 件",
        "制发 3 件",
        "废止 1 件",
        "应为 13 件",
        "填的是 12 件",
        "相差 1 件",
    ):
        assert part in said
    assert "a difference of 1" in message(finding, "en")
    assert len(finding.related) == 3


def test_each_row_is_a_finding() -> None:
    findings = found(
        "X902",
        "previous",
        "二.normative_documents.in_force = 11",
        "二.regulations.in_force = 2",
    )
    assert [finding.cell and finding.cell[1] for finding in findings] == [
        "regulations",
        "normative_documents",
    ]


@pytest.mark.parametrize(
    "change",
    ["二.normative_documents.issued = 99", '二.normative_documents.in_force = "约11"'],
)
def test_last_years_stock_is_not_sure(change: str) -> None:
    """99 made of whom 10 are in force: A306, nobody knows which of the figures is wrong."""
    assert found("X902", "find nothing", "previous", change) == []


def test_a_blank_beside_the_stock() -> None:
    lines = ['二.normative_documents.repealed = ""', "previous"]
    assert found("X902", *lines, "二.normative_documents.in_force = 11") == []
