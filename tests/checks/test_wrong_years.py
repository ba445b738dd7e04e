"""Years that decide on no edition of the format: before the first one, or wrong in the title."""

from __future__ import annotations

import pytest

import gpar_lint
from tests.support.narrative import report

TITLE = "澄溪县文化和旅游局2024年政府信息公开工作年度报告\n"


def codes(text: str) -> list[str]:
    return [finding.code for finding in gpar_lint.check_text(text)]


def test_before_the_first_format_there_is_none_to_hold_a_report_against() -> None:
    text = report().replace("2023", "2017").replace("2024", "2018").replace("2025", "2019")
    assert codes(text) == ["S103"]  # no L601, no T210
    later = (
        text.replace("2018", "2020").replace("2017", "2019").replace("2019年1月20", "2021年1月20")
    )
    assert {"L601", "T210"} <= set(codes(later))


@pytest.mark.parametrize("year", [2015, 2019, 2020])
def test_a_wrong_year_in_the_title_alone_decides_on_no_table(year: int) -> None:
    said = codes(report((TITLE, TITLE.replace("2024", str(year)))))
    assert "C431" in said and "T210" not in said and "L601" not in said
