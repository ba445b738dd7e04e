"""The command as a process of its own: streams, encodings, signals, what is imported."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, FAULTY

COMMAND = [sys.executable, "-m", "gpar_lint"]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text(FAULTY.replace("文化惠民活动", "文化惠民活动𠮷"), encoding="utf-8")
    return path


def run(
    *arguments: str | Path, encoding: str = "utf-8", **more: str
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", **more}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, env=environment, check=False
    )


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252", "utf-16"])
def test_a_terminal_in_another_encoding(report: Path, encoding: str) -> None:
    done = run("--severity", "T202=info", "-v", report, encoding=encoding)
    assert done.returncode == 0
    assert "[missing-row]" in done.stdout.decode(encoding)
    assert b"Traceback" not in done.stderr


def test_the_marks_are_those_that_the_terminal_can_show(report: Path) -> None:
    assert "⟦" in run(report).stdout.decode()
    shown = run(report, encoding="gbk").stdout.decode("gbk")
    assert "[[" in shown
    assert "\\u27e6" not in shown


def test_machine_formats_are_utf_8_everywhere(report: Path) -> None:
    for name in ("json", "jsonl"):
        done = run(report, "--output-format", name, encoding="gbk")
        assert json.loads(done.stdout.decode("utf-8").strip("[]\n"))["path"] == str(report)
        assert b"\r" not in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_a_reader_that_goes_away(report: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, str(report)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout and process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device is always full")
def test_output_without_room(report: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, str(report), "-q"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "错误：没有空间写入 stdout\n"


def _heed_interruptions() -> None:
    """A shell starts its background jobs, and so what they start, with interruptions ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_an_interruption_leaves_no_traceback(tmp_path: Path) -> None:
    waiting = tmp_path / "fifo.txt"
    os.mkfifo(waiting)
    process = subprocess.Popen(
        [*COMMAND, str(waiting)], stderr=subprocess.PIPE, preexec_fn=_heed_interruptions
    )
    writer = os.open(waiting, os.O_WRONLY)  # returns once the process has opened the other end
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60)[1] == b""
    assert process.returncode == 130
    os.close(writer)


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_path_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xb1\xa8\xb8\xe6.txt"
    Path(os.fsdecode(path)).write_text(FAULTY, encoding="utf-8")
    done = subprocess.run([*COMMAND, path], capture_output=True, check=False)
    assert b"<U+DCB1>" in done.stdout
    done = subprocess.run(
        [*COMMAND, path, "--output-format", "json"], capture_output=True, check=False
    )
    (found,) = json.loads(done.stdout)
    assert os.fsencode(found["path"]) == path


def test_a_plain_run_loads_no_heavy_modules(report: Path) -> None:
    listing = "import sys; from gpar_lint.cli.main import main; main(sys.argv[1:]); "
    listing += "print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", listing, str(report)], capture_output=True, check=False
    )
    loaded = set(done.stderr.decode().split())
    assert "gpar_lint.output.full" in loaded
    unwanted = {
        "asyncio", "dataclasses", "difflib", "hashlib", "json", "logging", "lsprotocol", "pathlib",
        "pygls", "subprocess", "traceback", "typing_extensions", "zipfile",
    }  # fmt: skip
    assert not unwanted & loaded


@pytest.mark.parametrize("jobs", [["--jobs", "2"], ["--jobs", "7"], []], ids=["2", "7", "auto"])
def test_several_processes_say_the_same(tmp_path: Path, jobs: list[str]) -> None:
    for number in range(70):
        text = CLEAN if number % 9 else FAULTY
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    alone = run(tmp_path, "--jobs", "1", "--ignore", "X")
    together = run(tmp_path, *jobs, "--ignore", "X")
    assert alone.stdout.count(b"[missing-row]") == 8
    assert together.stdout == alone.stdout
    assert (together.returncode, together.stderr) == (1, b"")


def test_without_a_package_around_it(report: Path) -> None:
    done = run(report, "--statistics", "--output-format", "jsonl")
    assert json.loads(done.stdout)["code"] == "T202"
