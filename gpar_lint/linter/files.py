"""Which files a run is about, and their bytes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from gpar_lint.linter.gitignore import Pattern, parse_pattern, parse_patterns, verdict
from gpar_lint.source.document import Unreadable
from gpar_lint.source.reading import SIZE_LIMIT
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

STANDARD_INPUT = "-"

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm")
OFFICE_SUFFIXES = (".docx", ".docm", ".pdf", ".doc", ".wps", ".rtf", ".odt")
# What a report's own name, or its folder's, says: a folder may hold a thousand contracts besides,
# and reading one takes a hundred times as long as seeing that a text is no report.
_NAMES_OF_REPORTS = ("年报", "年度报告", "信息公开")
# The same report once more, with the findings as comments.
_ANNOTATED = regex(r"\.批注[0-9]{0,6}\.doc[xm]$")
_LOCK = "~$"  # begins the files by which Word and WPS mark a document as open
#: Reasons for which a kind of file cannot be read on this machine, whatever is in the file.
BEYOND = ("no-pdf-support", "no-libreoffice")
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})


class Target(Record):
    """A file to be checked."""

    path: str  # as it is shown: what the user wrote, with what lies below a folder added
    named: bool  # named by the user, not found in a folder


class _Level(Record):
    """A folder's ignore patterns, seen from a folder below it."""

    patterns: list[Pattern]
    below: str  # the way from that folder to this one: "" or "reports/2024/"


def find_targets(
    paths: Iterable[str], exclude: Iterable[str] = (), *, office: bool = False
) -> list[Target]:
    """The files that `paths` name or hold, each once, sorted by path.

    In a folder: files with a known suffix that neither .gitignore nor `exclude` (globs in the form
    of .gitignore) names, with `office` also Word's and PDF files that are named like reports;
    hidden files, node_modules, virtual environments, annotated copies and symbolic links to folders
    are passed over.
    Lock files of Word are nobody's, named or not.
    """
    excluded = [pattern for glob in exclude if (pattern := parse_pattern(glob))]
    found: dict[str, Target] = {}
    for path in paths:
        targets: Iterable[Target] = [] if is_lock(path) else [Target(path, named=True)]
        if path != STANDARD_INPUT and os.path.isdir(path):
            walk = _walk(path, [*_levels_above(path), _Level(excluded, "")])
            targets = (each for each in walk if each.named or _is_wanted(each.path, office))
        for target in targets:
            key = target.path if target.path == STANDARD_INPUT else os.path.abspath(target.path)
            if key not in found or target.named:
                found[key] = target
    return sorted(found.values())


def may_be_report(path: str) -> bool:
    """Whether a file may be a report, by its suffix and name: every text may."""
    if not path.lower().endswith(OFFICE_SUFFIXES):
        return True
    folder, name = os.path.split(os.path.abspath(path))
    names = (name, os.path.basename(folder))
    return any(word in each for word in _NAMES_OF_REPORTS for each in names)


def _is_wanted(path: str, office: bool) -> bool:
    if path.lower().endswith(SUFFIXES):
        return True
    return office and may_be_report(path)


def is_lock(path: str) -> bool:
    """Whether a file only marks a document as open."""
    return os.path.basename(path).startswith(_LOCK) and not os.path.isdir(path)


def _walk(folder: str, levels: list[_Level]) -> Iterator[Target]:
    ignore_file = os.path.join(folder, ".gitignore")
    if os.path.isfile(ignore_file):
        levels = [*levels[:-1], _Level(_patterns_in(ignore_file), ""), levels[-1]]
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield Target(folder, named=True)  # reading it will say why it cannot be read
        return
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or _is_ignored(levels, entry.name, is_folder):
            continue
        path = entry.name if folder == os.curdir else os.path.join(folder, entry.name)
        if is_folder and entry.name not in SKIPPED_FOLDERS and not _is_environment(path):
            below = [_Level(level.patterns, f"{level.below}{entry.name}/") for level in levels]
            yield from _walk(path, below)
        elif entry.name.lower().endswith((*SUFFIXES, *OFFICE_SUFFIXES)) and _is_file(entry):
            yield Target(path, named=False)


def _is_environment(folder: str) -> bool:
    """Whether a folder is a virtual environment: programs, whatever it is called."""
    return os.path.exists(os.path.join(folder, "pyvenv.cfg"))


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        passing = entry.name.startswith(_LOCK) or _ANNOTATED.search(entry.name)
        return entry.is_file() and not passing
    except OSError:
        return False


def _is_ignored(levels: list[_Level], name: str, is_folder: bool) -> bool:
    for level in reversed(levels):
        said = verdict(level.patterns, level.below + name, is_folder)
        if said is not None:
            return said
    return False


def _levels_above(folder: str) -> list[_Level]:
    """The ignore files above a folder, up to the top of its git repository; none outside one."""
    levels: list[_Level] = []
    place, below = os.path.abspath(folder), ""
    while not os.path.exists(os.path.join(place, ".git")):
        parent, name = os.path.split(place)
        if parent == place:
            return []
        place, below = parent, f"{name}/{below}"
        levels.insert(0, _Level(_patterns_in(os.path.join(place, ".gitignore")), below))
    return levels


def _patterns_in(ignore_file: str) -> list[Pattern]:
    try:
        with open(ignore_file, encoding="utf-8", errors="replace") as file:
            return parse_patterns(file.read())
    except OSError:
        return []


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input. Raises Unreadable."""
    try:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise Unreadable("missing") from None
    except PermissionError:
        raise Unreadable("denied") from None
    except OSError as error:
        raise Unreadable("failed", error=error.strerror or str(error)) from None
    if len(data) > SIZE_LIMIT:
        raise Unreadable("too-large", limit=SIZE_LIMIT // 2**20)
    return data
