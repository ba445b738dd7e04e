"""The format for people, as it is seen."""

from __future__ import annotations

from typing import Any

from gpar_lint.linter.checking import Result
from gpar_lint.linter.diagnostics import (
    WHOLE_FILE,
    Diagnostic,
    Position,
    Range,
    RelatedPlace,
    Remedy,
)
from gpar_lint.output.concise import render as render_concise
from gpar_lint.output.full import render
from gpar_lint.output.style import Style, legible
from gpar_lint.source.document import Place
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.span import Span
from tests.output.samples import run_of

PLAIN = Style(explain=False)
ENGLISH = Style("en", explain=False)
COLOURED = Style(colour=True, explain=False)


def place(line: int, start: int, end: int, last_line: int | None = None) -> Range:
    return Range(Position(line, start), Position(last_line or line, end))


def diagnostic(where: Range, **changes: Any) -> Diagnostic:
    found = Diagnostic(
        code="A301",
        name="row-total",
        severity="error",
        message="合计不符。",
        hint=None,
        path="报告.txt",
        range=where,
        chapter="三",
        cell=None,
        related=(),
        remedy=None,
        basis="",
        identity="",
    )
    return found._replace(**changes)


def shown(text: str, found: Diagnostic, style: Style = PLAIN) -> str:
    return "".join(render([Result("报告.txt", [found], LineIndex(text))], run_of(style)))


def source_line(text: str, where: Range, style: Style = PLAIN) -> str:
    line = shown(text, diagnostic(where), style).split("\n")[1]
    return line.partition("|")[2].removeprefix("\x1b[0m")[1:]


def test_a_finding_with_everything() -> None:
    found = diagnostic(
        place(2, 4, 5),
        hint="请核对。",
        related=(
            RelatedPlace("总计", "报告.txt", place(3, 1, 2)),
            RelatedPlace("去年", "去年.txt", place(9, 2, 3)),
        ),
        remedy=Remedy(False, "改为 6", ()),
    )
    assert shown("一\n新收\t5\n", found) == (
        "报告.txt:2:4 错误 A301 [row-total] 合计不符。\n"
        "  2 | 新收 → ⟦5⟧\n"
        "    = 相关：3:1 总计\n"
        "    = 相关：去年.txt:9:2 去年\n"
        "    = 建议：请核对。\n"
        "    = 可修复，须人工复核：改为 6\n"
        "\n"
    )


def test_in_word_a_person_is_told_table_row_and_column() -> None:
    found = diagnostic(
        place(2, 4, 5),
        location=Place(Span(5, 6), table=3, row=5, column=9),
        related=(
            RelatedPlace(
                "总计", "报告.txt", place(1, 1, 2), Place(Span(0, 1), page=2, paragraph=4)
            ),
        ),
    )
    assert "    = 位置：第3个表格第5行第9列\n    = 相关：第2页第4段 总计\n" in shown(
        "一\n新收\t5\n", found
    )
    assert "    = place: table 3 row 5 column 9\n" in shown("一\n新收\t5\n", found, ENGLISH)


def test_of_very_many_related_places_the_first_are_named_and_the_others_counted() -> None:
    related = tuple(
        RelatedPlace(f"第{number}格", "报告.txt", place(1, number, number + 1))
        for number in range(1, 21)
    )
    lines = shown("一二三", diagnostic(place(1, 1, 2), related=related)).split("\n")
    said = [line.strip() for line in lines if "相关" in line]
    assert said[:11] == [f"= 相关：1:{number} 第{number}格" for number in range(1, 12)]
    assert said[11:] == ["= 相关：另有 9 处"]


def test_in_english() -> None:
    found = diagnostic(place(1, 1, 2), hint="Check.", remedy=Remedy(True, "to 6", ()))
    assert shown("5", found, ENGLISH) == (
        "报告.txt:1:1 error A301 [row-total] 合计不符。\n"
        "  1 | ⟦5⟧\n"
        "    = hint: Check.\n"
        "    = safe fix: to 6\n"
        "\n"
    )


def test_colour_takes_the_place_of_the_marks() -> None:
    assert source_line("新收5件", place(1, 3, 4), COLOURED) == "新收\x1b[4;31m5\x1b[0m件"
    assert "⟦" not in shown("新收5件", diagnostic(place(1, 3, 4)), COLOURED)


def test_an_empty_place_is_seen_in_colour_too() -> None:
    assert source_line("新收件", place(1, 3, 3)) == "新收⟦⟧件"
    assert source_line("新收件", place(1, 3, 3), COLOURED) == "新收\x1b[4;31m⟦⟧\x1b[0m件"


def test_other_marks_where_a_terminal_lacks_them() -> None:
    assert source_line("新收5", place(1, 3, 4), PLAIN._replace(marks=("[[", "]]"))) == "新收[[5]]"


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "前" * 100 + "数" + "后" * 100
    assert source_line(text, place(1, 101, 102)) == "…" + "前" * 24 + "⟦数⟧" + "后" * 24 + "…"


def test_a_long_place_is_cut_in_its_middle() -> None:
    text = "始" * 60 + "末" * 60
    assert source_line(text, place(1, 1, 121)) == "⟦" + "始" * 36 + "…" + "末" * 12 + "⟧"


def test_a_place_over_several_lines_goes_on() -> None:
    assert source_line("首行末\n次行\n", place(1, 3, 2, last_line=2)) == "首行⟦末…⟧"


def test_lines_end_where_an_editor_ends_them() -> None:
    assert source_line("一\x0b二\u2028三\r\n四", place(1, 5, 6)) == "一<U+000B>二<U+2028>⟦三⟧"
    assert source_line("一\x0b二\u2028三\r\n四", place(2, 1, 2)) == "⟦四⟧"


def test_a_finding_without_a_place_shows_no_line() -> None:
    assert shown("一", diagnostic(WHOLE_FILE)) == (
        "报告.txt:1:1 错误 A301 [row-total] 合计不符。\n\n"
    )


def test_the_first_character_of_a_file_is_a_place() -> None:
    assert source_line("一二", place(1, 1, 2)) == "⟦一⟧二"


def test_the_end_says_how_to_learn_more() -> None:
    assert shown("一", diagnostic(WHOLE_FILE), Style()).endswith("例如 gpar-lint rule A301\n")
    assert "".join(render([Result("a.txt", [])], run_of())) == ""


def test_nothing_reaches_the_terminal_that_could_move_its_cursor() -> None:
    hostile = "\x1b[2J\r\u202e\u200b\x9b\udcd5"
    found = diagnostic(place(1, 1, 2), message=hostile, path=hostile)
    text = shown("甲" + hostile.replace("\r", ""), found)
    assert text.replace("\n", "").isprintable()
    assert "<U+001B>[2J" in text


def test_legible_text() -> None:
    assert legible("一　二\t三") == "一　二 → 三"
    assert legible("\ufeff一") == "<U+FEFF>一"


def test_concise() -> None:
    found = diagnostic(place(2, 4, 5), message="第一行\n第二行\x1b")
    results = [Result("报告.txt", [found, found._replace(severity="info")])]
    assert "".join(render_concise(results, run_of(PLAIN))) == (
        "报告.txt:2:4: 错误 A301 [row-total] 第一行 第二行<U+001B>\n"
        "报告.txt:2:4: 提示 A301 [row-total] 第一行 第二行<U+001B>\n"
    )
    assert "".join(render_concise(results, run_of(ENGLISH))).startswith("报告.txt:2:4: error A301 ")
