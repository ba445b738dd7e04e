"""Defects of what a report has to declare: fees, contact, period, dates."""

from __future__ import annotations

import re
from random import Random

from tests.accuracy.defects.planting import Defect, Planted, planted, said_instead
from tests.accuracy.draft import Draft, Part

_PERIOD = "统计期|统计数据|统计时|数据核定|统计时间"


def no_fee_statement(draft: Draft, random: Random) -> Planted | None:
    if draft.edition.name != "2021":
        return None
    text = random.choice(
        ["本年度人大代表建议和政协提案办理结果已全部公开。", "无其他需要报告的事项。", "无。"]
    )
    draft.rewrite("收费", text)
    return planted("D501", "六", "收费")


def no_contact(draft: Draft, random: Random) -> Planted:
    draft.drop("联系")
    return planted("D502", "导言", "六", "文末", *(part.name for part in draft.parts[-4:]))


def no_telephone(draft: Draft, random: Random) -> Planted | None:
    text = re.sub(
        "[；，：]?(?:(?:联系)?电话|传真)：(?:（[0-9]+）)?[0-9 、-]+", "", draft.text("联系")
    )
    text = text.replace("（；", "（")
    if "地址" not in text:
        return None
    draft.rewrite("联系", text)
    return planted("D503", "联系")


def _without(draft: Draft, name: str, pattern: str) -> None:
    sentences = [s for s in draft.text(name).split("。") if not re.search(pattern, s)]
    draft.rewrite(name, "。".join(sentences))


def no_period(draft: Draft, random: Random) -> Planted:
    for name in ("导言", "导言二"):
        if draft.has(name):
            _without(draft, name, _PERIOD)
    return planted("D505", "导言", "六", "联系", "文末", *(part.name for part in draft.parts[-4:]))


def wrong_period(draft: Draft, random: Random) -> Planted | None:
    name = next((n for n in ("导言", "导言二") if draft.has(n) and "1月1日" in draft.text(n)), "")
    if not name or "12月31日" not in draft.text(name):
        return None
    year, text = draft.year, draft.text(name)
    slips = [
        text.replace("12月31日", "11月30日"),
        text.replace("12月31日", "12月30日"),
        text.replace("1月1日", "1月10日", 1),
        text.replace(f"{year}年1月1日", f"{year - 1}年1月1日"),
    ]
    fitting = [slip for slip in slips if slip != text]
    draft.rewrite(name, random.choice(fitting))
    return planted("D506", name)


def nowhere_online(draft: Draft, random: Random) -> Planted:
    for name in ("导言", "导言二"):
        if draft.has(name):
            _without(draft, name, "电子版|全文公开|查阅")
    return planted(
        "D504", "导言", "导言二", "六", "文末", *(part.name for part in draft.parts[-4:])
    )


def no_basis(draft: Draft, random: Random) -> Planted:
    draft.rewrite("导言", f"现公布{draft.agency.name}{draft.year}年政府信息公开工作年度报告。")
    for part in draft.parts[: draft.place("二")]:
        draft.rewrite(part.name, re.sub("《[^》]*条例[^》]*》", "有关规定", part.text))
    if not draft.has("导言二"):
        draft.add("导言", f"数据统计期限为{draft.year}年1月1日至12月31日。")
    return planted("D507", "导言", also=("D505",))


def _phone(draft: Draft, random: Random) -> Planted:
    wrong = random.choice(["0578-55501", "0578-555012688", "0578—5550126", "578-5550126x"])
    text = re.sub(
        "电话：(?:（[0-9]+）)?[0-9 、-]+(?=[）。；，])", f"电话：{wrong}", draft.text("联系")
    )
    text = re.sub("电话：[0-9 、-]+$", f"电话：{wrong}", text)
    draft.rewrite("联系", text)
    return planted("D508", "联系")


def contradicting_fees(draft: Draft, random: Random) -> Planted | None:
    if draft.edition.name != "2021":
        return None
    year, short = draft.year, draft.agency.short
    text = random.choice(
        [
            f"{year}年，{short}未收取信息处理费。全年实际收取信息处理费200元。",
            f"{year}年，{short}发出收费通知0件，收取信息处理费300元。",
            f"{year}年发出信息处理费收费通知2件，总金额100元，实际收取200元。",
        ]
    )
    draft.rewrite("收费", text)
    return planted("D512", "收费")


def odd_fee(draft: Draft, random: Random) -> Planted | None:
    if draft.edition.name != "2021":
        return None
    draft.sheets["二"].row("fees").figures[0] = "20"
    draft.rewrite(
        "收费", f"{draft.year}年发出收费通知1件，收取信息处理费{random.choice([55, 123])}元。"
    )
    return planted("D513", "收费", also=("C402", "C407"))


def dated_early(draft: Draft, random: Random) -> Planted:
    for name in ("落款", "日期"):
        if draft.has(name):
            draft.drop(name)
    draft.parts.append(Part("落款", draft.agency.name))
    day = random.choice(["12月20日", "12月5日", "1月20日"])
    draft.parts.append(Part("日期", f"{draft.year}年{day}"))
    return planted("D514", "日期")


DECLARATIONS: dict[str, Defect] = {
    "D501 无收费说明": no_fee_statement,
    "D502 无联系方式": no_contact,
    "D503 无电话": no_telephone,
    "D504 无获取方式": nowhere_online,
    "D505 无统计期限": no_period,
    "D506 期限错": wrong_period,
    "D507 无依据": no_basis,
    "D508 电话错": _phone,
    "D509 邮编错": said_instead(
        "D509", "联系", ("(邮编|邮政编码)：3239", r"\1：32"), ("(邮编|邮政编码)：", r"\1：3")
    ),
    "D510 邮箱错": said_instead(
        "D510", "联系", ("@example.gov.cn", "example.gov.cn"), ("@126.com", "@126"),
        ("xxgk@example", "xxgk@@example"),
    ),
    "D511 网址错": said_instead(
        "D511", "导言", ("http://www.example.gov.cn", "http://www.exam ple.gov.cn"),
        ("http://www", "http:/www"), ("www.example.gov.cn", "www.example.gov。cn"),
    ),
    "D512 收费矛盾": contradicting_fees,
    "D513 收费标准": odd_fee,
    "D514 落款早": dated_early,
}  # fmt: skip
