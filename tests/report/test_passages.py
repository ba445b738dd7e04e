from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpar_lint.report.model import Passage, Report
from gpar_lint.report.passages import sentences
from gpar_lint.text.folding import BLANKS
from tests.report.reading_help import BODIES, CHAPTERS, TITLE, report_of, whole

PARAGRAPHS = (
    "（一）主动公开。2024年，我局围绕造林绿化、森林防火、种苗管理等重点领域，通过县政府门户网站主动公开政府信息136条，"
    "其中工作动态72条、政策文件24条、公告公示40条；通过微信公众号发布信息58条，阅读量持续提升。",
    "（二）依申请公开。2024年，我局畅通当面、信函、网络等申请渠道，全年收到政府信息公开申请3件，均按期办结，"
    "申请内容主要涉及退耕还林补助、林地权属等方面。",
    "（三）政府信息管理。严格执行“先审后发、一事一审”制度，对拟公开的文件逐件审查，及时清理失效文件，"
    "全年制发行政规范性文件1件，废止0件，现行有效6件，目录随时更新，方便群众查阅。",
)


def chapter_one(text: str) -> list[Passage]:
    return report_of(whole().replace(BODIES[0], text)).passages_in("一")


def texts(passages: Sequence[Passage]) -> list[str]:
    return [passage.content.text for passage in passages]


def squeezed(text: str) -> str:
    return text.translate(str.maketrans("（）：；", "():;"))


def wrapped(paragraph: str, width: int) -> list[str]:
    return [paragraph[k : k + width] for k in range(0, len(paragraph), width)]


def all_wrapped(width: int, between: str) -> Report:
    """A report with chapter one wrapped line by line, as a PDF gives it."""
    lines = [line for paragraph in PARAGRAPHS for line in wrapped(paragraph, width)]
    return report_of(whole().replace(BODIES[0], between.join(lines)))


@pytest.mark.parametrize("width", [22, 28, 30, 36])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"])
def test_wrapped_lines_are_put_together(width: int, between: str) -> None:
    assert texts(all_wrapped(width, between).passages_in("一")) == [squeezed(p) for p in PARAGRAPHS]


@pytest.mark.parametrize("furniture", ["\n\n- 3 -\n\n", "\n\f\n", "\n第 2 页\n", "\n\n— 2 —\n\n"])
def test_joined_across_page_ends(furniture: str) -> None:
    lines = wrapped(PARAGRAPHS[0], 28)
    text = "\n".join(lines[:2]) + furniture + "\n".join([*lines[2:], *wrapped(PARAGRAPHS[1], 28)])
    passages = chapter_one(text)
    assert texts(passages) == [squeezed(p) for p in PARAGRAPHS[:2]]
    assert [joint.blank for joint in passages[0].joints] == [
        place == 1 for place in range(len(passages[0].joints))
    ]


def test_joined_across_a_page_header_with_the_title() -> None:
    lines = wrapped(PARAGRAPHS[0], 28)
    text = "\n".join([*lines[:2], "- 1 -", TITLE, *lines[2:], *wrapped(PARAGRAPHS[1], 28)])
    passages = chapter_one(text)
    assert texts(passages) == [squeezed(p) for p in PARAGRAPHS[:2]]
    assert passages[0].joints[1].blank


def test_joints_lie_between_the_lines() -> None:
    report = all_wrapped(30, "\n\n")
    passage = report.passages_in("一")[0]
    text = report.document.text
    lines = wrapped(PARAGRAPHS[0], 30)
    assert len(passage.joints) == len(lines) - 1
    for joint, line, following in zip(passage.joints, lines, lines[1:], strict=False):
        assert text[joint.span.start : joint.span.end] == "\n\n" and joint.blank
        assert text[: joint.span.start].endswith(line)
        assert text[joint.span.end :].startswith(following)


@pytest.mark.parametrize(
    ("cut", "blank"),
    [("\n\n", True), ("\f", True), ("\n\f", True), ("\n", False), ("\n- 4 -\n", True)],
)
@pytest.mark.parametrize("place", [20, 31, 63, 70])
def test_a_paragraph_cut_in_a_text_of_whole_paragraphs(cut: str, blank: bool, place: int) -> None:
    first = PARAGRAPHS[0][:place] + cut + PARAGRAPHS[0][place:]
    passages = chapter_one("\n\n".join([first, *PARAGRAPHS[1:]]))
    assert texts(passages) == [squeezed(paragraph) for paragraph in PARAGRAPHS]
    assert [joint.blank for joint in passages[0].joints] == [blank]


