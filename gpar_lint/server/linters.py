"""Which linter a file is checked by, whatever becomes of the configuration."""

from __future__ import annotations

import os
from datetime import date

from gpar_lint.format.errors import DataError
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter import linters as engine
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.config_files import OWN_FILE, PROJECT_FILE, ConfigFinder
from gpar_lint.text.records import Record

DEFAULT_LANGUAGE = "zh"


class Problem(Record):
    """What is wrong with a configuration, or with a file that it names."""

    path: str
    line: int  # from 0
    message: str


class Linters:
    """Linters by file.

    A configuration that cannot be read is a problem, said in its own file. Reports below it are
    checked without it then, and nothing is offered to be changed in them: what the author wanted
    left alone is not known.
    """

    def __init__(self, rulebook: Rulebook, language: str | None) -> None:
        self.rulebook = rulebook
        self._asked_language = language
        self.problems: dict[str, Problem] = {}  # by the path of the faulty file
        self.reload()

    @property
    def language(self) -> str:
        """The language of what no configuration speaks for."""
        return self._asked_language or DEFAULT_LANGUAGE

    def reload(self) -> None:
        """Read every configuration anew."""
        self._today = date.today()
        self.problems = {}
        self._engine = self._engine_with(isolated=False)
        self._plain = self._engine_with(isolated=True)

    def _engine_with(self, *, isolated: bool) -> engine.Linters:
        return engine.Linters(
            self.rulebook,
            ConfigFinder(isolated=isolated),
            language=self._asked_language,
            today=self._today,
        )

    def linter_for(self, path: str) -> Linter:
        """The linter for a file; one without configuration where that cannot be read."""
        if date.today() != self._today:
            self.reload()
        return self._configured(path) or self._plain.linter_for(path)

    def is_sound(self, path: str) -> bool:
        """Whether the configuration of a file could be read."""
        return self._configured(path) is not None

    def all(self) -> list[Linter]:
        """Every linter used so far."""
        return [*self._engine.all(), *self._plain.all()]

    def _configured(self, path: str) -> Linter | None:
        try:
            return self._engine.linter_for(path)
        except DataError as error:
            place = os.path.abspath(error.file)
            message = ": ".join(filter(None, (error.key, error.message(self.language))))
            self.problems[place] = Problem(place, (error.line or 1) - 1, message)
            return None

    def note_missing(self, linter: Linter, path: str) -> None:
        """A report that a configuration names is not there."""
        folder = linter.config.folder
        own, project = (os.path.join(folder, name) for name in (OWN_FILE, PROJECT_FILE))
        place = own if os.path.isfile(own) else project
        self.problems[place] = Problem(place, 0, DataError(path, "no-file").explain(self.language))

    def depends_on(self, path: str) -> bool:
        """Whether a file bears on how reports are checked: a configuration, or what one names."""
        if os.path.basename(path) in (OWN_FILE, PROJECT_FILE) or path in self.problems:
            return True
        configs = [linter.config for linter in self.all()]
        named = [place for config in configs for place in (config.baseline, *config.rule_packs)]
        return any(os.path.abspath(place) == path for place in named if place)
