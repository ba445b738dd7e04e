"""`gpar-lint completion`: the scripts, at work in the shells that are installed."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from gpar_lint.cli.commands import COMMANDS
from gpar_lint.format.loading import load_rulebook
from tests.cli.conftest import Gpar

pty = pytest.importorskip("pty")

SHELLS = ["bash", "zsh", "fish", "powershell"]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_format_is_offered(gpar: Gpar, shell: str) -> None:
    run = gpar("completion", shell)
    assert (run.status, run.err) == (0, "")
    for word in (*COMMANDS, "unsafe-fixes", "gitlab", "tcp", "A301", "2021"):
        assert word in run.out


def test_the_rules_are_those_that_there_are(gpar: Gpar) -> None:
    offered = re.search(r'check:--select\) _gpar_lint_list "(.*?)"', gpar("completion", "bash").out)
    assert offered
    assert set(load_rulebook().rules) < set(offered[1].split())


def test_shells_that_there_are_not(gpar: Gpar) -> None:
    run = gpar("completion", "fis")
    assert run.status == 2
    assert "是不是 fish？" in run.err
    assert gpar("completion").status == 2
    assert gpar("completion", "bash", "zsh").status == 2


def test_explanations_are_in_the_language_asked_for(gpar: Gpar) -> None:
    assert "自动修复不涉及事实的问题" in gpar("completion", "fish").out
    assert "apply the safe fixes" in gpar("completion", "fish", "--lang", "en").out


PREPARATION = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
}
BEFORE = {
    "bash": "",
    "zsh": "unsetopt prompt_sp prompt_cr; unset zle_bracketed_paste; "
    "autoload -Uz compinit; compinit -D -u; bindkey -e; ",
}


PROMPT = "@@ "
ESCAPES = "\x07|\x1b\\[[?0-9;]*[A-Za-z]"


class Terminal:
    """A shell on a terminal of its own."""

    def __init__(self, shell: str, folder: Path) -> None:
        self._pid, self._handle = pty.fork()
        if self._pid == 0:
            os.chdir(folder)
            environment = {**os.environ, "TERM": "dumb", "PS1": PROMPT, "INPUTRC": "/dev/null"}
            os.execvpe(shell, PREPARATION[shell], environment)
        self._say(f"{BEFORE[shell]}source ./script; echo rea''dy\n", f"ready\r\n{PROMPT}")

    def _say(self, text: str, until: str) -> None:
        """Type something, and wait for what the terminal then shows."""
        os.write(self._handle, text.encode())
        shown, end = "", time.monotonic() + 20
        while until not in re.sub(ESCAPES, "", shown):
            if select.select([self._handle], [], [], 0.1)[0]:
                shown += os.read(self._handle, 4096).decode("utf-8", "replace")
            assert time.monotonic() < end, shown

    def complete(self, line: str, full: str) -> None:
        """Type the beginning of a line and a tab; the shell must show the line in full."""
        self._say(f"{line}\t", full)
        self._say("\x15\n", PROMPT)  # the line is given up

    def close(self) -> None:
        os.close(self._handle)
        os.waitpid(self._pid, 0)


@pytest.mark.parametrize("shell", list(PREPARATION))
def test_completing(gpar: Gpar, tmp_path: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "script").write_text(gpar("completion", shell).out, encoding="utf-8")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "waterworks 2024.txt").touch()
    terminal = Terminal(shell, tmp_path)
    try:
        for line, full in LINES.items():
            terminal.complete(f"gpar-lint {line}", f"gpar-lint {full}")
    finally:
        terminal.close()


LINES = {
    "ext": "extract",
    "--output-form": "--output-format",
    "--unsa": "--unsafe-fixes",
    "--output-format conc": "--output-format concise",
    "--output-format=sar": "--output-format=sarif",
    "check --output-format jsonl --stat": "check --output-format jsonl --statistics",
    "--select S,AL": "--select S,ALL",
    "extract --output-format cs": "extract --output-format csv",
    "rule A302 --al": "rule A302 --all",
    "completion powe": "completion powershell",
    "reports/water": "reports/waterworks\\ 2024.txt",
    "-o rep": "-o reports/",
    "--compare rep": "--compare reports/",
}


def test_completing_in_fish(gpar: Gpar, tmp_path: Path) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    (tmp_path / "script").write_text(gpar("completion", "fish").out, encoding="utf-8")
    (tmp_path / "报告.txt").touch()

    def offered(line: str) -> list[str]:
        program = f"source ./script; complete -C 'gpar-lint {line}'"
        done = subprocess.run(
            ["fish", "--no-config", "-c", program],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        return [line.split("\t")[0] for line in done.stdout.split("\n") if line]

    assert offered("ext") == ["extract"]
    assert offered("--unsa") == ["--unsafe-fixes"]
    assert offered("--output-format conc") == ["concise"]
    assert offered("extract --output-format=cs") == ["--output-format=csv"]
    assert "A302" in " ".join(offered("--select A301,A30"))
    assert offered("rule A30")[:2] == ["A301", "A302"]
    assert "报告.txt" in offered("报")
