"""Which rules run, and how severe they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gpar_lint.format.catalogue import SEVERITIES, Rule
from gpar_lint.text.records import Record

#: Rules that speak of the run itself: they cannot be deselected.
ALWAYS = frozenset({"Z001", "Z002", "Z006"})
EVERYTHING = "ALL"


class UnknownSelector(Exception):
    """A word that names no rule and no family; `known` are the words that would have done."""

    def __init__(self, word: str, known: list[str]) -> None:
        super().__init__(word)
        self.word = word
        self.known = known


class Choice(Record):
    """What a configuration or a command line asks for.

    Each word is a code, a name, a family's letter or ALL.
    """

    select: tuple[str, ...] | None = None  # None: what was chosen before, or everything
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()  # (code or name, error | warning | info)


def choose(rules: Mapping[str, Rule], *choices: Choice) -> dict[str, Rule]:
    """The rules that run, by code, with the severities asked for. Raises UnknownSelector.

    Of several choices (a configuration's, the command line's) the later decides: its `select`
    replaces all that was chosen before, its other words change it. Where one choice both selects
    and ignores a rule, the more specific word decides (a code or a name before a family, a family
    before ALL); between equals, `ignore` does.
    """
    chosen = dict.fromkeys(rules, True)
    severities: dict[str, str] = {}
    for choice in choices:
        if choice.select is not None:
            chosen = dict.fromkeys(rules, False)
        selected = _strengths(rules, (*(choice.select or ()), *choice.extend_select))
        ignored = _strengths(rules, choice.ignore)
        for code in {**selected, **ignored}:
            chosen[code] = selected.get(code, 0) > ignored.get(code, 0)
        severities.update({find_rule(rules, word).code: level for word, level in choice.severity})
    return {
        code: rule._replace(severity=severities.get(code, rule.severity))
        for code, rule in rules.items()
        if code in ALWAYS or chosen[code]
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
    for word in words:
        for code in codes_of(rules, word):
            strengths[code] = max(_strength(word, code), strengths.get(code, 0))
    return strengths


def _strength(word: str, code: str) -> int:
    if word.upper() == EVERYTHING:
        return 1
    return 2 if word.upper() == code[0] else 3


def codes_of(rules: Mapping[str, Rule], word: str) -> list[str]:
    """The codes of the rules that a word selects. Raises UnknownSelector."""
    if word.upper() == EVERYTHING:
        return list(rules)
    family = [code for code, rule in rules.items() if rule.family == word.upper()]
    if family:
        return family
    try:
        return [find_rule(rules, word).code]
    except UnknownSelector as error:
        families = sorted({rule.family for rule in rules.values()})
        raise UnknownSelector(word, [*error.known, *families, EVERYTHING]) from None


def _by_name(rules: Mapping[str, Rule]) -> dict[str, Rule]:
    return {rule.name: rule for rule in rules.values()}


def reaches(severity: str, threshold: str) -> bool:
    """Whether a severity is at or above a threshold (error is the highest)."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(threshold)
