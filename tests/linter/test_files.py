"""Which files a run is about."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from gpar_lint.linter import files
from gpar_lint.linter.files import find_targets, read_bytes
from gpar_lint.source.document import Unreadable


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def found(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [target.path.replace(os.sep, "/") for target in find_targets(paths, exclude)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_walked_for_known_types(folder: Path) -> None:
    make(folder, "r/a.txt", "r/b.MD", "r/c.html", "r/d.py", "r/e", "r/deep/f.htm")
    assert found("r") == ["r/a.txt", "r/b.MD", "r/c.html", "r/deep/f.htm"]


def test_what_a_folder_holds_beside_reports_is_passed_over(folder: Path) -> None:
    make(folder, "r/.git/a.txt", "r/.hidden.txt", "r/node_modules/a.txt", "r/~$a.txt", "r/a.txt")
    assert found("r") == ["r/a.txt"]


def test_a_virtual_environment_is_no_place_for_reports(folder: Path) -> None:
    make(folder, "r/a.txt", "r/年报检查/pyvenv.cfg", "r/年报检查/lib/a.md")
    assert found("r") == ["r/a.txt"]


def test_office_files_are_found_by_their_names_where_they_are_wanted(folder: Path) -> None:
    make(folder, "r/2024年度报告.DOCX", "r/年报.pdf", "r/~$年报.docx", "r/合同.docx", "r/a.txt")
    make(folder, "r/年报/水利局.doc", "r/信息公开/附件/合同.wps", "r/表.xlsx")
    assert found("r") == ["r/a.txt"]
    wanted = [target.path.replace(os.sep, "/") for target in find_targets(["r"], office=True)]
    assert wanted == ["r/2024年度报告.DOCX", "r/a.txt", "r/年报.pdf", "r/年报/水利局.doc"]


def test_a_lock_file_is_nobodys_even_if_it_is_named(folder: Path) -> None:
    make(folder, "~$年报.docx", "年报.docx", "~$/a.txt")
    assert found("~$年报.docx", "年报.docx", "~$") == ["~$/a.txt", "年报.docx"]


def test_the_current_folder_adds_nothing_to_the_paths(folder: Path) -> None:
    make(folder, "a.txt", "r/b.txt")
    assert found(".") == ["a.txt", "r/b.txt"]


def test_a_named_file_is_taken_whatever_its_name(folder: Path) -> None:
    make(folder, ".hidden", "a.py")
    (folder / ".gitignore").write_text("*.py\n", encoding="utf-8")
    targets = find_targets(["a.py", ".hidden", "not-there.txt", "-"], ["*.py"])
    assert [target.path for target in targets] == ["-", ".hidden", "a.py", "not-there.txt"]
    assert all(target.named for target in targets)


def test_a_file_is_checked_once(folder: Path) -> None:
    make(folder, "r/a.txt")
    targets = find_targets(["r", "r/a.txt", "./r/a.txt", "r/"])
    assert [target.named for target in targets] == [True]


def test_ignore_files_hold_for_the_folders_below(folder: Path) -> None:
    make(folder, "r/a.txt", "r/old/a.txt", "r/old/b.txt", "r/new/old/b.txt")
    (folder / "r/.gitignore").write_text("b.txt\n", encoding="utf-8")
    (folder / "r/new/.gitignore").write_text("!b.txt\n", encoding="utf-8")
    assert found("r") == ["r/a.txt", "r/new/old/b.txt", "r/old/a.txt"]


def test_ignore_files_above_hold_within_a_repository(folder: Path) -> None:
    make(folder, "r/deep/a.txt", "r/deep/b.txt")
    (folder / ".gitignore").write_text("/r/deep/a.txt\n", encoding="utf-8")
    assert found("r/deep") == ["r/deep/a.txt", "r/deep/b.txt"]
    (folder / ".git").mkdir()
    assert found("r/deep") == ["r/deep/b.txt"]


def test_exclude_wins_over_ignore_files(folder: Path) -> None:
    make(folder, "r/a.txt", "r/draft-b.txt", "r/old/c.txt")
    (folder / "r/.gitignore").write_text("!draft-b.txt\n", encoding="utf-8")
    assert found("r", exclude=("draft-*", "old/")) == ["r/a.txt"]


def test_a_link_to_a_folder_above_is_not_followed(folder: Path) -> None:
    make(folder, "r/a.txt")
    (folder / "r/loop").symlink_to(folder / "r", target_is_directory=True)
    assert found("r") == ["r/a.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_names_that_are_no_text(folder: Path) -> None:
    make(folder, "r/\udcd5\udce6.txt")
    (target,) = find_targets(["r"])
    assert read_bytes(target.path) == b"x"


def reason_of(path: str) -> str:
    with pytest.raises(Unreadable) as raised:
        read_bytes(path)
    return raised.value.reason


def test_why_a_file_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(folder, "a.txt")
    assert reason_of("not-there.txt") == "missing"
    assert reason_of("a.txt/below.txt") == "failed"
    assert reason_of("x" * 5000) == "failed"
    monkeypatch.setattr(files, "SIZE_LIMIT", 0)
    assert reason_of("a.txt") == "too-large"


def test_a_large_file_is_not_read_to_its_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            assert size is not None and 0 < size <= files.SIZE_LIMIT + 1
            return b"x" * size

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Endless()))
    assert reason_of("-") == "too-large"
