"""Defects of the text: what it says against the tables and against itself."""

from __future__ import annotations

import re
from random import Random

from tests.accuracy.defects.planting import (
    Defect,
    Planted,
    counted_wrong,
    planted,
    said_besides,
    said_instead,
)
from tests.accuracy.draft import Draft

_APPLIED = "依申请公开"
_MANAGED = "政府信息管理"


def _heading(draft: Draft, name: str) -> str:
    """What stands before the text of a topic, in the same paragraph."""
    found = re.match("(?:[（(][一二三四五][）)]|[1-5].)?[^。：，]{4,18}[。：]", draft.text(name))
    return found[0] if found and not draft.has(f"{name}标题") else ""


def wrong_received(draft: Draft, random: Random) -> Planted | None:
    new, old = draft.count("三.new_received.total"), draft.count("三.carried_over.total")
    done = draft.count("三.results_total.total")
    wrong = next(
        n for n in (new + random.choice([1, 3, 40]), new + 97) if n not in (new, new + old, done)
    )
    draft.rewrite(
        _APPLIED,
        _heading(draft, _APPLIED)
        + random.choice(
            [
                f"全年共收到政府信息公开申请{wrong}件，均依法答复。",
                f"{draft.year}年，{draft.agency.short}受理政府信息公开申请{wrong}件。",
                f"本年度新收政府信息公开申请 {wrong} 件。",
                f"{draft.year}年共接到依申请公开申请{wrong}件，已按规定处理。",
                f"{draft.agency.named}{draft.year}年收到信息公开申请{wrong}宗，均在规定时限内处理。",
            ]
        ),
    )
    return planted("C401", _APPLIED)


def none_but_counted(draft: Draft, random: Random) -> Planted | None:
    if draft.count("三.new_received.total") == 0:
        return None
    short, year = draft.agency.short, draft.year
    draft.rewrite(
        _APPLIED,
        _heading(draft, _APPLIED)
        + random.choice(
            [
                f"{year}年，{short}未收到政府信息公开申请。",
                "全年未接到信息公开申请。",
                f"本年度{short}无依申请公开事项。",
                "全年收到政府信息公开申请0件。",
                f"{year}年没有公民、法人或者其他组织向{short}提出政府信息公开申请。",
                f"截至{year}年12月31日，未收到任何形式的依申请公开申请。",
            ]
        ),
    )
    return planted("C402", _APPLIED)


def no_cases_but_counted(draft: Draft, random: Random) -> Planted | None:
    groups = ("review", "litigation_direct", "litigation_after_review")
    if 0 in [draft.count(f"四.{group}.total") for group in groups]:
        return None
    sentence = random.choice(
        [
            "未发生因政府信息公开引起的行政复议和行政诉讼。",
            "没有因政府信息公开被申请行政复议、提起行政诉讼的情况。",
            "全年未发生政府信息公开行政诉讼案件。",
            "无因政府信息公开引发的行政复议案件。",
        ]
    )
    draft.rewrite(_APPLIED, _heading(draft, _APPLIED) + sentence)
    return planted("C402", _APPLIED)


def all_done(draft: Draft, random: Random) -> Planted | None:
    if draft.count("三.carried_forward.total") == 0:
        return None
    new = draft.count("三.new_received.total")
    draft.rewrite(
        _APPLIED,
        _heading(draft, _APPLIED)
        + random.choice(
            [
                f"全年收到政府信息公开申请{new}件，已全部办结。",
                f"{draft.year}年，新收政府信息公开申请{new}件，均已办结。",
                "收到的政府信息公开申请全部按时办结。",
            ]
        ),
    )
    return planted("C426", _APPLIED)


def wrong_applicants(draft: Draft, random: Random) -> Planted | None:
    new, people = (draft.count(f"三.new_received.{key}") for key in ("total", "natural_person"))
    if new < 3:
        return None
    wrong = people - 1 if people else new
    draft.rewrite(
        _APPLIED,
        _heading(draft, _APPLIED)
        + random.choice(
            [
                f"全年新收政府信息公开申请{new}件，其中自然人{wrong}件，法人或其他组织{new - wrong}件。",
                f"{draft.year}年新收政府信息公开申请{new}件，自然人申请{wrong}件。",
            ]
        ),
    )
    return planted("C408", _APPLIED)


def wrong_share(draft: Draft, random: Random) -> Planted | None:
    text = draft.text("主动公开")
    found = re.search("占比?([0-9]+)", text)
    if not found:
        return None
    wrong = int(found[1]) + random.choice([3, 8])
    draft.rewrite("主动公开", f"{text[: found.start(1)]}{wrong}{text[found.end(1) :]}")
    return planted("C422", "主动公开")


def wrong_growth(draft: Draft, random: Random) -> Planted | None:
    text = draft.text("主动公开")
    found = re.search(r"(?:增长|下降|增加|减少)([0-9]+)", text)
    if not found or ("，同比" in text and "上年同期" not in text):
        return None
    if not re.search(f"{draft.year - 1}年|上年（|上年同期", text[: found.start()]):
        return None
    wrong = int(found[1]) + random.choice([5, 12])
    draft.rewrite("主动公开", f"{text[: found.start(1)]}{wrong}{text[found.end(1) :]}")
    return planted("C423", "主动公开")


def said_twice(draft: Draft, random: Random) -> Planted:
    first = random.randint(100, 900)
    draft.rewrite(
        "主动公开",
        f"{_heading(draft, '主动公开')}{draft.year}年，通过政府门户网站主动公开政府信息{first}条。",
    )
    draft.add("监督保障", f"{draft.year}年，通过政府门户网站主动公开政府信息{first + 13}条。")
    return planted("C424", "监督保障")


