"""The change language itself: what each change does to the clean report."""

from __future__ import annotations

import pytest

from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report
from tests.support.changes import Example

RULEBOOK = load_rulebook()
CLEAN = clean_report("2021")


def changed(*lines: str) -> str:
    return Example(lines, RULEBOOK).text


def parted(*lines: str) -> tuple[list[str], list[str]]:
    """The lines that only the clean report has, and those that only the changed one has."""
    text = changed(*lines)
    before, after = CLEAN.split("\n"), text.split("\n")
    return [x for x in before if x not in after], [x for x in after if x not in before]


def test_find_nothing_changes_nothing() -> None:
    assert changed("find nothing") == CLEAN
    assert changed("edition 2019", "find nothing") == clean_report("2019")


def test_a_cell() -> None:
    gone, come = parted("三.granted.total = 5")
    assert [line.split("\t")[-2] for line in gone] == ["10"]
    assert [line.split("\t")[-2] for line in come] == ["5"]
    _, come = parted('四.review.total = "/"')
    assert come[0].split("\t")[4] == "/"
    _, come = parted('二.fees.amount = ""')
    assert come == ["行政事业性收费\t\t\t"]


def test_wildcards() -> None:
    text = changed("三.*.* = 0")
    rows = [line.split("\t") for line in text.split("\n") if "新收政府信息公开申请数量" in line]
    assert rows == [["一、本年新收政府信息公开申请数量", "", *"0000000", ""]]


def test_dropping_a_chapter_and_a_table() -> None:
    assert "五、存在的主要问题" not in changed("drop chapter 五")
    assert "六、其他需要报告的事项" in changed("drop chapter 五")
    text = changed("drop table 三")
    assert "三、收到和处理政府信息公开申请情况\n\n\n四、" in text


def test_dropping_the_first_row_of_a_group_leaves_the_label() -> None:
    _, come = parted("drop row 三.denied_secret")
    assert come == ["\t（三）不予公开\t2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0"]
    _, come = parted("drop row 三.granted")
    assert come[0].startswith("三、本年度办理结果\t（二）部分公开")


def test_dropping_the_only_row_of_a_block_drops_the_block() -> None:
    gone, come = parted("drop row 二.licences")
    assert gone == ["第二十条第（五）项\t\t\t", "行政许可\t214\t\t"]
    assert come == []


def test_dropping_a_group_of_the_strip_keeps_the_label_above() -> None:
    _, come = parted("drop row 四.litigation_direct")
    assert come[0].split("\t")[5] == "行政诉讼"
    assert come[-1] == "2\t1\t0\t1\t4\t1\t0\t0\t0\t1"


def test_dropping_a_column() -> None:
    text = changed("drop column 三.enterprise")
    assert "商业企业" not in text
    assert "\t\t自然人\t法人或其他组织\t\t\t\t\t" in text
    assert "一、本年新收政府信息公开申请数量\t\t14\t1\t2\t1\t1\t23\t\n" in text
    text = changed("drop column 四.pending")
    assert "尚未审结" not in text
    assert "2\t1\t0\t4\t1\t0\t0\t2\t1\t0\t0\t1\n" in text


def test_swapping_rows_leaves_the_labels_of_their_groups() -> None:
    text = changed("swap row 三.granted 三.partial")
    assert "三、本年度办理结果\t（二）部分公开" in text
    assert "\n\t（一）予以公开\t5" in text


def test_renaming() -> None:
    assert "\t（一）同意公开\t5\t" in changed('rename row 三.granted "（一）同意公开"')
    assert changed('rename column 四.upheld "维持"').count("\t维持\t") == 2
    assert changed('rename row 四.review "复议"').count("\n复议\t") == 1


def test_appending() -> None:
    assert "责任追究情形。\n\n又一段。\n\n二、" in changed('append 一 "又一段。"')
    assert "下载。\n\n又一段。\n\n一、" in changed('append 导言 "又一段。"')
    assert changed('append 文末 "七、附件"').endswith("20日\n\n七、附件\n")
    assert changed('append 六 "又一段。"').endswith("20日\n\n又一段。\n")


def test_replacing_and_deleting() -> None:
    assert "\u200b信息处理费" in changed('replace "未收取信息处理费" by "未收取\\u200b信息处理费"')
    assert "情况\n\n如对本报告" not in CLEAN
    assert "事项\n\n如对本报告" in changed('delete "未收取信息处理费"')


@pytest.mark.parametrize(
    "line",
    [
        'replace "政府信息" by "x"',
        'replace "没有这句话" by "x"',
        'delete "政府信息公开"',
        "drop everything",
        "三.granted.totals = 1",
    ],
)
def test_a_change_that_fits_nowhere_fails(line: str) -> None:
    with pytest.raises((AssertionError, KeyError)):
        changed(line)


def test_other_reports_are_changed_apart() -> None:
    lines = ["三.granted.total = 5", "previous", "三.granted.total = 6", "part", "drop chapter 五"]
    example = Example(lines, RULEBOOK)
    [(first, previous), (second, part)] = example.relatives
    assert (first, second) == ("previous", "part")
    assert example.text == changed("三.granted.total = 5")
    assert previous.startswith("澄溪县文化和旅游局2023年")
    assert "\t1\t0\t1\t6\t" in previous
    assert part.startswith("澄溪县城关区文化和旅游局2024年")
    assert "五、存在的主要问题" in example.text
    assert "五、存在的主要问题" not in part


def test_what_is_expected_is_kept_apart() -> None:
    example = Example(
        ['expect "澄溪县"', "expect 三.granted.total", "also S118 D501", "三.granted.total = 5"],
        RULEBOOK,
    )
    assert example.passages == ["澄溪县"]
    assert example.cells == [("三", "granted", "total")]
    assert example.also == {"S118", "D501"}
