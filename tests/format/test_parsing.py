"""The parsed form of the rules, kept for a quick start and never trusted when a file changed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gpar_lint.format.errors import DataError
from gpar_lint.format.parsing import Kept, parse
from gpar_lint.format.resources import Resources

STAMPS = [("vocabulary/words.toml", 10, 1)]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """One file kept."""
    kept = Kept(str(tmp_path / "parsing.rules"), STAMPS)
    kept.keep(
        {"vocabulary/words.toml": parse("vocabulary/words.toml", b"words = ['\xe5\xb9\xb4']")}
    )
    return kept


def test_what_was_kept_is_recalled(kept: Kept) -> None:
    recalled = kept.recall()
    assert recalled
    assert recalled["vocabulary/words.toml"].values == {"words": ["年"]}


@pytest.mark.parametrize(
    "stamps",
    [
        [("vocabulary/words.toml", 11, 1)],
        [("vocabulary/words.toml", 10, 2)],
        [*STAMPS, ("vocabulary/more.toml", 1, 1)],
        [],
    ],
)
def test_a_change_of_the_files_is_seen(kept: Kept, stamps: list[tuple[str, int, int]]) -> None:
    assert Kept(kept.path, stamps).recall() is None


@pytest.mark.parametrize("share", [0, 0.5, 0.99])
def test_a_damaged_file_is_no_harm(kept: Kept, share: float) -> None:
    path = Path(kept.path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert kept.recall() is None
    path.write_bytes(b"\xff" + data)
    assert kept.recall() is None


def test_nowhere_to_keep_is_no_harm(tmp_path: Path) -> None:
    kept = Kept(str(tmp_path / "missing/parsing.rules"), STAMPS)
    kept.keep({})
    assert kept.recall() is None


def test_what_marshal_cannot_hold_is_not_kept(tmp_path: Path) -> None:
    kept = Kept(str(tmp_path / "parsing.rules"), STAMPS)
    kept.keep({"vocabulary/dates.toml": parse("vocabulary/dates.toml", b"from = 2021-09-26")})
    assert kept.recall() is None


def test_python_told_to_write_nothing_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resources = Resources(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert Kept.of(resources, []) is None
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert Kept.of(resources, [])


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"a = 1\nb = \n", "x.toml:2: Invalid value"),
        (b"a = '''", "x.toml:1: Expected"),
        ("名 = 1".encode("gb18030"), "x.toml: not UTF-8"),
    ],
)
def test_a_file_that_is_no_toml(data: bytes, error: str) -> None:
    with pytest.raises(DataError) as raised:
        parse("x.toml", data)
    assert error in str(raised.value)
