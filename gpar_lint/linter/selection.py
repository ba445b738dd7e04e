"""Which rules run, and how severe they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from gpar_lint.format.catalogue import SEVERITIES, Rule

#: Rules that speak of the run itself: they cannot be deselected.
ALWAYS = frozenset({"Z001", "Z002", "Z006"})
EVERYTHING = "ALL"


class UnknownSelector(Exception):
    """A word that names no rule and no family; `known` are the words that would have done."""

    def __init__(self, word: str, known: list[str]) -> None:
        super().__init__(word)
        self.word = word
        self.known = known


class Choice(NamedTuple):
    """What a run asks for. Each word is a code, a name, a family's letter or ALL."""

    select: tuple[str, ...] = (EVERYTHING,)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()  # (code or name, error | warning | info)


def choose(rules: Mapping[str, Rule], choice: Choice) -> dict[str, Rule]:
    """The rules that run, by code, with the severities asked for. Raises UnknownSelector.

    Where one rule is both selected and ignored, the more specific word decides (a code or a name
    before a family, a family before ALL); between equals, `ignore` does.
    """
    selected = _strengths(rules, (*choice.select, *choice.extend_select))
    ignored = _strengths(rules, choice.ignore)
    severities = {find_rule(rules, word).code: level for word, level in choice.severity}
    return {
        code: rule._replace(severity=severities.get(code, rule.severity))
        for code, rule in rules.items()
        if code in ALWAYS or selected.get(code, 0) > ignored.get(code, 0)
    }


def find_rule(rules: Mapping[str, Rule], word: str) -> Rule:
    """The rule with this code or name, in whatever case. Raises UnknownSelector."""
    found = rules.get(word.upper()) or _by_name(rules).get(word.lower())
    if found is None:
        raise UnknownSelector(word, [*rules, *_by_name(rules)])
    return found


def _strengths(rules: Mapping[str, Rule], words: Iterable[str]) -> dict[str, int]:
    """How specifically each rule is named: 3 by itself, 2 by its family, 1 by ALL."""
    strengths: dict[str, int] = {}
    families = {rule.family for rule in rules.values()}
    for word in words:
        if word.upper() == EVERYTHING:
            strength, codes = 1, list(rules)
        elif word.upper() in families:
            strength = 2
            codes = [code for code, rule in rules.items() if rule.family == word.upper()]
        else:
            strength, codes = 3, [_named(rules, word, families).code]
        for code in codes:
            strengths[code] = max(strength, strengths.get(code, 0))
    return strengths


def _named(rules: Mapping[str, Rule], word: str, families: set[str]) -> Rule:
    try:
        return find_rule(rules, word)
    except UnknownSelector as error:
        raise UnknownSelector(word, [*error.known, *sorted(families), EVERYTHING]) from None


def _by_name(rules: Mapping[str, Rule]) -> dict[str, Rule]:
    return {rule.name: rule for rule in rules.values()}


def reaches(severity: str, threshold: str) -> bool:
    """Whether a severity is at or above a threshold (error is the highest)."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(threshold)
