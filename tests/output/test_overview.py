"""The line over many reports."""

from __future__ import annotations

from collections import Counter

from gpar_lint.linter.summary import Summary
from gpar_lint.output.overview import overview_line


def summary(reports: int, clean: int, with_errors: int, **codes: int) -> Summary:
    made = Summary()
    made.reports, made.clean, made.with_errors = reports, clean, with_errors
    made.codes = Counter(codes)
    return made


def test_many_reports() -> None:
    line = overview_line(summary(9, 4, 3, F702=2, A301=5, S101=2, T202=1), "zh")
    assert line == "没有问题的 4 份，有错误的 3 份；最常见：A301 5 次，F702 2 次，S101 2 次"


def test_in_english() -> None:
    line = overview_line(summary(9, 4, 3, A301=5), "en")
    assert line == "without findings: 4, with errors: 3; most frequent: A301 5"


def test_one_report_needs_none() -> None:
    assert overview_line(summary(1, 0, 1, A301=5), "zh") == ""


def test_where_nothing_is_found_the_closing_line_says_it_all() -> None:
    assert overview_line(summary(9, 9, 0), "zh") == ""
