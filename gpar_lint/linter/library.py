"""The reports that a run knows of, by agency and year; last year's is found among them.

Of a report only whose it is and on which year is kept, until it is asked for; then its imprint.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TypeVar

from gpar_lint.checks.across.imprint import Imprint, take_imprint
from gpar_lint.checks.context import Context, Settings
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.files import read_bytes
from gpar_lint.report.agency import Agency, describe_agency, is_same_agency
from gpar_lint.report.model import Report
from gpar_lint.report.reading import identify, looks_like_report, read_report
from gpar_lint.source.document import Document
from gpar_lint.source.reading import read
from gpar_lint.text.records import Record

T = TypeVar("T")

_MOST_KEPT = 1024  # imprints, of some 10 kB each: a process stays within its memory


class _Known(Record):
    """A report known by its title alone."""

    path: str
    agency: Agency
    year: int


class Library:
    """Reads other reports and remembers whose they are. What cannot be read is left out here: it is
    told of where it is checked itself.
    """

    def __init__(
        self, rulebook: Rulebook, encoding: str | None = None, *, in_order: bool = False
    ) -> None:
        self.rulebook = rulebook
        self.encoding = encoding
        self._in_order = in_order  # reports are checked once each, in the order of their paths
        self._shelves: dict[tuple[str, int], list[_Known]] = {}  # by core name and year
        self._kept: dict[str, Imprint] = {}  # of reports that the next year's will ask for

    def add(self, paths: Iterable[str]) -> None:
        """Learn whose reports these files are, each once; what is no report is passed over."""
        places = {known.path for shelf in self._shelves.values() for known in shelf}
        seen = {os.path.abspath(path) for path in places}
        for path in paths:
            identity = None if os.path.abspath(path) in seen else self._read(path, identify)
            if identity:
                known = _Known(path, self.agency(identity.agency), identity.year)
                self._shelf(known.agency, known.year).append(known)

    def forget(self, path: str) -> None:
        """Know nothing of a file any more: it has changed, or is gone."""
        place = os.path.abspath(path)
        self._kept = {kept: each for kept, each in self._kept.items() if _differ(kept, place)}
        for shelf in self._shelves.values():
            shelf[:] = [known for known in shelf if _differ(known.path, place)]

    def agency(self, name: str) -> Agency:
        """What an agency's name tells of it."""
        return describe_agency(name, self.rulebook.vocabulary["agency"])

    def previous(self, path: str, report: Report) -> Imprint | None:
        """The same agency's report on the year before; None where there is none, or several."""
        known = self._neighbour(path, report, -1)
        if known is None:
            return None
        kept = self._kept.pop(known.path, None)
        if kept:
            return kept
        other = self.report(known.path)
        return take_imprint(known.path, other) if other else None

    def keep(self, path: str, context: Context) -> None:
        """Keep the imprint of a report just checked if the next year's is still to come."""
        if not self._in_order or len(self._kept) >= _MOST_KEPT:
            return
        following = self._neighbour(path, context.report, 1)
        if following and following.path > path:
            self._kept[path] = take_imprint(path, context)

    def report(self, path: str) -> Context | None:
        """A report read, for rules to look into; None where it cannot be read or is none."""
        report = self._read(path, _report)
        return Context(report, self.rulebook, Settings()) if report else None

    def _read(self, path: str, interpret: Callable[[Document, Rulebook], T | None]) -> T | None:
        try:
            return interpret(read(path, read_bytes(path), self.encoding), self.rulebook)
        except Exception:  # unreadable, or a defect of ours: the file's own check says so
            return None

    def _shelf(self, agency: Agency, year: int) -> list[_Known]:
        return self._shelves.setdefault((agency.core, year), [])

    def _neighbour(self, path: str, report: Report, years: int) -> _Known | None:
        """The same agency's one report on another year.

        Of several (a draft and the final text, .docx and .txt) the one of the same type; where that
        does not decide either, none.
        """
        if report.year is None or not report.agency:
            return None
        agency = self.agency(report.agency)
        shelf = self._shelves.get((agency.core, report.year + years), [])
        found = [known for known in shelf if is_same_agency(known.agency, agency)]
        suffix = os.path.splitext(path)[1]
        for narrower in (
            [known for known in found if known.agency.name == agency.name],
            [known for known in found if known.path.endswith(suffix)],
        ):
            found = [known for known in found if known in narrower] or found
        return found[0] if len(found) == 1 else None


def _differ(path: str, place: str) -> bool:
    return os.path.abspath(path) != place


def _report(document: Document, rulebook: Rulebook) -> Report | None:
    return read_report(document, rulebook) if looks_like_report(document, rulebook) else None
