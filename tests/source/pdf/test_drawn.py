"""What a page shows and what it does not: pages drawn by hand, one thing at a time."""

from __future__ import annotations

import pytest

from gpar_lint.source.document import Document, Furniture, Grid, Paragraph, Picture
from gpar_lint.source.reading import read
from tests.source.pdf.drafting import PageDraft, pdf_of

LINES = [
    "本年度主动公开政府信息二十条，比上年增长一成，其中部门动态十条，政策",
    "文件十条，另外还有其他信息若干条，都已经按照条例的规定，在政府网站上",
    "公开，并且接受社会各界的监督和评议，没有发生因政府信息公开工作引起的",
    "行政复议和行政诉讼。",
]
WORDS = LINES[0][:16]


def drawn(*pages: PageDraft, **options: str) -> Document:
    return read("年报.pdf", pdf_of(*pages, **options))


def texts(document: Document, kind: type = Paragraph) -> list[str]:
    return [block.content.text for block in document.blocks if isinstance(block, kind)]


def rows(document: Document) -> list[list[list[str]]]:
    return [
        [[cell.content.text for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Grid)
    ]


def test_lines_that_end_where_the_text_does_are_one_paragraph() -> None:
    page = PageDraft()
    page.paragraph([*LINES, "六、其他需要报告的事项", "无。"])
    paragraphs = texts(drawn(page))
    assert paragraphs == ["".join(LINES), "六、其他需要报告的事项", "无。"]


def test_a_line_set_in_begins_a_paragraph_although_the_one_before_is_full() -> None:
    page = PageDraft()
    full = LINES[0][:-2] + "吗。"
    for place in range(3):
        page.write(full[2:], 114, 700 - 60 * place)
        page.write(full, 90, 680 - 60 * place)
        page.write(full, 90, 660 - 60 * place)
    assert texts(drawn(page)) == [full[2:] + full + full] * 3


def test_a_paragraph_goes_on_on_the_next_page_past_its_number() -> None:
    first, second = PageDraft(), PageDraft()
    first.paragraph(LINES[:2], y=110)
    first.write("- 1 -", 290, 40)
    second.paragraph(LINES[2:], y=760)
    second.write("- 2 -", 290, 40)
    document = drawn(first, second)
    assert texts(document) == ["".join(LINES)]
    assert texts(document, Furniture) == ["- 1 -", "- 2 -"]
    assert {place.page for place in document.places if place.span.end <= 110} == {1, 2}


def test_a_number_at_the_foot_is_the_pages_a_figure_in_the_text_is_not() -> None:
    pages = []
    for number in (1, 2, 3):
        page = PageDraft()
        page.paragraph([*LINES, str(number)])
        page.write(str(number + 4), 290, 40)
        page.write("某县水利局", 90, 800, 9)
        pages.append(page)
    document = drawn(*pages)
    assert texts(document, Furniture) == [
        text for number in (5, 6, 7) for text in ("某县水利局", str(number))
    ]
    assert [text for text in texts(document) if text.isdigit()] == ["1", "2", "3"]


@pytest.mark.parametrize("colour", ["0 0 0", "1 1 1"])
def test_words_that_nobody_sees_are_not_read(colour: str) -> None:
    page = PageDraft()
    page.paragraph(LINES)
    page.write("看不见的字", 90, 300, mode=3 if colour == "0 0 0" else 0, colour=colour)
    assert texts(drawn(page)) == ["".join(LINES)]


def test_white_words_on_a_dark_ground_are_read() -> None:
    page = PageDraft()
    page.area(80, 290, 300, 30, "0 0 0.6")
    page.write("年度报告", 90, 300, colour="1 1 1")
    assert texts(drawn(page)) == ["年度报告"]


def test_the_words_laid_behind_a_scan_are_read_where_there_are_no_others() -> None:
    page = PageDraft()
    page.picture(0, 0, 595, 842)
    for place, line in enumerate(LINES):
        page.write(line, 90, 700 - 20 * place, mode=3)
    assert texts(drawn(page)) == ["".join(LINES)]


def test_what_is_drawn_twice_to_look_bold_is_read_once() -> None:
    page = PageDraft()
    page.write("年度报告", 200, 700, 20)
    page.write("年度报告", 200.4, 700, 20)
    page.write("人人", 200, 600, 20)
    assert texts(drawn(page)) == ["年度报告", "人人"]


def test_a_watermark_across_the_page_is_no_text() -> None:
    page = PageDraft()
    page.paragraph(LINES)
    page.draw("BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <8349 7a3f> Tj ET")
    assert texts(drawn(page)) == ["".join(LINES)]


def laid_on_its_side(rotate: int) -> PageDraft:
    """A landscape page: turned by the file, or drawn turned on an upright one."""
    if rotate == 0:
        page = PageDraft()
        for place, line in enumerate(LINES):
            page.write(line, 100 + 20 * place, 100, turned=(0, 1, -1, 0))
        return page
    page = PageDraft(rotate=rotate)
    turned = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}[rotate]
    x, y = {90: (100, 100), 180: (500, 700), 270: (500, 700)}[rotate]
    dx, dy = {90: (20, 0), 180: (0, 20), 270: (-20, 0)}[rotate]
    for place, line in enumerate(LINES):
        page.write(line, x + dx * place, y + dy * place, turned=turned)
    return page


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_laid_on_its_side_is_read_as_a_person_turns_it(rotate: int) -> None:
    assert texts(drawn(laid_on_its_side(rotate))) == ["".join(LINES)]


