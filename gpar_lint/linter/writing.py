"""A file replaced by its new version: whoever looks, and whatever happens, one of the two is there.

The new version is written beside the old one, brought to the disk, and only then put in its place.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress

_REASONS = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "no-permission",
    errno.ENOENT: "changed",
}
_HIDDEN = ".gpar-lint-"  # what a killed run leaves behind is passed over when folders are walked


class NotWritten(Exception):
    """A file that was left as it was.

    `reason`: "changed" (meanwhile, by somebody else), "read-only", "no-permission", "disk-full",
    "no-file" (a pipe or a device), "cannot-write" (`error` says why).
    """

    def __init__(self, reason: str, error: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.error = error


def replace_content(path: str, old: bytes, new: bytes) -> None:
    """Replace a file's bytes, if they are still the `old` ones; links are followed.

    It keeps its permissions and, where that is allowed, its owner. Raises NotWritten.
    """
    path = os.path.realpath(path)  # the link stays a link
    try:
        _refuse_protected(path)
        _replace(path, old, new)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "cannot-write")
        raise NotWritten(reason, error.strerror or str(error)) from None


def _refuse_protected(path: str) -> None:
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise NotWritten("no-file")
    # Replacing needs leave to write in the folder only, and the administrator has it everywhere;
    # but whoever makes a file read-only wants it to stay as it is.
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise NotWritten("read-only")
    if not os.access(path, os.W_OK):
        raise NotWritten("no-permission")


def _replace(path: str, old: bytes, new: bytes) -> None:
    folder = os.path.dirname(path)
    handle, passing = tempfile.mkstemp(prefix=_HIDDEN, dir=folder)
    try:
        with open(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        _take_after(passing, os.stat(path))
        with open(path, "rb") as file:
            present = file.read()
        if present not in (old, new):  # new: under another name the same run has written it
            raise NotWritten("changed")
        os.replace(passing, path)
    except BaseException:  # an interruption, too, leaves nothing behind
        with suppress(FileNotFoundError):
            os.unlink(passing)
        raise
    _bring_to_disk(folder)


def _take_after(passing: str, status: os.stat_result) -> None:
    """Give the new version the old one's owner and permissions."""
    if hasattr(os, "chown"):
        with suppress(OSError):  # somebody else's file, in a folder of ours: it becomes ours
            os.chown(passing, status.st_uid, status.st_gid)
    os.chmod(passing, stat.S_IMODE(status.st_mode))


def _bring_to_disk(folder: str) -> None:
    """See to it that the new name survives a power failure."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows sees to it
        return
    with suppress(OSError):  # some network file systems cannot; the new version is in its place
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
