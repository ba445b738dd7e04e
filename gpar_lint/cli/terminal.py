"""Standard streams: encodings, colour, the file of --output-file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

from gpar_lint.cli.errors import UsageError

_MARKS = ("⟦", "⟧")
_PLAIN_MARKS = ("[[", "]]")


def prepare_streams() -> None:
    """No character that a report may hold can break off the output of a terminal in GBK."""
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream, errors="backslashreplace")


def _reconfigure(stream: TextIO, **how: str) -> None:
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(**how)  # type: ignore[arg-type]


def leave_broken_pipe() -> None:
    """Let nothing more be written to standard output, whose reader has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


@contextmanager
def open_output(path: str | None, for_people: bool) -> Iterator[TextIO]:
    """Where results go: a file (UTF-8, \\n) or standard output. Raises UsageError.

    On standard output, text for people is in the terminal's encoding, all else in UTF-8.
    """
    if path is None or path == "-":
        if not for_people:
            _reconfigure(sys.stdout, encoding="utf-8", newline="\n")
        yield sys.stdout
        return
    try:
        file = open(  # noqa: SIM115 (closed below; only opening it is an error of usage)
            path, "w", encoding="utf-8", errors="backslashreplace", newline="\n"
        )
    except OSError as error:
        raise UsageError("cannot-write", path=path, error=error.strerror) from None
    with file:
        yield file


def write_all(stream: TextIO, pieces: Iterable[str]) -> None:
    """Write every piece. Raises UsageError where there is no room; BrokenPipeError passes."""
    for piece in pieces:
        try:
            stream.write(piece)
        except BrokenPipeError:
            raise
        except OSError as error:
            name = getattr(stream, "name", "")
            raise UsageError("cannot-write", path=name, error=error.strerror) from None


def wants_colour(when: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write in colour. `when` is auto, always or never."""
    if when != "auto":
        return when == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    if environment.get("TERM") == "dumb" or not stream.isatty():
        return False
    return os.name != "nt" or _switch_on_windows_colours()


def _switch_on_windows_colours() -> bool:
    """Tell the Windows console to understand ANSI sequences; whether it can."""
    if sys.platform != "win32":
        return True
    import ctypes

    kernel = ctypes.windll.kernel32
    handle, mode = kernel.GetStdHandle(-11), ctypes.c_ulong()
    if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(handle, mode.value | 0x0004))


def marks_for(stream: TextIO) -> tuple[str, str]:
    """The marks around a place that a stream can show."""
    try:
        "".join(_MARKS).encode(stream.encoding or "utf-8")
    except (LookupError, UnicodeEncodeError):
        return _PLAIN_MARKS
    return _MARKS
