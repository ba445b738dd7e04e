"""What can stand in a command line, as the shells' scripts need to know it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from gpar_lint.cli.commands import COMMANDS
from gpar_lint.cli.options import Option
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.selection import EVERYTHING
from gpar_lint.text.records import Record

#: What a value or an operand can be, besides one of some words.
NOTHING, ANYTHING, FILES, FOLDERS = "nothing", "anything", "files", "folders"
SHELLS = ("bash", "zsh", "fish", "powershell")

_KINDS = {"PATH": FILES, "FILE": FILES, "FOLDER": FOLDERS}
_RULES = "LIST"  # the metavar of options that take rules, parted by commas


class Value(Record):
    """What can be written after a flag, or as an operand."""

    kind: str = ANYTHING  # NOTHING, ANYTHING, FILES, FOLDERS; where there are words, they count
    words: tuple[str, ...] = ()
    many: bool = False  # several, parted by commas


class Flag(Record):
    """An option with all its spellings, the long one last."""

    names: tuple[str, ...]
    explanation: str
    value: Value  # NOTHING for a switch
    repeats: bool


class CommandGrammar(Record):
    """A subcommand."""

    name: str
    explanation: str
    flags: tuple[Flag, ...]
    operand: Value


def grammars(rulebook: Rulebook, language: str) -> list[CommandGrammar]:
    """The subcommands, from the tables of options by which they read their command lines."""
    return list(_grammars(rulebook, language))


def _grammars(rulebook: Rulebook, language: str) -> Iterator[CommandGrammar]:
    families = sorted({rule.family for rule in rulebook.rules.values()})
    operands = {
        "files": Value(FILES),
        "rules": Value(words=tuple(rulebook.rules)),
        "shells": Value(words=SHELLS),
        "nothing": Value(NOTHING),
    }
    selectors = (EVERYTHING, *families, *rulebook.rules)
    words = {_RULES: selectors, "EDITION": ("auto", *rulebook.editions)}
    for name, command in COMMANDS.items():
        options: tuple[Option, ...] = import_module(command.module).OPTIONS
        flags = tuple([_flag(option, words, language) for option in options])
        operand = operands[command.operands]
        yield CommandGrammar(name, command.explanation(language), flags, operand)


def _flag(option: Option, words: dict[str, tuple[str, ...]], language: str) -> Flag:
    value = Value(NOTHING)
    if option.metavar:
        kind = _KINDS.get(option.metavar, ANYTHING)
        choices = option.choices or words.get(option.metavar, ())
        value = Value(kind, choices, many=option.metavar == _RULES)
    return Flag(option.flags, option.explanation(language), value, option.many)
