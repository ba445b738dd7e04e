"""Reports held against others, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gpar_lint.format.manual import clean_report
from tests.cli.conftest import Gpar

THIS = clean_report("2021")
LAST = clean_report("2021-previous").replace("行政规范性文件\t2\t3\t10", "行政规范性文件\t2\t3\t19")


@pytest.fixture
def years(tmp_path: Path) -> Path:
    for name, text in (("2023", LAST), ("2024", THIS)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.txt").write_text(text, encoding="utf-8")
    return tmp_path


def codes(out: str) -> list[tuple[str, str]]:
    return [(found["path"], found["code"]) for found in json.loads(out)]


def test_a_folder_finds_last_years_report(gpar: Gpar, years: Path) -> None:
    run = gpar("--output-format", "json", "--select", "X", ".")
    assert codes(run.out) == [("2024/report.txt", "X902")]
    assert run.status == 1
    [finding] = json.loads(run.out)
    there = finding["related"][0]
    assert there["path"] == "2023/report.txt"
    line = LAST.split("\n")[there["range"]["start"]["line"] - 1]
    assert line.startswith("行政规范性文件")
    assert line[there["range"]["start"]["column"] - 1 :].startswith("19")


def test_a_file_does_not(gpar: Gpar, years: Path) -> None:
    assert gpar("--output-format", "json", "--select", "X", "2024/report.txt").out.strip() == "[]"


@pytest.mark.parametrize("previous", ["2023/report.txt", "2023"])
def test_last_years_report_named(gpar: Gpar, years: Path, previous: str) -> None:
    arguments = ("--output-format", "json", "--select", "X", "2024/report.txt")
    run = gpar("--previous", previous, *arguments)
    assert codes(run.out) == [("2024/report.txt", "X902")]


def test_other_agencies_named(gpar: Gpar, years: Path) -> None:
    (years / "others").mkdir()
    other = years / "others" / "report.txt"
    other.write_text(THIS.replace("澄溪县", "岚川县"), encoding="utf-8")
    arguments = ("--output-format", "json", "--select", "X903", "2024/report.txt")
    assert codes(gpar(*arguments).out) == []
    found = codes(gpar("--compare", "others", *arguments).out)
    assert found == [("2024/report.txt", "X903")] * 2


def test_what_is_named_is_not_there(gpar: Gpar, years: Path) -> None:
    for option in ("--previous", "--compare"):
        run = gpar(option, "nothing", "2024/report.txt")
        assert run.status == 2
        assert "nothing" in run.err


def test_a_declared_parent(gpar: Gpar, years: Path) -> None:
    (years / "part.txt").write_text(THIS.replace("\t214\t", "\t215\t"), encoding="utf-8")
    (years / "gpar-lint.toml").write_text(
        '[[parent]]\nreport = "2024/report.txt"\nparts = ["part.txt"]\n', encoding="utf-8"
    )
    run = gpar("--output-format", "json", "--select", "X905", "2024/report.txt")
    assert codes(run.out) == [("2024/report.txt", "X905")]
    [finding] = json.loads(run.out)
    assert finding["cell"] == {"table": "二", "row": "licences", "column": "decisions"}
