"""T202, T204, T205, T206, and T203: rows and columns lost, added, moved, ragged."""

from __future__ import annotations

from gpar_lint.report.model import TableColumn
from tests.support.tables import Draft, fixed, form_of, said

KEYS = [row.key for row in form_of("三").rows]


def without(*keys: str) -> list[str]:
    return [key for key in KEYS if key not in keys]


def text_at(draft: Draft, place: tuple[int, int] | None) -> str:
    assert place
    return draft.text[place[0] : place[1]]


def test_a_lost_row_stands_at_the_row_after_the_gap() -> None:
    draft = Draft()
    draft.table("三", keys=without("partial"))
    (finding,) = draft.find("T202")
    assert text_at(draft, finding.span) == "1.属于国家秘密"
    assert said(finding) == "表三缺少一行：“（二）部分公开”。"


def test_a_complete_table_lacks_nothing() -> None:
    draft = Draft()
    for name in "二三四":
        draft.table(name)
    assert draft.find("T202", "T203", "T204", "T205", "T206") == []


def test_a_block_of_lost_rows_is_one_finding_two_gaps_are_two() -> None:
    draft = Draft()
    draft.table(
        "三", keys=without("denied_secret", "denied_law", "denied_security", "carried_forward")
    )
    first, last = draft.find("T202")
    assert "连续缺少 3 行" in said(first) and "3.危及“三安全一稳定”" in said(first)
    assert text_at(draft, first.span) == "4.保护第三方合法权益"
    assert text_at(draft, last.span) == "（七）总计"  # nothing follows: the last row


def test_many_gaps_are_one_finding_with_the_count() -> None:
    draft = Draft()
    draft.table("三", keys=KEYS[::2])
    (finding,) = draft.find("T202")
    assert "共缺少 12 行" in said(finding)


def test_a_lost_row_is_put_back_after_its_neighbour_with_zeros() -> None:
    draft = Draft()
    draft.table("三", {"denied_secret": {"total": "12"}}, keys=without("denied_law"))
    (finding,) = draft.find("T202")
    assert finding.fix and not finding.fix.safe
    repaired = fixed(draft.text, finding.fix)
    assert (
        "1.属于国家秘密\t0\t0\t0\t0\t0\t0\t12\n2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n3."
        in repaired
    )


def test_a_lost_first_row_of_a_group_is_put_before_the_next() -> None:
    draft = Draft()
    draft.table("三", keys=without("rejected_petition"))
    (finding,) = draft.find("T202")
    assert finding.fix
    assert "\n1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n2.重复申请" in fixed(
        draft.text, finding.fix
    )


def test_a_whole_group_has_no_neighbour_to_be_made_like() -> None:
    draft = Draft()
    draft.table("二", keys=["normative_documents", "penalties", "coercion", "fees", "regulations"])
    (finding,) = draft.find("T202")
    assert "行政许可" in said(finding) and finding.fix is None


def test_what_a_table_of_another_edition_or_an_unread_one_lacks_is_not_said() -> None:
    draft = Draft()
    draft.table("三", keys=without("partial"), signs=("其他处理",))
    draft.table("四", keys=["review"], problem="figures-unaligned")
    draft.table("二", keys=["review"], edition="2019")
    assert draft.find("T202", "T204", "T205") == []


def test_a_missing_column_is_said_once_on_the_header() -> None:
    draft = Draft()
    table = draft.table("三", missing_columns=("other_organisation",), problem="figures-unaligned")
    (finding,) = draft.find("T203")
    assert finding.span == table.header
    assert said(finding) == "表三的表头缺少“法人或其他组织”之下的“其他”一列。"


def test_extra_rows_and_columns() -> None:
    draft = Draft()
    extra = TableColumn(None, draft.write("小计"), None)
    draft.table("二", keys=[row.key for row in form_of("二").rows] + [None], columns=(extra,))
    column, row = draft.find("T204")
    assert said(column) == "表二多出一列“小计”，格式没有这一列。"
    assert said(row) == "表二多出一行“多出的一行”，格式没有这一项。"
    assert text_at(draft, row.span) == "多出的一行"


