"""What the outputs say of a rule itself."""

from __future__ import annotations

from gpar_lint.format.catalogue import Rule
from gpar_lint.format.manual import read_manual
from gpar_lint.format.rulebook import Rulebook


def basis_of(rule: Rule, rulebook: Rulebook, language: str) -> str:
    """The rule's basis, under every edition that it holds for."""
    editions = rule.editions or rulebook.editions
    notices = "、".join([rulebook.editions[name].notice.number for name in editions])
    return rule.basis[language].replace("{notice}", notices)


def section_of(rule: Rule, heading: str, language: str) -> str:
    """A section of the rule's page; "" where it has none. The pages are in Chinese only."""
    manual = read_manual(rule.code) if language == "zh" else None
    return manual.sections.get(heading, "") if manual else ""
