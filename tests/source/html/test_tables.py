"""Tables of figures, and tables that only lay a page out."""

from __future__ import annotations

from gpar_lint.source.document import Grid
from tests.source.html.reading import blocks, grid, lines


def test_merged_cells_stand_once_at_their_true_columns() -> None:
    source = """<table><tr><td rowspan=2 colspan="2">角</td><td colspan=2>上</td></tr>
    <tr><td>左</td><td>右</td></tr><tr><td rowspan=2>组</td><td>甲</td><td>1</td><td>2</td></tr>
    <tr><td>乙</td><td>3</td><td>4</td></tr></table>"""
    assert grid(source) == [
        [("角", 0, 2, 2), ("上", 2, 2, 1)],
        [("左", 2, 1, 1), ("右", 3, 1, 1)],
        [("组", 0, 1, 2), ("甲", 1, 1, 1), ("1", 2, 1, 1), ("2", 3, 1, 1)],
        [("乙", 1, 1, 1), ("3", 2, 1, 1), ("4", 3, 1, 1)],
    ]


def test_cells_whose_tags_are_missing() -> None:
    source = "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    assert [[cell[0] for cell in row] for row in grid(source)] == [["甲", "1"], ["乙", "2"]]
    source = "<table><td>甲</td><td>1</td><tr><td>乙</td><td>2</td></table>"
    assert [[cell[0] for cell in row] for row in grid(source)] == [["甲", "1"], ["乙", "2"]]


def test_a_blank_cell_is_where_a_figure_belongs() -> None:
    source = (
        "<table><tr><td>甲</td><td></td></tr><tr><td>乙</td><td><p><span>&nbsp;</span></p></td></tr>"
        "<tr><td>丙</td><td><p><b></b></p></td></tr></table>"
    )
    (found,) = [block for block in blocks(source) if isinstance(block, Grid)]
    places = [row.cells[1].span for row in found.rows]
    assert [source[: place.start].rpartition("<")[2] for place in places] == ["td>", "span>", "b>"]
    assert source.startswith("&nbsp;", places[1].start)


def test_lines_within_a_cell() -> None:
    source = (
        "<table><tr><td>自然<br>人</td><td><p>商业</p><p>企业</p></td></tr><tr><td>1<td>2</table>"
    )
    assert [cell[0] for cell in grid(source)[0]] == ["自然\n人", "商业\n企业"]


def test_a_table_that_lays_a_page_out_is_no_grid() -> None:
    source = """<table><tr><td><a href=a>栏目</a></td><td>
    <table><tr><td>甲<td>1<tr><td>乙<td>2</table>
    <p>一、总体情况</p></td></tr></table>"""
    assert [[cell[0] for cell in row] for row in grid(source)] == [["甲", "1"], ["乙", "2"]]
    assert lines(source) == ["一、总体情况"]


def test_a_table_of_one_column_is_no_grid() -> None:
    rows = "<tr><td>一、甲</td></tr><tr><td>乙。</td></tr><tr><td>二、丙</td></tr>"
    assert lines(f"<table>{rows}</table>") == ["一、甲", "乙。", "二、丙"]


def test_a_whole_report_drawn_into_one_table() -> None:
    prose = "2024年，我局认真贯彻落实《条例》，扎实推进政府信息公开，全年主动公开政府信息12条。"
    source = f"""<table><tr><td colspan=3>一、总体情况</td></tr>
    <tr><td colspan=3>{prose * 2}</td></tr>
    <tr><td colspan=3>第二十条第（一）项</td></tr><tr><td>规章</td><td>1</td><td>2</td></tr>
    <tr><td>规范性文件</td><td>3</td><td>4</td></tr>
    <tr><td colspan=3>三、收到和处理</td></tr></table>"""
    assert lines(source) == ["一、总体情况", prose * 2, "三、收到和处理"]
    assert [row[0][0] for row in grid(source)] == ["第二十条第（一）项", "规章", "规范性文件"]


def test_nothing_is_lost_where_a_table_is_never_closed() -> None:
    source = (
        "<table><tr><td>甲<td>1</tr><tr><td>乙<td>2</tr><p>六、其他</p>无。<caption>题</caption>"
    )
    assert [[cell[0] for cell in row] for row in grid(source)] == [["甲", "1"], ["乙", "2"]]
    assert set(lines(source)) >= {"六、其他", "无。"}


def test_spans_that_are_no_numbers() -> None:
    source = "<table><tr><td colspan=9999999999 rowspan=x>甲<td colspan=0>1<tr><td>乙<td>2</table>"
    assert [cell[0] for cell in grid(source)[1]] == ["乙", "2"]
