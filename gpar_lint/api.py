"""Checking and reading reports from Python: what `gpar_lint` offers by name.

Nothing here depends on the current folder or on configuration files: what holds is what the
arguments say. The rules are read at the first call and kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from functools import cache

from gpar_lint.checks.context import Settings
from gpar_lint.cli.common import known_edition, known_encoding
from gpar_lint.cli.errors import UsageError
from gpar_lint.cli.texts import say
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.nearest import nearest
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.checking import Linter, Look
from gpar_lint.linter.files import read_bytes
from gpar_lint.linter.library import Library
from gpar_lint.linter.relations import Kinship, NotRead, Relations
from gpar_lint.linter.selection import Choice, UnknownSelector, choose
from gpar_lint.output.records import finding_from, report_from
from gpar_lint.output.report_data import report_object
from gpar_lint.report.model import Report as ReadReport
from gpar_lint.results import Finding, Report
from gpar_lint.source.document import Unreadable

StrPath = str | os.PathLike[str]


class InputError(ValueError):
    """What was given cannot be checked or read; its text says why, in the language asked for.

    Raised for a file that is missing, cannot be read or is no annual report, and for an argument
    that names no rule, edition, encoding or report. `path` is the file it is about, if any.
    """

    __module__ = "gpar_lint"  # where it is to be imported from

    def __init__(self, message: str, path: str | None = None) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.message = message
        self.path = path


def check_file(
    path: StrPath,
    *,
    select: str | Iterable[str] | None = None,
    ignore: str | Iterable[str] = (),
    edition: str = "auto",
    previous: StrPath | None = None,
    encoding: str | None = None,
    language: str = "zh",
) -> tuple[Finding, ...]:
    """Check a report in a file: its findings by position, none where all is well.

    Args:
        path: The file: .txt, .md, .html or .docx, and whatever else the command reads.
        select: Only these rules: codes, names or letters of families; all unless given.
        ignore: Not these rules.
        edition: The edition of the format to check against: "2019", "2021", or "auto", by the
            year reported on.
        previous: The same agency's report on the year before, or a folder that has it.
        encoding: The file's encoding; found out unless given.
        language: Of the messages: "zh" or "en".

    Raises:
        InputError: The file cannot be read or is no annual report, or an argument is of no use.

    Examples:
        >>> import gpar_lint
        >>> for finding in gpar_lint.check_file("examples/有缺陷/勾稽关系.txt"):
        ...     print(finding.range.start.line, finding.code, finding.cell)
        57 A301 Cell(table='三', row='rejected_repeat', column='natural_person')
        72 A304 Cell(table='四', row='review', column='total')
    """
    path = os.fspath(path)
    linter = _linter(select, ignore, edition, previous, encoding, language)
    return _findings(_look(linter, path))


def check_text(
    text: str,
    *,
    name: str = "report.txt",
    select: str | Iterable[str] | None = None,
    ignore: str | Iterable[str] = (),
    edition: str = "auto",
    previous: StrPath | None = None,
    language: str = "zh",
) -> tuple[Finding, ...]:
    """Check a report that is in memory; as `check_file` otherwise.

    Args:
        text: The report. Its findings' lines and columns are those of this text.
        name: What findings give as their path. Its suffix says whether the text is Markdown (.md)
            or HTML (.html).

    Raises:
        InputError: The text is no annual report, or an argument is of no use.

    Examples:
        >>> import gpar_lint
        >>> try:
        ...     gpar_lint.check_text("今天天气很好。", name="日记.txt")
        ... except gpar_lint.InputError as error:
        ...     print(error)
        日记.txt: 这份文件不像政府信息公开工作年度报告，没有检查。
    """
    linter = _linter(select, ignore, edition, previous, None, language)
    return _findings(linter.look(name, text))


def read_report(
    path: StrPath, *, edition: str = "auto", encoding: str | None = None, language: str = "zh"
) -> Report:
    """Read a report in a file as data: whose it is, its chapters, tables and claims.

    Args:
        path: The file: .txt, .md, .html or .docx, and whatever else the command reads.
        edition: The edition of the format to read it by; by the year reported on unless given.
        encoding: The file's encoding; found out unless given.
        language: Of an exception's message: "zh" or "en".

    Raises:
        InputError: The file cannot be read or is no annual report, or an argument is of no use.

    Examples:
        >>> import gpar_lint
        >>> report = gpar_lint.read_report("examples/合规/青禾县水务局2024年.txt")
        >>> report.agency, report.year, report.edition
        ('青禾县水务局', 2024, '2021')
        >>> report.tables["三"]["new_received"]["total"]
        16
    """
    path = os.fspath(path)
    linter = _linter((), (), edition, None, encoding, language)
    return _report(linter, _look(linter, path))


def read_report_text(
    text: str, *, name: str = "report.txt", edition: str = "auto", language: str = "zh"
) -> Report:
    """Read a report that is in memory as data; as `read_report` otherwise.

    Args:
        text: The report.
        name: The path that the result gives. Its suffix says whether the text is Markdown (.md)
            or HTML (.html).

    Raises:
        InputError: The text is no annual report, or an argument is of no use.
    """
    linter = _linter((), (), edition, None, None, language)
    return _report(linter, linter.look(name, text))


@cache
def _rulebook() -> Rulebook:
    return load_rulebook()


def _linter(
    select: str | Iterable[str] | None,
    ignore: str | Iterable[str],
    edition: str,
    previous: StrPath | None,
    encoding: str | None,
    language: str,
) -> Linter:
    if language not in ("zh", "en"):
        raise InputError(f"language: zh, en; {language!r}")
    rulebook = _rulebook()
    try:
        known_edition(edition, rulebook)
        encoding = known_encoding(encoding)
        choice = Choice(None if select is None else _words(select), ignore=_words(ignore))
        rules = choose(rulebook.rules, choice)
    except UsageError as error:
        message = say(error.key, language, **{**error.values, "option": "edition"})
        raise InputError(message) from None
    except UnknownSelector as error:
        raise InputError(_unknown(error, language)) from None
    linter = Linter(rulebook, rules, Settings(date.today(), edition), language, encoding)
    if previous is not None:
        linter.relations = _relations(linter, os.fspath(previous))
    return linter


def _words(words: str | Iterable[str]) -> tuple[str, ...]:
    """Names of rules; a text holds several, as on the command line."""
    if isinstance(words, str):
        words = words.replace(",", " ").split()
    return tuple(words)


def _unknown(error: UnknownSelector, language: str) -> str:
    message = say("unknown-rule", language, word=error.word)
    near = nearest(error.word, error.known)
    return message + (say("did-you-mean", language, nearest=near) if near else "")


def _relations(linter: Linter, previous: str) -> Relations:
    library = Library(linter.rulebook, linter.encoding)
    try:
        return Relations(library, Kinship(previous))
    except NotRead as error:
        message = say("not-read", linter.language, option="previous", path=error.path)
        raise InputError(message) from None


def _look(linter: Linter, path: str) -> Look:
    try:
        return linter.look_into(path, read_bytes(path))
    except Unreadable as error:
        return Look(linter.unreadable(path, error))


def _findings(look: Look) -> tuple[Finding, ...]:
    _report_in(look)
    return tuple([finding_from(diagnostic) for diagnostic in look.result.diagnostics])


def _report(linter: Linter, look: Look) -> Report:
    report = _report_in(look)
    return report_from(report_object(look.result.path, report, linter.rulebook), report)


def _report_in(look: Look) -> ReadReport:
    """The report read. Raises InputError where a file could not be read, or is no report."""
    if look.context is None:
        [reason] = look.result.diagnostics
        raise InputError(reason.message, look.result.path)
    return look.context.report
