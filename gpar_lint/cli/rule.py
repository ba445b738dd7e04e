"""`gpar-lint rule`: what a rule checks, why, on what basis, bad and good examples."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from gpar_lint.cli import common
from gpar_lint.cli.errors import UsageError
from gpar_lint.cli.help import help_text
from gpar_lint.cli.options import Option, half_width, parse
from gpar_lint.cli.terminal import open_output, wants_colour, write_all
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import read_manual
from gpar_lint.format.nearest import nearest
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.config_files import ConfigFinder
from gpar_lint.linter.diagnostics import rule_page
from gpar_lint.linter.linters import Linters
from gpar_lint.linter.selection import UnknownSelector, find_rule
from gpar_lint.output.changes import in_words
from gpar_lint.output.rule_texts import basis_of
from gpar_lint.output.style import Style
from gpar_lint.output.words import word
from gpar_lint.text.patterns import regex

_FENCE = regex(r"^```(\w*)\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
_UNCHANGED = "（报告原样）"  # pages are in Chinese only

OPTIONS = (
    Option(("--all",), "所有规则", "all rules"),
    Option(("--output-format",), "格式", "format", "FORMAT", ("text", "json"), "text"),
    common.OUTPUT_FILE,
    common.CONFIG,
    common.ISOLATED,
    common.LANG,
    common.COLOR,
    common.HELP,
)


def run(arguments: list[str], language: str) -> int:
    """Explain the rules that the arguments name; the exit status.

    Raises UsageError, and DataError for a faulty configuration of the current folder.
    """
    options, words = parse(OPTIONS, arguments)
    if options.help:
        print(_help(language), end="")
        return 0
    finder = ConfigFinder(options.config, isolated=options.isolated)
    rulebook = Linters(load_rulebook(), finder).linter_for(os.curdir).rulebook  # with rule packs
    rules = _rules(rulebook, words, options.all)
    is_text = options.output_format == "text"
    with open_output(options.output_file, for_people=is_text) as stream:
        if is_text:
            style = Style(language, wants_colour(options.color, stream, os.environ))
            write_all(stream, _texts(rules, rulebook, style))
        else:
            objects = [_object(rule, rulebook, language) for rule in rules]
            write_all(stream, _json(objects, alone=not options.all and len(words) == 1))
    return 0


def _help(language: str) -> str:
    purpose = {
        "zh": "说明规则检查什么、为什么、依据是什么，并举例。",
        "en": "Says what a rule checks, why and on what basis, with examples.",
    }
    usage = ["gpar-lint rule CODE|NAME… [OPTIONS]", "gpar-lint rule --all [OPTIONS]"]
    return help_text(usage, purpose[language], OPTIONS, language)


def _rules(rulebook: Rulebook, words: list[str], everything: bool) -> list[Rule]:
    """The rules named. Raises UsageError."""
    if everything == bool(words):
        raise UsageError("rule-and-all" if everything else "no-rule")
    try:
        named = [find_rule(rulebook.rules, half_width(name)) for name in words]
        return named or list(rulebook.rules.values())
    except UnknownSelector as error:
        near = nearest(error.word, error.known)
        raise UsageError("unknown-rule", word=error.word, nearest=near) from None


def _texts(rules: Iterable[Rule], rulebook: Rulebook, style: Style) -> Iterator[str]:
    separator = ""
    for rule in rules:
        yield separator + "\n".join(_page(rule, rulebook, style)) + "\n"
        separator = "\n"


def _page(rule: Rule, rulebook: Rulebook, style: Style) -> Iterator[str]:
    """The rule's page as text. Its manual is in Chinese, as the reports are."""
    language = style.language
    head = style.severity(rule.code, rule.severity)
    yield f"{head} [{rule.name}] {style.bold(rule.title[language])}"
    facts = [word(rule.severity, language), word(f"fix-{rule.fix}", language)]
    facts += [word("edition", language, edition=edition) for edition in rule.editions]
    yield word("semicolon", language).join(facts)
    manual = read_manual(rule.code)
    sections = manual.sections if manual else {}
    if "依据" not in sections or language != "zh":
        yield f"\n{basis_of(rule, rulebook, language)}"
    for heading, text in sections.items():
        yield f"\n{style.bold(heading)}\n{_as_text(text, rulebook)}"


def _as_text(section: str, rulebook: Rulebook) -> str:
    """Markdown as plain text: code blocks are indented, examples said in words."""
    parts = _FENCE.split(section)
    for place in range(1, len(parts), 3):
        kind, code = parts[place : place + 2]
        lines = [line for line in code.split("\n") if line]
        if kind == "change":
            words = in_words(lines, rulebook, _quoted)
            lines = [f"- {sentence}" for sentence in words] or [_UNCHANGED]
        parts[place : place + 2] = ["", "\n".join([f"    {line}" for line in lines])]
    return "".join(parts)


def _quoted(text: str) -> str:
    """A passage of a report within a sentence; a figure stands by itself."""
    return f" {text}" if text.isdigit() else f"“{text}”"


def _object(rule: Rule, rulebook: Rulebook, language: str) -> dict[str, object]:
    manual = read_manual(rule.code)
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "editions": list(rule.editions or rulebook.editions),
        "fix": rule.fix,
        "title": rule.title[language],
        "basis": basis_of(rule, rulebook, language),
        "url": rule_page(rule.code),
        "manual": manual.sections if manual else None,
    }


def _json(objects: list[dict[str, object]], alone: bool) -> Iterator[str]:
    """One object for a rule named alone, an array otherwise."""
    import json

    yield json.dumps(objects[0] if alone else objects, ensure_ascii=False, indent=2) + "\n"
