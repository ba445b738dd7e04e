"""Defects of the tables' form and of their sums."""

from __future__ import annotations

from random import Random

from gpar_lint.format.edition import RowFormat
from tests.accuracy.defects.planting import Defect, Planted, planted
from tests.accuracy.draft import Draft, Part
from tests.support.layouts import SheetRow

_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_NUMERALS = "零一二三四五六七八九"


def missing_table(draft: Draft, random: Random) -> Planted:
    name = random.choice("二三四")
    text = random.choice(["有关数据见附件。", "本部分数据已按要求报送上级主管部门。"])
    draft.parts[draft.place(f"表{name}")] = Part(f"略{name}", text)
    return planted("T201", name, f"略{name}")


def missing_row(draft: Draft, random: Random) -> Planted:
    name = random.choice("三三二")
    rows = draft.sheets[name].rows
    rows.remove(random.choice(rows[2:-2] if name == "三" else rows[:2]))
    return planted("T202", f"表{name}")


def missing_rows(draft: Draft, random: Random) -> Planted:
    rows = draft.sheets["三"].rows
    start = random.randint(3, len(rows) - 6)
    del rows[start : start + random.randint(2, 3)]
    return planted("T202", "表三")


def missing_column(draft: Draft, random: Random) -> Planted:
    keys = ["enterprise", "research", "public_welfare", "legal_service", "other_organisation"]
    draft.sheets["三"].drop_column(random.choice(keys))
    return planted("T203", "表三")


def extra_row(draft: Draft, random: Random) -> Planted:
    rows = draft.sheets["三"].rows
    after = next(place for place, row in enumerate(rows) if row.key == "unavailable_unclear")
    like: RowFormat = next(
        row for row in draft.sheets["三"].form.rows if row.key == "unavailable_unclear"
    )
    row = SheetRow(like, ["0"] * len(rows[0].figures))
    row.label = random.choice(["4.不属于本行政机关公开", "4.信息不存在", "4.转送其他机关办理"])
    rows.insert(after + 1, row)
    return planted("T204", "表三")


def row_order(draft: Draft, random: Random) -> Planted:
    rows = draft.sheets["三"].rows
    first = random.choice(["denied_secret", "denied_internal", "rejected_repeat"])
    place = next(place for place, row in enumerate(rows) if row.key == first)
    rows[place], rows[place + 1] = rows[place + 1], rows[place]
    return planted("T205", "表三")


def lost_figure(draft: Draft, random: Random) -> Planted:
    row = random.choice(draft.sheets["三"].rows)
    del row.figures[random.randrange(len(row.figures))]
    return Planted(("T206", "T207"), ("表三",))


def figure_too_many(draft: Draft, random: Random) -> Planted:
    row = random.choice(draft.sheets["三"].rows[2:-2])
    row.figures.insert(random.randrange(len(row.figures)), random.choice(["0", "1"]))
    return planted("T206", "表三")


def no_figure(draft: Draft, random: Random) -> Planted:
    name = random.choice("三三四二")
    row = random.choice(draft.sheets[name].rows)
    mark = random.choice(["", "/", "-", "—", "无"])
    row.figures[random.randrange(len(row.figures))] = mark
    return Planted(("T206", "T207"), (f"表{name}",))


def no_count(draft: Draft, random: Random) -> Planted | None:
    name = random.choice("三三四")
    row = random.choice(draft.sheets[name].rows)
    place = random.randrange(len(row.figures))
    figure = row.figures[place]
    forms = [f"{figure}件", figure.translate(_FULLWIDTH)]
    if len(figure) == 1:
        forms.append(_NUMERALS[int(figure)])
    if len(figure) > 3:
        forms.append(f"{int(figure):,}")
    row.figures[place] = random.choice(forms)
    return planted("T208", f"表{name}")


def impossible_count(draft: Draft, random: Random) -> Planted:
    row = random.choice(draft.sheets["三"].rows)
    row.figures[random.randrange(6)] = random.choice(["3.5", "-1"])
    return planted("T208", "表三", also=("A301", "A302", "A303"))


def row_label(draft: Draft, random: Random) -> Planted:
    slips = {
        "denied_law": "2.其他法律法规禁止公开",
        "unavailable_not_held": "1.本机关不掌握政府信息",
        "carried_forward": "四、结转下年继续办理",
        "new_received": "一、本年新收信息公开申请数量",
        "denied_internal": "5.属于内部事务信息",
        "rejected_petition": "1.信访投诉举报类申请",
        "unavailable_unclear": "3.补正后申请内容不明确",
    }
    key = random.choice(list(slips))
    draft.sheets["三"].row(key).label = slips[key]
    return planted("T209", "表三")


def column_label(draft: Draft, random: Random) -> Planted:
    slips = {
        "legal_service": "法律服务组织",
        "public_welfare": "社会公益机构",
        "enterprise": "工商企业",
        "research": "科研院所",
    }
    key = random.choice(list(slips))
    draft.sheets["三"].columns[key] = slips[key]
    return planted("T209", "表三")


