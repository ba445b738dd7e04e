"""The numbers of a run."""

from __future__ import annotations

from collections import Counter

from gpar_lint.checks.context import Settings
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.checking import Linter, Result
from gpar_lint.linter.summary import Summary

RULEBOOK = load_rulebook()
LINTER = Linter(RULEBOOK, RULEBOOK.rules, Settings(), "zh")


def check(text: str) -> Result:
    return LINTER.check("r.txt", text.encode())


def test_every_cell_of_a_clean_report_is_read() -> None:
    summary = Summary()
    for edition in ("2021", "2019"):
        summary.add(check(clean_report(edition)))
    assert summary.reports == 2
    assert (
        summary.cells_read
        == summary.cells
        == 200 + sum(table.cell_count() for table in RULEBOOK.editions["2019"].tables)
    )
    assert summary.editions == {"2021": 1, "2019": 1}
    assert summary.tally["identities"] > 0
    assert not summary.severities


def test_a_row_that_is_missing_is_not_counted_as_read() -> None:
    lines = clean_report("2021").split("\n")
    without = [line for line in lines if "属于国家秘密" not in line]
    summary = Summary()
    summary.add(check("\n".join(without)))
    assert (summary.cells, summary.cells_read) == (200, 193)


def test_reports_in_order_and_with_errors_are_counted() -> None:
    clean = clean_report("2021")
    summary = Summary()
    for text in (
        clean,
        clean.replace("惠民活动", "惠民活\u200b动"),
        "\n".join([line for line in clean.split("\n") if "2.重复申请" not in line]),
        "不是报告",
    ):
        summary.add(check(text))
    assert (summary.files, summary.reports) == (4, 3)
    assert (summary.clean, summary.with_errors) == (1, 1)


def test_results_pass_through_as_they_are_counted() -> None:
    summary = Summary()
    results = [check(""), check("不是报告")]
    assert list(summary.watch(results, lambda path: "error")) == results
    assert (summary.files, summary.reports) == (2, 0)
    assert summary.codes == Counter(found.code for r in results for found in r.diagnostics)
    assert summary.severities["error"] == 2
