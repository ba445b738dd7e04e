"""`gpar-lint`: which subcommand is meant, and what becomes of whatever goes wrong."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from gpar_lint.cli.commands import COMMANDS, DEFAULT_COMMAND
from gpar_lint.cli.errors import CommandError, UsageError
from gpar_lint.cli.terminal import abandon_standard_output, prepare_streams
from gpar_lint.cli.texts import DEFAULT_LANGUAGE, explain, say
from gpar_lint.format.errors import DataError

_ERROR_STATUS = 2
_INTERRUPTED_STATUS = 130  # 128 + SIGINT, as shells have it
_BROKEN_PIPE_STATUS = 141  # 128 + SIGPIPE
# Objects made between two searches for cycles. There are hardly any here, and with Python's 700
# the searches take up to half of the time that a large report needs.
_COLLECTION_THRESHOLD = 100_000


def entry() -> None:
    """The program's start."""
    gc.set_threshold(_COLLECTION_THRESHOLD)
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run a command line; its exit status."""
    prepare_streams()
    try:
        status = _run(list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        abandon_standard_output()
        return _BROKEN_PIPE_STATUS
    except KeyboardInterrupt:
        return _INTERRUPTED_STATUS
    return status


def _run(arguments: list[str]) -> int:
    language, command = DEFAULT_LANGUAGE, DEFAULT_COMMAND
    try:
        language = _language(arguments)
        command, rest = _command(arguments)
        status: int = import_module(COMMANDS[command].module).run(rest, language)
    except CommandError as error:
        print(explain(error, language, command), file=sys.stderr)
        return _ERROR_STATUS
    except DataError as error:  # in a configuration, a rule pack, a baseline
        print(say("error", language, message=error.explain(language)), file=sys.stderr)
        return _ERROR_STATUS
    return status


def _command(arguments: list[str]) -> tuple[str, list[str]]:
    """The subcommand and its arguments. --lang may stand before it."""
    place = 0
    while place < len(arguments) and arguments[place].startswith("--lang"):
        place += 1 if "=" in arguments[place] else 2
    if arguments[place : place + 1] == ["help"] and not os.path.lexists("help"):
        rest = arguments[:place] + arguments[place + 1 :]
        return _command(rest)[0], [*rest[:place], "--help"]
    if place < len(arguments) and arguments[place] in COMMANDS:
        return arguments[place], arguments[:place] + arguments[place + 1 :]
    return DEFAULT_COMMAND, arguments


def _language(arguments: list[str]) -> str:
    """The language of everything said, needed before the arguments are read. Raises UsageError."""
    named = _named_language(arguments)
    if named in ("zh", "en"):
        return named
    given = os.environ.get("GPAR_LINT_LANG", "")
    if given not in ("", "zh", "en"):
        raise UsageError("bad-language", word=given)
    return given or DEFAULT_LANGUAGE


def _named_language(arguments: list[str]) -> str:
    for place, word in enumerate(arguments):
        if word == "--":
            break
        if word == "--lang":
            return "".join(arguments[place + 1 : place + 2])
        if word.startswith("--lang="):
            return word[len("--lang=") :]
    return ""
