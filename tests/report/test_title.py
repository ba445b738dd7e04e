from __future__ import annotations

import os
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from gpar_lint.report.model import Report, Title
from gpar_lint.text.folding import fold
from tests.report.reading_help import BODIES, CHAPTERS, TITLE, report_of, whole

LONG = "青禾县林业局2024年政府信息公开工作年度报告"


def title_of(text: str) -> Title | None:
    body = "\n\n".join(line for pair in zip(CHAPTERS, BODIES, strict=True) for line in pair)
    return report_of(f"{text}\n\n{body}\n").title


def named(text: str) -> tuple[str, int | None]:
    title = title_of(text)
    assert title is not None
    return title.agency, title.year


@pytest.mark.parametrize(
    ("text", "agency", "year"),
    [
        (LONG, "青禾县林业局", 2024),
        ("青禾县林业局 2024 年政府信息公开工作年度报告", "青禾县林业局", 2024),
        ("青禾县林业局2024年度政府信息公开工作年度报告", "青禾县林业局", 2024),
        ("青禾县林业局2024年政府信息公开年度报告", "青禾县林业局", 2024),
        ("青禾县林业局2024年信息公开工作年度报告", "青禾县林业局", 2024),
        ("青禾县林业局2024年政府信息公开年度工作报告", "青禾县林业局", 2024),
        ("青禾县林业局2024年政府信息公开工作报告", "青禾县林业局", 2024),
        ("青禾县林业局2024年政府信息公开工作的年度报告", "青禾县林业局", 2024),
        ("青禾县林业局2024年政府信息公开工作情况报告", "青禾县林业局", 2024),
        ("青禾县林业局2024年度政府信息公开年报", "青禾县林业局", 2024),
        ("青禾县林业局二〇二四年政府信息公开工作年度报告", "青禾县林业局", 2024),
        ("青禾县林业局二○二○年政府信息公开工作年度报告", "青禾县林业局", 2020),
        ("2024年青禾县林业局政府信息公开工作年度报告", "青禾县林业局", 2024),
        ("2024年度青禾县林业局政府信息公开工作年度报告", "青禾县林业局", 2024),
        ("关于青禾县林业局2024年政府信息公开工作年度报告", "青禾县林业局", 2024),
        ("关于2024年政府信息公开工作年度报告的报告", "", 2024),
        ("青禾县林业局（2024年度）政府信息公开工作年度报告", "青禾县林业局", 2024),
        ("青禾县林业局政府信息公开工作年度报告（2024年度）", "青禾县林业局", 2024),
        ("青禾县林业局政府信息公开工作年度报告（2024年）", "青禾县林业局", 2024),
        ("青禾县林业局政府信息公开工作年度报告", "青禾县林业局", None),
        ("2024年政府信息公开工作年度报告", "", 2024),
        ("政府信息公开工作年度报告", "", None),
        ("青禾市2024年政府信息公开工作年度报告", "青禾市", 2024),
        ("2024年青禾县人民政府信息公开工作年度报告", "青禾县人民政府", 2024),
        ("青禾县人民政府2024年政府信息公开工作年度报告", "青禾县人民政府", 2024),
        ("青禾县政府办公室2024年政府信息公开工作年度报告", "青禾县政府办公室", 2024),
        ("国家统计局青禾调查队2024年政府信息公开工作年度报告", "国家统计局青禾调查队", 2024),
        ("县应急局（县地震局）2024年政府信息公开工作年度报告", "县应急局(县地震局)", 2024),
        ("《青禾县林业局2024年政府信息公开工作年度报告》", "青禾县林业局", 2024),
        ("标题：青禾县林业局2024年政府信息公开工作年度报告", "青禾县林业局", 2024),
        ("# 青禾县林业局2024年政府信息公开工作年度报告", "青禾县林业局", 2024),
        ("**青禾县林业局2024年政府信息公开工作年度报告**", "青禾县林业局", 2024),
        ("青禾县林业局政府信息公开工作年度报告（2025年1月16日）", "青禾县林业局", None),
        ("青禾县林业局2024年政府信息公开工作年度报告（2025年1月16日）", "青禾县林业局", 2024),
        ("<青禾县林业局2024年政府信息公开工作年度报告>", "青禾县林业局", 2024),
        ("【部门年报】青禾县林业局2024年政府信息公开工作年度报告", "青禾县林业局", 2024),
        ("青禾县林业局关于2024年政府信息公开工作的年度报告", "青禾县林业局", 2024),
        ("2024年政府信息公开工作年度报告——青禾县林业局", "青禾县林业局", 2024),
        ("2024年政府信息公开工作年度报告——图文版", "", 2024),
        ("⻘禾县林业局2024年政府信息公开⼯作年度报告", "青禾县林业局", 2024),
    ],
)  # fmt: skip
def test_one_line(text: str, agency: str, year: int | None) -> None:
    assert named(text) == (agency, year)


