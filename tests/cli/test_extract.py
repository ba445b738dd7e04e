"""`gpar-lint extract`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CLEAN, Gpar


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def extracted(gpar: Gpar, path: Path, text: str) -> dict[str, Any]:
    path.write_text(text, encoding="utf-8")
    run = gpar("extract", path.name)
    assert (run.status, run.err) == (0, "")
    (data,) = json.loads(run.out)
    assert isinstance(data, dict)
    return data


def test_a_report_as_data(gpar: Gpar, report: Path) -> None:
    data = extracted(gpar, report, CLEAN)
    assert list(data) == [
        "path", "title", "agency", "year", "edition", "chapters", "tables", "claims", "unread",
    ]  # fmt: skip
    assert data["path"] == "报告.txt"
    assert data["title"] == "澄溪县文化和旅游局2024年政府信息公开工作年度报告"
    assert (data["agency"], data["year"], data["edition"]) == ("澄溪县文化和旅游局", 2024, "2021")
    assert [chapter["number"] for chapter in data["chapters"]] == list("一二三四五六")
    assert data["chapters"][0]["range"]["start"]["column"] == 1
    assert data["unread"] == []


def test_every_cell(gpar: Gpar, report: Path) -> None:
    tables = extracted(gpar, report, CLEAN)["tables"]
    assert [sum(len(row) for row in table.values()) for table in tables.values()] == [10, 175, 15]
    assert tables["三"]["new_received"]["total"] == 23
    assert tables["二"]["fees"] == {"amount": 6.32}


@pytest.mark.parametrize(
    ("written", "value"),
    [("6.32", 6.32), ("14.6864", 14.6864), ("７.5", 7.5), ("12", 12), ("", None)],
)
def test_values_are_numbers_whatever_their_form(
    gpar: Gpar, report: Path, written: str, value: object
) -> None:
    text = CLEAN.replace("行政事业性收费\t6.32", f"行政事业性收费\t{written}")
    assert extracted(gpar, report, text)["tables"]["二"]["fees"]["amount"] == value


def test_a_cell_that_cannot_be_read(gpar: Gpar, report: Path) -> None:
    label = "二、上年结转政府信息公开申请数量\t\t"
    data = extracted(gpar, report, CLEAN.replace(f"{label}2", f"{label}若干"))
    assert data["tables"]["三"]["carried_over"]["natural_person"] is None
    (unread,) = data["unread"]
    assert (unread["cell"], unread["text"]) == ("三.carried_over.natural_person", "若干")
    line = CLEAN[: CLEAN.index(label)].count("\n") + 1
    assert unread["range"] == {
        "start": {"line": line, "column": 19},
        "end": {"line": line, "column": 21},
    }


def test_a_row_whose_cells_are_not_told_apart(gpar: Gpar, report: Path) -> None:
    label = "二、上年结转政府信息公开申请数量\t\t"
    data = extracted(gpar, report, CLEAN.replace(f"{label}2\t1\t", label))
    assert set(data["tables"]["三"]["carried_over"].values()) == {None}
    (unread,) = data["unread"]
    assert (unread["cell"], unread["text"]) == ("三.carried_over", "0 0 0 0 3")


def test_a_row_or_table_that_is_not_there_is_absent(gpar: Gpar, report: Path) -> None:
    lines = [line for line in CLEAN.split("\n") if "2.重复申请" not in line]
    assert "rejected_repeat" not in extracted(gpar, report, "\n".join(lines))["tables"]["三"]
    assert extracted(gpar, report, CLEAN.split("二、主动公开")[0])["tables"] == {}


def test_what_the_text_claims(gpar: Gpar, report: Path) -> None:
    claims = extracted(gpar, report, CLEAN)["claims"]
    (received,) = [c for c in claims if c["subject"] == "三.new_received.total"]
    assert list(received) == [
        "subject", "value", "exact", "unit", "year", "scope", "text", "range",
    ]  # fmt: skip
    assert (received["value"], received["exact"], received["unit"]) == (23, True, "件")
    assert (received["year"], received["scope"]) == (2024, "own")


def test_a_title_on_two_lines(gpar: Gpar, report: Path) -> None:
    text = CLEAN.replace("文化和旅游局2024年政府", "文化和旅游局\n2024年政府", 1)
    assert extracted(gpar, report, text)["title"] == CLEAN.split("\n")[0]


def test_one_object_a_line(gpar: Gpar, report: Path, tmp_path: Path) -> None:
    (tmp_path / "二.txt").write_text(CLEAN, encoding="utf-8")
    lines = gpar("extract", ".", "--output-format", "jsonl").out.split("\n")
    assert [json.loads(line)["path"] for line in lines[:-1]] == ["二.txt", "报告.txt"]


def test_a_csv_file_is_one_that_excel_reads(gpar: Gpar, report: Path, tmp_path: Path) -> None:
    gpar("extract", report.name, "--output-format", "csv", "-o", "数据.csv")
    assert (tmp_path / "数据.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,agency,")


def test_as_csv(gpar: Gpar, report: Path) -> None:
    run = gpar("extract", report.name, "--output-format", "csv")
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert len(rows) == 200
    assert rows[0] == {
        "path": "报告.txt", "agency": "澄溪县文化和旅游局", "year": "2024", "edition": "2021",
        "table": "二", "row": "regulations", "column": "issued", "value": "0",
    }  # fmt: skip


def test_the_text_that_ranges_speak_of(gpar: Gpar, report: Path) -> None:
    report.write_bytes(b"\xef\xbb\xbf" + CLEAN.encode())
    assert gpar("extract", report.name, "--output-format", "text").out == CLEAN


def test_a_file_that_cannot_be_read(gpar: Gpar, report: Path) -> None:
    run = gpar("extract", "not-there.txt", report.name)
    assert run.status == 1
    assert run.err.startswith("not-there.txt: 没有这个文件")
    assert len(json.loads(run.out)) == 1


def test_a_file_that_the_program_fails_on(
    gpar: Gpar, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("gpar_lint.cli.extract.read_report", failing)
    run = gpar("extract", report.name)
    assert (run.status, run.out) == (1, "[]\n")
    assert "RecursionError: too deep" in run.err


def test_what_is_no_report_is_left_out_in_folders(gpar: Gpar, report: Path) -> None:
    (report.parent / "notes.txt").write_text("会议记录", encoding="utf-8")
    assert len(json.loads(gpar("extract", ".").out)) == 1
    (data,) = json.loads(gpar("extract", "notes.txt").out)
    assert (data["title"], data["year"], data["tables"]) == (None, None, {})
