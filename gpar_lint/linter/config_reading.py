"""A configuration file read: every value as the type that is due, or an error at its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar, cast

from gpar_lint import __version__
from gpar_lint.checks.registry import KINDS
from gpar_lint.format.catalogue import SEVERITIES
from gpar_lint.format.errors import DataError
from gpar_lint.format.fields import Fields
from gpar_lint.format.nearest import nearest
from gpar_lint.format.packs import with_pack
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.config import Config, Parent, PerFile, Suppression
from gpar_lint.linter.config_files import ConfigFile, read_content, shown_path
from gpar_lint.linter.config_keys import KEYS, PARENT_KEYS, SUPPRESS_KEYS, names
from gpar_lint.linter.gitignore import Pattern, parse_pattern
from gpar_lint.linter.pack_trial import try_rules
from gpar_lint.linter.selection import Choice, UnknownSelector, codes_of, find_rule
from gpar_lint.linter.versions import is_requirement, meets

T = TypeVar("T")

LANGUAGES = ("zh", "en")


class ConfigReader:
    """Reads one file. `rulebook` then has the rule packs that it names."""

    def __init__(self, file: ConfigFile, rulebook: Rulebook) -> None:
        self.file = file
        self.rulebook = rulebook

    def read(self) -> Config:
        """The configuration. Raises DataError."""
        fields = self.file.fields
        fields.allow(names(KEYS))
        self._check_version(fields)
        packs = self._paths(fields, "rule-packs")
        for place, pack in enumerate(packs):
            self._add_pack(fields, pack, place)
        editions = ("auto", *self.rulebook.editions)
        return Config(
            choice=self._choice(fields),
            fail_on=_given(fields, "fail-on", lambda key: fields.choice(key, SEVERITIES)),
            edition=_given(fields, "edition", lambda key: fields.choice(key, editions)),
            lang=_given(fields, "lang", lambda key: fields.choice(key, LANGUAGES)),
            exclude=tuple(self._globs(fields, "exclude")),
            previous=self._path(fields, "previous"),
            compare=self._path(fields, "compare"),
            baseline=self._path(fields, "baseline"),
            per_file_ignores=self._per_file_ignores(fields),
            suppressions=self._suppressions(fields),
            parents=tuple([self._parent(row) for row in fields.tables("parent", required=False)]),
            rule_packs=packs,
            today=_date(fields, "today"),
            copied_share=_number(fields, "copied-share", above=0, most=1),
            abrupt_factor=_number(fields, "abrupt-factor", above=1),
            folder=self.file.folder,
        )

    def _check_version(self, fields: Fields) -> None:
        asked = _given(fields, "required-version", fields.text)
        if asked is None:
            return
        if not is_requirement(asked):
            fields.fail("no-version", "required-version", word=asked)
        if not meets(__version__, asked):
            fields.fail("other-version", "required-version", word=asked, version=__version__)

    def _add_pack(self, fields: Fields, pack: str, place: int) -> None:
        try:
            data = read_content(pack)
        except DataError as error:
            fields.fail(error.problem, "rule-packs", place, **error.values)
        from gpar_lint.checks import across  # a pack's rules may be of its kinds as well

        kinds = {**KINDS, **across.KINDS}
        known = self.rulebook.rules
        self.rulebook = with_pack(self.rulebook, pack, data, kinds)
        added = [code for code in self.rulebook.rules if code not in known]
        try_rules(self.rulebook, added, kinds, pack, data.decode("utf-8-sig"))

    def _choice(self, fields: Fields) -> Choice:
        return Choice(
            _given(fields, "select", lambda key: self._rules(fields, key)),
            self._rules(fields, "extend-select"),
            self._rules(fields, "ignore"),
            tuple(self._severities(fields.table("severity", required=False))),
        )

    def _severities(self, fields: Fields) -> list[tuple[str, str]]:
        for word in fields.values:
            try:
                find_rule(self.rulebook.rules, word)
            except UnknownSelector as error:
                fields.fail("no-rule", word, word=word, nearest=nearest(word, error.known))
        return [(word, fields.choice(word, SEVERITIES)) for word in fields.values]

    def _rules(self, fields: Fields, key: str, *, required: bool = False) -> tuple[str, ...]:
        words = fields.strings(key, required=required)
        for place, word in enumerate(words):
            try:
                codes_of(self.rulebook.rules, word)
            except UnknownSelector as error:
                fields.fail("no-rule", key, place, word=word, nearest=nearest(word, error.known))
        return words

    def _globs(self, fields: Fields, key: str) -> list[Pattern]:
        return [
            _pattern(fields, glob, key, place) for place, glob in enumerate(fields.strings(key))
        ]

    def _per_file_ignores(self, fields: Fields) -> tuple[PerFile, ...]:
        table = fields.table("per-file-ignores", required=False)
        return tuple([
            PerFile(_pattern(table, glob, glob), self._rules(table, glob, required=True))
            for glob in table.values
        ])  # fmt: skip

    def _suppressions(self, fields: Fields) -> tuple[Suppression, ...]:
        rows = fields.tables("suppress", required=False)
        return tuple([self._suppression(row) for row in rows])

    def _suppression(self, fields: Fields) -> Suppression:
        fields.allow(names(SUPPRESS_KEYS))
        words = self._rules(fields, "rules", required=True)
        path = _given(fields, "path", fields.text)
        return Suppression(
            words,
            None if path is None else _pattern(fields, path, "path"),
            self._place(fields),
            fields.text("reason", "").strip(),
            _date(fields, "until"),
            self.file.shown,
            fields.line,
        )

    def _place(self, fields: Fields) -> tuple[str, ...]:
        text = _given(fields, "place", fields.text)
        if text is None:
            return ()
        known = _known_places(self.rulebook)
        if text not in known:
            fields.fail("no-place", "place", word=text, nearest=nearest(text, known))
        return tuple(text.split("/"))

    def _parent(self, fields: Fields) -> Parent:
        fields.allow(names(PARENT_KEYS))
        return Parent(
            self._joined(fields.text("report")), self._paths(fields, "parts", required=True)
        )

    def _path(self, fields: Fields, key: str) -> str | None:
        return _given(fields, key, lambda key: self._joined(fields.text(key)))

    def _paths(self, fields: Fields, key: str, *, required: bool = False) -> tuple[str, ...]:
        return tuple([self._joined(path) for path in fields.strings(key, required=required)])

    def _joined(self, path: str) -> str:
        return shown_path(os.path.join(self.file.folder, path))


def _given(fields: Fields, key: str, read: Callable[[str], T]) -> T | None:
    """What `read(key)` gives, where the key is there."""
    return read(key) if key in fields.values else None


def _pattern(fields: Fields, glob: str, *steps: str | int) -> Pattern:
    pattern = parse_pattern(glob.removeprefix(".") if glob.startswith("./") else glob)
    if pattern is None:
        fields.fail("no-pattern", *steps, word=glob)
    return pattern


def _date(fields: Fields, key: str) -> date | None:
    """A date, in TOML's own form or as a string."""
    value = fields.values.get(key)
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            fields.fail("wrong-type", key, due="date")
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        fields.fail("wrong-type", key, due="date")
    return value


def _number(fields: Fields, key: str, *, above: int, most: int | None = None) -> float | None:
    """A number above one limit and not above another."""
    value = fields.values.get(key)
    if value is None:
        return None
    if type(value) not in (int, float):
        fields.fail("wrong-type", key, due="number")
    number = cast("float", value)
    if not number > above or (most is not None and number > most):
        problem = "no-range" if most is None else "no-range-to"
        fields.fail(problem, key, above=above, most=most)
    return number


def _known_places(rulebook: Rulebook) -> set[str]:
    """Every chapter, table, row and cell of every edition: 五, 三, 三/granted, 三/granted/total."""
    known = set()
    for edition in rulebook.editions.values():
        known.update([chapter.number for chapter in edition.chapters])
        for table in edition.tables:
            known.add(table.name)
            for row in table.rows:
                known.add(f"{table.name}/{row.key}")
                known.update([f"{table.name}/{row.key}/{column}" for column in row.columns])
    return known