def test_a_row_twice() -> None:
    draft = Draft()
    draft.table("三", keys=[*KEYS[:4], "partial", *KEYS[4:]])
    (finding,) = draft.find("T204")
    assert (
        said(finding)
        == "表三的“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”一行重复出现。"
    )
    assert draft.find("T205") == []


def test_many_extra_rows_are_one_finding() -> None:
    draft = Draft()
    draft.table("三", keys=[*KEYS, None, None, None, None])
    (finding,) = draft.find("T204")
    assert "多出 4 行" in said(finding) and len(finding.related) == 3


def test_one_moved_row_is_the_one_that_moved() -> None:
    draft = Draft()
    draft.table("三", keys=[*without("granted")[:8], "granted", *without("granted")[8:]])
    (finding,) = draft.find("T205")
    assert text_at(draft, finding.span) == "（一）予以公开"
    assert "有 1 行" in said(finding)


def test_two_rows_changed_about_are_one_finding() -> None:
    draft = Draft()
    keys = [*KEYS[:2], "partial", "granted", *KEYS[4:]]
    draft.table("三", keys=keys)
    (finding,) = draft.find("T205")
    assert finding.values["count"] == 1


def test_a_ragged_row_says_what_is_found_and_due() -> None:
    draft = Draft()
    draft.table("三", ragged={"granted": ["1"] * 6, "partial": ["1"] * 8})
    fewer, more = draft.find("T206")
    assert "只有 6 个数，应有 7 个，少 1 个" in said(fewer)
    assert "有 8 个数，应有 7 个，多 1 个" in said(more)
    assert text_at(draft, fewer.span) == "（一）予以公开"


def test_many_ragged_rows_are_one_finding() -> None:
    draft = Draft()
    draft.table("三", ragged={key: ["0"] * 6 for key in KEYS[:4]})
    (finding,) = draft.find("T206")
    assert "有 4 行" in said(finding) and len(finding.related) == 3


def test_all_rows_of_a_kind_are_one_finding_though_they_are_few() -> None:
    draft = Draft()
    draft.table("二", ragged={"regulations": ["0", "0"], "normative_documents": ["0", "0"]})
    (finding,) = draft.find("T206")
    assert finding.values["count"] == 2


def test_ragged_rows_of_an_unread_table_are_left_to_z004() -> None:
    draft = Draft()
    draft.table("三", ragged={key: ["0"] * 6 for key in KEYS}, problem="figures-unaligned")
    assert draft.find("T206") == []
    (finding,) = draft.find("Z004")
    assert "表三的数字与行、列对不上" in said(finding)


def test_a_column_that_went_with_its_rows_is_not_said_again() -> None:
    draft = Draft()
    keys = [row.key for row in form_of("二").rows if row.key != "fees"]
    draft.table("二", keys=keys, missing_columns=("amount",))
    assert [finding.code for finding in draft.find("T202", "T203")] == ["T202"]


def test_a_table_without_a_row_of_the_format_was_not_read() -> None:
    draft = Draft()
    draft.table("四", keys=[])
    assert [finding.code for finding in draft.find("T202", "T204", "Z004")] == ["Z004"]


def test_a_group_that_stands_in_the_place_of_its_lost_rows_is_no_extra_row() -> None:
    draft = Draft()
    keys = [key for key in KEYS if not key.startswith("other")]
    table = draft.table("三", keys=[*keys[:-2], None, *keys[-2:]])
    line = draft.write("（六）其他处理").squeezed()
    rows = [row if row.key else row._replace(label=line) for row in table.rows]
    draft.tables[0] = table._replace(rows=tuple(rows))
    assert [finding.code for finding in draft.find("T202", "T204")] == ["T202"]