@pytest.mark.parametrize(
    "lines",
    [
        ["本年度我局未收取信息处理费", "本报告的电子版可在县政府网站下载。"],
        ["一是加强学习，提高认识", "二是加强管理，压实责任"],
        ["加强学习，提高认识", "2024年，我局开展培训2次。"],
        ["地址：青禾县城关镇林园路1号", "邮编：453000", "电话：0373-1234567"],
        ["我局全面做好各项公开工作，成效明显", "青禾县林业局", "2025年1月15日"],
        ["（一）主动公开情况", "全年公开信息20条。"],
        ["主动公开情况", "全年公开信息20条。"],
        ["1.加强领导", "我局成立领导小组，明确专人负责。", "2.加强培训", "全年培训2次。"],
        ["（一）公开信息20条，其中动态类20条", "（二）收到申请0件"],
    ],
)
def test_lines_that_stay_apart(lines: list[str]) -> None:
    assert texts(chapter_one("\n\n".join(lines))) == [squeezed(line) for line in lines]


def test_a_grid_keeps_paragraphs_apart() -> None:
    text = "全年公开信息情况见下表，其中动态类信息由办公室\n\n类别\t数量\n动态\t20\n\n负责发布。"
    assert len(chapter_one(text)) == 2


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("（一）主动公开情况", True),
        ("（一）主动公开情况。", True),
        ("（二）政府信息公开平台建设：", True),
        ("1.加强组织领导", True),
        ("存在的主要问题", True),
        ("改进措施：", True),
        ("**（三）监督保障**", True),
        ("（一）主动公开。全年公开信息20条。", False),
        ("（二）未收到政府信息公开申请。", False),
        ("（二）我局没有收到申请", False),
        ("主动公开信息20条", False),
        ("（一）公开政府信息20条。", False),
        ("一是加强学习，提高认识。", False),
        ("无其他需要报告的事项", False),
        ("全年未开展培训", False),
    ],
)
def test_headings(line: str, heading: bool) -> None:
    (passage, *_) = chapter_one(f"{line}\n\n我局严格落实有关规定，认真做好各项工作。")
    assert passage.heading is heading


def test_markdown_headings_below_the_chapters() -> None:
    headings = (f"## {CHAPTERS[0]}\n\n### （一）主动公开", *(f"## {c}" for c in CHAPTERS[1:]))
    passages = report_of("# " + whole(headings), "report.md").passages_in("一")
    assert [(p.content.text, p.heading) for p in passages] == [
        ("(一)主动公开", True),
        (BODIES[0], False),
    ]


def test_a_full_wrapped_line_is_no_heading() -> None:
    paragraph = (
        "（二）依申请公开全年共收到公民法人和其他组织提出的政府信息公开申请三件，均在法定期限内答复，"
        "没有因政府信息公开引起的行政复议和行政诉讼。"
    )
    lines = [line for p in (PARAGRAPHS[0], paragraph) for line in wrapped(p, 28)]
    assert texts(chapter_one("\n".join(lines))) == [squeezed(PARAGRAPHS[0]), squeezed(paragraph)]


def test_citations_of_items_go_on_over_wrapped_lines() -> None:
    paragraph = (
        "我局认真落实《中华人民共和国政府信息公开条例》第二十条第（五）项和第（六）项的规定，"
        "及时公开行政许可和行政处罚信息，全年公开行政许可信息12条，行政处罚信息3条，做到应公开尽公开。"
    )
    place = paragraph.index("（五）")
    lines = [paragraph[:place], *wrapped(paragraph[place:], place)]
    more = [line for p in PARAGRAPHS for line in wrapped(p, place)]
    assert texts(chapter_one("\n".join([*lines, *more])))[0] == squeezed(paragraph)


def test_addresses_are_put_together_without_blanks() -> None:
    text = "本报告的电子版可在青禾县人民政府网站（http://www.qin\n\nghe.gov.cn）下载，欢迎查阅。"
    assert texts(chapter_one(text)) == [squeezed(text.replace("\n\n", ""))]


def test_a_term_cut_in_two_joins_however_short_its_line_is() -> None:
    """A short line without a mark may be a heading, unless a term of the field runs on."""
    cut = texts(chapter_one("引起行政复\n\n议6件。"))
    apart = texts(chapter_one("行政复议\n\n全年发生6件。"))
    assert "引起行政复议6件。" in cut
    assert "行政复议" in apart


def test_the_web_page_below_a_report_is_no_text_of_it() -> None:
    footer = "扫一扫在手机打开当前页\n打印本页  关闭窗口"
    text = whole()
    assert texts(report_of(f"{text}\n\n{footer}").passages) == texts(report_of(text).passages)
    said = chapter_one("群众可扫一扫二维码查阅公开目录，也可在政务服务大厅查阅。")
    assert "群众可扫一扫二维码查阅公开目录，也可在政务服务大厅查阅。" in texts(said)