@pytest.mark.parametrize(
    "text",
    [
        "青禾县林业局\n2024年政府信息公开工作年度报告",
        " 青禾县林业局\n\n2024年政府信息公开工作年度报告",
        "青禾县林业局\n2024年\n政府信息公开工作年度报告",
        "青禾县林业局2024年\n政府信息公开工作年度报告",
        "青禾县林业局2024年政府信息公开\n工作年度报告",
        "青禾县林业局关于2024年政府\n信息公开工作年度报告",
        "2024年青禾县\n林业局政府信息公开工作年度报告",
        "青禾县林业局\n青林发〔2025〕3号\n2024年政府信息公开工作年度报告",
        "青禾县林业局\n政府信息公开工作年度报告\n（2024年度）",
        "青禾县林业局文件\n青林发〔2025〕3号\n青禾县林业局\n2024年政府信息公开工作年度报告",
        "首页 > 政务公开 > 年报\n索引号：11330\n青禾县林业局2024年政府信息公开工作年度报告",
        "政府信息公开年报\n发布机构：县林业局\n青禾县林业局2024年政府信息公开工作年度报告",
        "2024年政府信息公开工作年度报告\n\n发布日期：2025-01-20\n\n"
        "青禾县林业局2024年政府信息公开工作年度报告",
        "2024年政府信息公开工作年度报告\n青禾县林业局\n2025年1月",
        "政府信息公开工作年度报告\n（2024年度）\n青禾县林业局",
        "2024年政府信息公开工作年度报告\n（青禾县林业局）",
        "青禾县林业局2024年政府信息公开工作年度报告 - 青禾县人民政府\n来源：县林业局",
        "关于报送2024年政府信息公开工作年度报告的函\n县政府办：\n\n"
        "青禾县林业局2024年政府信息公开工作年度报告",
    ],
)
def test_several_lines(text: str) -> None:
    assert named(text) == ("青禾县林业局", 2024)


def test_a_second_name_in_brackets_on_a_line_of_its_own() -> None:
    text = "青禾县林业局\n（青禾县绿化办）\n2024年政府信息公开工作年度报告"
    assert named(text) == ("青禾县林业局(青禾县绿化办)", 2024)


def test_the_title_in_the_document_is_taken_before_the_pages_own() -> None:
    text = f"{LONG}\n索引号：11330\n{LONG}"
    title = title_of(text)
    assert title is not None and title.span.start == text.rindex("青禾县林业局")


def test_span_year_and_wording() -> None:
    title = title_of("\n青禾县林业局\n2024 年度政府信息公开工作年度报告")
    text = "\n青禾县林业局\n2024 年度政府信息公开工作年度报告"
    assert title is not None and title.year_span is not None
    assert text[title.span.start : title.span.end] == text.strip()
    assert text[title.year_span.start : title.year_span.end] == "2024"
    assert title.wording == "年度政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "text",
    [
        "青禾县林业局",
        "根据要求，现发布青禾县林业局2024年政府信息公开工作年度报告",
        "关于做好2024年政府信息公开工作年度报告编制工作的通知",
        "青禾县林业局2024年法治政府建设情况报告",
        "青禾县林业局2024年政府信息公开指南",
        "现将2024年政府信息公开工作情况报告如下",
    ],
)
def test_no_title(text: str) -> None:
    assert title_of(text) is None


def test_a_wrapped_line_of_the_preamble_is_no_title() -> None:
    text = (
        "按照2024年政府信息公开工作要点的要求，现发布青禾县林业局\n2024年政府信息公开工作年度报告"
    )
    assert title_of(text) is None


def test_a_complete_title_is_taken_before_a_bare_one_with_the_agency_below() -> None:
    text = f"2024年政府信息公开工作年度报告\n青禾县林业局办公室\n\n{LONG}"
    title = title_of(text)
    assert title is not None and title.content.text == LONG


def test_title_after_the_first_chapter_is_none() -> None:
    assert report_of("\n\n".join([*CHAPTERS, LONG])).title is None


def year_of(report: Report) -> tuple[int | None, str, str]:
    return report.year, report.year_source, report.edition.name


def test_where_the_year_is_from() -> None:
    assert year_of(report_of(whole())) == (2024, "title", "2021")
    no_year = "青禾县林业局政府信息公开工作年度报告"
    period = "本报告统计期限自2020年1月1日起至2020年12月31日止。2024年2024年。"
    assert year_of(report_of(whole(title=f"{no_year}\n\n{period}"))) == (2020, "period", "2019")
    assert year_of(report_of(whole(title=no_year))) == (2024, "text", "2021")
    assert year_of(report_of("\n".join(CHAPTERS))) == (None, "", "2021")


def test_nothing_before_the_title_is_preamble() -> None:
    report = report_of(whole(title=f"字体：大 中 小\n\n{TITLE}"))
    assert [passage.content.text for passage in report.passages_in(None)] == [
        "现发布本机关年度报告。"
    ]


@pytest.mark.skipif("GPAR_LINT_SHARED" not in os.environ, reason="needs the real reports")
def test_real_reports() -> None:
    folder = Path(os.environ["GPAR_LINT_SHARED"], "reports")
    for name, label in tomli.loads((folder / "labels.toml").read_text("utf-8")).items():
        report = report_of((folder / name).read_text("utf-8"), name)
        assert year_of(report) == (label["year"], "title", label["edition"]), name
        assert report.agency == label["agency"], name


PIECES = st.sampled_from(
    ["青禾县", "林业局", "2024年", "年度", "政府", "信息公开", "工作", "报告", "（", "）", "\n"]
)


@given(st.lists(PIECES, max_size=30))
def test_never_fails_and_never_loses_its_place(pieces: list[str]) -> None:
    report = report_of("".join(pieces))
    title = report.title
    if title is not None:
        text = report.document.text
        assert fold(text[title.span.start]) == title.content.text[0]
        assert fold(text[title.span.end - 1]) == title.content.text[-1]
        assert title.year is None or title.year == 2024
