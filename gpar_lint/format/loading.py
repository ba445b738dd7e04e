"""rules/ read into a Rulebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gpar_lint.format.catalogue import LANGUAGES, SEVERITIES, Rule, Texts
from gpar_lint.format.edition import Edition
from gpar_lint.format.editions import read_edition
from gpar_lint.format.errors import RulesError
from gpar_lint.format.fields import Fields
from gpar_lint.format.parsing import Kept, parse
from gpar_lint.format.resources import Resources, builtin
from gpar_lint.format.rulebook import Rulebook

_FOLDERS = ("catalogue", "editions", "vocabulary")

_CATALOGUE = frozenset(("rule",))
_RULE = frozenset(
    (
        "code", "name", "severity", "editions", "kind", "fix", "title", "basis", "texts", "options",
    )
)  # fmt: skip
_FIXES = ("none", "safe", "unsafe", "both")
_LANGUAGES = frozenset(LANGUAGES)


def load_rulebook(root: str | None = None) -> Rulebook:
    """Everything in rules/ (in another folder of the same form, if one is named).

    Raises RulesError, which names the file, the key and the line.
    """
    resources = Resources(root) if root else builtin()
    paths = [f"{folder}/{name}" for folder in _FOLDERS for name in resources.names(folder, ".toml")]
    kept = None if root else Kept.of(resources, paths)
    files = kept.recall() if kept else None
    if files is not None:
        return _rulebook(files)
    files = {path: parse(path, resources.read(path)) for path in paths}
    rulebook = _rulebook(files)
    if kept:
        kept.keep(files)
    return rulebook


def _rulebook(files: Mapping[str, Fields]) -> Rulebook:
    """The rulebook from the files' root tables by path."""
    folders: dict[str, dict[str, Fields]] = {folder: {} for folder in _FOLDERS}
    for path, fields in files.items():
        folder, _, name = path.partition("/")
        folders[folder][name[: -len(".toml")]] = fields
    editions = _editions(folders["editions"].values())
    vocabulary = {name: fields.values for name, fields in folders["vocabulary"].items()}
    return Rulebook(_catalogue(folders["catalogue"].values(), editions), editions, vocabulary)


def _editions(files: Iterable[Fields]) -> dict[str, Edition]:
    found = [read_edition(fields) for fields in files]
    if not found:
        raise RulesError("editions", "no edition there")
    found.sort(key=lambda edition: edition.first_year)
    return {edition.name: edition for edition in found}


def _catalogue(files: Iterable[Fields], editions: Mapping[str, Edition]) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    names: set[str] = set()
    for fields in files:
        fields.allow(_CATALOGUE)
        for row in fields.tables("rule", required=False):
            rule = read_rule(row, editions)
            if rule.code in rules:
                row.fail(f"{rule.code} is there already", "code")
            if rule.name in names:
                row.fail(f"{rule.name} is there already", "name")
            rules[rule.code] = rule
            names.add(rule.name)
    return rules


def read_rule(row: Fields, editions: Mapping[str, Edition]) -> Rule:
    """A row of the catalogue. Raises RulesError."""
    row.allow(_RULE)
    held = row.strings("editions")
    for name in held:
        if name not in editions:
            row.fail(f'"{name}" is no edition', "editions")
    texts = row.table("texts")
    return Rule(
        row.text("code"),
        row.text("name"),
        row.choice("severity", SEVERITIES),
        held,
        row.text("kind"),
        row.choice("fix", _FIXES, "none"),
        _texts(row, "title"),
        _texts(row, "basis"),
        {key: _texts(texts, key) for key in texts.values},
        row.table("options", required=False).values,
    )


def _texts(fields: Fields, key: str) -> Texts:
    texts = fields.table(key)
    texts.allow(_LANGUAGES)
    return {language: texts.text(language) for language in LANGUAGES}
