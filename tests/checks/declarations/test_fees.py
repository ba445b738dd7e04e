"""D512 and D513: what is said of fees holds together, and the tariff can give it."""

from __future__ import annotations

import pytest

from tests.support.narrative import Found, find, report

FEE = "2024年，我局未收取信息处理费。"
ELSEWHERE = "因政府信息公开工作引起行政复议4件、行政诉讼3件。"


def fees(said: str, elsewhere: str = "") -> list[Found]:
    """What D512 and D513 find with these statements in chapter six and chapter one."""
    return find(report((FEE, said), (ELSEWHERE, ELSEWHERE + "\n\n" + elsewhere)), "D512", "D513")


@pytest.mark.parametrize(
    ("said", "elsewhere"),
    [
        (FEE, "办理申请均未向申请人收取费用。"),
        ("发出收费通知0件，总金额0元，实际收取0元。", ""),
        ("发出信息处理费收费通知2件，总金额300元，实际收取100元。", ""),
        ("发出收费通知1件，总金额380元，申请人逾期未缴纳，未收取信息处理费。", ""),
        ("发出收费通知的件数为1件，收费通知总金额380元，实际收取总金额380元。", ""),
        ("收取信息处理费0.038万元。", ""),
        ("对1件申请收取信息处理费380元，其余申请未收取费用。", ""),
        ("全年收取信息处理费380元。", "2024年，1件申请收取信息处理费380元。"),
        ("全年收取信息处理费380元。", "2023年未收取信息处理费。"),
        (FEE, "上年收取信息处理费200元。"),
        ("信息处理费按10元/页的标准计收，本年度未收取信息处理费。", ""),
        (FEE, "行政事业性收费6.32万元。"),
    ],
)
def test_statements_that_agree(said: str, elsewhere: str) -> None:
    assert fees(said, elsewhere) == []


@pytest.mark.parametrize(
    ("said", "elsewhere", "place"),
    [
        (FEE, "全年收取信息处理费320元。", "320元"),
        ("全年收取信息处理费320元。", "在办理依申请公开中未收取信息处理费。", "320元"),
        ("发出收费通知0件，实际收取信息处理费200元。", "", "收费通知0件，实际收取信息处理费200元"),
        ("发出收费通知0件；实际收取200元。", "", "收费通知0件；实际收取200元"),
        ("发出收费通知1件，总金额100元，实际收取300元。", "", "100元，实际收取300元"),
        ("发出收费通知2件，总金额0元，实际收取0元。", "", "收费通知2件，总金额0元"),
        ("全年收取信息处理费380元。", "全年收取信息处理费320元。", "380元"),
    ],
)
def test_statements_that_contradict_each_other(said: str, elsewhere: str, place: str) -> None:
    found = fees(said, elsewhere)
    assert [(each.code, each.place) for each in found] == [("D512", place)]


@pytest.mark.parametrize("amount", ["325元", "380.5元", "1,005元"])
def test_a_sum_that_the_tariff_cannot_give(amount: str) -> None:
    found = fees(f"全年收取信息处理费{amount}。")
    assert [(each.code, each.place) for each in found] == [("D513", amount)]


@pytest.mark.parametrize(
    ("amount", "flagged"),
    [("63200元", False), ("63210元", False), ("70000元", True), ("7万元", True)],
)
def test_a_sum_above_all_charges(amount: str, flagged: bool) -> None:
    found = fees(f"全年收取信息处理费{amount}。")
    assert [each.code for each in found] == (["D513"] if flagged else [])
    assert not flagged or "6.32" in found[0].message
