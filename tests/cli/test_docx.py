"""Word documents on the command line: as any report, with places that a person finds in Word."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from tests.cli.conftest import CLEAN, FAULTY, Gpar
from tests.support.word import body_of, docx, paragraph, run

CHANGED = (
    "<w:ins><w:r><w:t>，</w:t></w:r></w:ins><w:del><w:r><w:delText>。</w:delText></w:r></w:del>"
)


def test_findings_name_table_row_and_column(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(docx(body_of(FAULTY)))
    shown = gpar("年报.docx")
    assert shown.status == 1 and "位置：第2个表格第20行第3列" in shown.out
    (found,) = json.loads(gpar("年报.docx", "--output-format", "json").out)
    assert (found["code"], found["fix"]) == ("T202", None)
    assert found["location"] == {"table": 2, "row": 20, "column": 3}


def test_ranges_speak_of_the_text_that_extract_prints(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(docx(body_of(CLEAN.replace("公开10件", "公开11件"))))
    (found,) = json.loads(gpar("年报.docx", "--output-format", "json").out)
    lines = gpar("extract", "--output-format", "text", "年报.docx").out.split("\n")
    start, end = found["range"]["start"], found["range"]["end"]
    assert start["line"] == end["line"]
    assert lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1] == "11件"


def test_tracked_changes_are_said(gpar: Gpar, tmp_path: Path) -> None:
    body = body_of(CLEAN) + paragraph(run("完") + CHANGED)
    (tmp_path / "年报.docx").write_bytes(docx(body))
    (tmp_path / "定稿.docx").write_bytes(docx(body_of(CLEAN)))
    shown = gpar("年报.docx")
    assert shown.status == 0 and "；文中有修订 2 处，按接受后的文字检查；" in shown.out
    assert "tracked changes were accepted: 2" in gpar("年报.docx", "--lang", "en").out
    assert "修订" not in gpar("定稿.docx").out


def test_every_format_takes_them(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(docx(body_of(FAULTY)))
    for form in ("concise", "jsonl", "sarif", "github", "gitlab", "junit", "html", "csv"):
        shown = gpar("年报.docx", "--output-format", form)
        assert shown.status == 1 and shown.err == "" and ("T202" in shown.out or form == "html")


def test_a_broken_document_is_one_finding(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(docx(body_of(CLEAN))[:-100])
    with zipfile.ZipFile(tmp_path / "年报2.docx", "w") as file:
        file.writestr("说明.txt", "x")
    for name, said in (("年报.docx", "损坏"), ("年报2.docx", "压缩包")):
        (found,) = json.loads(gpar(name, "--output-format", "json").out)
        assert found["code"] == "Z001" and said in found["message"]
    assert "Z001" in gpar(".", "--output-format", "concise").out
