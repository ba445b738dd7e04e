"""`gpar-lint completion`: a script that completes command lines in a shell."""

from __future__ import annotations

from importlib import import_module

from gpar_lint.cli import common
from gpar_lint.cli.completions.grammar import SHELLS, grammars
from gpar_lint.cli.errors import UsageError
from gpar_lint.cli.help import help_text
from gpar_lint.cli.options import Option, parse
from gpar_lint.cli.terminal import open_output, write_all
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.nearest import nearest

OPTIONS: tuple[Option, ...] = (common.OUTPUT_FILE, common.LANG, common.HELP)


def run(arguments: list[str], language: str) -> int:
    """Print the script for a shell; the exit status. Raises UsageError."""
    options, words = parse(OPTIONS, arguments)
    if options.help:
        print(_help(language), end="")
        return 0
    shell = _shell(words)
    script = import_module(f"gpar_lint.cli.completions.{shell}").script
    with open_output(options.output_file, for_people=False) as stream:
        write_all(stream, [script(grammars(load_rulebook(), language))])
    return 0


def _help(language: str) -> str:
    purpose = {
        "zh": "生成命令行补全脚本，支持 bash、zsh、fish、powershell；用法见脚本的第一行。",
        "en": "Writes a completion script for bash, zsh, fish or powershell; its first line says "
        "how to use it.",
    }
    usage = ["gpar-lint completion SHELL [OPTIONS]"]
    return help_text(usage, purpose[language], OPTIONS, language)


def _shell(words: list[str]) -> str:
    choices = " | ".join(SHELLS)
    if not words:
        raise UsageError("no-shell", choices=choices)
    if len(words) > 1:
        raise UsageError("no-operands", word=words[1])
    name = words[0].lower()
    if name not in SHELLS:
        raise UsageError(
            "unknown-shell", word=words[0], choices=choices, nearest=nearest(name, SHELLS)
        )
    return name
