"""What a configuration exempts: rules for some files, findings at some places, a baseline."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date

from gpar_lint.format.catalogue import Rule
from gpar_lint.linter.baseline import Baseline
from gpar_lint.linter.config import Config, Suppression
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.linter.gitignore import covers
from gpar_lint.linter.selection import ALWAYS, codes_of


class Exemptions:
    """The exemptions of one configuration, file by file. `rules` are all that there are."""

    def __init__(
        self,
        config: Config,
        rules: Mapping[str, Rule],
        today: date | None,
        baseline: Baseline | None = None,
    ) -> None:
        self._config = config
        self._rules = rules
        self._baseline = baseline
        self.expired = [each for each in config.suppressions if has_expired(each, today)]
        self._suppressions = [each for each in config.suppressions if each not in self.expired]

    def excludes(self, path: str) -> bool:
        """Whether a file is to be passed over."""
        patterns = list(self._config.exclude)
        return bool(patterns) and covers(patterns, self._inside(path))

    def rules_for(self, path: str, rules: Mapping[str, Rule]) -> Mapping[str, Rule]:
        """The rules of `rules` that run for a file."""
        per_file = self._config.per_file_ignores
        inside = self._inside(path) if per_file else ""
        ignored = {
            code
            for each in per_file
            if covers([each.pattern], inside)
            for word in each.words
            for code in codes_of(self._rules, word)
        }
        ignored -= ALWAYS
        if not ignored:
            return rules
        return {code: rule for code, rule in rules.items() if code not in ignored}

    def suppressions_for(self, path: str) -> Sequence[Suppression]:
        """The suppressions that hold for a file."""
        if not self._suppressions:
            return ()
        inside = self._inside(path)
        return [
            each
            for each in self._suppressions
            if each.pattern is None or covers([each.pattern], inside)
        ]

    def new_ones(self, path: str, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        """The findings in a file that the baseline does not hold."""
        return self._baseline.new_ones(path, diagnostics) if self._baseline else diagnostics

    def _inside(self, path: str) -> str:
        """The way to a file from the configuration's folder."""
        return os.path.relpath(path, self._config.folder or os.curdir).replace(os.sep, "/")


def has_expired(suppression: Suppression, today: date | None) -> bool:
    """Whether the last day of a suppression is over."""
    return suppression.until is not None and today is not None and suppression.until < today
