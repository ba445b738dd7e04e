"""D508 to D511: telephone numbers, postcodes, e-mail and web addresses."""

from __future__ import annotations

import pytest

from tests.support.narrative import find, fixed, report

TELEPHONE = "电话：0793-5550163；传真：0793-5550164"
POSTCODE = "邮编：334618"
EMAIL = "电子邮箱：wlj@chengxi.gov.cn"
URL = "（http://www.chengxi.gov.cn）下载。"


@pytest.mark.parametrize(
    "said",
    [
        "电话：0793-5550163",
        "电话：（0793）5550163",
        "电话：(0793)5550163",
        "电话：07935550163",
        "电话：0793 5550163",
        "电话：0793 - 555 0163",
        "电话：5550163",
        "电话：85550163",
        "电话：010-85550163",
        "电话：0571-85550163",
        "电话：+86-793-5550163",
        "电话：86-0793-5550163",
        "电话：0793-5550163转8001",
        "电话：0793-5550163-8001",
        "电话：0793-5550163、5550165",
        "电话：0793-5550163/5550165",
        "电话：0793-5550163；0793-5550165",
        "电话：0793-5550163、65",
        "联系电话：13900005555",
        "联系电话：139 0000 5555",
        "电话：400-880-5555",
        "电话：4008805555",
        "政务服务热线：12345",
        "热线：0793-12345",
        "电话：0793-5550163（办公室）",
        "（电话：（0793）5550163）2025年",
        "联系方式：办公室 0793-5550163",
        "电话：0793-5550163　2025年1月20日",
        "全年接听电话320次，电话：0793-5550163",
        "联系方式：1.地址：文昌路12号；2.电话：0793-5550163",
        "电话：0793-5550163 邮编",
    ],
)
def test_right_telephone_numbers(said: str) -> None:
    assert find(report((TELEPHONE, said)), "D508", "D503") == []


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("电话：0793-555016", "0793-555016"),
        ("电话：025-855501，通信地址：文昌路12号", "025-855501"),
        ("咨询：0793-555016", "0793-555016"),
        ("请拨打0793-555016咨询", "0793-555016"),
        ("电话：0793-555016312", "0793-555016312"),
        ("电话：079-5550163", "079-5550163"),
        ("电话：0793-5550163、0793-555016", "0793-555016"),
        ("联系电话：1390000555", "1390000555"),
        ("传真：555016", "555016"),
        ("电话：0793—555016", "0793—555016"),
    ],
)
def test_wrong_telephone_numbers(said: str, place: str) -> None:
    found = find(report((TELEPHONE, said)), "D508", "D503")
    assert [(each.code, each.place) for each in found] == [("D508", place)]
    assert "位数或区号不对" in found[0].message


@pytest.mark.parametrize("dash", ["—", "——", "－", "–", "一", "~", "--", "-—"])
def test_another_separator_than_the_hyphen_is_mended(dash: str) -> None:
    text = report((TELEPHONE, f"电话：0793{dash}5550163"))
    assert [each.place for each in find(text, "D508")] == [f"0793{dash}5550163"]
    assert "电话：0793-5550163" in fixed(text, "D508", safe=True)


def test_calls_counted_in_the_narrative_are_no_numbers() -> None:
    text = report(("全年未发生责任追究情形。", "全年接听咨询电话1200余次，受理热线：56件。"))
    assert find(text, "D508") == []


@pytest.mark.parametrize(
    "said",
    [
        "邮编：334618",
        "邮政编码：334 618",
        "邮编334618",
        "邮编：334618 0793-5550163",
        "邮编：E-mail：",
    ],
)
def test_right_postcodes(said: str) -> None:
    assert find(report((POSTCODE, said)), "D509") == []


@pytest.mark.parametrize("code", ["33461", "3346180", "33461O"])
def test_wrong_postcodes(code: str) -> None:
    found = find(report((POSTCODE, f"邮政编码：{code}")), "D509")
    assert [each.place for each in found] == [code]


