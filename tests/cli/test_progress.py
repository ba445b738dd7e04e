"""The progress bar, on a terminal and elsewhere."""

from __future__ import annotations

from itertools import count

import pytest

from gpar_lint.cli import progress
from gpar_lint.cli.progress import with_progress
from gpar_lint.cli.terminal import in_view

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


def test_a_bar_after_a_while_and_nothing_at_the_end(screen: Screen) -> None:
    assert list(with_progress(range(6), 6, lambda _: False)) == list(range(6))
    pictures = screen.text.split("\r")
    assert pictures[0] == ""  # the first second is over with the fourth item
    assert [picture for picture in pictures if picture.strip()] == [
        "[" + "#" * 20 + "-" * 10 + "] 4/6",
        "[" + "#" * 25 + "-" * 5 + "] 5/6",
        "[" + "#" * 30 + "] 6/6",
    ]
    assert screen.text.endswith(CLEAR)


def test_a_short_run_shows_nothing(screen: Screen) -> None:
    list(with_progress(range(3), 3, lambda _: False))
    assert screen.text == ""


def test_what_is_told_of_an_item_is_not_written_into_the_bar(screen: Screen) -> None:
    seen = [screen.text for _ in with_progress(range(6), 6, lambda _: True)]
    assert all(text.endswith(CLEAR) for text in seen if text)
    assert seen[-1]


def test_a_terminal_that_cannot_go_back(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    list(with_progress(range(6), 6, lambda _: False))
    assert screen.text == ""


@pytest.mark.parametrize(("total", "quiet", "terminal"), [(1, False, True), (9, True, True),
                                                          (9, False, False)])  # fmt: skip
def test_where_nobody_waits_or_watches_there_is_none(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, total: int, quiet: bool, terminal: bool
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    items = range(total)
    assert in_view(items, total, quiet=quiet) is items


def test_where_somebody_waits_there_is_one(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(in_view(range(6), 6, quiet=False)) == list(range(6))
    assert "] 6/6" in screen.text
