"""X904: figures that jump with nothing said of it."""

from __future__ import annotations

import pytest

from tests.checks.across.reports import found, found_with, message


def test_a_figure_more_than_five_times_last_years() -> None:
    [finding] = found("X904", "previous", "二.licences.decisions = 42")
    assert finding.cell == ("二", "licences", "decisions")
    said = message(finding)
    assert "“行政许可”本年为 214" in said
    assert "2023年年报为 42" in said
    assert "超过 5 倍" in said


def test_or_less_than_a_fifth_of_it() -> None:
    [finding] = found("X904", "previous", "二.licences.decisions = 1071")
    assert finding.cell == ("二", "licences", "decisions")
    assert found("X904", "find nothing", "previous", "二.licences.decisions = 1070") == []


@pytest.mark.parametrize("before", ["43", "214", "1000"])
def test_a_change_within_the_factor(before: str) -> None:
    assert found("X904", "find nothing", "previous", f"二.licences.decisions = {before}") == []


def test_small_numbers_are_silent() -> None:
    """Four coercive measures against none."""
    assert found("X904", "find nothing", "previous", "二.coercion.decisions = 0") == []
    assert found("X904", "find nothing", "previous", "二.coercion.decisions = 19") == []


def test_from_none() -> None:
    [finding] = found("X904", "previous", "二.penalties.decisions = 0")
    assert "2023年年报为 0" in message(finding)


def test_the_text_says_it() -> None:
    lines = ["previous", "二.licences.decisions = 30"]
    assert found("X904", 'append 一 "受职能划转影响，行政许可较上年大幅增加。"', *lines) == []
    assert found("X904", 'append 一 "主动公开信息较上年大幅增加。"', *lines)
    assert found("X904", 'append 一 "行政许可全部按时办结。"', *lines)


def test_the_factor_is_an_option() -> None:
    lines = ["previous", "二.licences.decisions = 60"]
    assert found("X904", *lines) == []
    [finding] = found_with({"abrupt-factor": 3}, "X904", *lines)
    assert "超过 3 倍" in message(finding)


def test_four_figures_of_a_table_are_one_finding() -> None:
    [finding] = found(
        "X904",
        "previous",
        "二.licences.decisions = 1",
        "二.penalties.decisions = 1",
        "二.coercion.decisions = 99",
        "二.fees.amount = 99",
    )
    assert finding.text == "many"
    said = message(finding)
    assert "4 个数" in said
    assert "行政许可 1→214" in said
    assert "行政强制 99→4" in said
