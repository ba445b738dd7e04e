"""rules/ read into a Rulebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gpar_lint.format.catalogue import Rule
from gpar_lint.format.edition import Edition
from gpar_lint.format.editions import read_edition
from gpar_lint.format.errors import DataError
from gpar_lint.format.fields import Fields
from gpar_lint.format.parsing import Kept, parse
from gpar_lint.format.resources import Resources, builtin
from gpar_lint.format.rows import read_rules
from gpar_lint.format.rulebook import Rulebook

_FOLDERS = ("catalogue", "editions", "vocabulary")

_CATALOGUE = frozenset(("rule",))


def load_rulebook(root: str | None = None) -> Rulebook:
    """Everything in rules/ (in another folder of the same form, if one is named).

    Raises DataError, which names the file, the key and the line.
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
    rules: dict[str, Rule] = {}
    for fields in folders["catalogue"].values():
        fields.allow(_CATALOGUE)
        read_rules(fields, editions, rules)
    return Rulebook(rules, editions, vocabulary)


def _editions(files: Iterable[Fields]) -> dict[str, Edition]:
    found = [read_edition(fields) for fields in files]
    if not found:
        raise DataError("editions", "no-editions")
    found.sort(key=lambda edition: edition.first_year)
    return {edition.name: edition for edition in found}
