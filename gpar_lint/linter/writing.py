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
    "no-file" (a pipe or a device), "no-folder", "is-folder", "cannot-write" (`error` says why).
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
        raise _not_written(error) from None


def write_content(path: str, new: bytes) -> None:
    """Write a file whole, in the place of an older one or where there is none. Raises NotWritten.

    As with replace_content, whatever happens, the old file or the new one is there.
    """
    try:
        with open(path, "rb") as file:
            old = file.read()
    except FileNotFoundError:
        _create(os.path.realpath(path), new)
    except IsADirectoryError:
        raise NotWritten("is-folder") from None
    except OSError as error:
        raise _not_written(error) from None
    else:
        replace_content(path, old, new)


def lock_of(path: str) -> str | None:
    """The file by which Word, WPS or LibreOffice marks a document as open; None: there is none."""
    folder, name = os.path.split(path)
    for lock in (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"):
        if os.path.exists(os.path.join(folder, lock)):
            return os.path.join(folder, lock)
    return None


def _create(path: str, new: bytes) -> None:
    folder = os.path.dirname(path)
    if not os.path.isdir(folder):
        raise NotWritten("no-folder")
    try:
        handle, passing = tempfile.mkstemp(prefix=_HIDDEN, dir=folder)
        try:
            with open(handle, "wb") as file:
                file.write(new)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(passing, 0o666 & ~_umask())
            os.replace(passing, path)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(passing)
            raise
    except OSError as error:
        raise _not_written(error) from None
    _bring_to_disk(folder)


def _umask() -> int:
    """The permissions that new files are not to have; it can be read by setting it only."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _not_written(error: OSError) -> NotWritten:
    reason = _REASONS.get(error.errno or 0, "cannot-write")
    return NotWritten(reason, error.strerror or str(error))


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
