"""Which linter checks which file: one for each configuration that holds for any of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from gpar_lint.checks.context import Settings
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.config import EMPTY, Config
from gpar_lint.linter.config_files import ConfigFile, ConfigFinder
from gpar_lint.linter.selection import choose

if TYPE_CHECKING:
    from gpar_lint.linter.exemptions import Exemptions


class Linters:
    """Linters by file. What the command line says decides over what a configuration says.

    `language` is what the user asked for, None: a configuration may say. `baseline`: False where
    the run writes one.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        finder: ConfigFinder,
        command: Config = EMPTY,
        *,
        language: str | None = None,
        encoding: str | None = None,
        today: date | None = None,
        with_baseline: bool = True,
    ) -> None:
        self._rulebook = rulebook
        self._finder = finder
        self._command = command
        self._language = language
        self._encoding = encoding
        self._today = today
        self._with_baseline = with_baseline
        self._linters: dict[str, Linter] = {}

    def linter_for(self, path: str) -> Linter:
        """The linter for a file or folder. Raises DataError, UnknownSelector."""
        found = self._finder.config_for(path)
        key = found.path if found else ""
        if key not in self._linters:
            self._linters[key] = self._linter(found)
        return self._linters[key]

    @property
    def rulebook(self) -> Rulebook:
        """All rules that these linters know; rule packs may differ from folder to folder."""
        rules = {**self._rulebook.rules}
        for linter in self.all():
            rules.update(linter.rulebook.rules)
        return self._rulebook._replace(rules=rules)

    @property
    def rules(self) -> dict[str, Rule]:
        """All rules that these linters run."""
        return {code: rule for linter in self.all() for code, rule in linter.rules.items()}

    def all(self) -> Sequence[Linter]:
        """The linters of all files asked about so far."""
        return list(self._linters.values())

    def _linter(self, found: ConfigFile | None) -> Linter:
        configured, rulebook = EMPTY, self._rulebook
        if found:
            from gpar_lint.linter.config_reading import ConfigReader  # most runs have none

            reader = ConfigReader(found, rulebook)
            configured, rulebook = reader.read(), reader.rulebook
        config = _over(self._command, configured)
        linter = Linter(
            rulebook,
            choose(rulebook.rules, configured.choice, self._command.choice),
            Settings(config.today or self._today, config.edition or "auto", _options(config)),
            self._language or config.lang or "zh",
            self._encoding,
        )
        linter.config = config
        if config.baseline or configured is not EMPTY:
            linter.exemptions = self._exemptions(config, rulebook, linter.settings.today)
        return linter

    def _exemptions(self, config: Config, rulebook: Rulebook, today: date | None) -> Exemptions:
        from gpar_lint.linter.exemptions import Exemptions

        baseline = None
        if config.baseline and self._with_baseline:
            from gpar_lint.linter.baseline import Baseline

            baseline = Baseline.read(config.baseline)
        return Exemptions(config, rulebook.rules, today, baseline)


def _over(command: Config, configured: Config) -> Config:
    """A configuration with what the command line says in the place of what the file says."""
    said = {key: value for key, value in command._asdict().items() if value}
    return configured._replace(**said)


def _options(config: Config) -> dict[str, object]:
    """The rules' own options."""
    options = {"copied-share": config.copied_share, "abrupt-factor": config.abrupt_factor}
    return {key: value for key, value in options.items() if value is not None}
