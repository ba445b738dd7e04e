"""A rule explained: the page of the manual that a clerk can read."""

from __future__ import annotations

from gpar_lint.format.rulebook import Rulebook
from gpar_lint.output.html.words import say
from gpar_lint.output.rule_texts import basis_of, section_of
from gpar_lint_page.drawing import Object

_SECTIONS = (("what", "检查内容"), ("why", "为什么"), ("advice", "怎么改"))

#: A paragraph, or the items of a list.
Block = str | list[str]


def rule_object(rulebook: Rulebook, code: str, language: str) -> Object:
    """A rule's title, basis and sections; the sections are in Chinese only."""
    rule = rulebook.rules[code]
    found = [(say(key, language), section_of(rule, name, language)) for key, name in _SECTIONS]
    sections = [{"title": title, "blocks": blocks(text)} for title, text in found if text]
    basis = basis_of(rule, rulebook, language)
    return {"code": code, "title": rule.title[language], "basis": basis, "sections": sections}


def blocks(markdown: str) -> list[Block]:
    """Paragraphs and lists of a page's section."""
    return [_block(block.strip()) for block in markdown.split("\n\n") if block.strip()]


def _block(block: str) -> Block:
    lines = block.split("\n")
    if all(line.startswith("- ") for line in lines):
        return [line[2:] for line in lines]
    return " ".join(lines)
