"""Positions in the units that editors count, against Python's own encoders."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpar_lint.server.positions import Positions
from gpar_lint.text.lines import LineIndex

TEXTS = st.text(st.sampled_from("a县，\n\r\t\x0b\u2028\x85😀𠮷é0"), max_size=40)
UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@pytest.mark.parametrize("encoding", UNITS)
@given(text=TEXTS, data=st.data())
def test_every_offset_there_and_back(encoding: str, text: str, data: st.DataObject) -> None:
    codec, size = UNITS[encoding]
    positions = Positions(LineIndex(text), encoding)
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        return  # no editor can point between the two
    line, character = positions.place(offset)
    ends = [found.end() for found in re.finditer("\r\n|\r|\n", text) if found.end() <= offset]
    start = ends[-1] if ends else 0
    assert line == len(ends)
    assert character == len(text[start:offset].encode(codec)) // size
    assert positions.offset(line, character) == offset


@pytest.mark.parametrize("encoding", UNITS)
@given(text=TEXTS, line=st.integers(0, 60), character=st.integers(0, 200))
def test_any_place_is_held_within_the_text(
    encoding: str, text: str, line: int, character: int
) -> None:
    lines = LineIndex(text)
    offset = Positions(lines, encoding).offset(line, character)
    found = lines.line_of(offset)
    assert found == min(line, len(lines) - 1)
    assert lines.starts[found] <= offset <= lines.ends[found]


def test_a_place_inside_a_character_is_its_own() -> None:
    lines = LineIndex("县😀a")
    assert Positions(lines, "utf-16").offset(0, 2) == 1
    assert Positions(lines, "utf-8").offset(0, 5) == 1
