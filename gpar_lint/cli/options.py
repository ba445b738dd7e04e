"""Options of a subcommand: declared once, read here, explained by --help.

argparse would read them as well, at a tenth of what a whole run takes (it looks up the terminal's
size and the translations of its messages first).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from types import SimpleNamespace

from gpar_lint.cli.errors import UsageError
from gpar_lint.format.nearest import nearest
from gpar_lint.text.records import Record

# A Chinese keyboard types these for a hyphen, and digits, letters and commas in full width.
_DASHES = "—–－‐‑‒―−"
_HALF_WIDTH = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "、；;，"), ","),
}
_FILES = ("GLOB", "PATH", "FILE", "FOLDER", "NAME")  # values that are kept as they are typed


class Option(Record):
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
        """Its name in the options read."""
        return self.flags[-1].lstrip("-").replace("-", "_")

    def explanation(self, language: str) -> str:
        """What it does, in a few words."""
        return self.zh if language == "zh" else self.en


class Options(SimpleNamespace):
    """The options of a run: an attribute for each that the subcommand has."""


def parse(options: Sequence[Option], arguments: Sequence[str]) -> tuple[Options, list[str]]:
    """The options given, and the operands; after `--`, everything is one. Raises UsageError."""
    given = Options(**{option.key: _absent(option) for option in options})
    known = {flag: option for option in options for flag in option.flags}
    operands: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            operands.extend(words)
        elif word == "-" or not word.startswith("-"):
            _require_no_dashes(word, known)
            operands.append(word)
        else:
            for option, value in _read(word, words, known):
                _set(given, option, value)
    return given, operands


def half_width(text: str) -> str:
    """A rule, year, level or number as it is meant: without full-width letters and commas."""
    return text.translate(_HALF_WIDTH)


def _require_no_dashes(word: str, known: dict[str, Option]) -> None:
    """Raise UsageError for an option begun with dashes, unless there is a file of that name."""
    if word.startswith(tuple(_DASHES)) and not os.path.lexists(word):
        flag = f"--{half_width(word.lstrip(_DASHES + '-')).partition('=')[0]}"
        raise UsageError("no-hyphens", word=word, nearest=_nearest(flag, known))


def _absent(option: Option) -> object:
    if option.many:
        return []
    return option.default if option.metavar else False


def _read(
    word: str, following: Iterator[str], known: dict[str, Option]
) -> Iterator[tuple[Option, str]]:
    """The options in a word, each with its value: --jobs=2, -qo FILE."""
    while word:
        flag, equals, value = word.partition("=")
        if not word.startswith("--"):
            flag, value = word[:2], word[2:].removeprefix("=")
        option = known.get(flag)
        if option is None:
            raise UsageError("unknown-option", word=flag, nearest=_nearest(flag, known))
        if option.metavar:
            yield option, value if equals or value else _following(option, following)
            return
        if equals:
            raise UsageError("takes-no-value", option=option.flags[-1])
        yield option, ""
        word = f"-{value}" if value else ""


def _following(option: Option, words: Iterator[str]) -> str:
    """The next word, which is a value unless it looks like an option."""
    value = next(words, "--")
    if value.startswith("-") and value != "-":
        raise UsageError("needs-value", option=option.flags[-1])
    return value


def _nearest(flag: str, known: dict[str, Option]) -> str | None:
    return nearest(flag, [other for other in known if other.startswith("--")])


def _set(given: Options, option: Option, value: str) -> None:
    if not option.metavar:
        setattr(given, option.key, True)
        return
    if option.metavar not in _FILES:
        value = half_width(value)
    if option.many:
        getattr(given, option.key).extend(_words(value))
    else:
        _require_choice(option, value)
        setattr(given, option.key, value)


def _words(value: str) -> list[str]:
    """The words of a list; a full-width comma parts them as well as a comma does."""
    return [word for part in value.split(",") for word in part.replace("，", " ").split()]


def _require_choice(option: Option, value: str) -> None:
    if option.choices and value not in option.choices:
        raise UsageError(
            "bad-choice",
            option=option.flags[-1],
            word=value,
            choices=" | ".join(option.choices),
            nearest=nearest(value, option.choices),
        )
