"""What a configuration says, whether a file's or the command line's."""

from __future__ import annotations

from datetime import date

from gpar_lint.linter.gitignore import Pattern
from gpar_lint.linter.selection import Choice
from gpar_lint.text.records import Record

NAME = "gpar-lint"  # as comments, files and tables of configuration have it


class PerFile(Record):
    """Rules that do not run for some files."""

    pattern: Pattern  # of paths below the configuration's folder
    words: tuple[str, ...]  # codes, names, families or ALL


class Suppression(Record):
    """Findings that are let be ([[suppress]])."""

    words: tuple[str, ...]  # codes, names, families or ALL
    pattern: Pattern | None = None  # of paths below the configuration's folder; None: any
    place: tuple[str, ...] = ()  # chapter or table, row, column; empty: anywhere
    reason: str = ""
    until: date | None = None  # the last day on which it holds
    file: str = ""  # the configuration that says so, as it is shown
    line: int = 1


class Parent(Record):
    """A report whose tables are the sum of others' ([[parent]])."""

    report: str  # a file
    parts: tuple[str, ...]  # files, or folders, of which the reports on the parent's year count


class Config(Record):
    """The keys of a configuration. None, or an empty tuple: it says nothing of it.

    Paths are joined to the configuration's folder.
    """

    choice: Choice = Choice()  # select, ignore, extend-select, severity
    fail_on: str | None = None
    edition: str | None = None
    lang: str | None = None
    exclude: tuple[Pattern, ...] = ()
    previous: str | None = None
    compare: str | None = None
    baseline: str | None = None
    per_file_ignores: tuple[PerFile, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    parents: tuple[Parent, ...] = ()
    rule_packs: tuple[str, ...] = ()
    today: date | None = None
    copied_share: float | None = None
    abrupt_factor: float | None = None
    folder: str = ""  # what patterns are relative to


#: A configuration that says nothing.
EMPTY = Config()
