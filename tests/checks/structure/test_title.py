"""S101 to S104: the title."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks.structure.reports import codes, findings, fixed, found
from tests.support.narrative import report

TITLE = "澄溪县文化和旅游局2024年政府信息公开工作年度报告\n\n根据"


def titled(title: str) -> str:
    return report((TITLE, f"{title}\n\n根据"))


def test_no_title_is_said_on_the_first_line() -> None:
    [finding] = found(titled("澄溪县文化和旅游局"))
    assert (finding.code, finding.place) == ("S101", "澄溪县文化和旅游局")


@pytest.mark.parametrize(
    "title",
    [
        "澄溪县文化和旅游局\n2024年政府信息公开工作年度报告",
        "2024年澄溪县文化和旅游局政府信息公开工作年度报告",
        "澄溪县文化和旅游局 2024 年政府信息公开工作年度报告",
        "澄溪县文化和旅游局政府信息公开工作年度报告（2024年）",
        "澄溪县文化和旅游局政府信息公开工作年度报告（2024年度）",
        "2024年澄溪县人民政府信息公开工作年度报告",
    ],
)
def test_titles_as_they_should_be(title: str) -> None:
    assert codes(titled(title)) == []


def test_a_title_without_year_says_where_the_year_was_taken_from() -> None:
    [finding] = found(titled("澄溪县文化和旅游局政府信息公开工作年度报告"))
    assert finding.code == "S102"
    assert "统计期限" in finding.message and "2024" in finding.message


def test_a_title_without_year_in_a_report_without_period() -> None:
    period = "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
    text = report((TITLE, "澄溪县文化和旅游局政府信息公开工作年度报告\n\n根据"), (period, ""))
    [finding] = found(text)
    assert finding.code == "S102"
    assert "出现最多" in finding.message


def test_the_year_of_the_period_can_be_put_into_the_title() -> None:
    text = fixed(titled("澄溪县文化和旅游局政府信息公开工作年度报告"), "S102", safe=False)
    assert text.startswith("澄溪县文化和旅游局2024年政府信息公开工作年度报告\n")


@pytest.mark.parametrize(("year", "flagged"), [(2018, True), (2019, False), (2021, False)])
def test_years_before_the_first_format(year: int, flagged: bool) -> None:
    text = titled(f"澄溪县文化和旅游局{year}年政府信息公开工作年度报告")
    assert ("S103" in codes(text)) is flagged


@pytest.mark.parametrize(("year", "flagged"), [(2025, False), (2026, False), (2027, True)])
def test_years_to_come(year: int, flagged: bool) -> None:
    text = titled(f"澄溪县文化和旅游局{year}年政府信息公开工作年度报告")
    said = [finding.code for finding in findings(text, today=date(2025, 2, 1))]
    assert ("S103" in said) is flagged
    assert "S103" not in [finding.code for finding in findings(text)]


@pytest.mark.parametrize(
    "slip",
    [
        "2024年度政府信息公开工作年度报告",
        "2024年信息公开工作年度报告",
        "2024年政府信息公开年度工作报告",
        "2024年政府信息公开工作报告",
        "2024年政府信息公开工作的年度报告",
        "2024年政府信息公开年度报告",
        "2024年度政府信息公开工作报告",
    ],
)
def test_slips_of_the_title_are_mended_safely(slip: str) -> None:
    text = fixed(titled(f"澄溪县文化和旅游局{slip}"), "S104", safe=True)
    assert text.startswith("澄溪县文化和旅游局2024年政府信息公开工作年度报告\n")


def test_the_year_doubled_before_the_agency() -> None:
    text = titled("2024年度澄溪县文化和旅游局政府信息公开工作年度报告")
    assert fixed(text, "S104", safe=True).startswith("2024年澄溪县文化和旅游局政府信息公开")


def test_a_wrapped_title_keeps_its_line_break() -> None:
    text = titled("澄溪县文化和旅游局\n2024年度政府信息公开\n工作年度报告")
    mended = fixed(text, "S104", safe=True)
    assert mended.startswith("澄溪县文化和旅游局\n2024年政府信息公开\n工作年度报告\n")


def test_another_subject_is_said_and_left_alone() -> None:
    [finding] = findings(titled("澄溪县文化和旅游局2024年政务公开工作年度报告"))
    assert finding.code == "S104"
    assert finding.fix is None
