"""A progress bar on standard error, where a person is watching and waits for more than a moment."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 1.0  # seconds before it appears
_INTERVAL = 0.1  # seconds between two pictures
_WIDTH = 30


def with_progress(items: Iterable[T], total: int, tells: Callable[[T], bool]) -> Iterator[T]:
    """The same items; how far they are is shown meanwhile, and nothing of it is left at the end.

    `tells` says whether something is written of an item, which must not run into the bar.
    """
    bar = _Bar(total)
    try:
        for number, item in enumerate(items, 1):
            if tells(item):
                bar.clear()
            yield item
            bar.show(number)
    finally:
        bar.clear()


class _Bar:
    """A bar in ASCII: its width is known on every terminal."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._next = monotonic() + _PATIENCE
        self._shown = ""
        self._is_dumb = os.environ.get("TERM") == "dumb"  # it cannot go back in a line

    def show(self, number: int) -> None:
        """Say that so many are done, if the last picture is old enough."""
        now = monotonic()
        if now < self._next or self._is_dumb:
            return
        self._next = now + _INTERVAL
        full = _WIDTH * number // self._total
        bar = "#" * full + "-" * (_WIDTH - full)
        self._shown = f"[{bar}] {number}/{self._total}"
        self._write(f"\r{self._shown}")

    def clear(self) -> None:
        """Leave an empty line."""
        if self._shown:
            self._write(f"\r{' ' * len(self._shown)}\r")
            self._shown = ""

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
