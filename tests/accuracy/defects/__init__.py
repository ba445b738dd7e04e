"""Defects, planted one at a time: what is changed, which rule has to say it, and where."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.accuracy.draft import Draft, Part


class Planted(NamedTuple):
    """What must be found: one of these codes, on the lines of one of these parts."""

    codes: tuple[str, ...]
    parts: tuple[str, ...]
    cell: tuple[str, str, str] | None = None  # where the finding names a cell: this one


Defect = Callable[[Draft, Random], Planted | None]  # None: it does not fit this draft


def _planted(code: str, *parts: str) -> Planted:
    return Planted((code,), parts)


# ------------------------------------------------------------------ structure


def missing_chapter(draft: Draft, random: Random) -> Planted:
    names = [part.name for part in draft.parts]
    number = random.choice("五六")
    start = names.index(number)
    end = names.index("六") if number == "五" else len(names)
    kept = [
        part for part in draft.parts[start:end] if number == "六" and part.name in ("收费", "联系")
    ]
    draft.parts[start:end] = kept
    return Planted(
        ("S111",), ("六",) if number == "五" else tuple(part.name for part in draft.parts[-3:])
    )


def chapter_number(draft: Draft, random: Random) -> Planted:
    draft.rewrite("五", draft.text("五").replace("五、", "六、", 1))
    return _planted("S114", "五")


def chapter_title(draft: Draft, random: Random) -> Planted:
    draft.rewrite("六", "六、其他需要说明的事项")
    return _planted("S115", "六")


def duplicate_chapter(draft: Draft, random: Random) -> Planted:
    draft.insert_after("改进", Part("五二", "五、存在的主要问题及改进情况", 2))
    draft.insert_after("五二", Part("五三", "问题是公开形式还不够丰富，今后将加以改进。"))
    return _planted("S113", "五二")


def extra_chapter(draft: Draft, random: Random) -> Planted:
    draft.parts.append(Part("七", "七、下一年度工作安排", 2))
    draft.parts.append(Part("七一", "继续做好政府信息公开工作。"))
    return _planted("S117", "七")


def missing_topic(draft: Draft, random: Random) -> Planted:
    draft.drop("监督保障")
    return _planted("S118", "一")


def no_improvement(draft: Draft, random: Random) -> Planted:
    draft.drop("改进")
    return _planted("S119", "五")


def enumeration_gap(draft: Draft, random: Random) -> Planted:
    draft.rewrite("问题", draft.text("问题").replace("二是", "三是"))
    return _planted("S120", "问题")


def title_without_year(draft: Draft, random: Random) -> Planted:
    draft.rewrite("题", re.sub(" ?[0-9]{4} ?年", "", draft.text("题")))
    return _planted("S102", "题")


# ------------------------------------------------------------------ tables and sums


def missing_row(draft: Draft, random: Random) -> Planted:
    sheet = draft.sheets["三"]
    sheet.rows.remove(random.choice(sheet.rows[2:-2]))
    return _planted("T202", "表三")


def missing_column(draft: Draft, random: Random) -> Planted:
    draft.sheets["三"].drop_column(random.choice(["enterprise", "research", "legal_service"]))
    return _planted("T203", "表三")


def lost_figure(draft: Draft, random: Random) -> Planted:
    row = random.choice(draft.sheets["三"].rows)
    del row.figures[random.randrange(len(row.figures))]
    return Planted(("T206", "T207"), ("表三",))


def blank_cell(draft: Draft, random: Random) -> Planted:
    row = random.choice(draft.sheets["三"].rows)
    row.figures[random.randrange(len(row.figures))] = ""
    return Planted(("T206", "T207"), ("表三",))


def count_with_unit(draft: Draft, random: Random) -> Planted:
    row = random.choice(draft.sheets["三"].rows)
    row.figures[0] += "件"
    return _planted("T208", "表三")


def slashed_cell(draft: Draft, random: Random) -> Planted:
    draft.sheets["三"].row("denied_secret").figures[2] = "/"
    return _planted("T207", "表三")


def row_label(draft: Draft, random: Random) -> Planted:
    slips = {
        "denied_law": "2.其他法律法规禁止公开",
        "unavailable_not_held": "1.本机关不掌握政府信息",
        "carried_forward": "四、结转下年继续办理",
    }
    key = random.choice(list(slips))
    draft.sheets["三"].row(key).label = slips[key]
    return _planted("T209", "表三")


def outdated_table(draft: Draft, random: Random) -> Planted | None:
    if draft.edition.name != "2021":
        return None
    draft.sheets["二"].columns |= {
        "issued": "本年新制作数量",
        "repealed": "本年新公开数量",
        "in_force": "对外公开总数量",
    }
    return _planted("T210", "表二")


def missing_table(draft: Draft, random: Random) -> Planted:
    name = random.choice("二三四")
    draft.rewrite(f"表{name}", "")
    draft.parts[draft.place(f"表{name}")] = Part(f"略{name}", "有关数据见附件。")
    return _planted("T201", name, f"略{name}")


def _change(draft: Draft, table: str, row: str, column: int, by: int) -> None:
    figures = draft.sheets[table].row(row).figures
    figures[column] = str(int(figures[column]) + by)


def wrong_row_total(draft: Draft, random: Random) -> Planted:
    row = random.choice([row.key for row in draft.sheets["三"].rows[2:-2]])
    _change(draft, "三", row, 6, random.choice([1, 2, 10]))
    return Planted(("A301",), ("表三",), ("三", row, "total"))


def wrong_figure(draft: Draft, random: Random) -> Planted:
    row = random.choice([row.key for row in draft.sheets["三"].rows[2:-2]])
    column = random.randrange(6)
    _change(draft, "三", row, column, random.choice([1, 3]))
    key = draft.sheets["三"].columns_of(draft.sheets["三"].row(row))[column]
    return Planted(("A301",), ("表三",), ("三", row, key))


def broken_balance(draft: Draft, random: Random) -> Planted:
    for column in (0, 6):
        _change(draft, "三", "new_received", column, 2)
    return Planted(("A302",), ("表三",))


def broken_results(draft: Draft, random: Random) -> Planted:
    for column in (1, 6):
        _change(draft, "三", "granted", column, 4)
    return Planted(("A303",), ("表三",))


def review_total(draft: Draft, random: Random) -> Planted:
    row = draft.sheets["四"].rows[random.randrange(3)]
    row.figures[4] = str(int(row.figures[4]) + 1)
    return Planted(("A304",) if row.key == "review" else ("A305",), ("表四",))


def impossible_stock(draft: Draft, random: Random) -> Planted | None:
    if draft.edition.name != "2021":
        return None
    draft.sheets["二"].row("normative_documents").figures[:] = ["9", "1", "3"]
    if "制发行政规范性文件" in draft.text("政府信息管理"):
        return None
    return Planted(("A306",), ("表二",))


# ------------------------------------------------------------------ declarations


def no_fee_statement(draft: Draft, random: Random) -> Planted | None:
    if draft.edition.name != "2021":
        return None
    draft.rewrite("收费", "本年度人大代表建议和政协提案办理结果已全部公开。")
    return _planted("D501", "六")


def no_contact(draft: Draft, random: Random) -> Planted:
    draft.drop("联系")
    return _planted("D502", "导言", "六", "收费")


def no_telephone(draft: Draft, random: Random) -> Planted:
    draft.rewrite(
        "联系",
        re.sub("；电话：(?:（[0-9]+）)?[0-9-]+", "", draft.text("联系").rstrip("）。")) + "）。",
    )
    return _planted("D503", "联系")


def no_period(draft: Draft, random: Random) -> Planted:
    sentences = [s for s in draft.text("导言").split("。") if "统计期" not in s]
    draft.rewrite("导言", "。".join(sentences))
    return _planted("D505", "导言", "六", "联系")


def wrong_period(draft: Draft, random: Random) -> Planted:
    draft.rewrite("导言", draft.text("导言").replace("12月31日", "11月30日"))
    return _planted("D506", "导言")


def short_telephone(draft: Draft, random: Random) -> Planted:
    draft.rewrite(
        "联系", re.sub("电话：(?:（[0-9]+）)?[0-9-]+", "电话：0578-55501", draft.text("联系"))
    )
    return _planted("D508", "联系")


def short_postcode(draft: Draft, random: Random) -> Planted:
    draft.rewrite("联系", re.sub("邮编：[0-9]*", "邮编：32390", draft.text("联系")))
    return _planted("D509", "联系")


def dated_early(draft: Draft, random: Random) -> Planted:
    draft.parts.append(Part("落款", draft.agency.name))
    draft.parts.append(Part("日期", f"{draft.year}年12月20日"))
    return _planted("D514", "日期")


# ------------------------------------------------------------------ text against tables


def _number_after(text: str, word: str, by: int) -> str | None:
    """The text with the first figure after a word made larger."""
    found = re.search(f"{word}[^0-9，。；]*?([0-9]+)", text)
    if not found:
        return None
    return f"{text[: found.start(1)]}{int(found[1]) + by}{text[found.end(1) :]}"


def _miscount(name: str, word: str, code: str, by: int = 4) -> Defect:
    def plant(draft: Draft, random: Random) -> Planted | None:
        text = _number_after(draft.text(name), word, by)
        if text is None:
            return None
        draft.rewrite(name, text)
        return _planted(code, name)

    return plant


def wrong_received(draft: Draft, random: Random) -> Planted | None:
    text = _number_after(draft.text("依申请公开"), "(?:新收|受理|收到)政府信息公开申请", 500)
    if text is None:
        return None
    draft.rewrite("依申请公开", text)
    return Planted(("C401",), ("依申请公开",))


def none_but_counted(draft: Draft, random: Random) -> Planted | None:
    if draft.count("三.new_received.total") == 0:
        return None
    ordinal = draft.text("依申请公开").partition("。")[0]
    draft.rewrite(
        "依申请公开", f"{ordinal}。{draft.year}年，{draft.agency.short}未收到政府信息公开申请。"
    )
    return _planted("C402", "依申请公开")


def broken_list(draft: Draft, random: Random) -> Planted | None:
    text = _number_after(draft.text("主动公开"), "(?:其中|包括)", 7)
    if text is None:
        return None
    draft.rewrite("主动公开", text)
    return _planted("C421", "主动公开")


def lost_number(draft: Draft, random: Random) -> Planted | None:
    text = re.sub("政府信息 ?[0-9]+ ?条", "政府信息  条", draft.text("主动公开"), count=1)
    if text == draft.text("主动公开"):
        return None
    draft.rewrite("主动公开", text)
    return _planted("C425", "主动公开")


def stale_opening(draft: Draft, random: Random) -> Planted:
    draft.rewrite("开头", draft.text("开头").replace(f"{draft.year}年", f"{draft.year - 1}年", 1))
    return _planted("C431", "开头")


def other_agency(draft: Draft, random: Random) -> Planted:
    draft.rewrite(
        "联系", draft.text("联系").replace(draft.agency.name, f"{draft.agency.place}统计局")
    )
    return _planted("C432", "联系")


# ------------------------------------------------------------------ citations, characters


def old_notice(draft: Draft, random: Random) -> Planted | None:
    if draft.edition.name != "2021":
        return None
    text = re.sub("《国务院办公厅政府信息.*?》", "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作"
                  "年度报告有关事项的通知》", draft.text("导言"))  # fmt: skip
    draft.rewrite("导言", text.replace("〔2021〕30号", "〔2019〕60号"))
    return _planted("L601", "导言")


def wrong_number(draft: Draft, random: Random) -> Planted:
    draft.rewrite("导言", draft.text("导言").replace("国务院令第711号", "国务院令第492号"))
    return _planted("L602", "导言")


def unclosed_quote(draft: Draft, random: Random) -> Planted | None:
    text = draft.text("政府信息管理")
    if "“三审三校”" not in text:
        return None
    draft.rewrite("政府信息管理", text.replace("“三审三校”", "“三审三校"))
    return _planted("F701", "政府信息管理")


def radical(draft: Draft, random: Random) -> Planted | None:
    text = draft.text("政府信息公开平台建设").replace("门户", "⻔户")
    if text == draft.text("政府信息公开平台建设"):
        return None
    draft.rewrite("政府信息公开平台建设", text)
    return _planted("F703", "政府信息公开平台建设")


def mobile_number(draft: Draft, random: Random) -> Planted:
    draft.rewrite("改进", draft.text("改进") + "申请人王某（手机13912345678）提出了建议。")
    return _planted("P802", "改进")


DEFECTS: dict[str, Defect] = {
    "缺一章": missing_chapter,
    "章序号错": chapter_number,
    "章标题错": chapter_title,
    "章重复": duplicate_chapter,
    "多一章": extra_chapter,
    "缺一个方面": missing_topic,
    "没有改进": no_improvement,
    "分项跳号": enumeration_gap,
    "标题无年份": title_without_year,
    "缺行": missing_row,
    "缺列": missing_column,
    "少一个数": lost_figure,
    "空格": blank_cell,
    "斜杠": slashed_cell,
    "数带量词": count_with_unit,
    "行名错": row_label,
    "旧表": outdated_table,
    "缺表": missing_table,
    "总计错": wrong_row_total,
    "一个数错": wrong_figure,
    "收支不平": broken_balance,
    "结果不合": broken_results,
    "复议诉讼总计错": review_total,
    "存量不可能": impossible_stock,
    "无收费说明": no_fee_statement,
    "无联系方式": no_contact,
    "无电话": no_telephone,
    "无统计期限": no_period,
    "期限错": wrong_period,
    "电话错": short_telephone,
    "邮编错": short_postcode,
    "落款早": dated_early,
    "申请数不符": wrong_received,
    "说无而有": none_but_counted,
    "办结数不符": _miscount("依申请公开", "(?:办结|答复)", "C403"),
    "上年结转不符": _miscount("依申请公开", "，上年结转", "C404"),
    "结转下年不符": _miscount("依申请公开", "结转下年度", "C404"),
    "予以公开不符": _miscount("依申请公开", "予以公开", "C403"),
    "复议数不符": _miscount("依申请公开", "行政复议", "C405"),
    "诉讼数不符": _miscount("依申请公开", "行政诉讼", "C406"),
    "规范性文件数不符": _miscount("政府信息管理", "现行有效", "C407"),
    "分项不合": broken_list,
    "数字空缺": lost_number,
    "年份未改": stale_opening,
    "机关名错": other_agency,
    "旧通知": old_notice,
    "令号错": wrong_number,
    "引号不配": unclosed_quote,
    "部首字": radical,
    "手机号": mobile_number,
}
