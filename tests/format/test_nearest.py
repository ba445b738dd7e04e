"""The nearest known name."""

from __future__ import annotations

import pytest

from gpar_lint.format.nearest import edit_distance, nearest


@pytest.mark.parametrize(
    ("left", "right", "edits"),
    [
        ("", "", 0),
        ("", "abc", 3),
        ("row-total", "row-total", 0),
        ("row-totl", "row-total", 1),
        ("row-ttoal", "row-total", 1),  # neighbours swapped
        ("A301", "A302", 1),
        ("kitten", "sitting", 3),
    ],
)
def test_edit_distance(left: str, right: str, edits: int) -> None:
    assert edit_distance(left, right) == edits
    assert edit_distance(right, left) == edits


def test_nearest() -> None:
    known = ("A301", "A302", "row-total", "results-total", "select", "severity")
    assert nearest("row-totals", known) == "row-total"
    assert nearest("Select", known) == "select"
    assert nearest("serverity", known) == "severity"
    assert nearest("A3O1", known) == "A301"


def test_nothing_is_near() -> None:
    assert nearest("colour", ("select", "severity")) is None
    assert nearest("", ("select",)) is None
    assert nearest("x", ()) is None
