"""Tables read in every layout, clean and with one defect: what was read, and what was not."""

from __future__ import annotations

from random import Random

import pytest

from gpar_lint.format.edition import Edition
from gpar_lint.format.loading import load_rulebook
from gpar_lint.report.model import Table
from gpar_lint.report.reading import read_report
from gpar_lint.source.reading import read
from tests.support.layouts import LAYOUTS, VISIBLE, Sheet, consistent_figures, sheets

RULEBOOK = load_rulebook()
NEW = RULEBOOK.editions["2021"]
PIPED = ("pipes", "repeated")
BLIND = [name for name in LAYOUTS if name not in VISIBLE]


def report_text(tables: dict[str, Sheet], layout: str, year: int = 2024) -> str:
    parts = [
        f"青禾县水务局{year}年政府信息公开工作年度报告",
        "一、总体情况",
        f"{year}年，公开工作平稳。",
    ]
    for name, sheet in tables.items():
        parts += [f"{name}、{sheet.form.title}", LAYOUTS[layout](sheet)]
    parts += ["五、存在的主要问题及改进情况", "一是更新不够及时。"]
    parts += ["六、其他需要报告的事项", f"{year}年未收取信息处理费。"]
    return "\n\n".join(parts)


def tables_of(text: str, layout: str) -> dict[str, Table]:
    name = "年报.md" if layout in PIPED else "年报.txt"
    report = read_report(read(name, text.encode()), RULEBOOK)
    return {table.name: table for table in report.tables}


def texts_of(tables: dict[str, Table]) -> dict[str, str]:
    return {
        f"{cell.table}.{cell.row}.{cell.column}": cell.content.text
        for table in tables.values()
        for row in table.rows
        for cell in row.cells
    }


def made(seed: int = 7, edition: Edition = NEW) -> tuple[dict[str, Sheet], dict[str, str]]:
    figures = consistent_figures(edition, Random(seed))
    return sheets(edition, figures), figures


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("edition", RULEBOOK.editions.values(), ids=lambda edition: edition.name)
@pytest.mark.parametrize("seed", range(3))
def test_every_cell_is_read(edition: Edition, layout: str, seed: int) -> None:
    tables, figures = made(seed, edition)
    found = tables_of(report_text(tables, layout, edition.first_year), layout)
    assert texts_of(found) == figures
    for table in found.values():
        assert (table.problem, table.missing_columns, table.signs) == (None, (), ())
        assert [row.slip for row in table.rows if row.slip] == []
        assert all(row.key for row in table.rows)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("key", ["new_received", "granted", "denied_law", "other", "results_total"])
def test_a_lost_row_is_lost_alone(layout: str, key: str) -> None:
    tables, figures = made()
    tables["三"].rows.remove(tables["三"].row(key))
    found = texts_of(tables_of(report_text(tables, layout), layout))
    assert found == {cell: text for cell, text in figures.items() if f"三.{key}." not in cell}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("key", ["research", "other_organisation", "total"])
def test_a_lost_column_is_named_and_the_others_are_read(layout: str, key: str) -> None:
    tables, figures = made()
    tables["三"].drop_column(key)
    found = tables_of(report_text(tables, layout), layout)
    assert found["三"].missing_columns == (key,)
    kept = {
        cell: text
        for cell, text in figures.items()
        if not cell.endswith(f".{key}") or cell[0] != "三"
    }
    assert texts_of(found) == kept


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("table", ["三", "四"])
def test_a_row_that_lost_a_figure_is_not_aligned(layout: str, table: str) -> None:
    if layout in PIPED:
        pytest.skip("a pipe table's rows are padded: the figure is visibly blank")
    tables, _ = made()
    row = tables[table].rows[0]
    del row.figures[1]
    found = tables_of(report_text(tables, layout), layout)[table].rows[0]
    assert found.key == row.key
    assert found.cells == ()
    assert len(found.figures) == found.expected - 1


@pytest.mark.parametrize("layout", VISIBLE)
@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_visibly_blank_cell_keeps_its_place(layout: str, place: int) -> None:
    tables, _ = made()
    tables["三"].row("partial").figures[place] = ""
    found = tables_of(report_text(tables, layout), layout)["三"].row("partial")
    assert found and [cell.form for cell in found.cells].index("blank") == place
    assert len(found.cells) == 7


