"""The progress bar, on a terminal and elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from gpar_lint.cli import progress
from gpar_lint.cli.progress import with_progress
from gpar_lint.cli.running import Checked
from gpar_lint.linter.checking import Result
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.linter.files import Target
from tests.output.samples import BARE

CLEAR = f"\r{' ' * 36}\r"


class Screen:
    """What has been written to standard error so far."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self._text = ""

    @property
    def text(self) -> str:
        self._text += self._capsys.readouterr().err
        return self._text


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Screen:
    """A terminal, and a clock by which every look takes 0.3 seconds."""
    monkeypatch.setenv("TERM", "xterm")
    clock = count()
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock) * 0.3)
    return Screen(capsys)


def files(number: int, *diagnostics: Diagnostic) -> Iterator[Checked]:
    for _ in range(number):
        yield Checked(Target("a.txt", named=False), Result("a.txt", list(diagnostics)), 0.0)


def test_a_bar_after_a_while_and_nothing_at_the_end(screen: Screen) -> None:
    done = list(with_progress(files(6), 6, verbose=False))
    assert len(done) == 6
    pictures = screen.text.split("\r")
    assert pictures[0] == ""  # the first second is over with the fourth file
    assert [picture for picture in pictures if picture.strip()] == [
        "[" + "#" * 20 + "-" * 10 + "] 4/6",
        "[" + "#" * 25 + "-" * 5 + "] 5/6",
        "[" + "#" * 30 + "] 6/6",
    ]
    assert screen.text.endswith(CLEAR)


def test_a_short_run_shows_nothing(screen: Screen) -> None:
    list(with_progress(files(3), 3, verbose=False))
    assert screen.text == ""


def test_findings_are_not_written_into_the_bar(screen: Screen) -> None:
    seen = []
    for _ in with_progress(files(6, BARE), 6, verbose=False):
        seen.append(screen.text)
    assert all(text.endswith(CLEAR) for text in seen if text)
    assert seen[-1]


def test_a_terminal_that_cannot_go_back(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    list(with_progress(files(6), 6, verbose=False))
    assert screen.text == ""
