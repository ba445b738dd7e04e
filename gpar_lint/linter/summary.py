"""What a run has read, checked and found: the numbers of its last line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from gpar_lint.linter.checking import Result
from gpar_lint.linter.selection import reaches


class Summary:
    """Numbers of a run, added up file by file."""

    def __init__(self) -> None:
        self.files = 0  # reports, and other files that were named
        self.reports = 0
        self.clean = 0  # reports in which nothing was found
        self.with_errors = 0  # reports with a finding of severity error
        self.years: Counter[int | None] = Counter()
        self.editions: Counter[str] = Counter()
        self.cells = 0  # that the format's tables have
        self.cells_read = 0
        self.tally: Counter[str] = Counter()  # "identities", "claims", "uncertain_claims"
        self.severities: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.fixable = 0  # findings that a safe fix removes
        self.failed = False  # whether any finding is severe enough

    def watch(
        self, results: Iterable[Result], threshold_of: Callable[[str], str]
    ) -> Iterator[Result]:
        """The same results, each counted as it passes.

        `threshold_of` says, by a file's path, from which severity on a finding in it is a failure.
        """
        for result in results:
            self.add(result)
            least = threshold_of(result.path)
            self.failed |= any(reaches(each.severity, least) for each in result.diagnostics)
            yield result

    def add(self, result: Result) -> None:
        """Count one file."""
        self.files += 1
        if result.facts is not None:
            self.reports += 1
            self.clean += not result.diagnostics
            self.with_errors += any(each.severity == "error" for each in result.diagnostics)
            self.years[result.facts.year] += 1
            self.editions[result.facts.edition] += 1
            self.cells += result.facts.cells
            self.cells_read += result.facts.cells_read
            self.tally.update(result.facts.tally)
        for diagnostic in result.diagnostics:
            self.severities[diagnostic.severity] += 1
            self.codes[diagnostic.code] += 1
            self.fixable += diagnostic.remedy is not None and diagnostic.remedy.safe