@pytest.mark.parametrize("layout", BLIND)
def test_a_blank_that_cannot_be_seen_leaves_the_row_unaligned(layout: str) -> None:
    tables, _ = made()
    tables["二"].row("licences").figures[0] = ""
    found = tables_of(report_text(tables, layout), layout)["二"]
    row = found.row("licences")
    assert row and not row.cells and not found.blanks_visible


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("table", "key", "label"),
    [
        ("三", "denied_law", "2.其他法律法规禁止公开"),
        ("三", "granted", "（一）同意公开"),
        ("三", "other", "3.其他情形"),
        ("三", "partial", "（二）部分公开"),
        ("三", "carried_forward", "四、结转下一年度继续办理"),
        ("二", "normative_documents", "规范性文件"),
        ("二", "licences", "行政许可事项"),
    ],
)
def test_a_slip_in_a_label_is_known_and_its_row_read(
    layout: str, table: str, key: str, label: str
) -> None:
    tables, figures = made()
    official = tables[table].row(key).label
    tables[table].row(key).label = label
    found = tables_of(report_text(tables, layout), layout)
    assert texts_of(found) == figures
    slips = [row.slip for part in found.values() for row in part.rows if row.slip]
    assert slips == [official]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_row_the_format_lacks_has_no_key(layout: str) -> None:
    tables, figures = made()
    extra = Sheet(tables["二"].form, {}).row("penalties")
    extra.label = "行政确认"
    tables["二"].rows.insert(5, extra)
    found = tables_of(report_text(tables, layout), layout)
    assert [row.label.text for row in found["二"].rows if row.key is None] == ["行政确认"]
    assert texts_of(found) == figures


@pytest.mark.parametrize("layout", LAYOUTS)
def test_columns_of_the_other_edition_are_signs(layout: str) -> None:
    tables, _ = made()
    tables["二"].columns |= {"issued": "本年新制作数量", "in_force": "对外公开总数量"}
    found = tables_of(report_text(tables, layout), layout)["二"]
    assert set(found.signs) == {"本年新制作数量", "对外公开总数量"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_lost_group_of_table_four_is_lost_alone(layout: str) -> None:
    tables, figures = made()
    tables["四"].rows.pop()
    found = texts_of(tables_of(report_text(tables, layout), layout))
    assert found == {
        cell: text for cell, text in figures.items() if "litigation_after_review" not in cell
    }


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("key", "label"), [("natural_person", "公民"), ("total", "合计"), ("enterprise", "商业公司")]
)
def test_a_column_under_another_name_keeps_its_place(layout: str, key: str, label: str) -> None:
    if layout == "wrapped":
        pytest.skip("a header broken into pieces does not tell a slip")
    tables, figures = made()
    official = tables["三"].columns[key]
    tables["三"].columns[key] = label
    found = tables_of(report_text(tables, layout), layout)
    assert texts_of(found) == figures
    assert [column.slip for column in found["三"].columns if column.slip] == [official]


@pytest.mark.parametrize("layout", VISIBLE)
def test_a_blank_table_is_there(layout: str) -> None:
    tables, _ = made()
    for row in (*tables["二"].rows, *tables["三"].rows):
        row.figures[:] = [""] * len(row.figures)
    found = tables_of(report_text(tables, layout), layout)
    forms = [cell.form for name in "二三" for row in found[name].rows for cell in row.cells]
    assert forms == ["blank"] * 185


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_block_that_lacks_a_column_is_read_by_its_own_header(layout: str) -> None:
    edition = RULEBOOK.editions["2019"]
    tables, figures = made(edition=edition)
    for row in (tables["二"].row("penalties"), tables["二"].row("coercion")):
        row.columns.remove("change")
        del row.figures[1]
    found = tables_of(report_text(tables, layout, 2019), layout)
    assert found["二"].missing_columns == ("change",)
    lost = ("二.penalties.change", "二.coercion.change")
    assert texts_of(found) == {cell: text for cell, text in figures.items() if cell not in lost}


