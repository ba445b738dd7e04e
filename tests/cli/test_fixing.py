"""--fix, --unsafe-fixes and --diff, from the command line to the files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, FAULTY, Gpar

SLIP = "文化惠民活\u200b动"  # F709, a safe fix
DOUBTFUL = "文化惠民活\ue5e5动"  # F709, an unsafe one


def spoilt(text: str, slip: str = SLIP) -> str:
    return text.replace("文化惠民活动", slip)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_bytes(spoilt(CLEAN).encode())
    return path


def test_a_safe_fix_is_written_and_told_of(gpar: Gpar, report: Path) -> None:
    run = gpar("report.txt", "--fix")
    assert report.read_bytes() == CLEAN.encode()
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("已修复 report.txt：1 处（F709 1）\n2024年，")
    again = gpar("report.txt", "--fix")
    assert again.out.startswith("2024年，")


def test_without_fix_nothing_is_written(gpar: Gpar, report: Path) -> None:
    run = gpar("report.txt")
    assert run.out.split("\n")[-3] == "可以自动修复 1 处：加上 --fix（先看改动：--diff）"
    assert report.read_bytes() == spoilt(CLEAN).encode()


def test_the_exit_status_is_by_what_remains(gpar: Gpar, report: Path) -> None:
    report.write_bytes(spoilt(FAULTY).encode())
    run = gpar("report.txt", "--fix")
    assert report.read_bytes() == FAULTY.encode()
    assert run.status == 1
    assert "T202" in run.out and "错误" in run.out
    assert "F709 [" not in run.out
    assert gpar("report.txt", "--fix", "--exit-zero").status == 0


def test_unsafe_fixes_are_for_those_who_ask(gpar: Gpar, report: Path) -> None:
    report.write_bytes(spoilt(CLEAN, DOUBTFUL).encode())
    run = gpar("report.txt", "--fix")
    assert report.read_bytes() == spoilt(CLEAN, DOUBTFUL).encode()
    assert "另有 1 处可以加上 --unsafe-fixes 修复" in run.out
    run = gpar("report.txt", "--unsafe-fixes")
    assert report.read_bytes() == CLEAN.encode()
    assert "其中 1 处须人工复核" in run.out


def test_a_diff_changes_nothing(gpar: Gpar, report: Path) -> None:
    before = report.stat()
    run = gpar("report.txt", "--diff")
    assert (run.status, run.err) == (1, "可修复 report.txt：1 处（F709 1）\n")
    lines = run.out.split("\n")
    assert lines[:2] == ["--- report.txt", "+++ report.txt"]
    assert [line for line in lines[2:] if line.startswith("-")] == [
        f"-（一）主动公开。及时公开{SLIP}、旅游安全提示、行政执法等群众关心的信息。"
    ]
    after = report.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert gpar("report.txt", "--diff", "--fix") == run


def test_a_diff_says_nothing_of_what_cannot_be_fixed(gpar: Gpar, report: Path) -> None:
    report.write_text(FAULTY, encoding="utf-8")
    run = gpar("report.txt", "--diff")
    assert (run.status, run.out) == (0, "")
    assert run.err == "另有 1 处可以加上 --unsafe-fixes 修复，改后须人工复核\n"
    assert gpar("report.txt", "--diff", "-q") == (0, "", "")


def test_a_diff_of_unsafe_fixes(gpar: Gpar, report: Path) -> None:
    report.write_bytes(spoilt(CLEAN, DOUBTFUL).encode())
    assert gpar("report.txt", "--diff").status == 0
    assert gpar("report.txt", "--diff", "--unsafe-fixes").status == 1


def test_a_diff_of_what_is_not_there(gpar: Gpar) -> None:
    run = gpar("nowhere.txt", "--diff")
    assert (run.status, run.out) == (1, "")
    assert run.err.startswith("nowhere.txt: ")


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("last", [True, False], ids=["ended", "not ended"])
def test_patch_takes_a_diff(gpar: Gpar, report: Path, end: str, last: bool) -> None:
    clean = CLEAN.rstrip("\n") + "\n" * last
    clean = clean.replace("\n", end)
    broken = clean.replace("文化惠民活动", SLIP).replace("咨询电话", "咨询\u200b电话")
    assert clean != broken
    report.write_bytes(broken.encode())
    gpar("report.txt", "--diff", "-o", "fixes.diff")
    command = ["git", "apply", "-p0", "fixes.diff"]
    done = subprocess.run(command, cwd=report.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert report.read_bytes() == clean.encode()


def through(data: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a filter."""
    command = [sys.executable, "-m", "gpar_lint", "-", *arguments]
    return subprocess.run(command, input=data, capture_output=True, check=False)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030"])
