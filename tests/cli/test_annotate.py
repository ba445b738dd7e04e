"""`gpar-lint annotate`: a copy with comments, and nobody's work written over."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest

from tests.cli.conftest import CLEAN, FAULTY, Gpar
from tests.support.word import body_of, docx

REPORT = docx(body_of(FAULTY))


def comments(path: Path) -> list[str]:
    return [each.text for each in python_docx.Document(str(path)).comments]


def saved_again(path: Path, text: str) -> None:
    """Write something into a document and save it."""
    document = python_docx.Document(str(path))
    document.add_paragraph(text)
    document.save(str(path))


def test_the_copy_stands_beside_the_document(gpar: Gpar, tmp_path: Path) -> None:
    report = tmp_path / "年报.docx"
    report.write_bytes(REPORT)
    run = gpar("annotate", "年报.docx")
    assert run.status == 1
    assert run.out.startswith("已写入 年报.批注.docx：批注 1 处\n2024年，2021版")
    assert report.read_bytes() == REPORT
    assert [said for said in comments(tmp_path / "年报.批注.docx") if "T202" in said]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["年报.docx", "年报.批注.docx"]


def test_a_second_run_writes_the_same(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(REPORT)
    gpar("annotate", "年报.docx")
    first = comments(tmp_path / "年报.批注.docx")
    assert gpar("annotate", "年报.docx").status == 1
    assert comments(tmp_path / "年报.批注.docx") == first


def test_a_copy_of_a_copy_has_each_comment_once(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(REPORT)
    gpar("annotate", "年报.docx", "-q")
    assert gpar("annotate", "年报.批注.docx", "-q").out == ""
    gpar("annotate", "年报.批注2.docx")
    first, third = (comments(tmp_path / f"年报.批注{number}.docx") for number in ("", "3"))
    assert first == third and len(first) == 1


def test_copies_are_passed_over_in_folders(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(REPORT)
    gpar("annotate", "年报.docx")
    gpar("annotate", "年报.批注.docx")
    assert gpar(".", "--output-format", "concise").out.count("T202") == 1
    assert gpar("年报.批注.docx", "--output-format", "concise").out.count("T202") == 1
    (tmp_path / "~$年报.docx").touch()
    before = sorted(tmp_path.iterdir())
    gpar("annotate", *[path.name for path in before])
    assert sorted(tmp_path.iterdir()) == before


def test_the_exit_status_is_that_of_check(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(REPORT)
    (tmp_path / "好.docx").write_bytes(docx(body_of(CLEAN)))
    assert gpar("annotate", "好.docx").status == 0
    assert gpar("annotate", "坏.docx", "--exit-zero").status == 0
    assert gpar("annotate", "坏.docx", "--ignore", "T202").status == 0
    assert comments(tmp_path / "坏.批注.docx") == []
    assert gpar("annotate", "坏.docx", "好.docx").status == 1


def test_a_copy_without_comments_is_written_again(gpar: Gpar, tmp_path: Path) -> None:
    report = tmp_path / "年报.docx"
    report.write_bytes(docx(body_of(CLEAN)))
    gpar("annotate", "年报.docx")
    report.write_bytes(REPORT)
    assert gpar("annotate", "年报.docx").status == 1
    assert len(comments(tmp_path / "年报.批注.docx")) == 1


def test_comments_and_notes_are_in_the_language_asked_for(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(REPORT)
    run = gpar("annotate", "a.docx", "--lang", "en", "-o", "b.docx")
    assert "written: b.docx, 1 comments" in run.out
    assert comments(tmp_path / "b.docx")[0].startswith("error: ")


def test_standard_input_and_output(
    gpar: Gpar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stream:
        buffer = BytesIO(REPORT)

    monkeypatch.setattr(sys, "stdin", Stream())
    assert gpar("annotate", "-").status == 2
    assert gpar("annotate", "-", "-o", "b.docx").status == 1
    assert len(comments(tmp_path / "b.docx")) == 1


def test_the_document_itself_is_never_written(gpar: Gpar, tmp_path: Path) -> None:
    report = tmp_path / "年报.docx"
    report.write_bytes(REPORT)
    (tmp_path / "别名.docx").symlink_to(report)
    for output in ("年报.docx", "./年报.docx", "别名.docx"):
        run = gpar("annotate", "年报.docx", "-o", output)
        assert run.status == 2 and "原文件" in run.err
    assert report.read_bytes() == REPORT


def test_a_copy_that_somebody_has_changed_stays(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(REPORT)
    gpar("annotate", "年报.docx")
    copy = tmp_path / "年报.批注.docx"
    saved_again(copy, "我在批注的这一份里写了一段。")
    before = copy.read_bytes()
    run = gpar("annotate", "年报.docx")
    assert run.status == 2 and "覆盖会丢失改动" in run.err
    assert copy.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"text", docx(body_of(CLEAN))])
def test_another_file_stays(gpar: Gpar, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "年报.docx").write_bytes(REPORT)
    other = tmp_path / "另一份.docx"
    other.write_bytes(content)
    assert gpar("annotate", "年报.docx", "-o", "另一份.docx").status == 2
    assert other.read_bytes() == content


@pytest.mark.parametrize("lock", ["~$.批注.docx", ".~lock.年报.批注.docx#"])
def test_a_copy_that_is_open_is_said(gpar: Gpar, tmp_path: Path, lock: str) -> None:
    (tmp_path / "年报.docx").write_bytes(REPORT)
    gpar("annotate", "年报.docx")
    (tmp_path / lock).touch()
    run = gpar("annotate", "年报.docx")
    assert run.status == 2 and "请先关闭" in run.err and lock in run.err


def test_what_cannot_be_written_is_said(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(REPORT)
    (tmp_path / "夹").mkdir()
    run = gpar("annotate", "年报.docx", "-o", "没有/年报.docx")
    assert (run.status, "没有这个文件夹" in run.err) == (2, True)
    assert gpar("annotate", "年报.docx", "-o", "夹").status == 2
    assert gpar("annotate", "年报.docx", "年报.docx", "-o", "a.docx").status == 2
    assert gpar("annotate").status == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_leave_to_write(gpar: Gpar, tmp_path: Path) -> None:
    folder = tmp_path / "只读"
    folder.mkdir()
    (folder / "年报.docx").write_bytes(REPORT)
    folder.chmod(0o500)
    run = gpar("annotate", "只读/年报.docx")
    folder.chmod(0o700)
    assert run.status == 2 and "没有权限" in run.err


def test_one_copy_that_cannot_be_written_keeps_none_of_the_others(
    gpar: Gpar, tmp_path: Path
) -> None:
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(REPORT)
    (tmp_path / "a.批注.docx").write_bytes(b"x")
    run = gpar("annotate", "a.docx", "b.docx")
    assert run.status == 2 and "a.批注.docx" in run.err
    assert len(comments(tmp_path / "b.批注.docx")) == 1


def test_what_is_no_word_document_is_said(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.txt").write_text(FAULTY, encoding="utf-8")
    run = gpar("annotate", "年报.txt")
    assert run.status == 2 and "另存为 .docx" in run.err
    assert [path.name for path in tmp_path.iterdir()] == ["年报.txt"]


def test_what_cannot_be_read_or_is_no_report_gets_no_copy(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(REPORT[:2000])
    (tmp_path / "通知.docx").write_bytes(docx(body_of("关于放假的通知\n\n正文。")))
    for name, said in (("坏.docx", "损坏"), ("通知.docx", "不像"), ("没有.docx", "没有这个文件")):
        run = gpar("annotate", name)
        assert run.status == 1 and said in run.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["坏.docx", "通知.docx"]


def test_broken_comments_are_said(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(docx(body_of(FAULTY), {"comments": "<w:comments"}))
    assert gpar("年报.docx").status == 1
    run = gpar("annotate", "年报.docx")
    assert run.status == 1 and "损坏" in run.err
    assert [path.name for path in tmp_path.iterdir()] == ["年报.docx"]


def test_an_unknown_rule_is_said(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(REPORT)
    run = gpar("annotate", "年报.docx", "--select", "A999")
    assert run.status == 2 and "没有规则“A999”" in run.err


def test_nothing_is_left_behind_when_the_disk_is_full(
    gpar: Gpar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "年报.docx").write_bytes(REPORT)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    run = gpar("annotate", "年报.docx")
    assert run.status == 2 and "没有空间" in run.err
    assert [path.name for path in tmp_path.iterdir()] == ["年报.docx"]


def test_the_copy_is_a_sound_zip_file(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(REPORT)
    gpar("annotate", "年报.docx")
    with zipfile.ZipFile(tmp_path / "年报.批注.docx") as copy:
        assert copy.testzip() is None
        times = {entry.date_time for entry in copy.infolist()}
    assert times == {(2025, 1, 10, 9, 30, 0)}
    assert shutil.which("unzip") is None or not os.system(
        f"unzip -tqq '{tmp_path / '年报.批注.docx'}'"
    )
