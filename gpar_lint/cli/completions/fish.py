"""Completion in fish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.cli.completions.grammar import (
    FILES,
    FOLDERS,
    NOTHING,
    CommandGrammar,
    Flag,
    Value,
)

_HEAD = """\
# gpar-lint completion: gpar-lint completion fish | source
function __gpar_lint_command
    set -l words (commandline -opc)
    set -l command check
    if test (count $words) -gt 1; and contains -- $words[2] {names}
        set command $words[2]
    end
    test $command = $argv[1]
end
complete -c gpar-lint -f
"""


def script(commands: Sequence[CommandGrammar]) -> str:
    """The script."""
    head = _HEAD.replace("{names}", " ".join([command.name for command in commands]))
    return head + "\n".join([line for command in commands for line in _lines(command)]) + "\n"


def _lines(command: CommandGrammar) -> Iterator[str]:
    explanation = _quoted(command.explanation)
    yield (
        "complete -c gpar-lint -n 'test (count (commandline -opc)) -eq 1' "
        f"-a {command.name} -d {explanation}"
    )
    condition = f"complete -c gpar-lint -n '__gpar_lint_command {command.name}'"
    for flag in command.flags:
        yield f"{condition} {_names(flag)} {_value(flag.value)} -d {_quoted(flag.explanation)}"
    if command.operand.kind != NOTHING:
        yield f"{condition} {_operand(command.operand)}"


def _names(flag: Flag) -> str:
    return " ".join([
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in flag.names
    ])  # fmt: skip


def _value(value: Value) -> str:
    if value.kind == NOTHING:
        return ""
    if value.words:
        return f"-x -a {_words(value)}"
    return {FILES: "-r -F", FOLDERS: "-x -a '(__fish_complete_directories)'"}.get(value.kind, "-x")


def _operand(value: Value) -> str:
    return f"-a {_words(value)}" if value.words else "-F"


def _words(value: Value) -> str:
    words = " ".join(value.words)
    return _quoted(f"(__fish_append , {words})" if value.many else words)


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
