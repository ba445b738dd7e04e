"""Files checked by several processes (`--jobs`)."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from gpar_lint.cli.running import Checked, check_target
from gpar_lint.linter.files import Target
from gpar_lint.linter.linters import Linters

_AT_ONCE = 8  # files that a process is given at a time
_WINDOW = 128  # files whose results may wait for their turn: memory stays bounded

_linters: Linters | None = None


def check_in_parallel(linters: Linters, targets: Sequence[Target], jobs: int) -> Iterator[Checked]:
    """The results of the targets, in their order."""
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(linters,)) as pool:
        for first in range(0, len(targets), _WINDOW):
            yield from pool.map(_check, targets[first : first + _WINDOW], chunksize=_AT_ONCE)


def _start(linters: Linters) -> None:
    """A process begins: the linters come once, and Ctrl-C is left to the process that waits."""
    global _linters
    _linters = linters
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check(target: Target) -> Checked:
    if _linters is None:
        raise RuntimeError("the process was not started by check_in_parallel")
    return check_target(_linters, target)
