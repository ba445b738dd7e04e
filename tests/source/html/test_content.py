"""The document that a page shows, and what its site writes around it."""

from __future__ import annotations

import pytest

from gpar_lint.source.furniture import is_of_site
from tests.source.html.reading import blocks, lines

TITLE = "望川镇2024年政府信息公开工作年度报告"
BODY = [
    "根据《条例》编制本报告。",
    "一、总体情况",
    "全年公开信息3条。",
    "六、其他需要报告的事项",
    "无",
]


def written(tag: str = "p") -> str:
    return "".join([f"<{tag}>{line}</{tag}>" for line in BODY])


@pytest.mark.parametrize(
    "title",
    [
        "<h1>{}</h1>",
        "<div class=title>{}</div>",
        "<div><font size=5><b>{}</b></font></div>",
        "<table><tr><td>{}</td></tr></table>",
        "<h1><span>{}</span></h1><h3></h3>",
    ],
)
@pytest.mark.parametrize("tag", ["p", "div", "li", "section"])
def test_title_and_text_are_kept(title: str, tag: str) -> None:
    source = f"""<body><div><a href=/>首页</a> | <a href=/gk>政务公开</a></div>
    {title.format(TITLE)}<div>来源：望川镇　发布日期：2025-01-10</div><div>【字体：大 中 小】</div>
    <div class=TRS_Editor>{written(tag)}</div><p>附件：<a href=a.doc>年报全文</a></p>
    <div>上一篇：<a href=b>关于放假的通知</a></div><div>扫一扫在手机打开当前页</div>
    <div>Copyright 2024 望川镇人民政府</div></body>"""
    assert lines(source) == [TITLE, *BODY]


def test_chapters_in_elements_of_their_own() -> None:
    parts = "".join([f"<div class=part><p>{line}</p></div>" for line in BODY])
    source = f"<div><h1>{TITLE}</h1>{parts}</div><div>相关链接：<a href=x>省政府</a></div>"
    assert lines(source) == [TITLE, *BODY]


def test_sentences_of_the_site_do_not_count() -> None:
    source = f"""<p>您的浏览器版本过低，建议升级浏览器版本。</p>
    <div><h2>{TITLE}</h2>{written()}</div>
    <footer><p>欢迎访问。如有问题请拨打县政府热线。</p></footer><p>版权所有。未经许可不得转载。</p>"""
    assert lines(source) == [TITLE, *BODY]


def test_a_table_of_what_a_page_is() -> None:
    head = """<table><tr><td>索引号：</td><td>015</td><td>发布机构：</td><td>望川镇</td></tr>
    <tr><td>公开日期：</td><td>2025-01-10</td><td>主题分类：</td><td>其他</td></tr></table>"""
    assert lines(f"{head}<h1>{TITLE}</h1>{written()}") == [TITLE, *BODY]
    assert not any(type(block).__name__ == "Grid" for block in blocks(f"{head}{written()}"))


def test_what_stands_within_the_text_is_kept_whatever_it_says() -> None:
    inside = ["来源：统计局", "全年报送信息的链接", "当前位置"]
    source = f"<div><p>一、总体情况</p><p>{inside[0]}</p><p><a href=x>{inside[1]}</a></p>"
    source += f"<p>{inside[2]}</p><p>二、其他情况</p></div>"
    assert lines(source) == ["一、总体情况", *inside, "二、其他情况"]


def test_a_table_of_contents_links_within_the_page() -> None:
    contents = '<ul><li><a href="#1">一、总体情况</a></li><li><a href="#6">六、其他</a></li></ul>'
    assert lines(f"<h1>{TITLE}</h1>{contents}{written()}") == [
        TITLE, "一、总体情况", "六、其他", *BODY,
    ]  # fmt: skip


def test_an_address_in_a_sentence_is_no_menu() -> None:
    said = '本报告可在<a href="http://www.wc.gov.cn">http://www.wangchuan.gov.cn/</a>下载。'
    assert lines(f"<p>{said}</p>") == ["本报告可在http://www.wangchuan.gov.cn/下载。"]


@pytest.mark.parametrize(
    "last",
    [
        "完成网站无障碍改造和打印本地化。",
        "（二）网站地图和无障碍改造情况",
        "来源于群众的建议：无。",
    ],
)
def test_a_last_line_with_words_of_sites_is_kept(last: str) -> None:
    assert lines(f"<div>{written()}<p>{last}</p></div><p>打印本页</p>") == [*BODY, last]


def test_the_end_of_the_text_is_kept() -> None:
    signed = f"<div>{written()}<p>望川镇人民政府</p><p>2025年1月10日</p></div><p>打印本页</p>"
    assert lines(signed)[-2:] == ["望川镇人民政府", "2025年1月10日"]


@pytest.mark.parametrize(
    "line",
    [
        "来源：望川镇", "发布时间: 2025-01-10", "[字体：大 中 小]", "您当前的位置：首页>公开>年报",
        "浏览次数：12", "【打印】【关闭】", "打印本页", "浙ICP备00000000号", "主办单位：望川镇",
        "扫一扫在手机打开当前页", "下一篇：无", "索 引 号：015", "分享到：", "打印", "首页",
    ],
)  # fmt: skip
def test_words_of_sites(line: str) -> None:
    assert is_of_site(line)


@pytest.mark.parametrize(
    "line",
    [
        TITLE, "一、总体情况", "望川镇人民政府", "2025年1月10日", "（联系电话：0578-5550126）",
        "无",
        "主办政务公开培训班2期", "来源于群众的申请3件", "", "发布机构改革信息12条",
    ],
)  # fmt: skip
def test_words_of_reports(line: str) -> None:
    assert not is_of_site(line)


_ADDRESS = "<div>地址：青禾路1号</div><div>办公时间：周一至周五 9:00-17:00（节假日除外）。</div>"


def test_a_sentence_at_the_foot_of_the_page_is_the_sites() -> None:
    text = f"<div class=main><h1>{TITLE}</h1><div>{written()}</div></div>"
    assert lines(f"{text}<div><div>主办：望川镇人民政府</div>{_ADDRESS}</div>") == [TITLE, *BODY]


def test_a_sentence_below_the_text_is_kept() -> None:
    """Word parts its pages into sections; a line in the text may read like one of the site's."""
    sections = (
        f"<div><h1>{TITLE}</h1>{written()}</div><div><p>对本报告有疑问，请联系我镇。</p></div>"
    )
    assert lines(sections) == [TITLE, *BODY, "对本报告有疑问，请联系我镇。"]
    inside = "<p>主办单位：望川镇</p><p>对本报告有疑问，请联系我镇。</p>"
    assert (
        lines(f"<div><h1>{TITLE}</h1>{written()}{inside}</div>")[-1]
        == "对本报告有疑问，请联系我镇。"
    )
