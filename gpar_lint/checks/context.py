"""What a check is given: the report, its rule, the settings, and what other checks found out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from gpar_lint.checks.finding import Finding
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.report.model import Report
from gpar_lint.text.records import Record

if TYPE_CHECKING:
    from gpar_lint.checks.across.imprint import Relatives

T = TypeVar("T")


class Settings(Record):
    """What a run is told that bears on what is found."""

    today: date | None = None  # None: rules that need it are silent
    edition: str = "auto"
    options: Mapping[str, object] = {}  # the rules' own options


class Context:
    """One report under check. Facts that several rules need are found once (`once`)."""

    relatives: Relatives  # the reports it is held against; there only for rules of family X

    def __init__(self, report: Report, rulebook: Rulebook, settings: Settings) -> None:
        self.report = report
        self.rulebook = rulebook
        self.settings = settings
        self.tally: Counter[str] = Counter()  # what was checked, for the closing line
        self._facts: dict[Callable[[Context], Any], Any] = {}

    def once(self, find: Callable[[Context], T]) -> T:
        """The result of `find(context)`, worked out at the first call."""
        if find not in self._facts:
            self._facts[find] = find(self)
        found: T = self._facts[find]
        return found


Check = Callable[[Context, Rule], Iterator[Finding]]
