"""F702, F706, F707, F710: punctuation, spaces, repetition, terms."""

from __future__ import annotations

import pytest

from tests.support.narrative import find, fixed, report, with_paragraph


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("明确责任分工,强化督促检查。", "明确责任分工，强化督促检查。"),
        ("(一)加强领导;健全制度。", "（一）加强领导；健全制度。"),
        ("（二)加强领导。", "（二）加强领导。"),
        ("公开信息12条,其中A类5条。", "公开信息12条，其中A类5条。"),
        ("情况如下:一是加强领导。", "情况如下：一是加强领导。"),
    ],
)
def test_halfwidth_marks_beside_chinese(wrong: str, right: str) -> None:
    text = with_paragraph(wrong)
    assert len(find(text, "F702")) == 1
    assert right in fixed(text, "F702", safe=True)


@pytest.mark.parametrize(
    "said",
    [
        "开放日活动9:30开始，阅读量1,234次。",
        "网站(www.chengxi.gov.cn)更新12条。",
        "政务服务便民热线(12345)受理12件。",
        "使用Word, Excel格式。",
        "比例为3:1。",
    ],
)
def test_halfwidth_marks_in_figures_and_addresses(said: str) -> None:
    assert find(with_paragraph(said), "F702") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("强化督促检查。。", "强化督促检查。"),
        ("明确分工，，强化检查。", "明确分工，强化检查。"),
        ("明确分工、，强化检查。", "明确分工，强化检查。"),
        ("强化督促检查，。", "强化督促检查。"),
        ("明确分工；。", "明确分工。"),
    ],
)
def test_repeated_marks(wrong: str, right: str) -> None:
    text = with_paragraph(wrong)
    assert len(find(text, "F707")) == 1
    assert right + "\n" in fixed(text, "F707", safe=True)


def test_a_repeated_word_is_a_persons_to_judge() -> None:
    text = with_paragraph("群众可以通过可以通过政务服务窗口查阅信息。")
    assert [each.place for each in find(text, "F707")] == ["可以通过可以通过"]
    assert "群众可以通过政务服务窗口" in fixed(text, "F707", safe=False)


@pytest.mark.parametrize("word", ["我局", "加强", "按照", "进一步", "政府网站"])
def test_repeated_words(word: str) -> None:
    found = find(with_paragraph(f"全年{word}{word}推进公开。"), "F707")
    assert [each.place for each in found] == [word + word]


@pytest.mark.parametrize(
    "said",
    [
        "公开公开栏信息，研究研究办法。",
        "哪里能查？！办事窗口。",
        "一件一件办理……",
        "见http://a.cn/。",
    ],
)
def test_no_repetition(said: str) -> None:
    assert find(with_paragraph(said), "F707") == []


def test_a_space_within_a_word() -> None:
    text = with_paragraph("规范信息发布管理工 作流程，明确分 工。")
    assert [each.place for each in find(text, "F706")] == [" "]
    assert "管理工作流程，明确分工。" in fixed(text, "F706", safe=True)


@pytest.mark.parametrize("said", ["收取信息处理费  元。", "业务培训（参加培训  人）。"])
def test_the_place_of_a_missing_figure_is_no_stray_space(said: str) -> None:
    text = with_paragraph(said + "明确分 工。")
    assert len(find(with_paragraph(said), "C425")) == 1
    assert find(with_paragraph(said), "F706") == []
    assert said in fixed(text, "F706", safe=True) and "明确分工" in fixed(text, "F706", safe=True)


@pytest.mark.parametrize(
    "said",
    [
        "全年召开例会 4 次，使用 OFD 格式归档。",
        "加强培训。 提高能力。",
        "加强　培训，提高能力。",
        "联系人 张三",
        "主动公开信息 条，更新栏目。",
        "统筹“线上 + 线下”渠道。",
    ],
)
def test_spaces_that_are_right(said: str) -> None:
    assert find(with_paragraph(said), "F706") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("截止目前，专栏运行平稳。", "截至目前，专栏运行平稳。"),
        ("截止到2024年12月31日，公开信息12条。", "截至2024年12月31日，公开信息12条。"),
        ("除涉及国家机密的信息外，依法公开。", "除涉及国家秘密的信息外，依法公开。"),
        ("公民、法人和其它组织可以申请。", "公民、法人和其他组织可以申请。"),
        ("群众可登陆网站查阅。", "群众可登录网站查阅。"),
        ("完善政府信息公布制度。", "完善政府信息公开制度。"),
    ],
)
def test_terms(wrong: str, right: str) -> None:
    text = with_paragraph(wrong)
    assert len(find(text, "F710")) == 1
    assert right in fixed(text, "F710", safe=True)


@pytest.mark.parametrize(
    "said",
    [
        "截至目前，专栏运行平稳。",
        "意见征集截止日期在公告中列明，报名截止2024年6月30日。",
        "文件定为国家机密级。",
        "学习《国家机密保护规定》。",
        "将政府信息公布于众。",
        "对已申请公开的信息归档。",
    ],
)
def test_terms_that_are_right(said: str) -> None:
    assert find(with_paragraph(said), "F710") == []


def test_a_term_that_may_be_right_is_a_persons_to_judge() -> None:
    text = with_paragraph("依法做好政府信息公布。")
    assert "依法做好政府信息公开。" in fixed(text, "F710", safe=False)


def test_terms_are_not_looked_for_in_tables() -> None:
    text = report(("行政许可\t", "行政许可（截止目前）\t"))
    assert find(text, "F710") == []
