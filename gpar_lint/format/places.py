"""Where the keys of a TOML text stand. The parser keeps no places, and errors need them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gpar_lint.text.patterns import regex

Path = tuple[str | int, ...]  # ("rule", 2, "texts"): the way from the root; lists count from 0

_PART = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEAD = regex(rf"[ \t]*(?:(\[\[?)[ \t]*({_DOTTED})[ \t]*\]|({_DOTTED})[ \t]*=)")
_PARTS = regex(_PART)
_TOKEN = regex(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[\[\]{}\n]""",
    re.DOTALL,
)
_ESCAPE = regex(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")
_ESCAPED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def line_of(text: str, path: Path) -> int | None:
    """The line (from 1) on which a value stands, or the nearest table that should hold it."""
    lines = lines_of(text)
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


def lines_of(text: str) -> dict[Path, int]:
    """The lines of a text's tables, keys and strings in lists, by their path."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}  # how many tables each list of tables has so far
    table: Path = ()
    offset, line = 0, 1
    while offset < len(text):
        head = _HEAD.match(text, offset)
        end = head.end() if head else offset
        if head and head[1]:
            table = _table(_names(head[2]), counts, is_list=head[1] == "[[")
            for length in range(1, len(table) + 1):
                lines.setdefault(table[:length], line)
        elif head:
            path = (*table, *_names(head[3]))
            lines.setdefault(path, line)
            lines.update(_items(path, text, end, line))
        after = _value_end(text, end)
        line += text.count("\n", offset, after)
        offset = after
    return lines


def _table(names: Sequence[str], counts: dict[Path, int], *, is_list: bool) -> Path:
    """The path of a header; below a list of tables it means the last one."""
    path: Path = ()
    for place, name in enumerate(names):
        path = (*path, name)
        if is_list and place == len(names) - 1:
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = (*path, counts[path] - 1)
    return path


def _items(path: Path, text: str, start: int, line: int) -> Iterator[tuple[Path, int]]:
    """The strings of a list that begins at `start`."""
    depth = count = 0
    for token in _TOKEN.finditer(text, start):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        elif token[0][0] in "\"'" and depth == 1:
            yield (*path, count), line + text.count("\n", start, token.start())
            count += 1
        if depth == 0:
            return


def _value_end(text: str, start: int) -> int:
    """Past the line end that ends a value; strings and lists may hold line ends of their own."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        elif token[0] == "\n" and depth <= 0:
            return token.end()
    return len(text)


def _names(dotted: str) -> tuple[str, ...]:
    return tuple([_name(part) for part in _PARTS.findall(dotted)])


def _name(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    return _ESCAPE.sub(_unescaped, part[1:-1]) if part[0] == '"' else part


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1]
    return chr(int(code[1:], 16)) if code[0] in "uU" and len(code) > 1 else _ESCAPED.get(code, code)
