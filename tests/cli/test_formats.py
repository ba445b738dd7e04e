"""Every format from the command line: to a file, for files of any name, with nothing to say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gpar_lint.output.formats import FORMATS
from tests.cli.conftest import CLEAN, FAULTY, Gpar

NAME = "各单位 年报/甲局（1）.txt"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "各单位 年报").mkdir()
    (tmp_path / NAME).write_text(FAULTY, encoding="utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_utf8_with_plain_line_ends(gpar: Gpar, reports: Path, form: str) -> None:
    run = gpar(".", "--output-format", form, "-o", "out.txt")
    assert (run.status, run.out, run.err) == (1, "", "")
    written = (reports / "out.txt").read_bytes()
    assert "甲局".encode() in written or b"%E7%94%B2%E5%B1%80" in written
    assert b"\r" not in written
    assert written.startswith(b"\xef\xbb\xbf") == (form == "csv")


@pytest.mark.parametrize("form", FORMATS)
def test_standard_output_has_no_byte_order_mark(gpar: Gpar, reports: Path, form: str) -> None:
    run = gpar(NAME, "--output-format", form)
    assert (run.status, run.err) == (1, "")
    assert not run.out.startswith("\ufeff")


@pytest.mark.parametrize("form", FORMATS)
def test_without_findings_and_without_files(gpar: Gpar, reports: Path, form: str) -> None:
    assert gpar("clean.txt", "--output-format", form).status == 0
    (reports / "empty").mkdir()
    assert gpar("empty", "--output-format", form).status == 0


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_that_is_missing(gpar: Gpar, reports: Path, form: str, language: str) -> None:
    run = gpar("没有 这个.txt", "--output-format", form, "--lang", language)
    assert run.status == 1
    assert form == "csv" or "Z001" in run.out


@pytest.mark.parametrize("form", ["html", "sarif", "csv"])
def test_several_processes_write_the_same(gpar: Gpar, reports: Path, form: str) -> None:
    alone = gpar(".", "--output-format", form, "--jobs", "1")
    assert gpar(".", "--output-format", form, "--jobs", "2").out == alone.out


def test_one_fingerprint_serves_all(gpar: Gpar, reports: Path) -> None:
    (found,) = json.loads(gpar(NAME, "--output-format", "json").out)
    for form in ("sarif", "gitlab"):
        assert found["fingerprint"] in gpar(NAME, "--output-format", form).out
