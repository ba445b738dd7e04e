from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpar_lint.report.model import Report
from gpar_lint.report.reading import looks_like_report
from gpar_lint.source.reading import read
from tests.report.reading_help import BODIES, CHAPTERS, TITLE, report_of, rulebook, whole

SIX = ["一", "二", "三", "四", "五", "六"]
TITLES = tuple(heading[2:] for heading in CHAPTERS)


def numbers(report: Report) -> list[str | None]:
    return [chapter.number for chapter in report.chapters]


@pytest.mark.parametrize(
    "form",
    [
        "一、{}",
        "一.{}",
        "一．{}",
        "一，{}",
        "【一、{}】",
        "一 {}",
        "一、 {}",
        "一、、{}",
        "（一）{}",
        "1、{}",
        "1. {}",
        "第一部分 {}",
        "第一部分：{}",
        "第一章 {}",
        "{}",
        "l一、{}",
        "|一、{}",
        "丨一、{}",
        "⼀、{}",
        "一{}",
        "1{}",
        "第一、{}",
        "一、{}：",
        "一、{}。",
        "\f 一、{}",
        "　　一、{}",
    ],
)
def test_ordinals_of_every_kind(form: str) -> None:
    headings = []
    for place, title in enumerate(TITLES):
        heading = form.replace("⼀", "⼀⼆三四五六"[place]).replace("一", SIX[place])
        headings.append(heading.replace("1", str(place + 1)).format(title))
    report = report_of(whole(tuple(headings)))
    assert numbers(report) == SIX
    assert [chapter.title.text for chapter in report.chapters] == [
        title.replace("（", "(") for title in TITLES
    ]


def test_ordinal_as_written_and_its_place() -> None:
    report = report_of(whole(("（一）总体情况", *CHAPTERS[1:5], "七、其他需要报告的事项")))
    first, last = report.chapters[0], report.chapters[-1]
    text = report.document.text
    assert first.ordinal == "(一)"
    assert (
        first.ordinal_span and text[first.ordinal_span.start : first.ordinal_span.end] == "（一）"
    )
    assert (last.number, last.ordinal) == ("六", "七、")


def test_bodies_reach_to_the_next_heading() -> None:
    report = report_of(whole())
    text = report.document.text
    for chapter, body in zip(report.chapters, BODIES, strict=True):
        assert text[chapter.body.start : chapter.body.end].strip() == body


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("二、行政机关主动公开政府信息的情况", "二"),
        ("二、主动公开政府信息详情", "二"),
        ("三、依申请公开政府信息办理情况", "三"),
        ("三、收到和办理政府信息公开申请情况", "三"),
        ("四、因政府信息公开工作被申请复议、提起行政诉讼情况", "四"),
        ("四、政府信息公开行政复议行政诉讼情况", "四"),
        ("四、政府信息公开行政复议，行政诉讼情况", "四"),
        ("五、政府信息公开工作存在的问题和整改措施", "五"),
        ("五、存在困难及改进方向", "五"),
        ("六、其他报告的事项", "六"),
        ("六、其它需要说明的事项", "六"),
        ("一、政府信息公开工作的基本情况", "一"),
        ("一、总体概况", "一"),
        ("一、工作推进情况", "一"),
        ("二、公开情况", "二"),
        ("三、群众申请情况", "三"),
        ("五、下一步打算", "五"),
        ("六、其他", "六"),
    ],
)
def test_titles_recognised_by_meaning(heading: str, number: str) -> None:
    headings = list(CHAPTERS)
    headings[SIX.index(number)] = heading
    assert numbers(report_of(whole(tuple(headings)))) == SIX


def test_marks_left_in_plain_text() -> None:
    report = report_of(whole(tuple(f"**{heading}**" for heading in CHAPTERS)))
    assert numbers(report) == SIX
    assert report.chapters[0].title.text == "总体情况"


def test_other_title_than_the_formats_in_sequence_is_an_extra_chapter() -> None:
    headings = (*CHAPTERS[:5], "六、其他工作情况")
    text = whole(headings) + "\n七、其他需要报告的事项\n\n无。\n"
    assert numbers(report_of(text)) == [*SIX[:5], None, "六"]


def test_a_chapter_is_missed_although_lower_headings_have_its_words() -> None:
    headings = (*CHAPTERS[:2], *CHAPTERS[3:])
    for lower in ("2.依申请公开情况", "（二）收到和处理政府信息公开申请情况"):
        text = whole(headings).replace(BODIES[0], f"{lower}\n\n未收到申请。")
        assert numbers(report_of(text)) == ["一", "二", "四", "五", "六"]


def test_ordinals_beyond_ten() -> None:
    assert numbers(report_of(whole() + "\n二十、依申请公开情况\n\n15、主动公开情况\n")) == SIX


