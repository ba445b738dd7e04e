"""Defects of structure: title, chapters, topics, enumerations."""

from __future__ import annotations

import re
from random import Random

from tests.accuracy.defects.planting import Defect, Planted, drop_chapter, planted, said_instead
from tests.accuracy.draft import Draft, Part
from tests.accuracy.wordings.overview import TOPICS

_CHAPTERS = "一二三四五六"


def no_title(draft: Draft, random: Random) -> Planted:
    draft.rewrite("题", random.choice(["政务公开", "信息详情", "关于做好政务公开工作的通知"]))
    return planted("S101", "首行", "题")


def title_without_year(draft: Draft, random: Random) -> Planted:
    title = re.sub("（[0-9]{4}年）|(关于)? ?[0-9]{4} ?年度?", "", draft.text("题"))
    draft.rewrite("题", title)
    return planted("S102", "题", "首行", "题上")


def unsupported_year(draft: Draft, random: Random) -> Planted:
    shift = draft.year - random.choice([2015, 2016, 2017])
    for place, part in enumerate(draft.parts):
        text = re.sub("20[12][0-9](?= ?年|-)", lambda year: str(int(year[0]) - shift), part.text)
        draft.parts[place] = part._replace(text=text)
    return planted("S103", "题", "首行", "题上")


def title_wording(draft: Draft, random: Random) -> Planted:
    slip = random.choice(
        ["信息公开工作年度报告", "政府信息公开年度工作报告", "政府信息公开年度报告"]
    )
    draft.rewrite("题", draft.text("题").replace("政府信息公开工作年度报告", slip))
    return planted("S104", "题", "首行", "题上")


def missing_chapter(draft: Draft, random: Random) -> Planted:
    number = random.choice(_CHAPTERS)
    dropped = drop_chapter(draft, number)
    if number == "六":
        kept = [part for part in dropped if part.name in ("收费", "联系")]
        draft.parts += kept
        return planted("S111", *(part.name for part in draft.parts[-3:]))
    return planted("S111", _CHAPTERS[_CHAPTERS.index(number) + 1])


def swapped_chapters(draft: Draft, random: Random) -> Planted:
    first, second = random.choice(["二三", "三四"])
    place = draft.place(first)
    chapter = drop_chapter(draft, first)
    after = place + 2
    draft.parts[after:after] = chapter
    return planted("S112", first, second)


def duplicate_chapter(draft: Draft, random: Random) -> Planted:
    number = random.choice("五六")
    last = "改进" if number == "五" else draft.parts[-1].name
    body = (
        "问题是公开形式还不够丰富，今后将加以改进。" if number == "五" else "无其他需要报告的事项。"
    )
    draft.insert_after(last, Part("重复", draft.text(number), 2))
    draft.insert_after("重复", Part("重复文", body))
    return planted("S113", "重复")


def chapter_number(draft: Draft, random: Random) -> Planted:
    number = random.choice(_CHAPTERS)
    wrong = random.choice([other for other in _CHAPTERS + "七" if other != number])
    draft.rewrite(number, wrong + draft.text(number)[1:])
    return planted("S114", number)


def chapter_title(draft: Draft, random: Random) -> Planted:
    slips = {
        "一": ("总体概况", "总体工作概况"),
        "二": ("主动公开信息情况", "主动公开政务信息情况"),
        "三": ("收到和办理政府信息公开申请情况", "收到及答复政府信息公开申请情况"),
        "四": ("政府信息公开行政复议情况", "政府信息公开复议情况"),
        "五": ("存在的主要问题及整改情况", "存在的不足及改进情况"),
        "六": ("其他需要说明的事项", "其他事项说明", "需要说明的其他事项"),
    }
    number = random.choice(_CHAPTERS)
    draft.rewrite(number, f"{number}、{random.choice(slips[number])}")
    return planted("S115", number)


def empty_chapter(draft: Draft, random: Random) -> Planted:
    number = random.choice("一五")
    start = draft.place(number) + 1
    end = draft.place("二" if number == "一" else "六")
    draft.parts[start:end] = [Part("空", random.choice(["无", "无。", "略", "略。"]))]
    return planted("S116", number)


