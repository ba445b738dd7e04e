"""C422 and C423: shares and growth whose both sides are stated."""

from __future__ import annotations

import pytest

from tests.checks.claims.saying import APPLICATIONS, PUBLISHED, said


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("全年公开信息200条，其中政策类50条（占35%），动态类150条（占75%）。", "35%"),
        ("全年公开信息200条，其中政策类50条、动态类150条，分别占25%、65%。", "65%"),
        ("全年公开信息200条，其中政策类50条，占公开总量的30%。", "30%"),
        ("全年公开信息156条，其中政策文件24条，占15.5%。", "15.5%"),
        ("全年公开信息200条，其中政策类50条，占百分之三十五。", "百分之三十五"),
    ],
)
def test_wrong_shares(text: str, place: str) -> None:
    assert said(text, PUBLISHED) == [("C422", place)]


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息200条，其中政策类50条（占25%），动态类150条（占75%）。",
        "全年公开信息156条，其中政策文件24条，占15.4%。",
        "全年公开信息156条，其中政策文件24条，占15.3%。",
        "全年公开信息200条，其中政策类50条，占全县公开总量的3%。",
        "全年公开信息200条，其中政策类50条，约占24%。",
        "发布信息按渠道统计，门户网站占61.3%，公众号占9.4%，视频号占29.3%。",
        "全年公开信息200条，培训50人，占干部总数的80%。",
    ],
)
def test_right_shares_and_shares_of_something_else(text: str) -> None:
    assert said(text, PUBLISHED) == []


def test_shares_of_applications_may_be_of_any_accounting() -> None:
    text = "全年办结政府信息公开申请24件。所有答复件中，予以公开10件，占41.7%。"
    assert said(text, APPLICATIONS) == []
    assert said(text.replace("41.7", "47.1"), APPLICATIONS) == [("C422", "47.1%")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("全年公开信息200条，与2023年160条相比，增长30%。", "增长30%"),
        ("2023年公开160条，2024年公开200条，同比增长20%。", "增长20%"),
        ("公开量由去年的160条上升到今年的200条，上升了30%。", "上升了30%"),
        ("全年公开信息200条，比2023年（160条）减少20%。", "减少20%"),
        ("全年公开信息200条，较2023年的160条增加45条。", "增加45条"),
        ("全年公开信息200条，是上年（100条）的2.5倍。", "2.5倍"),
        ("全年公开信息200条，比2023年的160条翻了一番。", "翻了一番"),
        ("全年公开信息200条，比2023年的160条增长五成。", "增长五成"),
    ],
)
def test_wrong_growth(text: str, place: str) -> None:
    assert said(text, PUBLISHED) == [("C423", place)]


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息200条，同比增长25%（2023年160条）。",
        "全年公开信息200条，较2023年的160条增长25%。",
        "公开量由去年的160条上升到今年的200条，增加40条。",
        "全年公开信息200条，是上年（100条）的两倍。",
        "全年公开信息320条，比2023年的160条增长1倍。",
        "全年公开信息320条，比2023年的160条翻了一番。",
        "全年公开信息208条，比2023年的160条增长三成。",
        "全年公开信息104条，2023年公开90条，同比增长15.5%。",
        "全年公开信息200条，同比增长12.6%。",
        "全年公开信息200条，比2023年的160余条增长30%。",
        "政策解读率由2023年的48%提高到52%，提高4个百分点。",
        "全年公开信息200条，较上年增长25%；公众号关注2000人，比上年增加300人。",
    ],
)
def test_right_growth_and_growth_with_one_side(text: str) -> None:
    assert said(text, PUBLISHED) == []
