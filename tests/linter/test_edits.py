"""Fixes made together: none overlaps another, and nothing else of the text is changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gpar_lint.linter.diagnostics import WHOLE_FILE, Diagnostic, Remedy, TextChange, range_of
from gpar_lint.linter.edits import Batch
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.span import Span

Edit = tuple[int, int, str]


def finding(lines: LineIndex, *edits: Edit) -> Diagnostic:
    """A finding whose fix makes these edits: start, end, text."""
    changes = [TextChange(range_of(lines, Span(start, end)), text) for start, end, text in edits]
    return Diagnostic(
        code="F999",
        name="test",
        severity="info",
        message="",
        hint=None,
        path="report.txt",
        range=WHOLE_FILE,
        chapter=None,
        cell=None,
        related=(),
        remedy=Remedy(True, "", tuple(changes)),
        basis="",
        identity="",
    )


def fixed(text: str, *fixes: list[Edit]) -> tuple[str, int]:
    """The text, and how many fixes were made."""
    lines = LineIndex(text)
    batch = Batch(lines)
    batch.take([finding(lines, *fix) for fix in fixes])
    return batch.applied(), len(batch.mended)


def test_fixes_that_do_not_touch_are_all_made() -> None:
    assert fixed("一二三四五", [(0, 1, "甲")], [(3, 4, "")]) == ("甲二三五", 2)


def test_the_order_in_which_they_are_given_does_not_matter() -> None:
    assert fixed("一二三四五", [(3, 4, "丁")], [(0, 1, "甲")]) == ("甲二三丁五", 2)


def test_of_two_that_overlap_the_first_is_made() -> None:
    assert fixed("一二三四五", [(0, 3, "甲")], [(2, 4, "乙")]) == ("甲四五", 1)
    assert fixed("一二三四五", [(2, 4, "乙")], [(0, 3, "甲")]) == ("一二乙五", 1)
    assert fixed("一二三四五", [(0, 5, "甲")], [(2, 2, "乙")]) == ("甲", 1)
    assert fixed("一二三四五", [(2, 2, "乙")], [(0, 5, "甲")]) == ("一二乙三四五", 1)


def test_neighbours_are_both_made() -> None:
    assert fixed("一二三四", [(1, 2, "乙")], [(2, 3, "丙")]) == ("一乙丙四", 2)
    assert fixed("一二三四", [(1, 2, "乙")], [(2, 2, "，")]) == ("一乙，三四", 2)
    assert fixed("一二三四", [(2, 3, "丙")], [(2, 2, "，")]) == ("一二，丙四", 2)


def test_of_two_insertions_at_one_place_nobody_knows_which_comes_first() -> None:
    assert fixed("一二", [(1, 1, "甲")], [(1, 1, "乙")]) == ("一甲二", 1)


def test_the_same_edit_serves_two_findings() -> None:
    assert fixed("一二三", [(1, 2, "乙")], [(1, 2, "乙"), (2, 3, "丙")]) == ("一乙丙", 2)


def test_a_fix_is_made_whole_or_not_at_all() -> None:
    assert fixed("一二三四", [(2, 3, "丙")], [(0, 1, "甲"), (2, 4, "丁")]) == ("一二丙四", 1)


def test_a_fix_that_changes_nothing_is_none() -> None:
    assert fixed("一二三", [(1, 2, "二")]) == ("一二三", 0)


def test_whole_lines_go_with_their_ends() -> None:
    assert fixed("一\r\n二\r\n三", [(3, 6, "")]) == ("一\r\n三", 1)
    assert fixed("一\r二\r三", [(2, 4, "")]) == ("一\r三", 1)


edits = st.tuples(st.integers(0, 30), st.integers(0, 6), st.sampled_from(["", "甲", "乙丙\r\n"]))


@given(st.text("一二\r\n𠮷", min_size=36, max_size=36), st.lists(st.lists(edits, max_size=3)))
def test_what_no_fix_names_stays(text: str, fixes: list[list[tuple[int, int, str]]]) -> None:
    text = text.replace("\r\n", "三四")  # no edit begins within a line end
    lines = LineIndex(text)
    batch = Batch(lines)
    spans = [[(start, start + length, new) for start, length, new in fix] for fix in fixes]
    batch.take([finding(lines, *fix) for fix in spans if fix])
    kept, place = [], 0
    for (start, end), _ in batch.replacements:
        assert place <= start <= end
        kept.append(text[place:start])
        place = end
    kept.append(text[place:])
    rebuilt = kept[0]
    for (_, new), after in zip(batch.replacements, kept[1:], strict=True):
        rebuilt += new + after
    assert batch.applied() == rebuilt
