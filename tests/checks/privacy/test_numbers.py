"""P801 to P803: personal numbers, and numbers that only look like them."""

from __future__ import annotations

import pytest

from tests.support.narrative import find, report, with_paragraph

TELEPHONE = "电话：0793-5550163；传真：0793-5550164"
# 11010519491231002X is the sample number of GB 11643.
IDENTITY = "11010519491231002X"
CARD = "6222020000001111111"


@pytest.mark.parametrize(
    ("said", "code", "place"),
    [
        (f"申请人身份证号码为{IDENTITY}。", "P801", IDENTITY),
        (f"申请人身份证号码为{IDENTITY.lower()}，已核对。", "P801", IDENTITY.lower()),
        ("申请人张某（手机13900005555）已收到答复。", "P802", "13900005555"),
        ("已通知当事人，号码13900005555。", "P802", "13900005555"),
        ("申请人联系电话13900005555，已答复。", "P802", "13900005555"),
        ("由局机关各办公室提供稿件，张三13900005555。", "P802", "13900005555"),
        ("某同志电话13900005555。", "P802", "13900005555"),
        (f"退费至申请人银行卡{CARD}。", "P803", CARD),
        ("退费至银行卡4111111111111111。", "P803", "4111111111111111"),
        ("退费至银行卡6222 0200 0000 1111 111。", "P803", "6222 0200 0000 1111 111"),
    ],
)
def test_personal_numbers(said: str, code: str, place: str) -> None:
    found = find(with_paragraph(said), "P")
    assert [(each.code, each.place) for each in found] == [(code, place)]
    assert place not in found[0].message


@pytest.mark.parametrize(
    "said",
    [
        "信息索引编号为110105194912310021。",
        "统一社会信用代码为11330000MB0000000X。",
        "政务服务事项编码6222020000001111115。",
        f"政务服务事项编码{CARD}。",
        "公文流转编号2024139000055550001。",
        "工单号13900005555已办结。",
        "咨询电话13900005555。",
        "全年阅读量139000055550次。",
    ],
)
def test_other_numbers(said: str) -> None:
    assert find(with_paragraph(said), "P") == []


@pytest.mark.parametrize(
    "said",
    [
        "电话：13900005555",
        "手机：13900005555",
        "办公室公务手机：13900005555",
        "联系方式：13900005555",
    ],
)
def test_the_official_contact_may_be_a_mobile_number(said: str) -> None:
    assert find(report((TELEPHONE, said)), "P") == []
