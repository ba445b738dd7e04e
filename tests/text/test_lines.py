"""Lines and columns against Python's own encoders."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gpar_lint.text.lines import LineIndex

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("\n\r\x0b\x0c\x85\u2028𠀀年12")))


@given(TEXTS, st.data())
def test_offsets_go_to_a_line_and_column_and_back(text: str, data: st.DataObject) -> None:
    index = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = index.position(offset)
    if offset <= index.ends[line]:
        assert index.offset(line, column) == offset
    before = text[index.starts[line] : offset]
    assert index.utf16_column(offset) == len(before.encode("utf-16-le", "surrogatepass")) // 2
    assert index.utf8_column(offset) == len(before.encode("utf-8", "surrogatepass"))


@given(TEXTS, st.data())
def test_utf16_and_utf8_columns_come_back(text: str, data: st.DataObject) -> None:
    index = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    line = index.line_of(offset)
    offset = min(offset, index.ends[line])
    assert index.offset_from_utf16(line, index.utf16_column(offset)) == offset
    assert index.offset_from_utf8(line, index.utf8_column(offset)) == offset


@given(TEXTS)
def test_lines_and_their_ends_are_the_whole_text(text: str) -> None:
    index = LineIndex(text)
    ends = [*index.starts[1:], len(text)]
    lines = [text[start:end] for start, end in zip(index.starts, ends, strict=True)]
    assert "".join(lines) == text
    for line in range(len(index)):
        span = index.span(line)
        assert "\n" not in text[span.start : span.end]
        assert text[span.end : ends[line]] in ("", "\n", "\r", "\r\n")


def test_only_the_three_line_ends_of_the_protocol_end_a_line() -> None:
    index = LineIndex("甲\x0b乙\u2028丙\x0c丁\x85戊\n己\r庚\r\n辛")
    assert [index.span(line).start for line in range(len(index))] == [0, 10, 12, 15]


def test_a_column_within_a_surrogate_pair_is_its_character() -> None:
    index = LineIndex("𠀀年")
    assert index.offset_from_utf16(0, 1) == 0
    assert index.offset_from_utf16(0, 2) == 1
    assert index.offset_from_utf8(0, 3) == 0


def test_places_beyond_the_text_are_held_within_it() -> None:
    index = LineIndex("甲\n乙")
    assert index.offset(7, 9) == 3
    assert index.offset(0, 9) == 1
    assert index.offset(-1, -1) == 0
    assert index.offset_from_utf16(7, 9) == 3
