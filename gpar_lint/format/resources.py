"""Where the files of rules/ are read from: a checkout, an installed package, or a zip (.pyz).

Bytes come through the package's own loader, which reads from a folder and from a zip alike.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from zipimport import zipimporter

import gpar_lint

Stamp = tuple[str, int, int]  # a file's path, size in bytes and time of change in nanoseconds


class Resources:
    """The files below one folder, by their path in it ("editions/2021.toml")."""

    def __init__(self, root: str) -> None:
        self.root = root

    def read(self, path: str) -> bytes:
        """A file's content. Raises FileNotFoundError."""
        with open(f"{self.root}/{path}", "rb") as file:  # noqa: PTH123 (pathlib is slow to import)
            return file.read()

    def names(self, folder: str, suffix: str) -> list[str]:
        """The names of a folder's files that end in `suffix`, sorted; none if it is missing."""
        try:
            return _chosen(os.listdir(f"{self.root}/{folder}"), suffix)  # noqa: PTH208
        except FileNotFoundError:
            return []

    def stamps(self, paths: Iterable[str]) -> list[Stamp] | None:
        """What shows that files have changed; None where nothing does."""
        found = [(path, os.stat(f"{self.root}/{path}")) for path in paths]  # noqa: PTH116
        return [(path, status.st_size, status.st_mtime_ns) for path, status in found]


class ZippedResources(Resources):
    """The same in the zip that the package was imported from."""

    def __init__(self, root: str, loader: zipimporter) -> None:
        super().__init__(root)
        self._loader = loader

    def read(self, path: str) -> bytes:
        """A file's content. Raises FileNotFoundError."""
        try:
            return self._loader.get_data(f"{self.root}/{path}".replace("/", os.sep))
        except OSError as error:
            raise FileNotFoundError(path) from error

    def names(self, folder: str, suffix: str) -> list[str]:
        """The names of a folder's files that end in `suffix`, sorted; none if it is missing."""
        from zipfile import ZipFile  # slow to import, needed in a zip only

        archive = self._loader.archive
        prefix = f"{self.root[len(archive) + 1 :].replace(os.sep, '/')}/{folder}/"
        with ZipFile(archive) as content:
            inside = [name[len(prefix) :] for name in content.namelist() if name.startswith(prefix)]
        return _chosen([name for name in inside if "/" not in name], suffix)

    def stamps(self, paths: Iterable[str]) -> list[Stamp] | None:
        """None: a zip has no place to keep anything."""
        return None


def builtin() -> Resources:
    """The rules that belong to this copy of the program."""
    package = next(iter(gpar_lint.__path__))
    loader = gpar_lint.__spec__.loader if gpar_lint.__spec__ else None
    if isinstance(loader, zipimporter):
        return ZippedResources(f"{package}{os.sep}rules", loader)
    inside = f"{package}/rules"
    if os.path.isdir(inside):  # noqa: PTH112
        return Resources(inside)
    return Resources(f"{package}/../rules")  # a checkout: rules/ stands beside the package


def _chosen(names: Iterable[str], suffix: str) -> list[str]:
    return sorted(name for name in names if name.endswith(suffix))
