"""A file is replaced wholly or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from gpar_lint.linter.writing import NotWritten, replace_content

OLD, NEW = "一、总体情况\r\n".encode(), "一、总体情况。\r\n".encode() * 1000


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refusal(path: Path, old: bytes = OLD) -> str:
    """Why a file is not written; it is as it was, and nothing lies beside it."""
    content = path.read_bytes() if path.is_file() else None
    beside = names(path.parent)
    with pytest.raises(NotWritten) as caught:
        replace_content(str(path), old, NEW)
    assert names(path.parent) == beside
    assert content is None or path.read_bytes() == content
    return caught.value.reason


def test_the_new_version_is_in_its_place_and_nothing_else(report: Path) -> None:
    replace_content(str(report), OLD, NEW)
    assert report.read_bytes() == NEW
    assert names(report.parent) == [report.name]


def test_a_name_without_a_folder(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(report.parent)
    replace_content(report.name, OLD, NEW)
    assert report.read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="there are no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_permissions_stay(report: Path, mode: int) -> None:
    report.chmod(mode)
    replace_content(str(report), OLD, NEW)
    assert stat.S_IMODE(report.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_a_link_stays_a_link(report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "link.txt"
    link.symlink_to(Path("..") / report.name)
    replace_content(str(link), OLD, NEW)
    assert link.is_symlink()
    assert report.read_bytes() == NEW
    assert names(folder) == ["link.txt"]


def test_a_file_changed_meanwhile_is_left_alone(report: Path) -> None:
    assert refusal(report, OLD + b"!") == "changed"


def test_a_file_that_has_gone_does_not_come_back(report: Path) -> None:
    report.unlink()
    assert refusal(report) == "changed"
    assert not report.exists()


def test_a_file_that_has_the_new_content_already_is_fine(report: Path) -> None:
    report.write_bytes(NEW)
    replace_content(str(report), OLD, NEW)  # say, under another name in the same run
    assert report.read_bytes() == NEW


def test_a_read_only_file(report: Path) -> None:
    report.chmod(0o444)
    assert refusal(report) == "read-only"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(report: Path) -> None:
    report.parent.chmod(0o555)
    try:
        assert refusal(report) == "no-permission"
    finally:
        report.parent.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
def test_what_is_no_regular_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt") == "no-file"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EROFS, "no-permission"),
        (errno.EIO, "cannot-write"),
    ],
)
def test_a_disk_that_fails(
    report: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    assert refusal(report) == reason


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is enforced otherwise elsewhere")
def test_a_limit_on_the_size_of_files(report: Path) -> None:
    """A real failure in the midst of writing, as on a full disk."""
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        assert refusal(report) == "cannot-write"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_an_interruption_leaves_the_old_version(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_content(str(report), OLD, NEW)
    assert report.read_bytes() == OLD
    assert names(report.parent) == [report.name]
