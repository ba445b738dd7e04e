"""Reports as web pages: tables with merged cells, and what sites and Word write around the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from tests.support.layouts import Sheet, SheetRow


class Td(NamedTuple):
    """A cell, merged over columns and rows."""

    text: str
    columns: int = 1
    rows: int = 1


Rows = list[list[Td]]
Write = Callable[[str], str]  # a cell's or a line's text to its inner HTML


def merged(sheet: Sheet) -> Rows:
    """A table's cells, each merged cell once."""
    if sheet.form.shape == "blocks":
        return _blocks(sheet)
    return _strip(sheet) if sheet.form.shape == "strip" else _matrix(sheet)


def _blocks(sheet: Sheet) -> Rows:
    rows: Rows = []
    width = 1 + max(len(row.figures) for row in sheet.rows)
    before = None
    for row in sheet.rows:
        if row.group != before:
            before = row.group
            rows.append([Td(row.group, width)])
            labels = [sheet.columns[key] for key in sheet.columns_of(row)]
            rows.append(_filled([Td("信息内容"), *map(Td, labels)], width))
        rows.append(_filled([Td(row.label), *map(Td, row.figures)], width))
    return rows


def _filled(row: list[Td], width: int) -> list[Td]:
    """A row whose last cell takes what is left of the width."""
    left = width - len(row)
    return [*row[:-1], row[-1]._replace(columns=1 + left)] if left > 0 else row


def _matrix(sheet: Sheet) -> Rows:
    keys = list(sheet.columns)
    lone = [key for key in keys if not sheet.groups[key]]
    grouped = [key for key in keys if sheet.groups[key]]
    second = [Td(sheet.columns[key], 1, 2) for key in lone[:1] if key == keys[0]]
    if grouped:
        second.append(Td("法人或其他组织", len(grouped)))
    second += [Td(sheet.columns[key], 1, 2) for key in lone if key != keys[0]]
    rows: Rows = [
        [Td(sheet.form.headings[0], 3, 3), Td("申请人情况", len(keys))],
        second,
        [Td(sheet.columns[key]) for key in grouped],
    ]
    for place, row in enumerate(sheet.rows):
        rows.append([*_labels(sheet.rows, place), *map(Td, row.figures)])
    return rows


def _labels(rows: Sequence[SheetRow], place: int) -> list[Td]:
    row = rows[place]
    before = rows[place - 1] if place else None
    labels: list[Td] = []
    if row.section and (before is None or before.section != row.section):
        labels.append(Td(row.section, 1, _run(rows, place, lambda each: each.section)))
    if row.group and (before is None or before.group != row.group):
        labels.append(Td(row.group, 1, _run(rows, place, lambda each: each.group)))
    width = 3 - bool(row.section) - bool(row.group)
    return [*labels, Td(row.label, width)]


def _run(rows: Sequence[SheetRow], place: int, of: Callable[[SheetRow], str]) -> int:
    """How many rows from one on have the same."""
    end = place
    while end < len(rows) and of(rows[end]) == of(rows[place]):
        end += 1
    return end - place


def _strip(sheet: Sheet) -> Rows:
    width = len(sheet.columns)
    outcomes = list(sheet.columns.values())
    first, *others = [row.label for row in sheet.rows]
    return [
        [Td(first, width), Td("行政诉讼", width * len(others))],
        [*[Td(text, 1, 2) for text in outcomes], *[Td(title, width) for title in others]],
        [Td(text) for text in outcomes * len(others)],
        [Td(figure) for row in sheet.rows for figure in row.figures],
    ]


def table(sheet: Sheet, write: Write = escape, attributes: str = ' border="1"') -> str:
    """A table's HTML, a row a line."""
    lines = [f"<table{attributes}><tbody>"]
    for row in merged(sheet):
        lines.append("<tr>" + "".join([_td(cell, write) for cell in row]) + "</tr>")
    return "\n".join([*lines, "</tbody></table>"])


def _td(cell: Td, write: Write) -> str:
    spans = "".join(
        [
            f' {name}="{count}"'
            for name, count in (("colspan", cell.columns), ("rowspan", cell.rows))
            if count > 1
        ]
    )
    return f"<td{spans}>{write(cell.text)}</td>"


# ------------------------------------------------------------------ how cells and lines are written


def of_editor(text: str) -> str:
    """A cell as the editors of sites write it: a paragraph, blanks for nothing."""
    return f'<p style="text-align:center"><span style="font-size:14px">{_shown(text)}</span></p>'


def of_word(text: str) -> str:
    """A cell as Word exports it."""
    return (
        "<p class=MsoNormal align=center\n  style='text-align:center;mso-pagination:widow-orphan'>"
        f"{_in_latin_spans(text) if text else '<o:p>&nbsp;</o:p>'}</p>"
    )


