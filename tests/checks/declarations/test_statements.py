"""D501, D502, D504, D505, D507: statements that a report has to make, in many wordings."""

from __future__ import annotations

import pytest

from tests.support.narrative import find, fixed, report

FEE = "2024年，我局未收取信息处理费。"
CONTACT = (
    "如对本报告有疑问，请与澄溪县文化和旅游局办公室联系（地址：澄溪县城关镇文昌路12号；邮编：334618；"
    "电话：0793-5550163；传真：0793-5550164；电子邮箱：wlj@chengxi.gov.cn）。"
)
DOWNLOAD = "本报告的电子版可在澄溪县人民政府门户网站（http://www.chengxi.gov.cn）下载。"
PERIOD = "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
STATEMENTS = ("D501", "D502", "D504", "D505", "D507")


def codes(text: str) -> list[str]:
    return [found.code for found in find(text, *STATEMENTS)]


def test_a_statement_whose_figure_is_missing_is_made() -> None:
    blank = report((FEE, "2024年，我局收取信息处理费  元。"))
    assert [found.code for found in find(blank, *STATEMENTS, "C425")] == ["C425"]
    assert codes(report((FEE, "2024年，我局收取信息处理费，规范管理。"))) == ["D501"]


@pytest.mark.parametrize(
    "said",
    [
        "2024年未收取信息处理费用。",
        "本年度没有产生信息处理费。",
        "本年度暂未开展信息处理费收取工作。",
        "我局不存在信息公开收费情况。",
        "无收取信息处理费情况。",
        "发出收费通知0件，总金额0元，实际收取总金额0元。",
        "有1件申请收取信息处理费380元。",
        "2024年及历年政府信息公开均未收取任何费用。",
        "政府信息公开的收费及减免情况：无。",
        "依申请公开收费情况：2024年度未发生收费。",
        "（一）信息处理费收取情况\n\n无。",
        "（一）收费情况。本年度无。",
        "依据《政府信息公开信息处理费管理办法》，本年度未向申请人收取任何费用。",
        "按照国办函〔2020〕109号文件，本年度政府信息公开零收费。",
        "本机关2024年度依申请公开信息处理费收取金额为0元。",
    ],
)
def test_a_fee_statement_in_any_wording(said: str) -> None:
    assert codes(report((FEE, said))) == []


@pytest.mark.parametrize(
    "said",
    [
        "无。",
        "2024年，我局办理人大代表建议2件。",
        "学习《政府信息公开信息处理费管理办法》。",
        "全面落实行政事业性收费目录清单制度，无乱收费现象。",
    ],
)
def test_no_fee_statement(said: str) -> None:
    found = find(report((FEE, said)), *STATEMENTS)
    assert [(each.code, each.place) for each in found] == [("D501", "六、其他需要报告的事项")]


def test_a_fee_statement_in_chapter_one_is_one() -> None:
    text = report(
        (FEE, "无其他事项。"),
        ("行政诉讼3件。", "行政诉讼3件。\n\n办理依申请公开工作中，均未向申请人收取费用。"),
    )
    assert codes(text) == []


def test_a_malformed_number_is_a_contact_all_the_same() -> None:
    text = report((CONTACT, "本报告在县政府网站公布，咨询电话0793-55501。"))
    assert [found.code for found in find(text, "D502", "D503", "D508")] == ["D508"]


def test_reports_on_2019_need_no_fee_statement() -> None:
    assert find(report(edition="2019"), "D501") == []


@pytest.mark.parametrize(
    "said",
    [
        "如有疑问和建议，请与局办公室联系。（办公地址：文昌路12号，联系电话：0793-5550163。）",
        "公众对本报告如有异议，可致电0793-5550163咨询。",
        "如需进一步了解本年度报告，请联系县文旅局办公室，电话0793-5550163。",
        "联系电话：0793-5550163",
        "联系方式\n\n地址：文昌路12号\n\n电话：0793-5550163",
        "欢迎社会各界提出意见建议，电话：0793-5550163。",
        "有关情况可咨询县文旅局办公室：0793-5550163。",
        "如需了解更多信息，请登录县政府网站，或致电0793-5550163咨询。",
        "如对报告内容有疑问，可向澄溪县文化和旅游局办公室咨询，电话（0793）5550163。",
    ],
)
def test_a_contact_statement_in_any_wording(said: str) -> None:
    assert find(report((CONTACT, said)), "D502", "D503") == []


