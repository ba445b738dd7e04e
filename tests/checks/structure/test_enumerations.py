"""S120: enumerations that skip or repeat a number."""

from __future__ import annotations

import pytest

from tests.checks.structure.reports import findings, found, with_body

HEADING = "六、其他需要报告的事项"


def places(body: str) -> list[str]:
    """Where enumerations break in chapter 六."""
    said = found(with_body("六", body))
    assert all(finding.code == "S120" for finding in said)
    return [finding.place for finding in said]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("一是学习；三是培训；四是检查。", "三是"),
        ("一是学习；二是培训；二是检查；三是督促。", "二是"),
        ("一是学习；五是培训；三是检查；四是督促。", "五是"),
        ("工作中，一是学习。\n\n三是培训。", "三是"),
        ("一是学习；一是培训。", "一是"),
        ("一是学习不够。一是培训不够。", "一是"),
        ("一是学习，一是培训，三是检查。", "一是"),
        ("（一）学习情况\n\n已学习。\n\n（三）培训情况\n\n已培训。", "（三）"),
        ("（一）学习情况。已学习。\n\n（一）培训情况。已培训。\n\n（三）检查。已检查。", "（一）"),
        ("1.学习。\n\n2.培训。\n\n4.检查。", "4."),
        ("1、学习；\n\n3、培训。", "3、"),
        ("做好以下工作：（1）学习；（2）培训；（4）检查。", "（4）"),
        ("问题：一是少；二是慢；三是散。\n\n措施：一是多；二是快；四是聚。", "四是"),
        ("二是学习；三是培训。", "二是"),
        ("（三）学习情况\n\n一是自学。\n\n二是听课。\n\n四是讨论。", "四是"),
        ("一是学习；邀请第二方、第三方评估；三是培训。", "三是"),
        ("**一**是学习；**三**是培训。", "三**是"),
        ("九是学习，十是培训，十二是检查。".replace("九是", "一是", 1), "十是"),
    ],
)
def test_a_number_skipped_or_repeated(body: str, place: str) -> None:
    assert places(body) == [place]


@pytest.mark.parametrize(
    "body",
    [
        "一是学习；二是培训；三是检查。",
        "一是学习。二是培训。针对以上问题，一是加强学习，二是加强培训。",
        "问题：一是少；二是慢；三是散。\n\n措施：一是多；二是快；三是聚；四是齐。",
        "一是学习。问题方面，一是少；二是慢。",
        "问题：一是学习不够。改进：一是加强学习。",
        # An inner list within an item of the outer one, in a sentence or below a colon.
        "一是学习，包括：一是自学，二是集中学；二是培训；三是检查。",
        "一是学习；二是抓好三项工作：\n\n一是培训；\n\n二是检查。\n\n三是督促。",
        # Several levels.
        "（一）学习\n\n1.自学。\n\n2.讲座。\n\n（二）培训\n\n1.线上。\n\n2.线下。\n\n（三）检查\n\n已检查。",
        # A list that goes on under the next heading.
        "（一）学习\n\n1.自学。\n\n（二）培训\n\n2.线上。",
        # No items at all.
        "依据《条例》第五十条第（四）项和第二十条（八），公开收费信息1.2万条，较2024.1.5增加3.5%。",
        "统一是关键，目标之一是便民，唯一是不变的。三是个数字。".replace("三是个数字。", ""),
        "第一，学习。第三，培训。首先自学，最后检查。",
        "首先是学习；二是培训；三是检查。",
        "一方面抓学习；二是抓培训。",
        "首先抓学习；其次抓培训；三是抓检查。",
        "一是抓学习；二要抓培训；三是抓检查。",
        "问题：一是少；二是慢；三是散。\n\n措施：一要多；二要快；三是聚。",
        "（一）学习。已学习。\n\n二、培训。已培训。\n\n（三）检查。已检查。",
        "（一）学习。已学习。\n\n㈡培训。已培训。\n\n（三）检查。已检查。",
        "主要表现在一是学习不够，二是培训不够。",
        "版本2.0已上线，12、13月无数据，联系110、119。",
        "2024.全年未发生。",
    ],
)
def test_enumerations_that_are_whole(body: str) -> None:
    assert places(body) == []


def test_a_number_split_from_its_word_by_a_line_break() -> None:
    lines = (
        "2024年，我局认真落实上级关于政府信息公开工作的各项部署，一\n"
        "是加强业务学习，把条例和有关规定列入干部学习的重要内容；二\n"
        "是组织开展培训，请业务骨干讲解公文公开属性认定的办法；三\n"
        "是做好日常检查，每月通报一次栏目更新和链接可用的情况。"
    )
    assert places(lines) == []


def test_row_labels_are_no_enumeration() -> None:
    rows = "3.其他\n\n1.属于国家秘密\n\n（五）不予处理\n\n8.属于行政查询事项"
    assert found(with_body("三", f"收到申请的情况如下。\n\n{rows}")) == []


def test_a_fix_numbers_on_from_the_break() -> None:
    text = with_body("六", "一是学习；三是培训；四是检查。")
    [finding] = findings(text)
    assert finding.fix is not None and not finding.fix.safe
    for edit in reversed(finding.fix.edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert "一是学习；二是培训；三是检查。" in text


def test_the_message_names_what_is_missing() -> None:
    [finding] = found(with_body("六", "一是学习；三是培训。"))
    assert finding.message == "“一是”之后是“三是”，中间缺少“二是”。"