def test_a_ruled_table_with_merged_cells_and_words_one_below_the_other() -> None:
    page = PageDraft()
    for y in (700, 640, 600):
        page.rule(100, y, 400, y)
    page.rule(200, 670, 400, 670)
    for x in (100, 200, 400):
        page.rule(x, 700, x, 600)
    page.rule(300, 670, 300, 600)
    for place, char in enumerate("行政处罚"):
        page.write(char, 145, 688 - 13 * place, 10)
    page.write("本年数", 260, 680, 10)
    page.write("件数", 230, 650, 10)
    page.write("金额", 330, 650, 10)
    page.write("1 2", 240, 615, 10)
    page.write("0", 340, 615, 10)
    document = drawn(page)
    assert rows(document) == [[["行政处罚", "本年数"], ["件数", "金额"], ["", "1 2", "0"]]]
    assert document.text == "行政处罚\t本年数\t\n\t件数\t金额\n\t1 2\t0\n"
    first = next(block for block in document.blocks if isinstance(block, Grid)).rows[0]
    assert [(cell.column, cell.columns, cell.rows) for cell in first.cells] == [
        (0, 1, 2),
        (1, 2, 1),
    ]


def test_figures_below_each_other_in_a_cell_stay_two() -> None:
    page = PageDraft()
    page.table([100, 200, 300], [700, 660], [["规章", "0"]])
    page.write("7", 203, 670, 9)
    assert rows(drawn(page)) == [[["规章", "0 7"]]]


def test_a_figure_too_wide_for_its_cell_is_one() -> None:
    page = PageDraft()
    page.table([100, 200, 222], [700, 660], [["规章", "123"]])
    page.write("45", 203, 676, 9)
    assert rows(drawn(page)) == [[["规章", "12345"]]]


def test_a_table_open_at_its_sides_has_its_outer_columns() -> None:
    page = PageDraft()
    for y in (700, 680, 660):
        page.rule(100, y, 400, y)
    page.rule(200, 700, 200, 660)
    page.rule(300, 700, 300, 660)
    for place, row in enumerate((["规章", "0", "1"], ["规范性文件", "2", "3"])):
        for text, x in zip(row, (103, 203, 303), strict=True):
            page.write(text, x, 686 - 20 * place, 9)
    assert rows(drawn(page)) == [[["规章", "0", "1"], ["规范性文件", "2", "3"]]]


@pytest.mark.parametrize(("length", "step"), [(0.5, 1.5), (3, 6), (12, 12)])
def test_dotted_and_pieced_lines_are_lines(length: float, step: float) -> None:
    page = PageDraft()
    for at in (700.0, 680.0, 660.0):
        for place in range(int(200 / step)):
            page.area(100 + step * place, at, length, 0.5, "0 0 0")
    for at in (100.0, 200.0, 299.0):
        for place in range(int(40 / step) + 1):
            page.area(at, 660 + step * place, 0.5, min(length, 40.5 - step * place), "0 0 0")
    page.write("规章", 103, 686, 9)
    page.write("12", 203, 686, 9)
    page.write("行政处罚", 103, 666, 9)
    page.write("3", 203, 666, 9)
    assert rows(drawn(page)) == [[["规章", "12"], ["行政处罚", "3"]]]


def test_lines_drawn_all_in_one_path() -> None:
    page = PageDraft()
    across = [f"100 {y} 200 0.5 re" for y in (700, 680, 660)]
    down = [f"{x} 660 0.5 40 re" for x in (100, 200, 299.5)]
    page.draw(f"0 g {' '.join(across + down)} f")
    page.write("规章", 103, 686, 9)
    page.write("12", 203, 686, 9)
    page.write("行政处罚", 103, 666, 9)
    page.write("3", 203, 666, 9)
    assert rows(drawn(page)) == [[["规章", "12"], ["行政处罚", "3"]]]