@pytest.mark.parametrize(
    "said",
    [
        "",
        "加强与代表委员的沟通联系，认真听取意见建议。",
        "公开监督举报电话，广泛接受群众监督。",
        "公开监督举报电话0793-5550163，广泛接受群众监督。",
        "欢迎公众对政府信息公开工作提出意见建议。",
    ],
)
def test_no_contact_statement(said: str) -> None:
    found = find(report((CONTACT, said)), "D502", "D503")
    assert [(each.code, each.place) for each in found] == [("D502", "六、其他需要报告的事项")]


@pytest.mark.parametrize(
    "said",
    [
        "如对本报告有疑问，请与局办公室联系（地址：文昌路12号；邮编：334618）。",
        "如有疑问，请与澄溪县文化和旅游局联系。",
        "如对本报告有疑问，请与局办公室联系（地址：文昌路12号；邮编：334618；电话：）。",
    ],
)
def test_a_contact_statement_without_telephone(said: str) -> None:
    assert [each.code for each in find(report((CONTACT, said)), "D502", "D503")] == ["D503"]


@pytest.mark.parametrize(
    "said",
    [
        "本报告可通过县政府网站→政府信息公开专栏→年报查阅，其网址为http://www.chengxi.gov.cn/nb/。",
        "公布和获取方式：在澄溪县人民政府门户网站年度报告栏目查阅及下载。",
        "本报告在澄溪县人民政府网站全文公开。",
        "公众可登录澄溪县人民政府网站查阅本报告。",
        "本年度报告通过政务服务平台向社会公布。",
    ],
)
def test_a_place_of_publication_in_any_wording(said: str) -> None:
    assert codes(report((DOWNLOAD, said))) == []


def test_a_preamble_within_chapter_one_counts() -> None:
    text = report()
    preamble = text.split("\n\n")[1]
    opening = "一、总体情况\n\n"
    moved = text.replace(preamble + "\n\n", "").replace(opening, opening + preamble + "\n\n")
    contact = moved.replace(CONTACT, "").replace(DOWNLOAD, DOWNLOAD + CONTACT)
    assert codes(moved) == codes(contact) == []
    assert find(contact.replace("31日止", "30日止"), "D506") != []


def test_no_place_of_publication() -> None:
    text = report((DOWNLOAD, ""))
    assert codes(text) == ["D504"]
    assert "本报告的电子版可在" in fixed(text, "D504", safe=False)


@pytest.mark.parametrize(
    "said",
    [
        "本报告数据统计时限为2024年1月1日至12月31日。",
        "数据统计期：2024年1月1日-2024年12月31日。",
        "本报告所列数据时间跨度为2024年全年。",
        "统计期限自202411日起至1231日止。",
        "数据核定时间点为2024年12月31日。",
        "报告期为2024年1月—12月。",
    ],
)
def test_a_statistics_period_in_any_wording(said: str) -> None:
    assert codes(report((PERIOD, said))) == []


def test_no_statistics_period() -> None:
    text = report((PERIOD, ""))
    assert codes(text) == ["D505"]
    assert PERIOD in fixed(text, "D505", safe=False)


def test_the_basis_may_stand_in_chapter_one() -> None:
    text = report()
    preamble = text.split("\n\n")[1]
    bare = text.replace(preamble, "本报告由局办公室编制。" + PERIOD + DOWNLOAD)
    assert codes(bare) == []
    gone = bare.replace("认真贯彻落实《条例》", "认真落实公开要求")
    assert codes(gone) == ["D507"]
    assert "国办公开办函〔2021〕30号" in fixed(gone, "D507", safe=False)


def test_what_follows_from_a_missing_chapter_is_not_said_again() -> None:
    text = report()
    start = text.index("六、其他需要报告的事项")
    assert codes(text[:start]) == []
    assert codes(text[:start] + "六、其他需要报告的事项\n") == []


def test_without_preamble_the_first_heading_is_the_place() -> None:
    text = report()
    preamble = text.split("\n\n")[1]
    found = find(text.replace(preamble + "\n\n", ""), "D504", "D505")
    assert {(each.code, each.place) for each in found} == {
        ("D504", "一、总体情况"),
        ("D505", "一、总体情况"),
    }


def test_inserted_statements_stand_in_their_own_paragraph() -> None:
    text = report((FEE, "无。"))
    assert "\n\n2024年，本机关未收取信息处理费。" in fixed(text, "D501", safe=False)
    windows = report((CONTACT, "")).replace("\n", "\r\n")
    mended = fixed(windows, "D502", safe=False)
    assert "未收取信息处理费。\r\n\r\n如对本报告有疑问" in mended
    assert mended.rstrip().endswith("2025年1月20日")
