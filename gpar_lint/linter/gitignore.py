"""The patterns of .gitignore files, and globs of the same form.

Supported, as git documents it: comments, `!`, a trailing `/` for folders, patterns with a slash
(anchored to their file's folder) and without one (at any depth), `*`, `?`, `[…]`, `**`.
"""

from __future__ import annotations

import re

from gpar_lint.text.records import Record


class Pattern(Record):
    """One line of a .gitignore file."""

    expression: re.Pattern[str]
    negated: bool
    folders_only: bool


def parse_patterns(text: str) -> list[Pattern]:
    """The patterns of a .gitignore file; lines that cannot be a pattern are passed over."""
    patterns = []
    for line in text.split("\n"):
        pattern = parse_pattern(line.rstrip("\r"))
        if pattern is not None:
            patterns.append(pattern)
    return patterns


def parse_pattern(line: str) -> Pattern | None:
    """One pattern; None for a comment, a blank line or a faulty pattern."""
    if not line.endswith("\\ "):
        line = line.rstrip(" ")
    if not line or line.startswith("#"):
        return None
    negated = line.startswith("!")
    glob = line[1:] if negated else line
    folders_only = glob.endswith("/")
    glob = glob.rstrip("/")
    anchored = "/" in glob
    prefix = "" if anchored or glob.startswith("**/") else "(?:.*/)?"
    try:
        expression = re.compile(prefix + _translate(glob.lstrip("/")), re.DOTALL)
    except re.error:
        return None
    return Pattern(expression, negated, folders_only)


def verdict(patterns: list[Pattern], path: str, is_folder: bool) -> bool | None:
    """Whether a path (with /, below the patterns' folder) is ignored; None: they say nothing."""
    for pattern in reversed(patterns):
        if pattern.folders_only and not is_folder:
            continue
        if pattern.expression.fullmatch(path):
            return not pattern.negated
    return None


def _translate(glob: str) -> str:
    """A glob as a regular expression; `**` alone between slashes crosses folders."""
    parts = glob.split("/")
    pieces = []
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        if part == "**":
            pieces.append(".*" if last else "(?:.*/)?")
        else:
            pieces.append(_translate_name(part) + ("" if last else "/"))
    return "".join(pieces)


def _translate_name(glob: str) -> str:
    pieces, place = [], 0
    while place < len(glob):
        char = glob[place]
        place += 1
        if char == "*":
            if glob[place - 2 : place - 1] != "*":  # a run of stars means no more than one
                pieces.append("[^/]*")
        elif char == "?":
            pieces.append("[^/]")
        elif char == "[" and (end := _set_end(glob, place)) > 0:
            pieces.append(_translate_set(glob[place:end]))
            place = end + 1
        elif char == "\\" and place < len(glob):
            pieces.append(re.escape(glob[place]))
            place += 1
        else:
            pieces.append(re.escape(char))
    return "".join(pieces)


def _set_end(glob: str, start: int) -> int:
    """Where the ] of a set stands that opens before `start`; -1 where it is not closed."""
    first = start + 1 if glob[start : start + 1] in ("!", "^") else start
    return glob.find("]", first + 1)  # a ] in the first place stands for itself


def _translate_set(content: str) -> str:
    negated = content[0] in "!^"
    inside = content[1:] if negated else content
    for char in "\\[]&~|":
        inside = inside.replace(char, "\\" + char)
    return f"(?!/)[{'^' if negated else ''}{inside}]"


def covers(patterns: list[Pattern], path: str) -> bool:
    """Whether a file (its path as in `verdict`), or a folder that it lies in, is ignored."""
    steps = path.split("/")
    for length in range(1, len(steps)):
        if verdict(patterns, "/".join(steps[:length]), is_folder=True):
            return True
    return bool(verdict(patterns, path, is_folder=False))