def test_white_words_in_a_cell_that_is_filled_and_framed() -> None:
    page = PageDraft()
    page.draw("0 0 0.6 rg 0 G 100 680 100 20 re 200 680 100 20 re B")
    page.write("规章", 103, 686, 9, colour="1 1 1")
    page.write("12", 203, 686, 9, colour="1 1 1")
    assert rows(drawn(page)) == [[["规章", "12"]]]


def test_rare_characters_and_hyphens_are_whole() -> None:
    page = PageDraft()
    page.write("𠮷安县，电话0578-", 90, 700)
    page.write("5550126", 90, 680)
    assert "".join(texts(drawn(page))).replace(" ", "") == "𠮷安县，电话0578-5550126"


def test_a_frame_around_paragraphs_is_no_table() -> None:
    page = PageDraft()
    page.draw("0.5 w 80 600 480 150 re S")
    page.paragraph(LINES)
    assert texts(drawn(page)) == ["".join(LINES)]


def test_a_table_wider_than_its_page_keeps_its_last_column() -> None:
    page = PageDraft()
    page.table([400, 500, 578, 594], [700, 680], [["规章", "10", "219"]])  # cut at the edge
    page.write("在纸外", 1200, 600)
    document = drawn(page)
    assert rows(document) == [[["规章", "10", "219"]]]
    assert texts(document) == []


def test_what_a_crop_box_cuts_off_is_not_read() -> None:
    page = PageDraft()
    page.paragraph(LINES)
    page.write("裁去", 500, 300)
    page.crop = (0, 0, 500, 842)
    assert texts(drawn(page)) == ["".join(LINES)]


def test_columns_without_rules_stay_apart() -> None:
    page = PageDraft()
    for place, row in enumerate((["行政许可", "214"], ["行政处罚", "27"], ["行政强制", "4"])):
        page.write(row[0], 100, 700 - 20 * place)
        page.write(row[1], 300, 700 - 20 * place)
    assert texts(drawn(page)) == ["行政许可   214", "行政处罚   27", "行政强制   4"]


@pytest.mark.parametrize(
    ("gap", "text"), [(2.4, "重复申请0"), (3.0, "重复申请0"), (3.9, "重复申请 0")]
)
def test_a_blank_between_label_and_figure_that_left_only_its_room(gap: float, text: str) -> None:
    page = PageDraft()
    page.write("重复申请", 100, 700)
    page.write("0", 100 + 4 * 12 + gap, 700)
    assert texts(drawn(page)) == [text]


def table_over_two_pages(last: list[str], first: list[str], xs: list[float]) -> Document:
    above, below = PageDraft(), PageDraft()
    above.table(xs, [200, 180, 160], [["信息内容", "件数"], last])
    below.table(xs, [780, 760, 740], [first, ["行政强制", "4"]])
    below.write("第 2 页", 280, 30)
    return drawn(above, below)


def test_a_table_goes_on_on_the_next_page() -> None:
    document = table_over_two_pages(["行政许可", "214"], ["行政处罚", "27"], [100, 200, 300])
    assert rows(document) == [
        [["信息内容", "件数"], ["行政许可", "214"], ["行政处罚", "27"], ["行政强制", "4"]]
    ]
    assert [(p.page, p.row) for p in document.places if p.column == 1] == [
        (1, 1), (1, 2), (2, 3), (2, 4)
    ]  # fmt: skip


def test_a_header_repeated_on_the_next_page_is_dropped() -> None:
    document = table_over_two_pages(["行政许可", "214"], ["信息内容", "件数"], [100, 200, 300])
    assert rows(document) == [[["信息内容", "件数"], ["行政许可", "214"], ["行政强制", "4"]]]


@pytest.mark.parametrize(
    ("last", "first", "joined"),
    [
        (["行政规范性", "12"], ["文件", ""], ["行政规范性文件", "12"]),
        (["行政规范性", ""], ["文件", "12"], ["行政规范性文件", "12"]),
        (["", ""], ["行政处罚", "27"], ["行政处罚", "27"]),
    ],
)
def test_a_row_cut_by_the_page_break_is_one(
    last: list[str], first: list[str], joined: list[str]
) -> None:
    document = table_over_two_pages(last, first, [100, 155, 255])
    assert rows(document) == [[["信息内容", "件数"], joined, ["行政强制", "4"]]]


