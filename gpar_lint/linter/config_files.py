"""Which configuration file holds for a file: the nearest one above it.

`gpar-lint.toml`, or `pyproject.toml` where it has a table [tool.gpar-lint]; in one folder the
first of the two. Where there is none, a run costs a few look-ups in the file system and no more.
"""

from __future__ import annotations

import os

from gpar_lint.format.errors import DataError
from gpar_lint.format.fields import Fields
from gpar_lint.format.parsing import parse
from gpar_lint.linter.config import NAME
from gpar_lint.text.records import Record

OWN_FILE = "gpar-lint.toml"
PROJECT_FILE = "pyproject.toml"
_TOOL = "tool"


class ConfigFile(Record):
    """A configuration file that was read."""

    path: str  # absolute
    shown: str  # as messages give it
    fields: Fields  # the table that is the configuration
    declared: bool = True  # whether the file has that table

    @property
    def folder(self) -> str:
        """What paths in it are relative to."""
        return os.path.dirname(self.path)


class ConfigFinder:
    """Finds configuration files; each folder is looked at once.

    `given` is the file that the command line names; `isolated`: none is read.
    """

    def __init__(self, given: str | None = None, *, isolated: bool = False) -> None:
        self._given = given
        self._isolated = isolated
        self._found: dict[str, ConfigFile | None] = {}

    def config_for(self, path: str) -> ConfigFile | None:
        """The configuration of the file or folder at `path`, if any. Raises DataError."""
        if self._isolated:
            return None
        if self._given is not None:
            return self._read_given(self._given)
        path = os.path.abspath(path)
        return self._above(path if os.path.isdir(path) else os.path.dirname(path))

    def _read_given(self, path: str) -> ConfigFile | None:
        if path not in self._found:
            self._found[path] = read_config_file(path)
        return self._found[path]

    def _above(self, folder: str) -> ConfigFile | None:
        """The configuration in a folder or the nearest folder above it."""
        if folder not in self._found:
            parent = os.path.dirname(folder)
            found = _config_in(folder)
            if found is None and parent != folder:
                found = self._above(parent)
            self._found[folder] = found
        return self._found[folder]


def _config_in(folder: str) -> ConfigFile | None:
    own = os.path.join(folder, OWN_FILE)
    if os.path.isfile(own):
        return read_config_file(own)
    project = os.path.join(folder, PROJECT_FILE)
    if os.path.isfile(project) and NAME.encode() in read_content(project):
        found = read_config_file(project)
        return found if found.declared else None
    return None


def read_config_file(path: str) -> ConfigFile:
    """The configuration in a file; in a pyproject.toml it is a table. Raises DataError."""
    path = os.path.abspath(path)
    shown = shown_path(path)
    fields = parse(shown, read_content(path))
    if os.path.basename(path) != PROJECT_FILE:
        return ConfigFile(path, shown, fields)
    tool = fields.table(_TOOL, required=False)
    declared = NAME in tool.values
    return ConfigFile(path, shown, tool.table(NAME, required=False), declared)


def read_content(path: str) -> bytes:
    """The bytes of a file. Raises DataError."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise DataError(shown_path(path), "no-file") from None
    except OSError as error:
        raise DataError(shown_path(path), "cannot-read", error=error.strerror or error) from None


def shown_path(path: str) -> str:
    """A path as messages give it: from the current folder where it lies below it."""
    path = os.path.abspath(path)
    inside = os.path.join(os.getcwd(), "")
    return path[len(inside) :] if path.startswith(inside) else path
