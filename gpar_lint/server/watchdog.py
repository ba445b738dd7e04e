"""The server ends with its client, however the client ends."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

_INTERVAL = 0.5  # seconds between two looks


async def end_with(process: int) -> None:
    """End this process when the client's is gone.

    A client that dies closes the server's standard input, which ends it too; but another process
    may still hold the other end.
    """
    while is_running(process):
        await asyncio.sleep(_INTERVAL)
    # Not sys.exit: a thread of the library waits for input that never comes.
    os._exit(1)


def is_running(process: int) -> bool:
    """Whether a process of this machine runs."""
    if sys.platform == "win32":
        return _is_running_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(process)


def _is_zombie(process: int) -> bool:
    """Whether a process has ended and nobody has taken note of it yet."""
    try:
        state = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2]
        return state.split()[0] == b"Z"
    except (OSError, IndexError):
        return False


def _is_running_windows(process: int) -> bool:
    import ctypes

    synchronize, timed_out = 0x00100000, 0x00000102
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (unknown to mypy elsewhere)
    handle = kernel.OpenProcess(synchronize, False, process)
    if not handle:
        return False
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) == timed_out)
    finally:
        kernel.CloseHandle(handle)
