"""Options of a subcommand: declared once, read by argparse, explained by --help.

argparse does the reading. What it would say of an error is said here in the user's language.
"""

from __future__ import annotations

from argparse import ArgumentError, ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from gpar_lint.cli.errors import UsageError
from gpar_lint.format.nearest import nearest


class Option(NamedTuple):
    """One option. Without a metavar it is a switch."""

    flags: tuple[str, ...]  # the long one last
    zh: str  # its line of --help
    en: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    default: str | None = None
    many: bool = False  # a list: words parted by commas, the option may be repeated

    @property
    def key(self) -> str:
        """Its name in the namespace read."""
        return self.flags[-1].lstrip("-").replace("-", "_")

    def explanation(self, language: str) -> str:
        """What it does, in a few words."""
        return self.zh if language == "zh" else self.en


def parse(options: Sequence[Option], arguments: Sequence[str]) -> tuple[Namespace, list[str]]:
    """The options given, and the operands. Raises UsageError."""
    given, rest = _split(arguments)
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for option in options:
        _declare(parser, option)
    try:
        namespace, words = parser.parse_known_args(given)
    except ArgumentError as error:
        raise _argument_error(error) from None
    for word in words:
        if word.startswith("-") and word != "-":
            raise _unknown(word, options)
    return namespace, words + rest


def _split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands before and after `--`; after it, everything is an operand."""
    words = list(arguments)
    if "--" not in words:
        return words, []
    place = words.index("--")
    return words[:place], words[place + 1 :]


def _declare(parser: ArgumentParser, option: Option) -> None:
    if not option.metavar:
        parser.add_argument(*option.flags, dest=option.key, action="store_true")
    elif option.many:
        parser.add_argument(
            *option.flags, dest=option.key, action="extend", type=_words, default=[]
        )
    else:
        parser.add_argument(
            *option.flags, dest=option.key, type=_chosen(option), default=option.default
        )


def _words(value: str) -> list[str]:
    """The words of a list; a full-width comma parts them as well as a comma does."""
    return [word for part in value.split(",") for word in part.replace("，", " ").split()]


def _chosen(option: Option) -> Callable[[str], str]:
    def chosen(value: str) -> str:
        if option.choices and value not in option.choices:
            raise UsageError(
                "bad-choice",
                option=option.flags[-1],
                word=value,
                choices=" | ".join(option.choices),
                nearest=nearest(value, option.choices),
            )
        return value

    return chosen


def _argument_error(error: ArgumentError) -> UsageError:
    option = (error.argument_name or "").split("/")[-1]
    # With types of our own, argparse has two complaints left: no value, or one too many.
    too_many = error.message.startswith("ignored explicit argument")
    return UsageError("takes-no-value" if too_many else "needs-value", option=option)


def _unknown(word: str, options: Iterable[Option]) -> UsageError:
    name = word.split("=")[0]
    known = [flag for option in options for flag in option.flags if flag.startswith("--")]
    return UsageError("unknown-option", word=name, nearest=nearest(name, known))
