"""What the subcommands share: options, the way to files, notes on standard error."""

from __future__ import annotations

import codecs
import sys

from gpar_lint.cli.errors import UsageError
from gpar_lint.cli.options import Option
from gpar_lint.cli.texts import say
from gpar_lint.format.nearest import nearest
from gpar_lint.format.rulebook import Rulebook

LANG = Option(("--lang",), "所用语言", "language of the messages", "LANG", ("zh", "en"))
COLOR = Option(
    ("--color",),
    "是否用颜色",
    "whether to use colour",
    "WHEN",
    ("auto", "always", "never"),
    "auto",
)
HELP = Option(("-h", "--help"), "显示这份说明", "show this help")
VERBOSE = Option(
    ("-v", "--verbose"), "显示用时、跳过的文件和内部错误", "show timings, skipped files, tracebacks"
)
OUTPUT_FILE = Option(
    ("-o", "--output-file"), "结果写入文件（UTF-8）", "write there, in UTF-8", "PATH"
)
EXCLUDE = Option(
    ("--exclude",),
    "在文件夹中跳过的文件，写法同 .gitignore",
    "what to pass over in folders, in the form of .gitignore",
    "GLOB",
    many=True,
)
CONFIG = Option(
    ("--config",),
    "配置文件，代替自动找到的",
    "configuration, in place of the nearest",
    "FILE",
)
ISOLATED = Option(("--isolated",), "不读任何配置文件", "read no configuration file")
ENCODING = Option(
    ("--encoding",), "文件的编码，默认自动识别", "encoding of the files (detected)", "NAME"
)
STDIN_FILENAME = Option(
    ("--stdin-filename",),
    "标准输入的文件名，据此判断文件类型",
    "name, hence the type, of standard input",
    "NAME",
)
EDITION = Option(
    ("--edition",),
    "用哪一版格式，默认 auto，即按报告年度",
    "the format that holds, by default auto: by the reporting year",
    "EDITION",
)


def note(key: str, language: str, **values: object) -> None:
    """Say something on standard error."""
    print(say("note", language, message=say(key, language, **values)), file=sys.stderr)


def note_written(path: str | None, language: str) -> bool:
    """Say where the results went, if somebody looks on who would see nothing else; whether so."""
    said = path not in (None, "-") and sys.stderr.isatty()
    if said:
        note("written", language, path=path)
    return said


def known_encoding(name: str | None) -> str | None:
    """The name of an encoding, if Python knows it. Raises UsageError."""
    if name is None or name.lower() == "auto":
        return None
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        raise UsageError("bad-encoding", word=name) from None
    if not codec._is_text_encoding:  # rot13, hex and the like decode to no text
        raise UsageError("bad-encoding", word=name)
    return name


def known_edition(name: str, rulebook: Rulebook) -> str:
    """auto, or the name of an edition of the rulebook. Raises UsageError."""
    known = ["auto", *rulebook.editions]
    if name not in known:
        near, choices = nearest(name, known), " | ".join(known)
        raise UsageError("bad-choice", option="--edition", word=name, choices=choices, nearest=near)
    return name


def positive(number: str, option: str) -> int:
    """A positive whole number. Raises UsageError."""
    if not (number.isascii() and number.isdigit() and int(number) > 0):
        raise UsageError("bad-number", option=option, word=number)
    return int(number)