def broken_list(draft: Draft, random: Random) -> Planted:
    a, b, c = (random.randint(20, 90) for _ in range(3))
    total = a + b + c
    wrong = total - random.choice([2, 10])
    text = random.choice(
        [
            f"全年主动公开政府信息{wrong}条，其中政策文件{a}条，工作动态{b}条，公告公示{c}条。",
            f"全年公开政府信息{total + 7}条，其中政策文件{a}条、工作动态{b}条、公告公示{c}条。",
            f"{draft.year}年通过网站公开信息{a}条，微信公众号{b}条，微博{c}条，共计{wrong}条。",
            f"全年发布信息{wrong}条（其中：政策文件{a}条，工作动态{b}条，公告公示{c}条）。",
            f"全年公开政府信息{total}条，其中政府网站{a + b}条（其中政策文件{a}条，工作动态{b + 3}条），"
            f"微信公众号{c}条。",
            f"发布各类信息{wrong}篇，其中部门动态、公告公示、政策文件栏目各发布信息{a}篇、{b}篇、{c}篇。",
        ]
    )
    draft.rewrite("主动公开", _heading(draft, "主动公开") + text)
    return planted("C421", "主动公开")


def lost_number(draft: Draft, random: Random) -> Planted | None:
    text = re.sub("信息 ?[0-9]+ ?(?=[条篇件])", "信息  ", draft.text("主动公开"), count=1)
    if text == draft.text("主动公开"):
        return None
    draft.rewrite("主动公开", text)
    return planted("C425", "主动公开")


def stale_year(draft: Draft, random: Random) -> Planted | None:
    last = f"{draft.year - 1}年"
    places = [
        name
        for name in ("开头", "收费", _APPLIED)
        if re.search(f"(?:^|。|）|：){draft.year}年度?[，、]", draft.text(name))
    ]
    if not places:
        return None
    name = random.choice(places)
    draft.rewrite(
        name,
        re.sub(
            f"((?:^|。|）|：)){draft.year}年(?=度?[，、])",
            rf"\g<1>{last}",
            draft.text(name),
            count=1,
        ),
    )
    return planted("C431", name)


def stale_deadline(draft: Draft, random: Random) -> Planted:
    """A year-end that is last year's."""
    draft.rewrite(
        "主动公开",
        f"{_heading(draft, '主动公开')}截至{draft.year - 1}年12月31日，{draft.agency.short}主动公开政府信息"
        f"{random.randint(20, 300)}条。",
    )
    return planted("C431", "主动公开")


def other_agency(draft: Draft, random: Random) -> Planted | None:
    text = draft.text("联系")
    if draft.agency.area or draft.agency.name not in text:
        return None
    other = random.choice(["统计局", "林业局", "医疗保障局"])
    draft.rewrite("联系", text.replace(draft.agency.name, f"{draft.agency.place}{other}"))
    return planted("C432", "联系")


def calls_itself_other(draft: Draft, random: Random) -> Planted | None:
    kind = draft.agency.name[-1]
    if draft.agency.name.endswith(("镇人民政府", "乡人民政府", "街道办事处")):
        wrong = "我局"
    elif kind == "局":
        wrong = random.choice(["我镇", "我街道"])
    else:
        return None
    draft.add("监督保障", f"{wrong}成立政务公开工作领导小组，定期研究部署。")
    return planted("C432", "监督保障")


CLAIMS: dict[str, Defect] = {
    "C401 申请数不符": wrong_received,
    "C402 说无而有": none_but_counted,
    "C402 无复议诉讼而有": no_cases_but_counted,
    "C403 办结数不符": counted_wrong("C403", _APPLIED, "(?:办结|答复)"),
    "C403 结果数不符": counted_wrong(
        "C403", _APPLIED, "予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"
    ),
    "C404 结转数不符": counted_wrong(
        "C404", _APPLIED, "，上年度?结转", "结转下年度", "结转下年度继续办理", "含上年度?结转"
    ),
    "C405 复议数不符": counted_wrong("C405", _APPLIED, "行政复议"),
    "C406 诉讼数不符": counted_wrong("C406", _APPLIED, "行政诉讼"),
    "C407 规范性文件数不符": counted_wrong(
        "C407", _MANAGED, "现行有效", "行政规范性文件", "，废止", "现行有效行政规范性文件"
    ),
    "C407 决定数不符": counted_wrong("C407", _MANAGED, "行政许可", "行政处罚", "行政强制"),
    "C408 申请人数不符": wrong_applicants,
    "C421 分项不合": broken_list,
    "C422 占比不合": wrong_share,
    "C423 增幅不合": wrong_growth,
    "C424 前后不一": said_twice,
    "C425 数字空缺": lost_number,
    "C425 又一处空缺": said_besides(
        "C425", "监督保障", "全年开展业务培训  次。", "组织检查   次，发现问题3个。"
    ),
    "C426 全部办结而有结转": all_done,
    "C431 年份未改": stale_year,
    "C431 截至日期未改": stale_deadline,
    "C432 机关名错": other_agency,
    "C432 自称错": calls_itself_other,
    "C431 总报告年份": said_instead(
        "C431",
        "导言",
        (
            "(?<=公布|发布)(《?[^《》。，]{4,30}?)20[0-9]{2}年(?=政府信息公开工作年度报告)",
            r"\g<1>2018年",
        ),
    ),
}
