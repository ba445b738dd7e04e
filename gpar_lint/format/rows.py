"""Rows of the catalogue read from rules/catalogue/*.toml and from rule packs."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from gpar_lint.format.catalogue import LANGUAGES, SEVERITIES, Rule, Texts
from gpar_lint.format.edition import Edition
from gpar_lint.format.fields import Fields
from gpar_lint.format.nearest import nearest

_RULE = frozenset(
    (
        "code", "name", "severity", "editions", "kind", "fix", "title", "basis", "texts", "options",
    )
)  # fmt: skip
_FIXES = ("none", "safe", "unsafe", "both")
_LANGUAGES = frozenset(LANGUAGES)


def read_rules(
    fields: Fields,
    editions: Mapping[str, Edition],
    rules: dict[str, Rule],
    kinds: Collection[str] | None = None,
) -> None:
    """Add the rows of a file to `rules`. Raises DataError; also where a code or name is taken.

    `kinds` are the kinds of check that there are; None: any may be named.
    """
    names = {rule.name for rule in rules.values()}
    for row in fields.tables("rule", required=False):
        rule = _rule(row, editions)
        if kinds is not None and rule.kind not in kinds:
            row.fail("no-kind", "kind", word=rule.kind, nearest=nearest(rule.kind, kinds))
        if rule.code in rules:
            row.fail("taken", "code", word=rule.code)
        if rule.name in names:
            row.fail("taken", "name", word=rule.name)
        rules[rule.code] = rule
        names.add(rule.name)


def _rule(row: Fields, editions: Mapping[str, Edition]) -> Rule:
    row.allow(_RULE)
    held = row.strings("editions")
    for name in held:
        if name not in editions:
            row.fail("no-edition", "editions", word=name, nearest=nearest(name, editions))
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
