"""`gpar-lint new`: a blank report to fill in."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from gpar_lint.cli import common
from gpar_lint.cli.errors import CommandError, UsageError
from gpar_lint.cli.help import help_text
from gpar_lint.cli.options import Option, Options, parse
from gpar_lint.cli.terminal import write_bytes
from gpar_lint.format.edition import Edition
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.files import OFFICE_SUFFIXES, SUFFIXES
from gpar_lint.text.patterns import regex

_STANDARD_OUTPUT = "-"
_WRITERS = {
    "md": ("gpar_lint.output.blank.plain", "write_markdown"),
    "txt": ("gpar_lint.output.blank.plain", "write_text"),
    "docx": ("gpar_lint.output.blank.word", "write_word"),
}
_DEFAULT_FORMAT = "md"
# Kinds of documents that are known by their suffix and are none that can be written.
_OTHER_SUFFIXES = frozenset({*OFFICE_SUFFIXES, *SUFFIXES, ".xls", ".xlsx", ".et", ".ofd"}) - {
    ".docx", ".md", ".markdown", ".txt",
}  # fmt: skip
_NO_FILE_NAME = regex(r'[/\\:*?"<>|\x00-\x1f]')

OPTIONS = (
    Option(("--agency",), "机关全称", "the agency's full name", "NAME"),
    Option(("--year",), "报告年度", "the year to report on", "YEAR"),
    common.EDITION,
    Option(
        ("--format",),
        "文件类型，默认按文件名的后缀，没有则为 md",
        "kind of file, by default by the file's suffix, else md",
        "FORMAT",
        tuple(_WRITERS),
    ),
    Option(
        ("-o", "--output-file"),
        "写到这个文件；- 为标准输出；默认以报告标题为文件名",
        "write there, - is standard output; by default the report's title is the name",
        "PATH",
    ),
    Option(("--force",), "覆盖已有的文件", "replace a file that is there"),
    common.LANG,
    common.HELP,
)


def run(arguments: list[str], language: str) -> int:
    """Write a blank report; the exit status. Raises CommandError."""
    options, words = parse(OPTIONS, arguments)
    if options.help:
        print(_help(language), end="")
        return 0
    if words:
        raise UsageError("file-by-option", word=words[0])
    rulebook = load_rulebook()
    agency, year = (options.agency or "").strip(), _year(options.year, rulebook)
    form = _format(options)
    path = _path(options, form, rulebook, agency, year)
    edition = _edition(options.edition or "auto", rulebook, year)
    data = _blank(rulebook, edition, agency, year, form)
    if path == _STANDARD_OUTPUT:
        write_bytes(data)
    else:
        _write(path, data, replace=options.force)
        common.note("written", language, path=path)
    return 0


def _help(language: str) -> str:
    purpose = {
        "zh": "生成一份空白报告：格式要求的各章、表格和应有的说明，待填写的地方写作〔填写〕。",
        "en": "Writes a blank report: the format's chapters, tables and statements; what is to be "
        "filled in stands in brackets.",
    }
    usage = ["gpar-lint new [--agency NAME] [--year YEAR] [OPTIONS]"]
    return help_text(usage, purpose[language], OPTIONS, language)


def _year(text: str | None, rulebook: Rulebook) -> int | None:
    """A year that a format is known for. Raises UsageError."""
    if text is None:
        return None
    first = next(iter(rulebook.editions.values())).first_year
    if not (text.isascii() and text.isdigit() and len(text) == 4 and int(text) >= first):
        raise UsageError("bad-year", option="--year", word=text, first=first)
    return int(text)


def _edition(name: str, rulebook: Rulebook, year: int | None) -> Edition:
    known = common.known_edition(name, rulebook)
    return rulebook.edition_for(year) if known == "auto" else rulebook.editions[known]


def _format(options: Options) -> str:
    if options.format:
        return str(options.format)
    path = options.output_file or ""
    suffix = os.path.splitext(path)[1]
    if suffix.lower() in _OTHER_SUFFIXES:
        choices = "、".join(f".{form}" for form in _WRITERS)
        raise UsageError("bad-suffix", suffix=suffix, path=path, choices=choices)
    form = suffix[1:].lower()
    return form if form in _WRITERS else _DEFAULT_FORMAT


def _path(options: Options, form: str, rulebook: Rulebook, agency: str, year: int | None) -> str:
    """Where the report goes: a text into a pipe, if nothing else is said, else into a file."""
    if options.output_file:
        return str(options.output_file)
    if form != "docx" and not sys.stdout.isatty():
        return _STANDARD_OUTPUT
    from gpar_lint.output.blank.parts import report_name

    name = report_name(rulebook, agency, year)
    return f"{_NO_FILE_NAME.sub('', name)}.{form}"


def _blank(rulebook: Rulebook, edition: Edition, agency: str, year: int | None, form: str) -> bytes:
    from gpar_lint.output.blank.parts import blank_report

    module, writer = _WRITERS[form]
    parts = blank_report(rulebook, edition, agency, year)
    data: bytes = getattr(import_module(module), writer)(parts)
    return data


def _write(path: str, data: bytes, *, replace: bool) -> None:
    from gpar_lint.linter.writing import NotWritten, write_content

    if os.path.lexists(path) and not replace:
        raise CommandError("exists", path=path)
    try:
        write_content(path, data)
    except NotWritten as error:
        raise CommandError(error.reason, path=path, error=error.error) from None