def test_an_ordinal_and_two_words_are_no_figure() -> None:
    document = table_over_two_pages(["1.信访", "0"], ["投诉", ""], [100, 145, 245])
    assert rows(document)[0][1] == ["1.信访投诉", "0"]
    document = table_over_two_pages(["1200件", "0"], ["投诉", ""], [100, 145, 245])
    assert rows(document)[0][1:3] == [["1200件", "0"], ["投诉", ""]]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (["行政许可", "214"], ["行政处罚", ""]),  # a label with room after it is whole
        (["1.属于国家秘密", "0"], ["2.重复申请", ""]),  # an ordinal begins a row
        (["行政规范性", "12"], ["文件", "3"]),  # figures in both
    ],
)
def test_two_rows_at_a_page_break_stay_two(last: list[str], first: list[str]) -> None:
    xs = [100.0, 100 + {"行政许可": 150.0, "行政规范性": 55.0}.get(last[0], 78.0), 350.0]
    assert rows(table_over_two_pages(last, first, xs))[0][1:3] == [last, first]


def test_tables_of_other_columns_are_two() -> None:
    above, below = PageDraft(), PageDraft()
    above.table([100, 200, 300], [200, 180], [["规章", "0"]])
    below.table([100, 250, 300], [780, 760], [["规章", "0"]])
    assert len(rows(drawn(above, below))) == 2


def test_a_picture_that_stands_for_a_table_is_one_and_a_ground_is_none() -> None:
    page = PageDraft()
    page.picture(0, 0, 595, 842)  # under everything
    page.paragraph(LINES)
    page.picture(100, 300, 300, 200)
    blocks = drawn(page).blocks
    assert [type(block) for block in blocks] == [Paragraph, Picture]
    assert drawn(page).text.endswith("\n\n[图片]\n")


def test_look_alike_characters_are_kept_and_folded() -> None:
    page = PageDraft()
    page.write("⼀、总体情况", 90, 700)
    paragraph = next(block for block in drawn(page).blocks if isinstance(block, Paragraph))
    assert paragraph.content.text == "⼀、总体情况"
    assert paragraph.content.squeezed().text == "一、总体情况"


def test_the_title_of_the_file_and_a_missing_one() -> None:
    page = PageDraft()
    page.paragraph(LINES)
    assert drawn(page).title == ""
    document = read("a.pdf", pdf_of(page, info={"/Title": "某县水利局2024年年报"}))
    assert document.title == "某县水利局2024年年报"


def test_marks_that_hang_beyond_the_margin_make_no_line_longer() -> None:
    """Word and LibreOffice let 。 and ， hang: the other lines are full all the same."""
    page = PageDraft()
    full = "本年度因政府信息公开工作引起行政复议十件引起行政诉讼二十件都已"
    for place, line in enumerate([full + "，", full + "。", full[:-1], "审结。"]):
        page.write(line, 90, 700 - 20 * place)
    assert texts(drawn(page))[-1].endswith(f"{full[:-1]}审结。")


def test_an_address_leaves_the_line_before_it_short() -> None:
    page = PageDraft()
    page.paragraph([WORDS * 2, WORDS * 2, f"{WORDS}网址", "为https://www.example.gov.cn/nb/。"])
    assert texts(drawn(page))[-1].endswith("网址为https://www.example.gov.cn/nb/。")
    page = PageDraft()
    page.paragraph([WORDS * 2, WORDS * 2, f"{WORDS}网址", "为网站所在。"])
    assert texts(drawn(page))[-1] == "为网站所在。"


def test_a_heading_at_the_margin_follows_a_full_line() -> None:
    page = PageDraft()
    for place, line in enumerate([WORDS * 2, WORDS * 2 + "。", "六、其他需要报告的事项"]):
        page.write(line, 90 + 24 * (place == 0), 700 - 20 * place)
    for place in range(2):
        page.write(WORDS * 2, 114, 600 - 20 * place)
    assert "六、其他需要报告的事项" in texts(drawn(page))


def label_over_a_page(*, columns: int) -> Document:
    """A merged label goes on for all of the second page, where no line of it is drawn."""
    xs = [100.0, 160, *range(220, 221 + 30 * columns, 30)]
    figures = ["0"] * columns
    above, below = PageDraft(), PageDraft()
    above.table(xs, [200, 180, 160], [["栏目", "名称", *figures], ["结果", "公开", *figures]])
    below.table(xs[1:], [780, 760, 740], [["部分公开", *figures], ["其他", *figures]])
    return drawn(above, below)


def test_a_table_goes_on_where_its_first_column_is_not_drawn() -> None:
    document = label_over_a_page(columns=7)
    (found,) = rows(document)
    assert [row[-8:-7] for row in found] == [["名称"], ["公开"], ["部分公开"], ["其他"]]
    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    assert [row.cells[-1].column for row in grid.rows] == [8, 8, 8, 8]
    assert len(rows(label_over_a_page(columns=2))) == 2
