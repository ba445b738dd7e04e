"""Completion in zsh."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.cli.completions.grammar import (
    ANYTHING,
    FILES,
    FOLDERS,
    NOTHING,
    CommandGrammar,
    Flag,
    Value,
)

_ACTIONS = {FILES: "_files", FOLDERS: "_files -/", ANYTHING: " ", NOTHING: " "}


def script(commands: Sequence[CommandGrammar]) -> str:
    """The script, for a file _gpar-lint in fpath or for eval."""
    names = "|".join([command.name for command in commands])
    explained = " ".join([_quoted(f"{command.name}:{command.explanation}") for command in commands])
    lines = [
        "#compdef gpar-lint",
        "_gpar_lint() {",
        "  local command=check",
        f"  local -a commands=({explained})",
        f"  if (( CURRENT > 2 )) && [[ $words[2] == ({names}) ]]; then",
        "    command=$words[2]",
        "    shift words",
        "    (( CURRENT-- ))",
        "  elif (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then",
        "    _describe -t commands command commands",
        "  fi",
        "  case $command in",
        *[line for command in commands for line in _case(command)],
        "  esac",
        "}",
        'if [[ $funcstack[1] == _gpar-lint ]]; then _gpar_lint "$@"; '
        "else compdef _gpar_lint gpar-lint; fi",
    ]
    return "\n".join(lines) + "\n"


def _case(command: CommandGrammar) -> list[str]:
    specifications = [_specification(flag) for flag in command.flags]
    if command.operand.kind != NOTHING:
        specifications.append(_quoted(f"*:operand:{_action(command.operand)}"))
    lines = " \\\n      ".join(["_arguments -s", *specifications])
    return [f"    {command.name})", f"      {lines} ;;"]


def _specification(flag: Flag) -> str:
    """A flag as _arguments has it; its spellings exclude each other, unless it may be repeated."""
    explanation = flag.explanation
    for char in "\\[]:":
        explanation = explanation.replace(char, f"\\{char}")
    value = "" if flag.value.kind == NOTHING else f":value:{_action(flag.value)}"
    equals = "=" if value else ""
    together = " ".join(flag.names)
    before = "*" if flag.repeats else f"({together})"
    return " ".join([
        _quoted(f"{before}{name}{equals if name.startswith('--') else ''}[{explanation}]{value}")
        for name in flag.names
    ])  # fmt: skip


def _action(value: Value) -> str:
    if not value.words:
        return _ACTIONS[value.kind]
    words = " ".join(value.words)
    return f"_values -s , word {words}" if value.many else f"({words})"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
