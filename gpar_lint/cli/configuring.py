"""From the command line and the configuration files to the linters of a run."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date

from gpar_lint.cli import common
from gpar_lint.cli.errors import UsageError
from gpar_lint.cli.options import Options
from gpar_lint.cli.running import shown_path
from gpar_lint.format.catalogue import SEVERITIES
from gpar_lint.format.nearest import nearest
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.config import Config
from gpar_lint.linter.config_files import ConfigFinder
from gpar_lint.linter.files import Target
from gpar_lint.linter.gitignore import Pattern, covers, parse_pattern
from gpar_lint.linter.linters import Linters
from gpar_lint.linter.selection import Choice, UnknownSelector

DEFAULT_FAIL_ON = "warning"


class Configured:
    """The linters of a run, made at once: what is wrong in a configuration is said before all.

    Raises UsageError, DataError.
    """

    def __init__(self, options: Options, rulebook: Rulebook, place: str) -> None:
        self._options = options
        self._excluded = _patterns(options.exclude)
        self.linters = Linters(
            rulebook,
            ConfigFinder(options.config, isolated=options.isolated),
            _command(options, rulebook),
            language=options.lang or os.environ.get("GPAR_LINT_LANG") or None,
            encoding=common.known_encoding(options.encoding),
            today=date.today(),
            with_baseline=options.write_baseline is None,
        )
        self.home = self._linter_for(place)  # of the first path: it speaks for the run

    def wanted(self, targets: Iterable[Target]) -> list[Target]:
        """The targets that no configuration excludes; what the user named is, if it is forced."""
        kept: list[Target] = []
        left_out: list[Target] = []
        for target in targets:
            path = shown_path(target, self._options.stdin_filename)
            linter = self._linter_for(path)
            forced = not target.named or self._options.force_exclude
            (left_out if forced and self._is_excluded(linter, path) else kept).append(target)
        named = [target.path for target in left_out if target.named]
        if named:
            common.note("excluded", self.home.language, count=len(named), path=named[0])
        return kept

    def threshold_of(self, path: str) -> str:
        """The least severity of a finding in a file that makes the exit status 1."""
        return self._linter_for(path).config.fail_on or DEFAULT_FAIL_ON

    def _linter_for(self, path: str) -> Linter:
        try:
            return self.linters.linter_for(path)
        except UnknownSelector as error:
            near = nearest(error.word, error.known)
            raise UsageError("unknown-rule", word=error.word, nearest=near) from None

    def _is_excluded(self, linter: Linter, path: str) -> bool:
        if self._excluded:  # in place of what the configuration excludes
            return covers(self._excluded, os.path.relpath(path).replace(os.sep, "/"))
        return linter.exemptions is not None and linter.exemptions.excludes(path)

    def say_expired(self) -> None:
        """Say which suppressions no longer hold."""
        for linter in self.linters.all():
            for each in linter.exemptions.expired if linter.exemptions else ():
                place = f"{each.file}:{each.line}"
                rules = "、".join(each.words)
                language = self.home.language
                common.note("expired", language, place=place, rules=rules, until=each.until)


def _command(options: Options, rulebook: Rulebook) -> Config:
    """What the command line says."""
    edition = options.edition
    return Config(
        choice=Choice(
            tuple(options.select) or None,
            tuple(options.extend_select),
            tuple(options.ignore),
            tuple([_severity(word) for word in options.severity]),
        ),
        fail_on=options.fail_on,
        edition=common.known_edition(edition, rulebook) if edition else None,
        previous=options.previous,
        compare=options.compare,
        baseline=options.baseline,
    )


def _severity(word: str) -> tuple[str, str]:
    rule, equals, level = word.partition("=")
    if not equals or level not in SEVERITIES:
        near = nearest(level, SEVERITIES)
        raise UsageError("bad-severity", option="--severity", word=word, nearest=near)
    return rule, level


def _patterns(globs: Iterable[str]) -> list[Pattern]:
    return [pattern for glob in globs if (pattern := parse_pattern(glob))]
