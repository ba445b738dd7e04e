"""`--write-baseline`: the findings of a run are taken for known."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from gpar_lint.cli.common import note
from gpar_lint.cli.terminal import cannot_write
from gpar_lint.linter.baseline import Baseline
from gpar_lint.linter.checking import Result
from gpar_lint.linter.selection import ALWAYS


class BaselineWriting:
    """A baseline under way. What an older one says of files that the run does not check stays.

    Raises DataError where the file to be written is there and is no baseline.
    """

    def __init__(self, path: str) -> None:
        self._baseline = Baseline.read(path) if os.path.exists(path) else Baseline(path)
        self._count = 0

    def taken(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results without the findings that are now known."""
        for result in results:
            if result.facts is None:
                yield result
                continue
            known = self._baseline.replace(result.path, result.diagnostics)
            self._count += known
            left = [each for each in result.diagnostics if each.code in ALWAYS]
            facts = result.facts._replace(tally={**result.facts.tally, "known": known})
            yield result._replace(diagnostics=left, facts=facts)

    def write(self, language: str) -> None:
        """Write the file, and say so. Raises CommandError."""
        path = self._baseline.path
        try:
            self._baseline.write()
        except OSError as error:
            raise cannot_write(path, error) from None
        note("baseline-written", language, path=path, count=self._count)
