"""S115, S116, S121: titles of chapters, what stands below them, their levels."""

from __future__ import annotations

import pytest

from tests.checks.structure.reports import (
    chapters,
    codes,
    fixed,
    found,
    made_of,
    renamed,
    with_body,
    with_chapter,
)


@pytest.mark.parametrize(
    "heading",
    [
        "一、总体概况",
        "二、主动公开信息情况",
        "三、收到和办理政府信息公开申请情况",
        "三、收到和处理信息公开申请情况",
        "四、政府信息公开行政复议情况",
        "五、存在的主要问题",
        "五、存在的主要问题及整改情况",
        "五、存在的困难及改进措施",
        "六、其他事项",
        "六、其他需要说明的事项",
    ],
)
def test_a_key_word_differs(heading: str) -> None:
    text = renamed(heading[0], heading)
    [finding] = found(text)
    assert (finding.code, finding.place) == ("S115", heading)
    assert fixed(text, "S115", safe=True) == made_of(chapters()[1])


@pytest.mark.parametrize(
    "heading", ["五、工作不足及下一步打算", "六、其他情况", "一、工作开展情况"]
)
def test_a_title_that_only_its_place_explains_is_a_wrong_title(heading: str) -> None:
    text = renamed(heading[0], heading)
    [finding] = found(text)
    assert (finding.code, finding.place) == ("S115", heading)
    assert fixed(text, "S115", safe=True) == made_of(chapters()[1])


@pytest.mark.parametrize(
    "heading",
    [
        "一、总体情况概述",
        "一、政府信息公开工作的基本情况",
        "一、2024年政府信息公开工作总体情况",
        "二、行政机关主动公开政府信息情况",
        "二、主动公开政府信息的情况",
        "二、主动公开政府信息详情",
        "三、行政机关收到和处理政府信息公开申请情况",
        "三、收到和处理政府信息公开申请情况统计表",
        "三、依申请公开政府信息办理情况",
        "三、政府信息公开申请接收与办理情况",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
        "四、因政府信息公开工作被申请复议、提起行政诉讼情况",
        "四、政府信息公开行政复议行政诉讼情况",
        "四、政府信息公开行政复议及行政诉讼情况",
        "五、政府信息公开工作存在的主要问题及改进情况",
        "五、存在的主要问题和改进思路",
        "五、存在的问题及改进情况",
        "六、其他需要报告事项",
        "六、其他报告的事项",
        "六、 其他需要报告的事项：",
    ],
)
def test_variants_are_silent(heading: str) -> None:
    assert codes(renamed(heading[0], heading)) == []


@pytest.mark.parametrize("number", "一二三四五六")
def test_a_chapter_with_nothing_in_it(number: str) -> None:
    text = with_body(number, "")
    [finding] = found(text)
    assert finding.code == "S116"
    assert finding.place == chapters()[1]["一二三四五六".index(number)].split("\n")[0]


@pytest.mark.parametrize("said", ["无。", "略", "（略）", "暂无"])
@pytest.mark.parametrize("number", "一五")
def test_a_placeholder_where_work_is_to_be_told(number: str, said: str) -> None:
    assert codes(with_body(number, said)) == ["S116"]


def test_nothing_to_report_is_right_in_the_last_chapter() -> None:
    assert codes(with_body("六", "无。")) == []


def test_a_picture_is_no_empty_chapter() -> None:
    start, parts = chapters()
    parts[1] = "二、主动公开政府信息情况\n\n![表格](table.png)\n\n"
    text = f"# {start}" + "".join([f"## {part}" for part in parts])
    assert "S116" not in codes(text, "report.md")


def markdown(*levels: int) -> str:
    start, parts = chapters()
    marks = ["#" * level for level in levels]
    return f"# {start}" + "".join([f"{m} {p}" for m, p in zip(marks, parts, strict=True)])


def test_the_first_heading_that_differs_is_the_one_said() -> None:
    text = markdown(2, 2, 3, 4, 4, 2)
    [finding] = found(text, "report.md")
    assert finding.code == "S121"
    assert finding.place.startswith("### 三、")
    assert fixed(text, "S121", safe=True, name="report.md") == markdown(2, 2, 2, 2, 2, 2)


def test_headings_at_one_level() -> None:
    assert codes(markdown(3, 3, 3, 3, 3, 3), "report.md") == []


def test_a_text_without_levels_has_none_that_differ() -> None:
    assert codes(with_chapter("六", "六、其他需要报告的事项\n\n无。")) == []
