"""C431 and C432: stale years, other agencies' names."""

from __future__ import annotations

import pytest

from tests.checks.claims.saying import FEE, PUBLISHED, added, said
from tests.support.narrative import find, report

OPENING = "2024年，澄溪县文化和旅游局认真贯彻"
ANNOUNCED = "现公布澄溪县文化和旅游局2024年政府信息公开工作年度报告"
CONTACT = "请与澄溪县文化和旅游局办公室联系"


def test_a_stale_opening() -> None:
    text = report((OPENING, OPENING.replace("2024", "2023")))
    assert [found.place for found in find(text, "C431")] == ["2023"]


def test_a_stale_announcement() -> None:
    assert said(ANNOUNCED.replace("2024", "2023"), ANNOUNCED) == [("C431", "2023")]


def test_the_title_is_wrong_when_the_text_agrees_on_another_year() -> None:
    text = report(
        (OPENING, OPENING.replace("2024", "2023")),
        (ANNOUNCED, ANNOUNCED.replace("2024", "2023")),
        (FEE, FEE.replace("2024", "2023")),
    )
    [found] = find(text, "C431")
    assert text.index("2024年政府信息公开工作年度报告") >= 0
    assert found.place == "2024"
    assert "2023" in found.message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年度，我局主动公开政府信息200条。", ["2023"]),
        ("截至2023年12月底，累计公开政府信息200条。", ["2023"]),
        ("2023年在县政府门户网站主动公开政府信息200条。", ["2023"]),
        ("2023年，我局共发布信息200条，2024年发布240条。", []),
        ("2024年新收政府信息公开申请23件。2023年收到政府信息公开申请12件。", []),
        ("2024年公开信息200条。2023年收到政府信息公开申请23件。", ["2023"]),
        ("2023年，我局发布信息200条，比上年同期增长10%。", []),
        ("2022年开通的“澄溪文旅”公众号发布信息200条。", []),
        ("2020年以来，我局累计公开政府信息1200条。", []),
        ("截至2024年12月31日，累计公开政府信息200条。", []),
        ("公开2023年度部门决算信息12条。", []),
        ("按照《澄溪县2023年政务公开工作要点》，我局公开信息30条。", []),
    ],
)
def test_years_of_the_own_work(text: str, found: list[str]) -> None:
    places = [place for code, place in said(text, PUBLISHED) if code == "C431"]
    assert places == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年，我局未收取信息处理费。", ["2023"]),
        ("2024年及历年均未收取信息处理费。", []),
        ("2024年未收取信息处理费。2023年收取信息处理费100元。", []),
        ("按照国办函〔2020〕109号规定，我局未收取信息处理费。", []),
    ],
)
def test_the_year_of_the_fee_statement(text: str, found: list[str]) -> None:
    assert [place for _, place in said(text, FEE, "C431")] == found


def test_a_stale_caption() -> None:
    heading = "二、主动公开政府信息情况\n\n"
    text = report((heading, f"{heading}2023年主动公开政府信息情况统计表\n\n"))
    assert [found.place for found in find(text, "C431")] == ["2023"]


def test_plans_for_next_year() -> None:
    assert said("2025年，我局将公开政府信息300条。", PUBLISHED, "C431") == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (ANNOUNCED, ANNOUNCED.replace("文化和旅游", "水利"), "澄溪县水利局"),
        (CONTACT, CONTACT.replace("文化和旅游", "林业"), "澄溪县林业局"),
        (CONTACT, "请与澄溪县林业局政务公开办公室联系", "澄溪县林业局"),
        (CONTACT, "联系方式：澄溪县林业局办公室", "澄溪县林业局"),
        (FEE, "2024年，澄溪县教育局未收取信息处理费。", "澄溪县教育局"),
        (FEE, "2024年，我镇未收取信息处理费。", "我镇"),
    ],
)
def test_names_of_other_agencies(old: str, new: str, place: str) -> None:
    assert said(new, old) == [("C432", place)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (FEE, "2024年，县文旅局未收取信息处理费。"),
        (FEE, "2024年，本机关未收取信息处理费。"),
        (FEE, "2024年,我局未收取信息处理费。"),
        (FEE, "2024年，澄溪县文旅局未收取信息处理费。"),
        (CONTACT, "请与澄溪县人民政府办公室联系"),
        (CONTACT, "请与局办公室联系"),
        (CONTACT, "请与县政务公开办公室联系"),
        (CONTACT, "联系方式：县文旅局，"),
        (CONTACT, "请与澄溪县数据局联系"),
        (FEE, "2024年，各乡镇未收取信息处理费。"),
        (FEE, "克服自我镇定不足，我局未收取信息处理费。"),
        (CONTACT, "请与澄溪县政务服务和大数据局联系"),
    ],
)
def test_short_names_and_higher_organs(old: str, new: str) -> None:
    assert said(new, old) == []


def test_other_agencies_named_in_passing() -> None:
    assert added("在县政府办公室指导下，与县水利局、县林业局开展业务交流。", "公开") == []


@pytest.mark.parametrize("spoken", ["我街道", "本街道", "全街道"])
def test_a_subdistrict_may_call_itself_one(spoken: str) -> None:
    text = report((FEE, f"2024年，{spoken}未收取信息处理费。"))
    text = text.replace("澄溪县文化和旅游局", "澄溪县槐荫街道办事处").replace("我局", "我街道")
    assert find(text, "C432") == []
