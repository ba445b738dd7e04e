"""Standard streams: encodings, colour, the file of --output-file."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO, TypeVar

from gpar_lint.cli.errors import CommandError

T = TypeVar("T")

_MARKS = ("⟦", "⟧")
_PLAIN_MARKS = ("[[", "]]")
_ERRORS = "backslashreplace"
_WRITE_ERRORS = {
    errno.ENOSPC: "disk-full",
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.EISDIR: "is-folder",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
}


def prepare_streams() -> None:
    """No character that a report may hold can break off the output of a terminal in GBK."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_ERRORS)


def abandon_standard_output() -> None:
    """Let nothing more be written to standard output: its reader has gone, or it has no room."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


@contextmanager
def open_output(
    path: str | None,
    for_people: bool,
    for_spreadsheets: bool = False,
    standard: TextIO | None = None,
) -> Iterator[TextIO]:
    """Where results go: a file (UTF-8, \\n) or standard output, or `standard` in its place.

    Raises CommandError.

    On standard output, text for people is in the terminal's encoding, all else in UTF-8. A file
    for spreadsheets begins with a byte order mark, without which Excel would not read it as UTF-8.
    """
    if path is None or path == "-":
        stream = standard or sys.stdout
        if not for_people and isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=_ERRORS, newline="\n")
        yield stream
        return
    encoding = "utf-8-sig" if for_spreadsheets else "utf-8"
    try:
        file = open(  # noqa: SIM115 (closed below; only opening it is an error of usage)
            path, "w", encoding=encoding, errors=_ERRORS, newline="\n"
        )
    except OSError as error:
        raise cannot_write(path, error) from None
    with file:
        yield file


def write_all(stream: TextIO, pieces: Iterable[str]) -> None:
    """Write every piece. Raises CommandError where there is no room; BrokenPipeError passes."""
    for piece in pieces:
        try:
            stream.write(piece)
            stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            if stream is not sys.stdout:
                raise cannot_write(stream.name, error) from None
            abandon_standard_output()
            raise cannot_write("stdout", error) from None


def write_bytes(data: bytes) -> None:
    """Write to standard output, as it is. Raises CommandError where there is no room."""
    if not data:
        return
    sys.stdout.flush()
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon_standard_output()
        raise cannot_write("stdout", error) from None


def cannot_write(path: str, error: OSError) -> CommandError:
    """Why a file could not be written."""
    key = _WRITE_ERRORS.get(error.errno or 0, "cannot-write")
    return CommandError(key, path=path, error=error.strerror)


def in_view(
    items: Iterable[T],
    total: int,
    *,
    quiet: bool,
    tells: Callable[[T], bool] = lambda _: False,
) -> Iterable[T]:
    """The same items; a person who waits for many on a terminal sees how far they are.

    `tells` says whether something is written of an item, which must not run into the bar.
    """
    if total < 2 or quiet or not sys.stderr.isatty():
        return items
    from gpar_lint.cli.progress import with_progress

    return with_progress(items, total, tells)


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
