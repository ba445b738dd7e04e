"""D506 and D514: the statistics period, the date of the report."""

from __future__ import annotations

import pytest

from tests.support.narrative import find, report

PERIOD = "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
DATE = "2025年1月20日"


@pytest.mark.parametrize(
    "said",
    [
        "统计期限自2024年1月1日起至12月31日止。",
        "统计期：2024年1月1日-2024年12月31日。",
        "统计数据从2024年1月1日到12月31日。",
        "统计时限为２０２４年１月１日—１２月３１日。",
        "统计时间为2024.1.1-2024.12.31。",
        "统计期限为2024年1月至12月。",
        "统计期限自二〇二四年一月一日起至二〇二四年十二月三十一日止。",
        "统计期限自2024年3月县文化和旅游局成立之日起，至2024年12月31日止。",
        "统计期限自2024年3月18日（县文旅局挂牌成立）起至2024年12月31日止。",
        "统计期限自2024年1月1日起至2024年9月30日（机构改革撤销之日）止。",
        "统计期限自202411日起至1231日止。",
        "统计数据截至2024年12月31日。",
        "本报告所列数据统计期限自2024年1月1日起至2024年12月31日止，《条例》自2019年5月15日起施行。",
    ],
)
def test_right_periods(said: str) -> None:
    assert find(report((PERIOD, said)), "D506") == []


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("统计期限自2023年1月1日起至2023年12月31日止。", "2023年1月1日起至2023年12月31日"),
        ("统计期限自2024年1月1日起至2024年11月30日止。", "2024年1月1日起至2024年11月30日"),
        ("统计期限自2024年1月1日起至10月31日止。", "2024年1月1日起至10月31日"),
        ("统计时间段为2023年1月1日至2024年12月31日。", "2023年1月1日至2024年12月31日"),
        ("统计期限自2024年2月1日至2024年12月31日。", "2024年2月1日至2024年12月31日"),
        ("统计期：2024.1.1-2024.12.30。", "2024.1.1-2024.12.30"),
        ("统计期限自2023年3月县文旅局成立之日起，至2023年12月31日止。", None),
    ],
)
def test_wrong_periods(said: str, place: str | None) -> None:
    found = find(report((PERIOD, said)), "D506")
    assert [each.code for each in found] == ["D506"]
    assert place is None or found[0].place == place
    assert "2024年1月1日至2024年12月31日" in found[0].message


def test_dates_of_other_things_are_no_period() -> None:
    text = report(("全年未发生责任追究情形。", "3月1日至4月30日开展数据清理，统计信息240条。"))
    assert find(text, "D506") == []


def test_where_the_title_alone_differs_it_is_the_title_that_is_wrong() -> None:
    title = "澄溪县文化和旅游局2024年政府信息公开工作年度报告"
    text = report().replace("2024年", "2023年").replace(title.replace("2024", "2023"), title, 1)
    assert find(text, "D506") == []
    dated = text.replace(DATE, "2024年1月20日")
    assert find(dated, "D506", "D514") == []
    assert [each.code for each in find(text.replace("12月31日止", "11月30日止"), "D506")] == [
        "D506"
    ]


@pytest.mark.parametrize(
    "date",
    ["2024年12月20日", "2023年1月20日", "二〇二四年十二月二十日", "2024年12月3日", "2024-12-25"],
)
def test_dated_before_the_year_is_over(date: str) -> None:
    found = find(report((DATE, date)), "D514")
    assert [each.place for each in found] == [date]


@pytest.mark.parametrize(
    "date",
    [
        "2025年1月20日",
        "二〇二五年一月二十日",
        "2024年12月31日",
        "2025-01-20",
        "2024年12月底前全部完成。",
    ],
)
def test_dated_in_time(date: str) -> None:
    assert find(report((DATE, date)), "D514") == []


def test_agency_and_date_on_one_line_and_a_label_above_the_text() -> None:
    line = "澄溪县文化和旅游局　2024年12月20日"
    assert [each.place for each in find(report((DATE, line)), "D514")] == ["2024年12月20日"]
    labelled = report(("\n\n根据《", "\n\n发布日期：2024-12-25\n\n根据《"))
    assert [each.place for each in find(labelled, "D514")] == ["2024-12-25"]
    period = report(("\n\n根据《", "\n\n统计日期：2024-01-01至2024-12-31\n\n根据《"))
    assert find(period, "D514") == []
    assert find(report((DATE, "于2024年12月20日召开会议。")), "D514") == []


def test_a_period_within_chapter_one() -> None:
    said = "统计数据时间从2024年1月1日至11月30日。"
    text = report((PERIOD, ""), ("一、总体情况\n\n", f"一、总体情况\n\n{said}\n\n"))
    assert [each.place for each in find(text, "D506")] == ["2024年1月1日至11月30日"]
