"""The line that ends a run."""

from __future__ import annotations

from collections import Counter

from gpar_lint.linter.summary import Summary
from gpar_lint.output.closing import closing_line


def summary(reports: int = 1, **changes: object) -> Summary:
    made = Summary()
    made.files = made.reports = reports
    made.years, made.editions = Counter({2025: reports}), Counter({"2021": reports})
    made.cells = made.cells_read = 200 * reports
    made.tally = Counter({"identities": 60, "claims": 7, "uncertain_claims": 2})
    for key, value in changes.items():
        setattr(made, key, value)
    return made


def test_one_report() -> None:
    line = closing_line(summary(severities=Counter(error=2, warning=1)), "zh")
    assert line == (
        "2025年，2021版；表格 200 格全部读出；勾稽关系 60 项；"
        "文表核对 7 处（另有 2 处不能确定）；2 个错误，1 个警告"
    )


def test_a_silent_result() -> None:
    line = closing_line(summary(tally=Counter(identities=60, claims=7)), "zh")
    assert line.endswith("；勾稽关系 60 项；文表核对 7 处；没有发现问题")


def test_what_was_not_read_is_said() -> None:
    line = closing_line(summary(cells_read=175, years=Counter({None: 1})), "zh")
    assert line.startswith("年份不明，2021版；表格 200 格读出 175 格；")


def test_several_reports() -> None:
    editions = Counter({"2021": 2, "2019": 1})
    line = closing_line(summary(3, editions=editions, severities=Counter(info=4)), "zh")
    assert line.startswith("3 份报告（2019版 1 份，2021版 2 份）；表格 600 格全部读出；")
    assert line.endswith("；4 个提示")


def test_no_report() -> None:
    line = closing_line(summary(0, files=1, severities=Counter(error=1)), "zh")
    assert line == "没有读到年度报告；1 个错误"


def test_in_english() -> None:
    line = closing_line(summary(severities=Counter(error=2, warning=1)), "en")
    assert line == (
        "2025, 2021 format; all 200 table cells read; sums checked: 60; "
        "figures compared with the tables: 7 (uncertain: 2); errors: 2, warnings: 1"
    )


def test_what_is_let_be_is_counted() -> None:
    tally = Counter(identities=60, claims=7, suppressed=1, known=3)
    line = closing_line(summary(tally=tally), "zh")
    assert line.endswith("；没有发现问题（另有已忽略的 1 个，基线文件中已有的 3 个）")
    line = closing_line(summary(tally=tally, severities=Counter(error=1)), "en")
    assert line.endswith("; errors: 1 (besides, suppressed: 1, in the baseline: 3)")
