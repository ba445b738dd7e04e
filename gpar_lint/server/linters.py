"""Which linter a file is checked by."""

from __future__ import annotations

from datetime import date

from gpar_lint.checks.context import Settings
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.selection import Choice, choose


class Linters:
    """Linters by file."""

    def __init__(self, rulebook: Rulebook, language: str) -> None:
        self.rulebook = rulebook
        self.language = language

    def linter_for(self, path: str) -> Linter:
        """The linter for a file, by its path."""
        rules = choose(self.rulebook.rules, Choice())
        return Linter(self.rulebook, rules, Settings(today=date.today()), self.language)
