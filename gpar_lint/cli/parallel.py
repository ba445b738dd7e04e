"""Files checked by several processes (`--jobs`)."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

from gpar_lint.cli.running import Checked, Manner, check_target
from gpar_lint.linter.files import Target
from gpar_lint.linter.linters import Linters

_AT_ONCE = 8  # files that a process is given at a time
_AHEAD = 4  # such portions a process, whose results may wait for their turn: memory stays bounded

_work: tuple[Linters, Manner] | None = None


def check_in_parallel(
    linters: Linters, targets: Sequence[Target], manner: Manner, jobs: int
) -> Iterator[Checked]:
    """The targets checked, in their order."""
    waiting: deque[Future[list[Checked]]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(linters, manner)) as pool:
        for first in range(0, len(targets), _AT_ONCE):
            waiting.append(pool.submit(_check, targets[first : first + _AT_ONCE]))
            if len(waiting) > _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _start(linters: Linters, manner: Manner) -> None:
    """A process begins: the linters come once, and Ctrl-C is left to the process that waits."""
    global _work
    _work = linters, manner
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check(targets: Sequence[Target]) -> list[Checked]:
    if _work is None:
        raise RuntimeError("the process was not started by check_in_parallel")
    linters, manner = _work
    return [check_target(linters, target, manner) for target in targets]
