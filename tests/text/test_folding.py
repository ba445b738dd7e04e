"""Folding keeps every place; what may not be folded is not."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpar_lint.text.excerpt import Excerpt, joined
from gpar_lint.text.folding import BLANKS, IDEOGRAPH_LOOKALIKES, fold


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１２（件）：５０％；", "12(件):50%;"),
        ("⼈⺠政府⽆", "人民政府无"),
        ("①2件，〔2021〕《条例》。", "①2件，〔2021〕《条例》。"),  # NFKC would make 12件 of it
        ("a\u3000b\xa0c", "a b c"),
    ],
)
def test_what_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_tables_agree_with_unicode() -> None:
    simplified = str.maketrans("戶靑黃", "户青黄")
    single = re.compile("[\u2f00-\u2fd5\uf900-\ufad9]")
    for code in range(0x10000):
        char, plain = chr(code), unicodedata.normalize("NFKC", chr(code))
        if single.match(char) and plain != char:
            plain = plain.translate(simplified) if code < 0xF900 else plain
            assert IDEOGRAPH_LOOKALIKES[code] == plain, hex(code)
            assert fold("民" + char) == "民" + plain
        elif code in IDEOGRAPH_LOOKALIKES:
            assert 0x2E80 <= code <= 0x2EF3, hex(code)


@given(st.text(), st.text())
def test_squeezed_characters_keep_their_places(before: str, text: str) -> None:
    document = before + text
    squeezed = Excerpt.of(document, len(before), len(document)).squeezed()
    assert len(squeezed.text) == len(squeezed.offsets)
    assert not BLANKS.intersection(squeezed.text)
    assert [fold(document[place]) for place in squeezed.offsets] == list(squeezed.text)
    kept = [char for char in fold(text) if char not in BLANKS]
    assert list(squeezed.text) == kept


@given(st.text())
def test_stripping_takes_blanks_at_both_ends_only(text: str) -> None:
    stripped = Excerpt.of(text, 0, len(text)).strip()
    span = stripped.span()
    assert text[span.start : span.end] == stripped.text
    assert all(char in BLANKS for char in text[: span.start])
    if stripped.text:
        assert stripped.text[0] not in BLANKS
        assert stripped.text[-1] not in BLANKS
        assert all(char in BLANKS for char in text[span.end :])


@given(st.text(min_size=1), st.data())
def test_spans_of_a_part_are_where_the_part_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Excerpt.of("甲" + text, 1, len(text) + 1).span(start, end)
    assert ("甲" + text)[span.start : span.end] == text[start:end]


def test_joined_excerpts_keep_their_places() -> None:
    whole = "总计 商业"
    both = joined([Excerpt.of(whole, 0, 2), Excerpt("", ()), Excerpt.of(whole, 3, 5)])
    assert both.text == "总计商业"
    assert both.span(1, 3) == (1, 4)
