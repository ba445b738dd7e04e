"""Defects of citations, of the form of the text, and of privacy."""

from __future__ import annotations

import re
from random import Random

from tests.accuracy.defects.planting import Defect, Planted, planted, said_besides, said_instead
from tests.accuracy.draft import Draft, Part

_LONGEST_HEADING = 30
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def old_notice(draft: Draft, random: Random) -> Planted | None:
    if draft.edition.name != "2021":
        return None
    notice = (
        "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》"
        "（国办公开办函〔2019〕60号）"
    )
    text = re.sub(
        "《[^《》]*(?:年度报告格式)[^《》]*》（国办公开办函〔2021〕30 ?号）",
        notice,
        draft.text("导言"),
    )
    if notice not in text:
        return None
    draft.rewrite("导言", text)
    return planted("L601", "导言")


def _citizen(random: Random) -> str:
    digits = f"3301061985{random.randint(1, 9):02}12{random.randint(100, 999)}"
    rest = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11
    return digits + "10X98765432"[rest]


def _card(random: Random) -> str:
    digits = f"621700{random.randint(10**11, 10**12 - 1)}"
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return digits + str(-total % 10)


def identity_number(draft: Draft, random: Random) -> Planted:
    lead = random.choice(["申请人王某（身份证号：", "申请人身份证号码（"])
    draft.add("依申请公开", f"{lead}{_citizen(random)}）对答复表示满意。")
    return planted("P801", "依申请公开")


def bank_account(draft: Draft, random: Random) -> Planted:
    draft.add("收费", f"缴费账号{_card(random)}。")
    return planted("P803", "收费")


def cut_paragraph(draft: Draft, random: Random) -> Planted | None:
    """A blank line in the middle of a sentence, at no mark; what stands before is no heading."""
    name = random.choice(["政府信息管理", "监督保障"])
    text = draft.text(name)
    found = re.finditer("(?<=[一-鿿]{6})[一-鿿]{4}", text)
    places = [place.start() for place in found if place.start() > _LONGEST_HEADING]
    if not places:
        return None
    place = random.choice(places)
    draft.rewrite(name, f"{text[:place]}\n\n{text[place:]}")
    return planted("F705", name, needs="whole")


def page_number(draft: Draft, random: Random) -> Planted:
    number = random.choice(["- 3 -", "第 3 页", "第3页 共8页", "— 3 —"])
    draft.insert_after("监督保障", Part("页码", number))
    return planted("F708", "页码", needs="no pages")


CHARACTERS: dict[str, Defect] = {
    "L601 旧通知": old_notice,
    "L602 令号错": said_instead("L602", "导言", ("令第 ?711 ?号", "令第492号"), ("〔(20(?:21|19))〕[36]0 ?号", r"〔\1〕31号")),
    "L603 文件名错": said_instead(
        "L603",
        "导言",
        ("中华人民共和国政府信息公开条例", "中华人民共和国政务信息公开条例"),
        ("国务院办公厅政府信息与政务公开办公室关于", "国务院办公厅政府信息公开办公室关于"),
        ("政府信息公开工作年度报告格式", "政府信息年度报告格式"),
    ),
    "L604 年份括号": said_instead("L604", "导言", ("〔(20[0-9]+)〕", r"[\1]"), ("〔(20[0-9]+)〕", r"【\1】")),
    "F701 引号不配": said_besides(
        "F701", "政府信息管理", "严格执行“三审三校制度。", "落实《政府信息公开条例要求。",
        "完善目录（含指南，方便查询。", "严格执行三审三校”制度。",
    ),
    "F702 半角标点": said_besides("F702", "政府信息管理", "完善制度,规范流程。", "完善公开目录;及时更新。"),
    "F703 部首字": said_besides(
        "F703", "政府信息公开平台建设", "服务人⺠群众。", "方便群众⽤好网站。", "升级⻔户网站功能。"
    ),
    "F704 标记残留": said_besides(
        "F704", "政府信息公开平台建设", "完善&nbsp;网站功能。", "完善网站功能<br>。", "**完善**网站功能。",
        suffix=".txt",
    ),
    "F705 段落断开": cut_paragraph,
    "F706 多余空格": said_besides("F706", "政府信息公开平台建设", "不断完 善网站功能。"),
    "F707 重复标点": said_besides(
        "F707", "政府信息公开平台建设", "完善网站功能。。", "可以通过可以通过网站进行查阅。", "完善网站，，方便群众。"
    ),
    "F708 残留页码": page_number,
    "F709 不可见字符": said_besides(
        "F709", "政府信息公开平台建设", "完善网\u200b站功能。", "完善网站\ufffd功能。", "完善\ue000网站功能。"
    ),
    "F710 规范用语": said_besides(
        "F710", "政府信息公开平台建设", "截止目前，运行平稳。", "涉及国家机密的信息不予公开。"
    ),
    "P801 身份证号": identity_number,
    "P802 手机号": said_besides(
        "P802", "依申请公开", "申请人李某（手机13812345678）已签收。", "申请人电话15912345678，已回访。"
    ),
    "P803 银行账号": bank_account,
}  # fmt: skip
