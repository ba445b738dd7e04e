"""The text of --help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gpar_lint.cli.options import Option
from gpar_lint.cli.texts import say
from gpar_lint.text.patterns import regex

_COLUMN = 28  # where the explanations begin
# What stands for a value, in the Chinese help; the English one has the words themselves.
_VALUES = {
    "CODE=LEVEL": "编号=级别",
    "CODE|NAME": "编号或名称",
    "COMMAND": "子命令",
    "EDITION": "版本",
    "FILE": "文件",
    "FOLDER": "文件夹",
    "FORMAT": "格式",
    "GLOB": "模式",
    "HOST:PORT": "主机:端口",
    "LANG": "语言",
    "LEVEL": "级别",
    "LIST": "规则",
    "N": "个数",
    "NAME": "名称",
    "OPTIONS": "选项",
    "PATH": "路径",
    "REPORT.docx": "报告.docx",
    "SHELL": "shell",
    "WHEN": "何时",
    "YEAR": "年份",
}
_EDGE = regex(r"([ \[\]…]+)")  # between the words of a usage line


def help_text(
    usage: Sequence[str],
    purpose: str,
    options: Iterable[Option],
    language: str,
    commands: Mapping[str, str] | None = None,
) -> str:
    """Usage lines, what the command is for, subcommands and options."""
    lines = _usage(usage, language)
    lines += ["", purpose]
    if commands:
        lines += ["", say("commands", language)]
        lines += [_entry(name, explanation) for name, explanation in commands.items()]
    lines += ["", say("options", language)]
    lines += [
        _entry(_heads(option, language), _explanation(option, language)) for option in options
    ]
    return "\n".join(lines) + "\n"


def _usage(usage: Sequence[str], language: str) -> list[str]:
    head = say("usage", language)
    indent = " " * _width(head)
    lines = ["".join(_value(word, language) for word in _EDGE.split(line)) for line in usage]
    return [head + lines[0], *[indent + line for line in lines[1:]]]


def _value(word: str, language: str) -> str:
    return _VALUES.get(word, word) if language == "zh" else word


def _heads(option: Option, language: str) -> str:
    short = "" if len(option.flags) > 1 else "    "
    value = f" {_value(option.metavar, language)}" if option.metavar else ""
    return f"{short}{', '.join(option.flags)}{value}"


def _explanation(option: Option, language: str) -> str:
    text = option.explanation(language)
    if option.choices:
        text += f" [{' | '.join(option.choices)}]"
    if option.default:
        text += say("default", language, value=option.default)
    return text


def _entry(head: str, explanation: str) -> str:
    width = _width(head)
    if width + 2 > _COLUMN:
        return f"  {head}\n{' ' * (_COLUMN + 2)}{explanation}"
    return f"  {head}{' ' * (_COLUMN - width)}{explanation}"


def _width(text: str) -> int:
    """Columns of a terminal: Chinese letters and their colon take two."""
    return sum(1 if char.isascii() else 2 for char in text)
