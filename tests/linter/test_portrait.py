"""A report as it is to be looked at: nothing lost, every character at its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.portrait import Box, Portrait, TableShown, portrait_of
from gpar_lint.report.reading import read_report
from gpar_lint.source.reading import read_text
from gpar_lint.text.excerpt import Excerpt
from tests.support import relayout

RULEBOOK = load_rulebook()
CLEAN = clean_report("2021")
LAYOUTS: list[Callable[[str], str]] = [
    str,
    relayout.page,
    relayout.one_cell_a_line,
    relayout.columns_by_spaces,
    relayout.indented,
]


def portrait(text: str, name: str = "report.txt") -> Portrait:
    document = read_text(name, text)
    return portrait_of(document, read_report(document, RULEBOOK), RULEBOOK.editions)


def excerpts(drawn: Portrait) -> list[Excerpt]:
    """Everything that a portrait holds of a text."""
    found = []
    for piece in drawn.pieces:
        found.append(piece.content)
        if piece.table:
            found += piece.table.lines
            found += [box.content for row in piece.table.rows for box in row]
    return found


def seen(drawn: Portrait) -> set[int]:
    return {offset for excerpt in excerpts(drawn) for offset in excerpt.offsets}


def table(drawn: Portrait, name: str) -> TableShown:
    return next(p.table for p in drawn.pieces if p.table and p.table.name == name)


def row_of(shown: TableShown, label: str) -> list[str]:
    """The figures of the row with a label."""
    row = next(row for row in shown.rows if any(box.content.text == label for box in row))
    return [box.content.text for box in row if not box.heading]


def width(shown: TableShown) -> set[int]:
    """How many columns the rows of a table have, boxes that reach down from above included."""
    taken = [0] * len(shown.rows)
    for place, row in enumerate(shown.rows):
        for box in row:
            for below in range(box.rows):
                taken[place + below] += box.columns
    return set(taken)


@pytest.mark.parametrize("laid_out", LAYOUTS)
def test_nothing_is_lost(laid_out: Callable[[str], str]) -> None:
    text = laid_out(CLEAN)
    lost = set(range(len(text))) - seen(portrait(text))
    assert not [text[place] for place in sorted(lost) if not text[place].isspace()]


def test_of_markdown_only_its_marks_are_lost() -> None:
    text = relayout.markdown(CLEAN).replace("及时公开", "**及时**公开")
    lost = set(range(len(text))) - seen(portrait(text, "report.md"))
    assert {text[place] for place in lost if not text[place].isspace()} == set("#|-*")


@pytest.mark.parametrize("laid_out", LAYOUTS)
def test_pieces_stand_in_order_and_at_their_places(laid_out: Callable[[str], str]) -> None:
    text = laid_out(CLEAN)
    drawn = portrait(text)
    assert [p.start for p in drawn.pieces] == sorted(p.start for p in drawn.pieces)
    for excerpt in excerpts(drawn):
        for char, offset in zip(excerpt.text, excerpt.offsets, strict=False):
            assert char == text[offset] or char in "\n\t "


@pytest.mark.parametrize("laid_out", LAYOUTS)
def test_tables_are_shown_as_the_format_has_them(laid_out: Callable[[str], str]) -> None:
    drawn = portrait(laid_out(CLEAN))
    applications = table(drawn, "三")
    assert row_of(applications, "（一）予以公开") == ["5", "2", "1", "1", "0", "1", "10"]
    assert [width(table(drawn, name)) for name in "二三四"] == [{4}, {10}, {7}]
    fees = row_of(table(drawn, "二"), "行政事业性收费")
    assert fees == ["6.32"]


def test_labels_that_stand_beside_several_rows_stand_once() -> None:
    applications = table(portrait(CLEAN), "三")
    beside = {
        box.content.text: box.rows for row in applications.rows for box in row if box.rows > 2
    }
    assert beside["（三）不予公开"] == 8
    assert beside["三、本年度办理结果"] == len(applications.rows) - 2 - 3


def test_a_row_that_could_not_be_aligned_shows_its_figures() -> None:
    text = CLEAN.replace("（一）予以公开\t5\t2\t1\t1\t0\t1\t10", "（一）予以公开\t5\t2\t10")
    assert text != CLEAN
    assert row_of(table(portrait(text), "三"), "（一）予以公开")[:3] == ["5", "2", "10"]


def test_a_table_with_other_columns_is_shown_in_its_own_words() -> None:
    text = CLEAN.replace("本年制发件数\t本年废止件数\t现行有效件数", "新制作\t新公开\t总数")
    assert text != CLEAN
    words = [box.content.text for row in table(portrait(text), "二").rows for box in row]
    assert "新制作" in words
    assert "本年制发件数" not in words


def test_figures_know_their_places() -> None:
    boxes = [box for row in table(portrait(CLEAN), "三").rows for box in row if not box.heading]
    assert all(isinstance(box, Box) and box.place for box in boxes)
    assert all(CLEAN[slice(*box.place)] == box.content.text for box in boxes if box.place)


def test_the_sums_of_a_table() -> None:
    sums = table(portrait(CLEAN), "三").sums
    assert {made.outcome for made in sums} == {"holds"}
    text = CLEAN.replace(
        "一、本年新收政府信息公开申请数量\t\t14", "一、本年新收政府信息公开申请数量\t\t15"
    )
    broken = [made for made in table(portrait(text), "三").sums if made.outcome == "broken"]
    assert [(made.code, made.totals) for made in broken] == [
        ("A301", ("24", "23")),
        ("A302", ("17", "16")),
    ]
    first = broken[0].left[0]
    assert (first.name, first.value) == ("自然人", "15")
    assert first.place and text[slice(*first.place)] == "15"


def test_lines_of_a_paragraph_are_one_and_those_of_a_title_are_not() -> None:
    text = CLEAN.replace("局2024年", "局\n2024年", 1)
    assert "\n" in portrait(text).pieces[0].content.text
    wrapped = portrait(relayout.page(CLEAN))
    paragraphs = [p.content.text for p in wrapped.pieces if p.kind == "paragraph"]
    assert not any("\n" in paragraph for paragraph in paragraphs)
    assert [p.kind for p in wrapped.pieces].count("chapter") == 6


def test_page_numbers_stand_aside() -> None:
    asides = [p.content.text for p in portrait(relayout.page(CLEAN)).pieces if p.kind == "aside"]
    assert "- 1 -" in asides


def test_a_text_that_is_no_report() -> None:
    document = read_text("notes.md", "# 会议\n\n记录\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n")
    drawn = portrait_of(document, None, RULEBOOK.editions)
    assert [(p.kind, p.content.text) for p in drawn.pieces] == [
        ("heading", "会议"),
        ("paragraph", "记录"),
        ("table", ""),
    ]
    assert drawn.title == ""


@given(st.text(alphabet="一二三、表（）1\t\n |#*-年月公开情况总体 \r\x0b\u3000", max_size=300))
def test_any_text_can_be_portrayed(text: str) -> None:
    drawn = portrait(text)
    lost = set(range(len(text))) - seen(drawn)
    # A line of dashes or bars only is a rule, or what parts a table's header from its rows.
    assert not [text[place] for place in lost if text[place] not in " \t\n\r\x0b\u3000|-*#"]
