"""Rule packs: rules of one's own, without code, in the forms of the built-in data.

A pack is a TOML file. All its parts may be left out:

    [[rule]]                          rows as in rules/catalogue, of a kind that is there
    [[edition.2021.identities]]       sums as in rules/editions, for the rule whose code they name
    [[edition.2021.chapters]]         further chapters, after those of the format
    [vocabulary.NAME]                 added to rules/vocabulary/NAME.toml: lists are continued,
                                      tables merged, nothing that is there is changed
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from gpar_lint.format.catalogue import Rule
from gpar_lint.format.edition import Edition, Identity
from gpar_lint.format.editions import read_chapter, read_identity
from gpar_lint.format.fields import Fields
from gpar_lint.format.nearest import nearest
from gpar_lint.format.parsing import parse
from gpar_lint.format.rows import read_rules
from gpar_lint.format.rulebook import Rulebook

_PACK = frozenset(("rule", "edition", "vocabulary"))
_EDITION = frozenset(("identities", "chapters"))
_IDENTITY = "identity"  # the kind of rule that reports sums


def with_pack(
    rulebook: Rulebook, name: str, data: bytes, kinds: Collection[str] | None = None
) -> Rulebook:
    """The rulebook with a pack added. Raises DataError.

    `name` is the file as messages give it, `kinds` the kinds of check that its rules may be of.
    """
    fields = parse(name, data)
    fields.allow(_PACK)
    editions = dict(rulebook.editions)
    rules = dict(rulebook.rules)
    read_rules(fields, editions, rules, kinds)
    additions = fields.table("edition", required=False)
    for key in additions.values:
        if key not in editions:
            additions.fail("no-edition", key, word=key, nearest=nearest(key, editions))
        editions[key] = _extended(editions[key], additions.table(key), rules)
    return Rulebook(
        rules, editions, _vocabulary(rulebook, fields.table("vocabulary", required=False))
    )


def _extended(edition: Edition, fields: Fields, rules: Mapping[str, Rule]) -> Edition:
    fields.allow(_EDITION)
    chapters = [read_chapter(item, edition.tables) for item in _items(fields, "chapters")]
    sums = [code for code, rule in rules.items() if rule.kind == _IDENTITY]
    identities = [_identity(item, edition, sums) for item in _items(fields, "identities")]
    return edition._replace(
        chapters=(*edition.chapters, *chapters), identities=(*edition.identities, *identities)
    )


def _identity(fields: Fields, edition: Edition, codes: list[str]) -> Identity:
    identity = read_identity(fields, edition.tables)
    if identity.code not in codes:
        near = nearest(identity.code, codes)
        fields.fail("no-identity-rule", "code", word=identity.code, nearest=near)
    return identity


def _items(fields: Fields, key: str) -> list[Fields]:
    return fields.tables(key, required=False)


def _vocabulary(rulebook: Rulebook, fields: Fields) -> dict[str, Mapping[str, object]]:
    vocabulary = dict(rulebook.vocabulary)
    for key in fields.values:
        if key not in vocabulary:
            fields.fail("no-vocabulary", key, word=key, nearest=nearest(key, vocabulary))
        vocabulary[key] = _merged(vocabulary[key], fields.table(key))
    return vocabulary


def _merged(known: Mapping[str, object], fields: Fields) -> dict[str, object]:
    """A table of the vocabulary with the pack's entries added."""
    merged = dict(known)
    for key, value in fields.values.items():
        before = known.get(key)
        if isinstance(before, Mapping) and isinstance(value, dict):
            merged[key] = _merged(before, fields.table(key))
        elif isinstance(before, list) and isinstance(value, list):
            merged[key] = [*before, *value]
        elif before is None:
            merged[key] = value
        else:
            fields.fail("unchangeable", key)
    return merged