def nothing_else(draft: Draft, random: Random) -> Planted | None:
    """The last chapter is a heading alone; the contact stands in the preamble."""
    if draft.place("联系") > draft.place("六"):
        return None
    del draft.parts[draft.place("六") + 1 :]
    return planted("S116", "六")


def extra_chapter(draft: Draft, random: Random) -> Planted:
    title = random.choice(["下一年度工作安排", "附表说明", "政务公开工作要点落实情况"])
    draft.parts.append(Part("七", f"七、{title}", 2))
    draft.parts.append(Part("七一", "继续做好政府信息公开工作。"))
    return planted("S117", "七")


def missing_topic(draft: Draft, random: Random) -> Planted | None:
    if not all(name in draft.text(name)[:16] for name in TOPICS):
        return None
    name = random.choice(TOPICS)
    draft.drop(name)
    return planted("S118", "一", also=("S120",))


def no_problem(draft: Draft, random: Random) -> Planted:
    gone = random.choice(["问题", "改进"])
    draft.drop(gone)
    if draft.has(f"{gone}标题"):
        draft.drop(f"{gone}标题")
    return planted("S119", "五", also=("S120",))


def skipped_topic_number(draft: Draft, random: Random) -> Planted | None:
    name = random.choice(TOPICS[1:])
    part = f"{name}标题" if draft.has(f"{name}标题") else name
    text = draft.text(part)
    if not re.match("[（(][二三四五]", text):
        return None
    numerals = "一二三四五六七"
    draft.rewrite(part, text[0] + numerals[numerals.index(text[1]) + 1] + text[2:])
    following = [other.name for other in draft.parts[draft.place(part) :][:3]]
    return planted("S120", *following)


def announced_parts(draft: Draft, random: Random) -> Planted | None:
    text = draft.text("导言")
    if "、其他需要报告的事项" not in text or not re.search("(?<!等)六个?部分", text):
        return None
    if random.random() < 0.5:
        text = re.sub("六(?=个?部分)", random.choice("五七"), text)
    else:
        text = text.replace("、其他需要报告的事项", "")
    draft.rewrite("导言", text)
    return planted("S122", "导言")


def form_instruction(draft: Draft, random: Random) -> Planted:
    text = random.choice(
        ["该部分以表格形式报告。表格如下：", "（该部分以表格形式报告）", "表格如下："]
    )
    draft.insert_after(random.choice("二三四"), Part("填表说明", text))
    return planted("S123", "填表说明")


def no_assessment(draft: Draft, random: Random) -> Planted | None:
    if not draft.agency.government:
        return None
    text = draft.text("监督保障")
    heading = text.partition("。")[0] + "。" if "监督保障" in text[:12] else ""
    draft.rewrite("监督保障", f"{heading}成立领导小组，明确专人负责，开展业务培训2次。")
    return planted("S124", "一")


_GAPS = (("二是", "三是"), ("二是", "一是"), ("三是", "五是"))


def heading_level(draft: Draft, random: Random) -> Planted:
    """One chapter a level deeper than the others."""
    name = random.choice(["三", "四", "五", "六"])
    place = draft.place(name)
    draft.parts[place] = draft.parts[place]._replace(level=draft.parts[place].level + 1)
    return planted("S121", name, needs="levels")


STRUCTURE: dict[str, Defect] = {
    "S101 无标题": no_title,
    "S102 标题无年份": title_without_year,
    "S103 年份不支持": unsupported_year,
    "S104 标题措辞": title_wording,
    "S111 缺一章": missing_chapter,
    "S112 章颠倒": swapped_chapters,
    "S113 章重复": duplicate_chapter,
    "S114 章序号错": chapter_number,
    "S115 章标题错": chapter_title,
    "S116 空章": empty_chapter,
    "S116 末章空": nothing_else,
    "S117 多一章": extra_chapter,
    "S118 缺一个方面": missing_topic,
    "S119 缺问题或改进": no_problem,
    "S120 分项跳号": said_instead("S120", "问题", *_GAPS),
    "S120 改进跳号": said_instead("S120", "改进", *_GAPS),
    "S120 方面跳号": skipped_topic_number,
    "S121 标题层级": heading_level,
    "S122 部分数不符": announced_parts,
    "S123 填表说明": form_instruction,
    "S124 无考核": no_assessment,
}
