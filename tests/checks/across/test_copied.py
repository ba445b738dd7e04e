"""X903: words that stand in another report."""

from __future__ import annotations

import pytest

from gpar_lint.checks.across.narrative import own_words
from gpar_lint.checks.context import Context, Settings
from gpar_lint.report.reading import read_report
from gpar_lint.source.reading import read
from tests.checks.across.reports import CLEAN, found, found_with, message
from tests.manual.test_examples import RULEBOOK


def words_of(text: str, chapter: str) -> str:
    report = read_report(read("report.txt", text.encode()), RULEBOOK)
    return own_words(Context(report, RULEBOOK, Settings()))[chapter].text


def changed(old: str, new: str) -> str:
    assert old in CLEAN
    return CLEAN.replace(old, new)


def test_another_agencys_report_under_ones_own_name() -> None:
    findings = found("X903", "other")
    assert [finding.values["chapter"] for finding in findings] == [
        "总体情况",
        "存在的主要问题及改进情况",
    ]
    assert {finding.values["share"] for finding in findings} == {100}
    said = message(findings[1])
    assert "岚川县文化和旅游局2024年年报" in said
    assert "存在的主要问题：一是部分信息公开不够及时" in said
    assert "of 岚川县文化和旅游局 on 2024" in message(findings[1], "en")


def test_the_passage_and_its_source_are_related_places() -> None:
    [_, finding] = found("X903", "other")
    passage, source = finding.related
    assert passage.span
    assert CLEAN[passage.span.start :].startswith("存在的主要问题")
    assert CLEAN[: passage.span.end].endswith("提升公开水平")
    assert source.elsewhere
    assert source.elsewhere.path == "other.txt"


def test_a_share_below_the_limit() -> None:
    """Of some hundred characters of chapter five, the improvements are other ones."""
    lines = [
        'delete "一是健全信息发布提醒机制"',
        'append 五 "改进情况：一是每月由分管局长抽看栏目；二是请社会监督员试读解读稿；'
        '三是按季度轮训文物所、文化馆信息员。"',
        "other",
    ]
    assert "五" not in {_chapter(finding.values["chapter"]) for finding in found("X903", *lines)}
    shares = found_with({"copied-share": 0.4}, "X903", *lines)
    assert [finding.values["share"] for finding in shares if finding.values["share"] != 100] == [56]


def _chapter(title: object) -> str:
    return "五" if title == "存在的主要问题及改进情况" else "一"


def test_last_years_words_are_named_as_last_years() -> None:
    lines = [
        'delete "一是部分信息公开不够及时"',
        'delete "一是健全信息发布提醒机制"',
        'append 五 "存在的主要问题：一是机构改革后公开目录与职责衔接不紧，少数事项重复公开；'
        '二是乡镇文化站报送信息不主动。"',
        'append 五 "改进情况：一是对照新的职责清单合并同类事项，删除过时条目；'
        '二是建立文化站信息员联络群，每月通报报送情况。"',
    ]
    [finding] = found("X903", *lines, "previous")
    assert finding.text == "message"
    assert "与2023年年报相同" in message(finding)
    assert found("X903", *lines, "other") != found("X903", *lines, "previous")


def test_what_every_report_says_is_not_compared() -> None:
    assert found("X903", "drop chapter 一", "drop chapter 五", "other") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024年，澄溪县文化和旅游局认真", "2031年，岚川县教育局认真"),
        ("组织业务培训2次", "组织业务培训三次"),
        ("运用图解、短视频等形式", "运用图解，短视频等形式"),
        ("贯彻落实《条例》", "贯彻落实《办法》"),
        ("网上等申请渠道", "网上\n等申请渠道"),
    ],
)
def test_names_years_figures_and_marks_make_no_difference(old: str, new: str) -> None:
    text = changed(old, new).replace("岚川县教育局认真", "我局认真")
    assert words_of(text, "一") == words_of(CLEAN, "一")
    assert words_of(text, "五") == words_of(CLEAN, "五")


def test_other_words_do() -> None:
    assert words_of(changed("业务能力有待提高", "人手紧张"), "五") != words_of(CLEAN, "五")


def test_short_chapters_are_not_compared() -> None:
    lines = ['delete "一是部分信息公开不够及时"', "other", 'delete "一是部分信息公开不够及时"']
    assert "五" not in {_chapter(finding.values["chapter"]) for finding in found("X903", *lines)}