def test_chapter_of_each_passage() -> None:
    report = report_of(whole())
    assert [(p.chapter, p.content.text) for p in report.passages] == [
        (None, "现发布本机关年度报告。"),
        *zip("一二三四五六", BODIES, strict=True),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("公开20条。收到0件；办结0件！", ["公开20条。", "收到0件;", "办结0件!"]),
        ("坚持“公开为常态。”原则", ["坚持“公开为常态。”", "原则"]),
        (
            "请联系（地址：林园路1号；邮编：453000）。谢谢",
            ["请联系(地址:林园路1号;邮编:453000)。", "谢谢"],
        ),
        ("没有句号", ["没有句号"]),
        ("（未闭合。" + "长" * 400 + "。完", ["(未闭合。" + "长" * 400 + "。", "完"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    (passage,) = chapter_one(text)
    found = [passage.content.text[start:end] for start, end in sentences(passage)]
    assert found == parts


@pytest.mark.skipif("GPAR_LINT_SHARED" not in os.environ, reason="needs the real reports")
def test_real_reports_are_whole() -> None:
    reports = {}
    for path in sorted(Path(os.environ["GPAR_LINT_SHARED"], "reports").glob("*.txt")):
        report = report_of(path.read_text("utf-8"), path.name)
        reports[path.name[:3]] = "\n".join(texts(list(report.passages)))
        for passage in report.passages:
            assert passage.heading or passage.content.text.endswith(("。", ")")), (
                passage.content.text
            )
    assert "2025年本单位未出现因政府信息公开问题" in reports["000"]
    assert "(<http://www>)w.spt.gov.cn/)下载" in reports["000"]
    assert "政务公开工作领导小组" in reports["002"] and "接受群众监督" in reports["002"]
    assert "发布政府信息64条，其中" in reports["002"]
    assert "公众获取信息的效率" in reports["003"]
    assert (
        "138篇，其中部门动态、健康教育、医疗服务专栏各发布信息6篇、19篇、7篇，其他栏目发布信息106篇。"
        in reports["004"]
    )


LINES = st.sampled_from(
    [
        *PARAGRAPHS,
        *wrapped(PARAGRAPHS[0], 25),
        *CHAPTERS,
        TITLE,
        "（一）",
        "- 1 -",
        "\f",
        "\t",
        "",
        "。",
    ]
)


@given(st.lists(LINES | st.text(st.characters(exclude_categories=("Cc", "Cs"))), max_size=12))
def test_passages_keep_their_places(lines: list[str]) -> None:
    report = report_of("\n".join(lines))
    text, last = report.document.text, 0
    for passage in report.passages:
        assert last <= passage.span.start < passage.span.end <= len(text)
        last = passage.span.end
        assert list(passage.content.offsets) == sorted(passage.content.offsets)
        cuts = sentences(passage)
        assert "".join(passage.content.text[i:j] for i, j in cuts) == passage.content.text
        for joint in passage.joints:
            between = set(text[joint.span.start : joint.span.end].replace(TITLE, ""))
            assert not between - BLANKS - set("-1|"), (
                "blanks, pipes, page numbers, a title as header"
            )


@pytest.mark.parametrize("leader", ["\t", "……", " ....... ", "·····", "   ", ""])
def test_a_table_of_contents_is_no_text(leader: str) -> None:
    contents = "\n\n".join([f"{chapter}{leader}3" for chapter in CHAPTERS])
    text = whole().replace("\n\n", f"\n\n目录\n\n{contents}\n\n", 1)
    report = report_of(text)
    assert texts(report.passages_in(None)) == ["目录", "现发布本机关年度报告。"]
    assert [chapter.number for chapter in report.chapters] == list("一二三四五六")


def test_a_line_with_a_figure_is_text() -> None:
    text = whole().replace("\n\n", "\n\n收到申请3\n\n", 1)
    assert texts(report_of(text).passages_in(None))[0] == "收到申请3"


@pytest.mark.parametrize(
    "line",
    [
        "发布日期：2025-01-20  来源：县林业局  浏览次数：88 次  字体：[ 大 中 小 ]",
        "2025-01-20 09:00:00 来源：本站 阅读：101",
        "2025-01-20 09:00\n来源：本站\n打印",
    ],
)
def test_what_a_site_says_below_the_title_is_no_text(line: str) -> None:
    text = whole().replace("\n\n", f"\n\n{line}\n\n", 1)
    assert texts(report_of(text).passages) == texts(report_of(whole()).passages)


def test_the_date_of_publication_alone_on_its_line_is_text() -> None:
    text = whole().replace("\n\n", "\n\n来源：本站\n发布日期：2025-01-20\n打印\n\n", 1)
    assert texts(report_of(text).passages)[0] == "发布日期:2025-01-20"


def test_a_line_of_the_preamble_is_text_whatever_it_is_called() -> None:
    line = "联系我们：电话 0555-6100000"
    text = whole().replace("\n\n一、", f"\n\n{line}\n\n一、", 1)
    assert texts(report_of(text).passages_in(None))[1].startswith("联系我们:")
    dated = whole().replace("\n\n", "\n\n2025年1月20日\n\n", 1)
    assert texts(report_of(dated).passages_in(None))[0] == "2025年1月20日"
