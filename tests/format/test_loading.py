"""Errors in rules files: what is wrong, in which file, at which key and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gpar_lint.format.errors import DataError
from gpar_lint.format.loading import load_rulebook

RULES = Path(__file__).parents[2] / "rules"

ROW = """\
# a comment

[[rule]]
code = "A301"
name = "row-total"
severity = "error"
kind = "identity"
title = { zh = "总计不符", en = "Wrong total" }
basis = { zh = "格式", en = "The format" }
[rule.texts]
message = { zh = "相差{difference}", en = "off by {difference}" }
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A rules folder with the editions and one rule."""
    shutil.copytree(RULES / "editions", tmp_path / "editions")
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue/A-arithmetic.toml").write_text(ROW, encoding="utf-8")
    return tmp_path


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_row(root: Path) -> None:
    [rule] = load_rulebook(str(root)).rules.values()
    assert (rule.code, rule.name, rule.family, rule.fix) == ("A301", "row-total", "A", "none")
    assert rule.editions == ()
    assert rule.options == {}
    assert rule.text("message", "zh", {"difference": 3}) == "相差3"
    assert rule.text("hint", "zh", {}) == ""


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ('severity = "error"\n', "", "catalogue/A-arithmetic.toml:3: rule[1].severity: missing"),
        ('"error"', '"fatal"', ':6: rule[1].severity: "fatal" is none of error, warning, info'),
        ('"error"', "1", ":6: rule[1].severity: must be a string"),
        (
            "kind =",
            "kinds =",
            ":7: rule[1].kinds: unknown key; did you mean kind?",
        ),
        (', en = "Wrong total"', "", ":8: rule[1].title.en: missing"),
        (
            "[rule.texts]",
            "editions = ['2020']\n[rule.texts]",
            ':10: rule[1].editions: "2020" is no edition',
        ),
        (', en = "off by {difference}"', "", ":11: rule[1].texts.message.en: missing"),
        ('name = "row-total"', "name = row-total", ":5: Invalid value"),
    ],
)
def test_an_error_in_a_row(root: Path, old: str, new: str, error: str) -> None:
    change(root, "catalogue/A-arithmetic.toml", old, new)
    with pytest.raises(DataError) as raised:
        load_rulebook(str(root))
    assert error in str(raised.value)


def test_the_second_of_two_rows_is_told_apart(root: Path) -> None:
    (root / "catalogue/A-arithmetic.toml").write_text(ROW + ROW, encoding="utf-8")
    with pytest.raises(DataError, match=r":15: rule\[2\]\.code: A301 is there already"):
        load_rulebook(str(root))
    second = ROW.replace("A301", "A302")
    (root / "catalogue/A-arithmetic.toml").write_text(ROW + second, encoding="utf-8")
    with pytest.raises(DataError, match=r":16: rule\[2\]\.name: row-total is there already"):
        load_rulebook(str(root))


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("first_year = 2021\n", "", "editions/2021.toml: first_year: missing"),
        ('shape = "strip"', 'shape = "stripe"', 'tables[3].shape: "stripe" is none of blocks'),
        (
            'along = "column"\nleft = ["new_received"',
            'along = "column"\nleft = ["newly_received"',
            'identities[2].left: "newly_received" is no row or column',
        ),
        ('columns = ["amount"]', 'columns = ["amounts"]', 'tables[1].rows[6].columns: "amounts"'),
        ('signs = [["主动公开"]]', 'signs = ["主动公开"]', "chapters[2].signs.0: must be a list"),
        ('"2021"\nfirst', '"2021"\nfrist_year = 1\nfirst', "frist_year: unknown key; did you"),
    ],
)
def test_an_error_in_an_edition(root: Path, old: str, new: str, error: str) -> None:
    change(root, "editions/2021.toml", old, new)
    with pytest.raises(DataError) as raised:
        load_rulebook(str(root))
    assert error in str(raised.value)


def test_a_folder_without_editions(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no edition there"):
        load_rulebook(str(tmp_path))


def test_a_file_that_is_not_utf_8(root: Path) -> None:
    (root / "catalogue/A-arithmetic.toml").write_bytes("# 勾稽".encode("gb18030"))
    with pytest.raises(DataError, match=r"A-arithmetic\.toml: not UTF-8"):
        load_rulebook(str(root))