def _shown(text: str) -> str:
    return escape(text, quote=False) if text else "&nbsp;"


_LATIN = re.compile("[!-~]+")


def _in_latin_spans(text: str) -> str:
    """Figures and Latin letters in spans of their own, the tag broken over two lines."""
    return _LATIN.sub(
        lambda found: f"<span\nlang=EN-US>{escape(found[0], quote=False)}</span>", text
    )


class Page(NamedTuple):
    """How a page is written."""

    head: Callable[[str, str], str]  # of title and agency
    foot: str
    line: Callable[[str, int], str]  # of a text and its level: 0 a paragraph, 1 the title
    table: Callable[[Sheet], str]


def _paragraph(text: str, level: int) -> str:
    plain = escape(text.replace("\n", ""), quote=False)
    if level == 1:
        return f"<h1>{plain}</h1>"
    if level == 2:
        return f"<p><strong>{plain}</strong></p>"
    quoted = plain.replace("“", "&ldquo;").replace("”", "&rdquo;")
    return f"<p>&nbsp; &nbsp;&nbsp;{quoted}</p>"


def _site_head(title: str, agency: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{escape(title)}_政府网站</title><meta name="ArticleTitle" content="{escape(title)}">
<script>if (1 < 2) document.write("<p>一、总体情况</p>")</script>
<style>p{{margin:0}}</style></head><body>
<div class="top"><a href="/">首页</a> | <a href="/zwgk">政务公开</a> | <a href="/hd">互动</a></div>
<div class="crumbs">您当前的位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/nb">年报</a></div>
<div class="main">
<div class="info">索引号：015432109/2025-00017&nbsp; 发布机构：{escape(agency)}</div>
<div class="meta">字体：【<a>大</a> 中 小】 浏览次数：<span id="hits">128</span> 打印 分享到：</div>
<div id="zoom" class="TRS_Editor">"""


_SITE_FOOT = """</div>
<div class="fj">附件：<a href="nb.docx">年报.docx</a></div>
<div class="next">上一篇：<a href="1.html">关于放假的通知</a></div>
<div>打印本页&nbsp;关闭窗口</div></div>
<div class="footer"><p>主办单位：某某人民政府办公室　网站标识码：3300000001</p>
<p>版权所有，未经许可不得转载。建议使用IE8.0以上浏览器浏览。</p></div>
<div style="display:none">本页面访问统计。</div></body></html>"""


def _tables_head(title: str, agency: str) -> str:
    return f"""<html><head><title>政府网站</title></head><body>
<table width="1000" align="center"><tr><td colspan="2"><img src="banner.jpg" width="1000"></td></tr>
<tr><td width="200" valign="top"><table><tr><td><a href="a.html">机构概况</a></td></tr>
<tr><td><a href="b.html">公开指南</a></td></tr></table></td><td>
<table><tr><td>索引号：</td><td>01543</td><td>发布机构：</td><td>{escape(agency)}</td></tr>
<tr><td>公开日期：</td><td>2026-01-20</td><td>名称：</td><td>{escape(title)}</td></tr></table>
<table width="780"><tr><td align="center">"""


_TABLES_FOOT = """</td></tr></table></td></tr>
<tr><td colspan="2">主办：某某办公室 <a href="http://beian.example">ICP备00000000号</a></td></tr>
</table></body></html>"""


def _cell_line(text: str, level: int) -> str:
    """Lines that are no paragraphs: a cell of a row each, or text that line breaks part."""
    plain = escape(text.replace("\n", ""), quote=False)
    if level == 1:
        return f'<font size="5"><b>{plain}</b></font></td></tr><tr><td>'
    return f"　　{plain}<br/>"


def _word_head(title: str, agency: str) -> str:
    return f"""<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<title>{escape(title)}</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {{margin:0cm;}} --></style></head>
<body lang=ZH-CN><div class=Section1 style='layout-grid:15.6pt'>"""


def _word_line(text: str, level: int) -> str:
    inner = _in_latin_spans(text.replace("\n", ""))
    if level in (1, 2):
        return f"<h{level} align=center\nstyle='text-align:center'>{inner}</h{level}>"
    return (
        "<p class=MsoNormal style='text-indent:32.0pt;\nmso-char-indent-count:2.0'><span "
        f"style='font-family:仿宋_GB2312'>{inner}<span lang=EN-US><o:p></o:p></span></span></p>"
    )


PAGES = {
    "page": Page(_site_head, _SITE_FOOT, _paragraph, lambda sheet: table(sheet, of_editor)),
    "page, tables": Page(_tables_head, _TABLES_FOOT, _cell_line, table),
    "page, Word": Page(
        _word_head,
        "<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></div></body></html>",
        _word_line,
        lambda sheet: table(sheet, of_word, " class=MsoTableGrid border=1"),
    ),
}