def test_heading_wrapped_over_two_lines() -> None:
    text = whole().replace("行政复议、行政诉讼情况", "行政复议、行政诉\n\n讼情况")
    report = report_of(text)
    assert numbers(report) == SIX
    span = report.chapters[3].span
    assert report.document.text[span.start : span.end].endswith("讼情况")
    assert report.chapters[3].title.text == "政府信息公开行政复议、行政诉讼情况"


def test_heading_run_together_with_the_text() -> None:
    headings = [f"{CHAPTERS[0]} 2024年，我局公开信息20条。", *CHAPTERS[1:4]]
    headings += [f"{CHAPTERS[4]}：公开形式单一。", CHAPTERS[5]]
    report = report_of(whole(tuple(headings)))
    assert numbers(report) == SIX
    assert report.passages_in("一")[0].content.text == "2024年，我局公开信息20条。"
    span = report.chapters[0].span
    assert report.document.text[span.start : span.end] == "一、总体情况"


@pytest.mark.parametrize("between", ["", " ", "\u3000\u3000"])
def test_a_text_whose_line_breaks_are_lost(between: str) -> None:
    bodies = (
        f"{BODIES[0]}（一）主动公开。公开信息20条。（二）依申请公开。未收到申请。",
        *BODIES[1:],
    )
    pairs = (piece for pair in zip(CHAPTERS, bodies, strict=True) for piece in pair)
    report = report_of(between.join([TITLE, "现发布本机关年度报告。", *pairs]))
    assert report.title is not None and report.title.content.text == TITLE
    assert numbers(report) == SIX
    assert [p.content.text for p in report.passages] == [
        "现发布本机关年度报告。",
        BODIES[0],
        "(一)主动公开。公开信息20条。",
        "(二)依申请公开。未收到申请。",
        *BODIES[1:],
    ]


def test_titles_listed_in_one_sentence_are_not_taken_apart() -> None:
    listed = "；".join(CHAPTERS) + "。"
    text = whole().replace("现发布本机关年度报告。", f"本报告分为{'六部分，' * 40}：{listed}")
    assert numbers(report_of(text)) == SIX
    assert len(report_of(text).passages_in(None)) == 1


def test_row_labels_of_table_three_are_no_chapters() -> None:
    rows = ["一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0", "二、上年结转政府信息公开申请数量"]
    rows += ["三、", "本年", "度办", "理结果", "三、本年度办理结果", "四、结转下一年度继续办理 0 0"]
    assert numbers(report_of(whole().replace(BODIES[2], "\n\n".join(rows)))) == SIX


@pytest.mark.parametrize(
    "items",
    [
        "一、公开意识不强\n\n二、公开形式单一\n\n三、改进措施",
        "一、存在的主要问题\n\n二、改进措施",
        "（一）存在的主要问题\n\n（二）改进情况",
        "一是公开不及时；\n\n二是解读不够。",
        "六、",
    ],
)
def test_lists_within_a_chapter_are_no_chapters(items: str) -> None:
    assert numbers(report_of(whole().replace(BODIES[4], items))) == SIX


def test_numbered_items_below_markdown_headings_are_no_chapters() -> None:
    headings = tuple(f"## {heading}" for heading in CHAPTERS)
    text = "# " + whole(headings).replace(BODIES[5], "七、联系方式\n\n八、附件")
    assert numbers(report_of(text, "report.md")) == SIX


def test_numbered_items_in_parts_are_no_chapters() -> None:
    headings = tuple(f"第{n}部分 {title}" for n, title in zip(SIX, TITLES, strict=True))
    text = whole(headings).replace(BODIES[4], "一、存在的问题\n\n二、改进情况\n\n三、其他")
    assert numbers(report_of(text)) == SIX


def test_extra_chapter() -> None:
    report = report_of(whole() + "\n七、建议提案办理情况\n\n办理建议3件。\n")
    assert numbers(report) == [*SIX, None]
    assert report.chapters[-1].title.text == "建议提案办理情况"
    assert report.passages[-1].chapter == ""  # neither the preamble's nor chapter 六's


def test_extra_chapter_between_chapters() -> None:
    headings = (*CHAPTERS[:5], "六、工作创新情况", "七、其他需要报告的事项")
    text = whole(headings[:6]) + "\n七、其他需要报告的事项\n\n无。\n"
    assert numbers(report_of(text)) == [*SIX[:5], None, "六"]


def test_chapter_written_twice() -> None:
    text = whole() + f"\n{CHAPTERS[4]}\n\n公开形式单一。\n"
    assert numbers(report_of(text)) == [*SIX, "五"]


