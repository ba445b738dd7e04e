"""The other reports of the workspace: last year's is found among them."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable

from gpar_lint.checks.across.imprint import Relatives
from gpar_lint.checks.context import Context
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.files import SUFFIXES, find_targets
from gpar_lint.linter.library import Library
from gpar_lint.linter.relations import Kinship, NotRead, Relations
from gpar_lint.server.linters import Linters

_AT_ONCE = 4  # files read before the loop does something else
_FAMILY = "X"


class RememberedRelations(Relations):
    """Relations of reports that are looked at again at every keystroke."""

    def __init__(self, library: Library, kinship: Kinship) -> None:
        super().__init__(library, kinship)
        self._compares = kinship.compare is not None
        self._known: dict[tuple[str, str, int | None], Relatives] = {}

    def of(self, path: str, context: Context) -> Relatives:
        """The relatives of a report; they hang on its words only where words are compared."""
        key = path, context.report.agency, context.report.year
        if self._compares or key not in self._known:
            self._known[key] = super().of(path, context)
        return self._known[key]

    def forget(self) -> None:
        """Look for every report's relatives again."""
        self._known.clear()


class Neighbours:
    """Learns whose reports lie in the workspace, without keeping anybody waiting."""

    def __init__(self, linters: Linters) -> None:
        self._linters = linters
        self._library = Library(linters.rulebook)
        self._learnt: set[str] = set()  # folders
        self._has_others = False  # whether there are reports besides the one that is open
        self._related: dict[Linter, RememberedRelations] = {}

    async def learn(self, folder: str, deep: bool, done: Callable[[], None]) -> None:
        """Learn the reports in a folder, a few at a time; call `done` if there were several.

        `deep`: and in the folders below it.
        """
        if any(is_below(folder, known) for known in self._learnt):
            return
        if deep:
            self._learnt.add(folder)
        # A folder may hold a hundred thousand files that are no reports. Nothing that the loop
        # works on is touched by the walk.
        paths = await asyncio.to_thread(_reports_below if deep else _reports_beside, folder)
        for first in range(0, len(paths), _AT_ONCE):
            self._library.add(paths[first : first + _AT_ONCE])
            await asyncio.sleep(0)
        if len(paths) > 1:
            self._has_others = True
            self._forget_relatives()
            done()

    def changed(self, path: str, *, gone: bool) -> None:
        """A file has changed on the disk, or is gone."""
        self._library.forget(path)
        if not gone:
            self._library.add([path])
            self._has_others = True
        for linter in list(self._related):
            named = [linter.config.previous, linter.config.compare]
            if any(is_below(path, place) for place in named if place):
                del self._related[linter]  # what was read of it is read again
        self._forget_relatives()

    def _forget_relatives(self) -> None:
        for relations in self._related.values():
            relations.forget()

    def relate(self, linter: Linter) -> None:
        """Let a linter know of the other reports, where there are any and a rule asks for them."""
        config = linter.config
        kinship = Kinship(config.previous, config.compare, config.parents)
        has_others = self._has_others or any(kinship)
        if linter in self._related or not has_others or not _compares_reports(linter):
            return
        try:
            relations = RememberedRelations(self._library, kinship)
        except NotRead as error:
            self._linters.note_missing(linter, error.path)
            relations = RememberedRelations(self._library, Kinship())
        linter.relations = self._related[linter] = relations


def _compares_reports(linter: Linter) -> bool:
    return any(rule.family == _FAMILY for rule in linter.rules.values())


def _reports_below(folder: str) -> list[str]:
    return [target.path for target in find_targets([folder])]


def _reports_beside(folder: str) -> list[str]:
    """What lies in a folder that is nobody's workspace; below it may lie all that there is."""
    try:
        entries = [entry for entry in os.scandir(folder) if entry.name.endswith(SUFFIXES)]
    except OSError:
        return []
    return sorted(entry.path for entry in entries if entry.is_file())


def is_below(path: str, folder: str) -> bool:
    """Whether a path is a folder or a file itself, or lies in it."""
    path, folder = os.path.abspath(path), os.path.abspath(folder)
    return path == folder or path.startswith(os.path.join(folder, ""))