def test_a_header_row_padded_with_blank_cells_is_no_row() -> None:
    """A spreadsheet pads every line to the width of the widest table."""
    tables, figures = made()
    text = report_text(tables, "tabs")
    padded = "\n".join(line + "\t" * (14 - line.count("\t")) for line in text.split("\n"))
    found = tables_of(padded, "tabs")
    assert texts_of(found) == figures
    assert [len(table.rows) for table in found.values()] == [6, 25, 3]


@pytest.mark.parametrize("edition", RULEBOOK.editions.values(), ids=lambda edition: edition.name)
def test_a_cell_merged_over_columns_may_be_written_in_each_of_them(edition: Edition) -> None:
    tables, figures = made(edition=edition)
    head, table, rest = _parts_around_table_two(report_text(tables, "tabs", edition.first_year))
    repeated = [_filled(line) for line in table]
    assert repeated != table
    found = tables_of("\n".join([head, *repeated, rest]), "tabs")
    assert texts_of(found) == figures


def test_one_row_with_its_figure_twice_is_not_aligned() -> None:
    tables, figures = made()
    tables["二"].row("penalties").figures *= 2
    found = texts_of(tables_of(report_text(tables, "tabs"), "tabs"))
    assert found == {cell: text for cell, text in figures.items() if "penalties" not in cell}


def _parts_around_table_two(text: str) -> tuple[str, list[str], str]:
    start, end = text.index("第二十条"), text.index("\n\n三、")
    return text[:start].rstrip("\n"), text[start:end].split("\n"), text[end:]


def _filled(line: str) -> str:
    """A row with its blank cells written as the cell before them."""
    cells = line.split("\t")
    for place in range(1, len(cells)):
        cells[place] = cells[place] or cells[place - 1]
    return "\t".join(cells)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "label", ["一、本年新收政府息公开申请数", "本年度新收政府信息公开的申请数量"]
)
def test_a_first_row_with_a_slip_is_a_row(layout: str, label: str) -> None:
    tables, figures = made()
    tables["三"].row("new_received").label = label
    found = tables_of(report_text(tables, layout), layout)
    assert texts_of(found) == figures
    assert found["三"].rows[0].slip == "一、本年新收政府信息公开申请数量"


def _as_list(sheet: Sheet, behind: str) -> str:
    """Table 四 with an outcome a line, its figure behind it."""
    lines = []
    for row in sheet.rows:
        figures = zip(sheet.columns.values(), row.figures, strict=True)
        lines += [row.label, *(f"{label}{behind}{figure}" for label, figure in figures if figure)]
    lines.insert(lines.index("未经复议直接起诉"), "行政诉讼")
    return "\n".join(lines)


@pytest.mark.parametrize("behind", [" ", "\t", "："])
def test_a_table_four_that_is_a_list(behind: str) -> None:
    tables, figures = made()
    strip = LAYOUTS["tabs"](tables["四"])
    text = report_text(tables, "tabs")
    assert (
        texts_of(tables_of(text.replace(strip, _as_list(tables["四"], behind)), "tabs")) == figures
    )
    tables["四"].row("review").figures[1] = ""
    lost = tables_of(text.replace(strip, _as_list(tables["四"], behind)), "tabs")["四"]
    assert [(len(row.figures), row.expected, len(row.cells)) for row in lost.rows] == [
        (4, 5, 0),
        (5, 5, 5),
        (5, 5, 5),
    ]


def _as_two(sheet: Sheet, mark: str) -> str:
    """Table 四 as two tables, 行政复议 and 行政诉讼 each with its own header."""
    outcomes = list(sheet.columns.values())
    review, direct, after = sheet.rows
    lines = [
        [review.label],
        outcomes,
        review.figures,
        ["行政诉讼"],
        [direct.label, *[""] * 4, after.label, *[""] * 4],
        outcomes * 2,
        direct.figures + after.figures,
    ]
    return "\n".join([mark.join(line) for line in lines])


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_a_table_four_drawn_as_two(mark: str) -> None:
    tables, figures = made()
    strip = LAYOUTS["tabs"](tables["四"])
    text = report_text(tables, "tabs")
    assert texts_of(tables_of(text.replace(strip, _as_two(tables["四"], mark)), "tabs")) == figures
    del tables["四"].row("review").figures[1]
    lost = tables_of(text.replace(strip, _as_two(tables["四"], mark)), "tabs")["四"]
    assert all(not row.cells for row in lost.rows)
