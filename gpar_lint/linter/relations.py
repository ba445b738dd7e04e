"""Which other reports a report is held against (family X).

Last year's: named by the user, or found in the folders checked or named. Other agencies': those of
the folder to compare with. A parent's parts: as declared. Of each report no more is kept than the
rules ask for.
"""

from __future__ import annotations

import os

from gpar_lint.checks.across.imprint import Imprint, Relatives, take_imprint, take_words
from gpar_lint.checks.context import Context
from gpar_lint.linter.config import Parent
from gpar_lint.linter.files import find_targets
from gpar_lint.linter.library import Library
from gpar_lint.linter.lookalikes import Lookalikes
from gpar_lint.report.model import Report
from gpar_lint.text.records import Record


class Kinship(Record):
    """What a run is told of other reports. Paths are written as they are to be shown."""

    previous: str | None = None  # last year's report, or a folder of reports
    compare: str | None = None  # a folder of other agencies' reports
    parents: tuple[Parent, ...] = ()


class NotRead(Exception):
    """A report named by the user that is not there, or is none."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Relations:
    """Finds the other reports that a report is held against.

    `library` knows the reports of the folders checked. Raises NotRead for a path of no use.
    """

    def __init__(self, library: Library, kinship: Kinship) -> None:
        self.library = library
        self._previous: Imprint | None = None  # named by the user
        self._archive: Library | None = None  # the folder named by the user
        self._lookalikes: Lookalikes | None = None
        self._parts = {os.path.abspath(parent.report): parent.parts for parent in kinship.parents}
        if kinship.previous:
            self._name_previous(kinship.previous)
        if kinship.compare:
            self._compare_with(kinship.compare)

    def of(self, path: str, context: Context) -> Relatives:
        """The relatives of the report at `path`."""
        report = context.report
        parts, missing = self._parts_of(path, report)
        previous = self._named(path, report) or self.library.previous(path, report)
        return Relatives(previous, self._others(path, context), parts, missing)

    def keep(self, path: str, context: Context) -> None:
        """Keep what the next year's report will be held against."""
        self.library.keep(path, context)

    def _name_previous(self, path: str) -> None:
        """Take a report for last year's, or look for last year's in a folder."""
        if os.path.isdir(path):
            self._archive = Library(self.library.rulebook, self.library.encoding)
            self._archive.add(_reports_in(path))
            return
        context = self.library.report(path)
        if context is None:
            raise NotRead(path)
        self._previous = take_imprint(path, context)

    def _compare_with(self, folder: str) -> None:
        """Hold reports against those of other agencies in a folder."""
        if not os.path.exists(folder):
            raise NotRead(folder)
        self._lookalikes = Lookalikes()
        for path in _reports_in(folder):
            context = self.library.report(path)
            if context and context.report.agency and context.report.year is not None:
                agency = self.library.agency(context.report.agency)
                self._lookalikes.add(take_words(path, context), agency, context.report.year)

    def _named(self, path: str, report: Report) -> Imprint | None:
        """The report that the user named, if it is on the year before this one.

        A reorganised agency has another name than last year; the user knows best.
        """
        if self._archive:
            return self._archive.previous(path, report)
        named = self._previous
        is_last_years = named and report.year and named.year == report.year - 1
        return named if is_last_years else None

    def _others(self, path: str, context: Context) -> list[Imprint]:
        report = context.report
        if self._lookalikes is None or not report.agency or report.year is None:
            return []
        agency = self.library.agency(report.agency)
        return self._lookalikes.alike(take_words(path, context), agency, report.year)

    def _parts_of(self, path: str, report: Report) -> tuple[list[Imprint], list[str]]:
        """The parts of a declared parent, and those that are not there."""
        place = os.path.abspath(path)
        found, missing = [], []
        for declared in self._parts.get(place, ()):
            is_folder = os.path.isdir(declared)
            for part in _reports_in(declared) if is_folder else [declared]:
                other = None if os.path.abspath(part) == place else self.library.report(part)
                if other and other.report.year == report.year:
                    found.append(take_imprint(part, other, whole=True))
                elif not is_folder:
                    missing.append(part)
        return found, missing


def _reports_in(folder: str) -> list[str]:
    return [target.path for target in find_targets([folder], office=True)]
