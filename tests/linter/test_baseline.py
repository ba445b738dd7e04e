"""The baseline: what is known stays silent, wherever it moves, until it is mended."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from gpar_lint.format.errors import DataError
from gpar_lint.linter.baseline import Baseline
from gpar_lint.linter.diagnostics import WHOLE_FILE, Diagnostic


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    for name in "ab":
        (tmp_path / f"reports/{name}.txt").touch()
    return tmp_path


def found(code: str, identity: str, message: str = "说明") -> Diagnostic:
    return Diagnostic(
        code, "name", "error", message, None, "", WHOLE_FILE, None, None, (), None, "", identity
    )


ONE, OTHER, UNREAD = found("C421", "1"), found("A301", "2"), found("Z001", "3")
A, B = os.path.join("reports", "a.txt"), os.path.join("reports", "b.txt")  # noqa: PTH118


def again(baseline: Baseline) -> Baseline:
    baseline.write()
    return Baseline.read(baseline.path)


def test_what_is_known_is_not_new() -> None:
    baseline = Baseline("known.json")
    assert baseline.replace(A, [ONE, UNREAD]) == 1
    for each in (baseline, again(baseline)):
        assert each.new_ones(A, [ONE, OTHER, UNREAD]) == [OTHER, UNREAD]
        assert each.new_ones(B, [ONE]) == [ONE]


def test_what_is_mended_is_gone_and_other_files_stay() -> None:
    baseline = Baseline("known.json")
    baseline.replace(A, [ONE, OTHER])
    baseline.replace(B, [ONE])
    baseline = again(baseline)
    baseline.replace(A, [OTHER])
    baseline = again(baseline)
    assert baseline.new_ones(A, [ONE, OTHER]) == [ONE]
    assert baseline.new_ones(B, [ONE]) == []


def test_files_that_are_gone_are_left_out() -> None:
    baseline = Baseline("known.json")
    baseline.replace(A, [ONE])
    Path(A).unlink()
    assert again(baseline).new_ones(A, [ONE]) == [ONE]


def test_paths_are_those_from_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    baseline = Baseline(os.path.join("reports", "known.json"))  # noqa: PTH118
    baseline.replace(A, [ONE])
    baseline.write()
    assert '"a.txt": [' in Path(baseline.path).read_text(encoding="utf-8")
    monkeypatch.chdir("reports")
    assert Baseline.read("known.json").new_ones("a.txt", [ONE]) == []


def test_it_is_sorted_a_line_a_finding_and_the_same_each_time() -> None:
    first, second = Baseline("one.json"), Baseline("two.json")
    first.replace(A, [ONE, OTHER])
    first.replace(B, [ONE])
    second.replace(B, [ONE])
    second.replace(A, [OTHER, ONE])
    first.write()
    second.write()
    text = Path("one.json").read_text(encoding="utf-8")
    assert text == Path("two.json").read_text(encoding="utf-8")
    lines = text.split("\n")
    assert lines[3] == '"reports/a.txt": ['
    assert lines[4].startswith('{"code": "A301", "message": "说明", "fingerprint": "')
    assert lines[5].startswith('{"code": "C421"')
    assert json.loads(text)["version"] == 1


def test_an_empty_one_can_be_written_and_read() -> None:
    assert again(Baseline("known.json")).new_ones(A, [ONE]) == [ONE]


@pytest.mark.skipif(os.name == "nt", reason="names there are text")
def test_names_that_are_no_text(here: Path) -> None:
    name = os.fsdecode(b"reports/\xff.txt")
    try:
        Path(name).touch()
    except OSError:
        pytest.skip("the file system takes no such names")
    baseline = Baseline("known.json")
    baseline.replace(name, [ONE])
    assert again(baseline).new_ones(name, [ONE]) == []


def test_nothing_is_left_behind_where_it_cannot_be_written(here: Path) -> None:
    (here / "known.json").mkdir()
    baseline = Baseline("known.json")
    with pytest.raises(OSError):
        baseline.write()
    assert sorted(os.listdir(here)) == ["known.json", "reports"]  # noqa: PTH208


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", r"known\.json:1: is no baseline"),
        ("[]", r"known\.json: is no baseline"),
        ('{"version": 2, "findings": {}}', "is no baseline: version 2"),
        ('{"version": 1, "findings": {"a": [{"code": "A301"}]}}', "is no baseline"),
    ],
)
def test_what_is_no_baseline(text: str, problem: str) -> None:
    Path("known.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=problem):
        Baseline.read("known.json")
    with pytest.raises(DataError, match="there is no such file"):
        Baseline.read("none.json")