def outdated_table(draft: Draft, random: Random) -> Planted | None:
    if draft.edition.name == "2021":
        draft.sheets["二"].columns |= {
            "issued": "本年新制作数量",
            "repealed": "本年新公开数量",
            "in_force": "对外公开总数量",
        }
    else:
        draft.sheets["二"].columns |= {
            "made": "本年制发件数",
            "disclosed": "本年废止件数",
            "disclosed_total": "现行有效件数",
        }
    return planted("T210", "表二", also=("A306",))


def fees_in_yuan(draft: Draft, random: Random) -> Planted | None:
    if draft.edition.name != "2021" or "收费" in draft.text("政府信息管理"):
        return None
    draft.sheets["二"].row("fees").figures[0] = "63200"
    draft.add(
        "政府信息管理",
        random.choice(["全年行政事业性收费6.32万元。", "收取行政事业性收费63200元。"]),
    )
    return planted("T211", "表二")


def regulation(draft: Draft, random: Random) -> Planted | None:
    agency = draft.agency
    if "市" in agency.place or "省" in agency.place or draft.edition.name != "2021":
        return None
    draft.sheets["二"].row("regulations").figures[2] = random.choice(["1", "6"])
    return planted("T212", "表二")


def _change(draft: Draft, table: str, row: str, column: int, by: int) -> None:
    figures = draft.sheets[table].row(row).figures
    figures[column] = str(int(figures[column]) + by)


def wrong_row_total(draft: Draft, random: Random) -> Planted:
    row = random.choice([row.key for row in draft.sheets["三"].rows[2:-2]])
    _change(draft, "三", row, 6, random.choice([1, 2, 10]))
    return Planted(("A301",), ("表三",), ("三", row, "total"))


def wrong_figure(draft: Draft, random: Random) -> Planted:
    row = random.choice([row.key for row in draft.sheets["三"].rows])
    column = random.randrange(6)
    _change(draft, "三", row, column, random.choice([1, 3, 30]))
    key = draft.sheets["三"].columns_of(draft.sheets["三"].row(row))[column]
    return Planted(("A301",), ("表三",), ("三", row, key))


def broken_balance(draft: Draft, random: Random) -> Planted:
    row = random.choice(["new_received", "carried_over", "carried_forward"])
    for column in (random.randrange(6), 6):
        _change(draft, "三", row, column, 2)
    return Planted(("A302",), ("表三",), also=("C401", "C402", "C403", "C404", "C408", "C426"))


def broken_results(draft: Draft, random: Random) -> Planted:
    row = random.choice(["granted", "denied_process", "other", "unavailable_not_held"])
    for column in (random.randrange(6), 6):
        _change(draft, "三", row, column, 4)
    return Planted(("A303",), ("表三",), also=("C403",))


def broken_total(draft: Draft, random: Random) -> Planted:
    for column in (random.randrange(6), 6):
        _change(draft, "三", "results_total", column, 3)
    return Planted(("A302", "A303"), ("表三",), also=("C401", "C403"))


def review_total(draft: Draft, random: Random) -> Planted:
    row = draft.sheets["四"].rows[random.randrange(3)]
    place = random.randrange(5)
    row.figures[place] = str(int(row.figures[place]) + random.choice([1, 5]))
    code = "A304" if row.key == "review" else "A305"
    return Planted((code,), ("表四",), also=("C402", "C405", "C406"))


def impossible_stock(draft: Draft, random: Random) -> Planted:
    row = draft.sheets["二"].row("normative_documents")
    if draft.edition.name == "2021":
        row.figures[:] = ["9", "1", str(random.randint(0, 7))]
    else:
        row.figures[:] = ["9", "12", str(random.randint(0, 11))]
    return planted("A306", "表二", also=("C407",))


TABLES: dict[str, Defect] = {
    "T201 缺表": missing_table,
    "T202 缺行": missing_row,
    "T202 缺几行": missing_rows,
    "T203 缺列": missing_column,
    "T204 多一行": extra_row,
    "T205 行颠倒": row_order,
    "T206 少一个数": lost_figure,
    "T206 多一个数": figure_too_many,
    "T207 空格": no_figure,
    "T208 不是件数": no_count,
    "T208 小数负数": impossible_count,
    "T209 行名错": row_label,
    "T209 列名错": column_label,
    "T210 旧表": outdated_table,
    "T211 单位错": fees_in_yuan,
    "T212 规章": regulation,
    "A301 总计错": wrong_row_total,
    "A301 一个数错": wrong_figure,
    "A302 收支不平": broken_balance,
    "A303 结果不合": broken_results,
    "A302 总计不合": broken_total,
    "A304 复议诉讼不合": review_total,
    "A306 存量不可能": impossible_stock,
}
