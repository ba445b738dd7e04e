"""Numbers in cells and passages, and their neighbours that are none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpar_lint.text.digits import chinese_value
from gpar_lint.text.numerals import find_numbers, read_figure


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("12", 12, "plain"),
        (" 0 ", 0, "plain"),
        ("１２", 12, "full-width"),
        ("１．５", Decimal("1.5"), "full-width"),
        ("0件", 0, "unit"),
        ("3 件", 3, "unit"),
        ("三件", 3, "unit"),
        ("1.2万", 12000, "unit"),
        ("52.15万元", Decimal("52.15"), "unit"),
        ("1,234", 1234, "thousands"),
        ("1，234", 1234, "thousands"),
        ("1,234.5", Decimal("1234.5"), "thousands"),
        ("三", 3, "chinese"),
        ("十二", 12, "chinese"),
        ("两", 2, "chinese"),
        ("〇", 0, "chinese"),
        ("零", 0, "chinese"),
        ("+3", 3, "signed"),
        ("＋3", 3, "signed"),
        ("减4", -4, "signed"),
        ("增加2", 2, "signed"),
        ("-2", -2, "negative"),
        ("－2", -2, "negative"),
        ("﹣1", -1, "negative"),
        ("−1", -1, "negative"),
        ("12.0", Decimal("12.0"), "decimal"),
        ("", None, "blank"),
        ("\u3000\xa0", None, "blank"),
        ("/", None, "slash"),
        ("／", None, "slash"),
        ("—", None, "dash"),
        ("——", None, "dash"),
        ("-", None, "dash"),
        ("无", None, "none"),
        ("O", None, "text"),
        ("l", None, "text"),
        ("○", None, "text"),
        ("1 2", None, "text"),
        ("①", None, "text"),
        ("1,23", None, "text"),
        ("0，123", None, "text"),
        ("12%", None, "text"),
        ("约3", None, "text"),
        ("-/", None, "text"),
        ("-件", None, "text"),
        ("增", None, "text"),
        ("一百二", None, "text"),
        ("9" * 19, None, "text"),
    ],
)
def test_cells(text: str, value: int | Decimal | None, form: str) -> None:
    figure = read_figure(text)
    assert (figure.value, figure.form) == (value, form)
    assert type(figure.value) is type(value)


def test_a_unit_is_told_with_the_figure() -> None:
    assert read_figure("3万元").unit == "万元"
    assert read_figure("1.2万件").unit == "万件"
    assert read_figure("3亩").form == "text"
    assert read_figure("3亩", units=("亩",)).unit == "亩"


@given(st.text())
def test_any_cell_is_read(text: str) -> None:
    figure = read_figure(text)
    assert (figure.value is None) == (figure.form in {"blank", "slash", "dash", "none", "text"})


def numbers(text: str) -> list[tuple[str, int | Decimal, bool]]:
    return [(text[n.start : n.end], n.value, n.exact) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("98条，其中54条", [("98", 98, True), ("54", 54, True)]),
        ("1，234件", [("1，234", 1234, True)]),
        ("12,345,678次", [("12,345,678", 12345678, True)]),
        ("2023，2024", [("2023", 2023, True), ("2024", 2024, True)]),
        ("12,345,67", [("12", 12, True), ("345", 345, True), ("67", 67, True)]),
        ("1.2万条", [("1.2万", 12000, True)]),
        ("45.28万条", [("45.28万", 452800, True)]),
        ("3万5千元", [("3万5千", 35000, True)]),
        ("1万2000次", [("1万2000", 12000, True)]),
        ("3亿元", [("3亿", 300_000_000, True)]),
        ("42.86%", [("42.86", Decimal("42.86"), True)]),
        ("100余条", [("100余", 100, False)]),
        ("1万多次", [("1万多", 10000, False)]),
        ("100余万次", [("100余万", 1_000_000, False)]),
        ("约3万", [("3万", 30000, False)]),
        ("签约12家", [("12", 12, True)]),
        ("超80.5万人次", [("80.5万", 805000, False)]),
        ("100件以上", [("100", 100, False)]),
        ("5条左右", [("5", 5, False)]),
        ("3至5件", [("3", 3, False), ("5", 5, False)]),
        ("增至15件", [("15", 15, True)]),
        ("2千克", [("2", 2, True)]),
        ("十三件", [("十三", 13, True)]),
        ("另两件", [("两", 2, True)]),
        ("一百二十九件", [("一百二十九", 129, True)]),
        ("没有一件", [("一", 1, True)]),
        ("十余件", [("十余", 10, False)]),
        ("十余万人次", [("十余万", 100_000, False)]),
        ("数百条", [("百", 100, False)]),
        ("近百条", [("百", 100, False)]),
        ("百余件", [("百余", 100, False)]),
        ("两三件", [("两三", 2, False)]),
        ("一是统一部署，进一步，第一个，每一件", []),
        ("三类内部事务，三审三校，千家万户，百姓", []),
        ("第二十条第(一)项", []),
        ("百分之五", []),
        ("一件事，一次性，一部分，两部门", []),
    ],
)
def test_passages(text: str, found: list[tuple[str, int | Decimal, bool]]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text", ["第3期", "A12", "5G", "0578-5550126", "8+4", "10:30", "1.2.3", "123456789012"]
)
def test_codes_are_told(text: str) -> None:
    assert all(number.code for number in find_numbers(text))


@pytest.mark.parametrize("text", ["12件", "1,234件", "总数:12，其中5件", "(7大类)"])
def test_figures_are_no_codes(text: str) -> None:
    assert not any(number.code for number in find_numbers(text))


@given(st.integers(1, 99_999_999))
def test_chinese_numerals_against_their_making(value: int) -> None:
    assert chinese_value(chinese(value)) == value


def chinese(value: int) -> str:
    """The numeral as it is taught: 10010 is 一万零一十."""
    if value >= 10_000:
        rest = value % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return chinese(value // 10_000) + "万" + gap + (chinese(rest) if rest else "")
    text = ""
    for power, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            text += "零一二三四五六七八九"[digit] + word
        elif text and value and not text.endswith("零"):
            text += "零"
    return text


@given(st.text(st.sampled_from("0123456789,，.万亿千百十一二余多几第年条件-到超近约a")))
def test_numbers_stand_in_order_and_where_they_say(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end


@pytest.mark.parametrize("text", ["1", "一", "1,111", "1.", "十", "一件", "1万", "，"])
def test_a_megabyte_of_one_thing_is_read(text: str) -> None:
    find_numbers(text * (1_000_000 // len(text)))
    read_figure(text * (1_000_000 // len(text)))


def test_what_cannot_be_seen_changes_no_figure() -> None:
    assert read_figure("12\u200b6") == read_figure("126")
    assert read_figure("\ufeff0\u2060件") == read_figure("0件")
