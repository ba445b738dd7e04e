"""T209, T210: wording that differs from the format's, and tables of the other edition."""

from __future__ import annotations

import pytest

from gpar_lint.report.model import Table, TableColumn
from tests.support.tables import Draft, fixed, form_of, said

SLIP = {"denied_law": "2.其他法律法规禁止公开"}


def test_a_row_worded_otherwise_is_replaced_safely() -> None:
    draft = Draft()
    draft.table("三", labels=SLIP)
    (finding,) = draft.find("T209")
    assert "“2.其他法律法规禁止公开”" in said(finding) and "“2.其他法律行政法规禁止公开”" in said(
        finding
    )
    assert finding.fix and finding.fix.safe
    assert "\n2.其他法律行政法规禁止公开\t0" in fixed(draft.text, finding.fix)


@pytest.mark.parametrize(
    "label",
    [
        "（二）部分公开（区分处理的，只计这一情形）2.其他法律法规禁止公开",  # two rows run together
        "2.本地区规定的其他禁止情形",
    ],
)
def test_a_label_of_which_something_would_be_lost_has_no_fix(label: str) -> None:
    draft = Draft()
    draft.table("三", labels={"denied_law": label})
    (finding,) = draft.find("T209")
    assert finding.fix is None


def test_the_format_s_wording_is_silent() -> None:
    draft = Draft()
    draft.table("三")
    assert draft.find("T209", "T210") == []


def test_a_label_broken_over_lines_has_no_fix() -> None:
    draft = Draft()
    table = draft.table("三", labels=SLIP)
    row = table.rows[5]
    cut = row.label.cut(0, 4).text + row.label.cut(4, 9).text
    places = [*row.label.offsets[:4], *[place + 30 for place in row.label.offsets[4:9]]]
    draft.tables[0] = _with_row(table, 5, label=row.label._replace(text=cut, offsets=places))
    (finding,) = draft.find("T209")
    assert finding.fix is None


def test_columns_too_and_many_slips_are_one_finding() -> None:
    draft = Draft()
    line = draft.write("本年发文件数")
    column = TableColumn("issued", line, "本年制发件数")
    draft.table("二", columns=(column,))
    (finding,) = draft.find("T209")
    assert said(finding) == "表二的列名“本年发文件数”与格式不同，格式为“本年制发件数”。"
    due = {row.key: row.label for row in form_of("二").rows}
    keys = ("normative_documents", "licences", "penalties", "coercion")
    labels = {key: f"{due[key]}数" for key in keys}
    draft.table("二", labels=labels)
    *_, many = draft.find("T209")
    assert "有 4 个行名或列名" in said(many) and many.fix and len(many.fix.edits) == 4


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("本年收费总额(单位: 万元)", True),
        ("本年收费金额（单位：元）", False),
        ("本年收费金额", False),
    ],
)
def test_a_label_s_unit_is_a_fact(written: str, safe: bool) -> None:
    draft = Draft()
    column = TableColumn("amount", draft.write(written).squeezed(), "本年收费金额（单位：万元）")
    draft.table("二", columns=(column,))
    (finding,) = draft.find("T209")
    assert (finding.fix is not None) == safe


def test_a_table_of_the_other_edition_is_one_finding_on_its_first_sign() -> None:
    draft = Draft()
    line = draft.write("本年新公开数量")
    draft.table(
        "二",
        edition="2019",
        signs=("本年新公开数量", "规范性文件"),
        columns=(TableColumn("disclosed", line, None),),
    )
    (finding,) = draft.find("T209", "T210")
    assert finding.code == "T210" and finding.span == line.span()
    assert "〔2019〕60号" in said(finding) and "〔2021〕30号" in said(finding)


def test_a_sign_in_a_table_that_is_else_up_to_date() -> None:
    draft = Draft()
    table = draft.table("二", signs=("上一年项目数量",), labels={"licences": "行政许 可项"})
    (finding,) = draft.find("T209", "T210")
    assert finding.code == "T210" and finding.span == table.header


def test_a_report_on_2019_has_the_tables_of_2019() -> None:
    draft = Draft("2019", 2019)
    draft.table("二")
    assert draft.find("T210") == []
    draft.table("三", edition="2021", signs=("3.其他",))
    assert [finding.code for finding in draft.find("T210")] == ["T210"]


def _with_row(table: Table, place: int, **changes: object) -> Table:
    rows = list(table.rows)
    rows[place] = rows[place]._replace(**changes)  # type: ignore[arg-type]
    return table._replace(rows=tuple(rows))
