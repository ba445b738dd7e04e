"""Catalogue, checks, manual and messages held against each other: none without the others."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from gpar_lint.checks import across
from gpar_lint.checks.registry import KINDS
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import SECTIONS, read_manual

RULES = Path(__file__).parents[2] / "rules"
RULEBOOK = load_rulebook()

#: What the linter says of itself: reading, suppression, a rule that fails. Only Z004 is a check.
SERVED_BY_THE_LINTER = ("Z001", "Z002", "Z003", "Z005", "Z006")


def fields(template: str) -> set[str]:
    """The {fields} of a template; each must be a plain name."""
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
    assert all(name.isidentifier() for name in names), f"no plain field: {template}"
    return names


@pytest.mark.parametrize("rule", RULEBOOK.rules.values(), ids=lambda rule: rule.code)
class TestRule:
    def test_has_a_manual_page_of_its_own_with_every_section(self, rule: Rule) -> None:
        page = read_manual(rule.code)
        assert page, "no manual page"
        assert (page.code, page.name) == (rule.code, rule.name)
        assert page.title == rule.title["zh"]
        assert tuple(page.sections) == SECTIONS
        assert all(page.sections.values()), "an empty section"

    def test_has_a_bad_and_a_good_example(self, rule: Rule) -> None:
        page = read_manual(rule.code)
        assert page
        if rule.code not in SERVED_BY_THE_LINTER:
            assert page.bad_examples()
            assert page.good_examples()

    def test_is_served_by_a_check(self, rule: Rule) -> None:
        if rule.code not in SERVED_BY_THE_LINTER:
            assert rule.kind in (across.KINDS if rule.family == "X" else KINDS)

    def test_says_the_same_in_both_languages(self, rule: Rule) -> None:
        assert rule.texts
        for texts in rule.texts.values():
            assert fields(texts["zh"]) == fields(texts["en"])
            assert texts["zh"].strip()
            assert texts["en"].strip()

    def test_chinese_has_no_english_in_it(self, rule: Rule) -> None:
        if rule.code[0] == "Z":  # names file types and commands
            return
        for key, texts in rule.texts.items():
            plain = "".join(part for part, *_ in string.Formatter().parse(texts["zh"]))
            words = [word for word in plain.split() if word.isascii() and word.isalpha()]
            assert not words, f"{key}: {words}"

    def test_is_filed_under_its_family(self, rule: Rule) -> None:
        [path] = (RULES / "catalogue").glob(f"{rule.code[0]}-*.toml")
        assert f'"{rule.code}"' in path.read_text(encoding="utf-8")


def test_no_check_without_a_rule() -> None:
    assert set(KINDS) | set(across.KINDS) <= {rule.kind for rule in RULEBOOK.rules.values()}


def test_no_manual_page_without_a_rule() -> None:
    pages = {path.stem for path in (RULES / "manual").glob("*.md")}
    assert pages <= set(RULEBOOK.rules)


def test_identities_are_reported_by_rules_of_the_catalogue() -> None:
    arithmetic = {code for code in RULEBOOK.rules if code.startswith("A")}
    for edition in RULEBOOK.editions.values():
        assert {identity.code for identity in edition.identities} <= arithmetic
