"""The text of --help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gpar_lint.cli.options import Option
from gpar_lint.cli.texts import say

_COLUMN = 28  # where the explanations begin; what stands before them is ASCII


def help_text(
    usage: Sequence[str],
    purpose: str,
    options: Iterable[Option],
    language: str,
    commands: Mapping[str, str] | None = None,
) -> str:
    """Usage lines, what the command is for, subcommands and options."""
    lines = [f"{say('usage', language)}: {usage[0]}", *[f"      {line}" for line in usage[1:]]]
    lines += ["", purpose]
    if commands:
        lines += ["", f"{say('commands', language)}:"]
        lines += [_entry(name, explanation) for name, explanation in commands.items()]
    lines += ["", f"{say('options', language)}:"]
    lines += [_entry(_heads(option), _explanation(option, language)) for option in options]
    return "\n".join(lines) + "\n"


def _heads(option: Option) -> str:
    short = "" if len(option.flags) > 1 else "    "
    value = f" {option.metavar}" if option.metavar else ""
    return f"{short}{', '.join(option.flags)}{value}"


def _explanation(option: Option, language: str) -> str:
    text = option.explanation(language)
    if option.choices:
        text += f" [{' | '.join(option.choices)}]"
    if option.default:
        text += say("default", language, value=option.default)
    return text


def _entry(head: str, explanation: str) -> str:
    if len(head) + 2 >= _COLUMN:
        return f"  {head}\n{' ' * (_COLUMN + 2)}{explanation}"
    return f"  {head:<{_COLUMN}}{explanation}"