def test_table_of_contents() -> None:
    contents = "\n".join(["目录", *CHAPTERS])
    text = whole().replace("现发布本机关年度报告。", contents)
    report = report_of(text)
    assert numbers(report) == SIX
    assert report.document.text[report.chapters[0].body.start :].strip().startswith(BODIES[0])


def test_table_of_contents_with_leaders_and_pages() -> None:
    contents = "\n".join(f"{heading}……………{place}" for place, heading in enumerate(CHAPTERS, 1))
    report = report_of(whole().replace("现发布本机关年度报告。", contents))
    assert numbers(report) == SIX


def test_headings_without_text_between_are_no_table_of_contents() -> None:
    text = "\n\n".join([TITLE, *CHAPTERS])
    assert numbers(report_of(text)) == SIX


def test_titles_announced_and_quoted_in_the_text() -> None:
    text = whole().replace(
        "现发布本机关年度报告。",
        "本报告由总体情况、主动公开政府信息情况、其他需要报告的事项等部分组成。\n\n"
        "一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。",
    )
    assert numbers(report_of(text)) == SIX


def test_missing_chapter_and_other_order() -> None:
    assert numbers(report_of(whole((*CHAPTERS[:3], *CHAPTERS[4:])))) == [
        "一",
        "二",
        "三",
        "五",
        "六",
    ]
    swapped = (CHAPTERS[0], CHAPTERS[2], CHAPTERS[1], *CHAPTERS[3:])
    assert numbers(report_of(whole(swapped))) == ["一", "三", "二", "四", "五", "六"]


def test_lower_heading_with_a_chapters_title_is_no_chapter() -> None:
    text = whole().replace(BODIES[0], "（一）主动公开政府信息情况\n\n公开信息20条。")
    assert numbers(report_of(text)) == SIX


def test_a_caption_that_repeats_the_title_is_no_chapter() -> None:
    text = whole().replace(BODIES[2], "收到和处理政府信息公开申请情况\n\n本年度未收到申请。")
    assert numbers(report_of(text)) == SIX


def test_title_drawn_into_its_table() -> None:
    table = "二、主动公开政府信息情况\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数"
    assert numbers(report_of(whole().replace(f"{CHAPTERS[1]}\n\n{BODIES[1]}", table))) == SIX


def test_markdown_levels() -> None:
    headings = ("## 一、总体情况", *CHAPTERS[1:5], "#### **六、其他需要报告的事项**")
    report = report_of("# " + whole(headings), "report.md")
    assert numbers(report) == SIX
    assert (report.chapters[0].level, report.chapters[1].level) == (2, None)
    assert report.chapters[5].title.text == "其他需要报告的事项"


@pytest.mark.parametrize(
    ("text", "is_report"),
    [
        (whole(), True),
        ("\n".join(CHAPTERS[:2]), True),
        (TITLE, True),
        ("一、本年新收政府信息公开申请数量\t0\t0", True),
        ("（三）不予公开 4．保护第三方合法权益 0 0 0 0 0 0 0", True),
        ("| | | 3.要求提供公开出版物 | - | - |", True),
        ("看政府信息公开年报表三的“四、结转下年度继续办理”一行。", False),
        ("# 年报库\n\n```text\n政府信息公开：“（三）不予公开4.保护第三方合法权益”：1\n```", False),
        ("政府信息公开指南\n\n一、公开范围\n\n二、公开形式", False),
        ("关于做好2024年政府信息公开工作年度报告编制工作的通知\n\n各单位：", False),
        ("# gpar-lint\n\n检查政府信息公开工作年度报告的工具。", False),
        ("", False),
    ],
)
def test_looks_like_report(text: str, is_report: bool) -> None:
    assert looks_like_report(read("a.md", text.encode()), rulebook()) is is_report


@pytest.mark.skipif("GPAR_LINT_SHARED" not in os.environ, reason="needs the real reports")
def test_real_reports_have_their_six_chapters() -> None:
    for path in sorted(Path(os.environ["GPAR_LINT_SHARED"], "reports").glob("*.txt")):
        assert numbers(report_of(path.read_text("utf-8"), path.name)) == SIX, path.name


TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")))
PARTS = st.sampled_from([*CHAPTERS, *TITLES, "三、", "\t", "\n", "\f", "第一部分", "## "])
PIECES = st.lists(st.one_of(PARTS, TEXTS))


@given(PIECES)
def test_never_fails_on_any_text(pieces: list[str]) -> None:
    report = report_of("\n".join(pieces), "a.md")
    end = len(report.document.text)
    for chapter in report.chapters:
        assert 0 <= chapter.span.start < chapter.span.end <= chapter.body.end <= end
    starts = [chapter.span.start for chapter in report.chapters]
    assert starts == sorted(starts)
