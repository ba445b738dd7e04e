"""The rule catalogue: what every rule is, apart from what it does."""

from __future__ import annotations

from collections.abc import Mapping

from gpar_lint.text.records import Record

SEVERITIES = ("error", "warning", "info")
LANGUAGES = ("zh", "en")

Texts = Mapping[str, str]  # language → text


class Rule(Record):
    """A row of the catalogue."""

    code: str  # A301
    name: str  # row-total
    severity: str  # error, warning, info
    editions: tuple[str, ...]  # names of the editions it holds for; empty: all
    kind: str  # the check that serves it: a key of checks.KINDS
    fix: str  # "none", "safe", "unsafe", "both"
    title: Texts
    basis: Texts
    texts: Mapping[str, Texts]  # templates by key: "message", "hint", "fix", others by the check
    options: Mapping[str, object]  # parameters of the kind

    @property
    def family(self) -> str:
        """The letter by which rules are selected together."""
        return self.code[0]

    def text(self, key: str, language: str, values: Mapping[str, object]) -> str:
        """A template of this rule filled in; "" where it has none of that key."""
        texts = self.texts.get(key)
        return texts[language].format_map(values) if texts else ""
