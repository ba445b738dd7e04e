"""T211: the same figure in the text and in the table, but for the unit."""

from __future__ import annotations

import pytest

from tests.support.tables import Draft, said


def draft_of(amount: str, *sentences: str, row: str = "fees", column: str = "amount") -> Draft:
    draft = Draft()
    for sentence in sentences:
        draft.say(sentence)
    draft.table("二", {row: {column: amount}})
    return draft


@pytest.mark.parametrize(
    ("amount", "sentence"),
    [
        ("46000", "全年收取行政事业性收费46000元。"),
        ("46000", "全年收取行政事业性收费4.6万元。"),
        ("4.6", "全年收取行政事业性收费46000万元。"),
        ("4.6", "行政事业性收费共计4.6元。"),
    ],
)
def test_a_difference_of_exactly_the_unit(amount: str, sentence: str) -> None:
    draft = draft_of(amount, sentence)
    (finding,) = draft.find("T211")
    assert finding.cell == ("二", "fees", "amount")
    assert f"“{finding.values['written']}”" in said(finding) and "一万倍" in said(finding)
    (stated,) = finding.related
    assert draft.text[stated.span.start : stated.span.end] == finding.values["written"]


@pytest.mark.parametrize(
    ("amount", "sentences"),
    [
        ("4.6", ["全年收取行政事业性收费4.6万元。"]),
        ("4.6", ["全年收取行政事业性收费46000元。"]),
        ("46000", ["全年收取信息处理费46000元。"]),  # not this row
        ("46000", ["上年收取行政事业性收费46000元。"]),  # not this year
        ("46000", ["2023年收取行政事业性收费46000元。"]),
        ("46000", ["收取行政事业性收费460余元。"]),
        ("46000", ["收取行政事业性收费46500元。"]),  # another difference: C407
        ("4.6", ["收取行政事业性收费4.6元。", "行政事业性收费4.6万元。"]),  # one of them fits
        ("0", ["收取行政事业性收费0元。"]),
    ],
)
def test_what_is_no_slip_of_the_unit(amount: str, sentences: list[str]) -> None:
    assert draft_of(amount, *sentences).find("T211") == []


def test_a_count_in_ten_thousands() -> None:
    draft = draft_of("12", "全年办结行政许可12万件。", row="licences", column="decisions")
    (finding,) = draft.find("T211")
    assert finding.values["written"] == "12万件"
    right = draft_of("120000", "全年办结行政许可12万件。", row="licences", column="decisions")
    assert right.find("T211") == []