@pytest.mark.parametrize(
    "said",
    [
        "电子邮箱：wlj@chengxi.gov.cn",
        "邮箱：wen_lv.ju-2@163.com",
        "邮箱：<wlj@126.com>",
        "E-mail:wlj@126.com、bgs@126.com",
        "邮箱：wlj@126.com 0793-5550163",
        "邮箱：wlj@126.com http://www.chengxi.gov.cn",
        "邮箱：http://mail.chengxi.gov.cn",
        "邮箱：无",
        "设立意见箱和邮箱12个",
    ],
)
def test_right_email_addresses(said: str) -> None:
    assert find(report((EMAIL, said)), "D510") == []


@pytest.mark.parametrize(
    "address",
    [
        "wlj.chengxi.gov.cn",
        "wlj@chengxi",
        "wlj@@126.com",
        "wlj@chengxi，gov.cn",
        "wlj#126.com",
        "wlj＠126.com",
        "@126.com",
    ],
)
def test_wrong_email_addresses(address: str) -> None:
    found = find(report((EMAIL, f"电子邮箱：{address}")), "D510")
    assert [each.code for each in found] == ["D510"]


@pytest.mark.parametrize(
    "address",
    [
        "http://www.chengxi.gov.cn/",
        "https://www.chengxi.gov.cn/col/col1229/index.html?id=3&page=2",
        "www.chengxi.gov.cn",
        "WWW.CHENGXI.GOV.CN",
        "http://192.0.2.10:88/nb/",
        "http://chengxi.gov.cn",
        "http://www.chengxi.gov.cn、http://wlj.chengxi.gov.cn",
        "www.chengxi.gov.cn，www.cx-travel.com",
        "<http://www.chengxi.gov.cn>",
        "http://www.chengxi.gov.cn 政府信息公开专栏",
        "http://www.chengxi.gov.cn专栏",
        "http://www.chengxi.gov.cn；邮箱wlj@126.com",
        "http://www.chengxi.gov.cn,www.cx-travel.com",
        "http://www.chengxi.gov.cn,如有疑问",
        "ppt/pdf",
    ],
)
def test_right_web_addresses(address: str) -> None:
    assert find(report((URL, f"（{address}）下载。")), "D511") == []


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("http://www.chengxi.\n\ngov.cn", "断开"),
        ("http://www.chengxi.gov.cn/\nnb/index.html", "断开"),
        ("http://www. chengxi.gov.cn", "断开"),
        ("http://www)chengxi.gov.cn", "不完整"),
        ("http://www", "不完整"),
        ("http://www.chengxi", "不完整"),
        ("http://www.chengxi.gov", "不完整"),
        ("http://www.chengxi.gov.c", "不完整"),
        ("http://www、chengxi.gov.cn", "不完整"),
        ("www.chengxi，gov.cn", "不完整"),
        ("http://www..chengxi.gov.cn", "不完整"),
        ("http：//www.chengxi.gov.cn", "开头"),
        ("http:/www.chengxi.gov.cn", "开头"),
        ("htp://www.chengxi.gov.cn", "开头"),
        ("http//www.chengxi.gov.cn", "开头"),
        ("http://http://www.chengxi.gov.cn", "多余"),
        ("http://www．chengxi．gov．cn", "多余"),
    ],
)
def test_wrong_web_addresses(address: str, kind: str) -> None:
    found = find(report((URL, f"（{address}）下载。")), "D511")
    assert [each.code for each in found] == ["D511"]
    assert kind in found[0].message


def test_an_address_at_the_end_of_a_full_line_of_a_wrapped_text_is_whole() -> None:
    lines = report().split("\n")
    wrapped = []
    for line in lines:
        if "\t" in line:
            wrapped.append(line)
        else:
            wrapped += [line[start : start + 38] for start in range(0, max(1, len(line)), 38)]
    text = "\n".join(wrapped)
    place = text.index("http://")
    assert "\n" in text[place : place + 30]
    assert find(text, "D511") == []


def test_a_number_is_shown_without_the_blanks_in_it() -> None:
    found = find(report((TELEPHONE, "电话：0793—  5550163")), "D508")
    assert [each.place for each in found] == ["0793—  5550163"]
    assert "0793—5550163" in found[0].message