def test_standard_input_comes_out_mended(codec: str) -> None:
    done = through(spoilt(FAULTY).replace("\n", "\r\n").encode(codec), "--fix")
    assert done.stdout == FAULTY.replace("\n", "\r\n").encode(codec)
    assert done.returncode == 1
    said = done.stderr.decode()
    assert "T202" in said and "已修复 -：1 处（F709 1）" in said


@pytest.mark.parametrize(
    "data", [CLEAN.encode(), "会议记录\r\n".encode(), b"\x00\x01\x02" * 99, b"%PDF-1.4 ", b""]
)
def test_standard_input_that_needs_no_mending_comes_out_as_it_is(data: bytes) -> None:
    assert through(data, "--fix").stdout == data


def test_a_filter_that_is_for_reports_lets_others_pass() -> None:
    done = through("会议记录\r\n".encode(), "--fix", "--only-reports")
    assert (done.returncode, done.stdout, done.stderr) == (0, "会议记录\r\n".encode(), b"")


def test_standard_input_with_findings_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "found.json"
    done = through(spoilt(FAULTY).encode(), "--fix", "--output-format", "json", "-o", str(path))
    assert done.stdout == FAULTY.encode()
    assert [each["code"] for each in json.loads(path.read_text(encoding="utf-8"))] == ["T202"]


def test_a_diff_of_standard_input() -> None:
    done = through(spoilt(CLEAN).encode(), "--diff", "--stdin-filename", "a.txt")
    assert done.returncode == 1
    assert done.stdout.decode().startswith("--- a.txt\n+++ a.txt\n")


def test_machine_formats_hold_what_remains(gpar: Gpar, report: Path) -> None:
    report.write_bytes(spoilt(FAULTY).encode())
    run = gpar("report.txt", "--fix", "--output-format", "json")
    assert [each["code"] for each in json.loads(run.out)] == ["T202"]
    assert run.err.startswith("已修复 report.txt：1 处（F709 1）\n")


def test_several_files_are_told_of_one_by_one_and_together(gpar: Gpar, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(spoilt(CLEAN).encode())
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "README.md").write_text("# 说\u200b明\n", encoding="utf-8")
    run = gpar(".", "--fix", "--jobs", "2")
    assert run.status == 0
    told = ["已修复 a.txt：1 处（F709 1）", "已修复 b.txt：1 处（F709 1）"]
    assert run.out.split("\n")[:3] == [*told, "共修复 2 个文件：2 处（F709 2）"]
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "# 说\u200b明\n"
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == CLEAN


def test_two_names_of_one_file(gpar: Gpar, report: Path) -> None:
    (report.parent / "link.txt").symlink_to("report.txt")
    run = gpar("link.txt", "report.txt", "--fix", "--jobs", "2")
    assert (run.status, run.err) == (0, "")
    assert report.read_bytes() == CLEAN.encode()


def test_a_file_that_cannot_be_written_is_told_of_and_its_findings_stand(
    gpar: Gpar, report: Path
) -> None:
    report.chmod(0o444)
    run = gpar("report.txt", "--fix")
    assert run.status == 1
    assert run.err == "错误：没有写入 report.txt：这是只读文件\n"
    assert "F709" in run.out and "已修复" not in run.out
    assert report.read_bytes() == spoilt(CLEAN).encode()
    english = gpar("report.txt", "--fix", "--lang", "en")
    assert english.err == "error: not written: report.txt; it is read-only\n"


def test_a_file_that_somebody_else_changes_meanwhile(
    gpar: Gpar, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        sync(handle)
        report.write_text("别人的改动", encoding="utf-8")

    monkeypatch.setattr(os, "fsync", meanwhile)
    run = gpar("report.txt", "--fix")
    assert run.status == 1
    assert "检查期间文件已被改动" in run.err
    assert report.read_text(encoding="utf-8") == "别人的改动"


def test_a_word_file_has_no_fix(gpar: Gpar, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in spoilt(FAULTY).split("\n"):
        document.add_paragraph(line)
    path = tmp_path / "report.docx"
    document.save(str(path))
    before = path.read_bytes()
    run = gpar("report.docx", "--fix")
    if "unsupported" in run.out or "Z001" in run.out:
        pytest.skip("Word files cannot be read yet")
    assert path.read_bytes() == before
    assert "gpar-lint annotate" in run.err
