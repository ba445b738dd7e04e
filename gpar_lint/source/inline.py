"""Markdown marks within a line taken out, every character left keeping its place.

Emphasis is read as people write it in Chinese, not by CommonMark's rules on punctuation, under
which `**一是强化领导。**加强` would show its asterisks.
"""

from __future__ import annotations

import re

from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex

_MARK = regex(
    r"\\[!-/:-@\[-`{-~]|(?<=.)\\$"  # an escaped character, a hard line break
    r"|\*{1,3}|_{1,3}|~~"
    r"|\[|\](?:\((?=[^()\s]*[./#:])[^()\s]*\))?"  # [text](address)
    r"|<(?:https?://|mailto:|www\.)[^<>\s]*>"  # an address in angle brackets
)
_MARK_CHARS = frozenset("\\*_~[]<")  # one of them begins every mark
_LINE_BREAK = regex(r"<br\s*/?>", re.IGNORECASE)
_WORD = regex("[A-Za-z0-9]")


def without_marks(content: Excerpt) -> Excerpt:
    """`content` without the marks of emphasis, links, addresses and escapes that pair up."""
    text = content.text
    if _MARK_CHARS.isdisjoint(text):
        return content
    dropped: list[tuple[int, int]] = []
    opened: dict[str, tuple[int, int]] = {}  # emphasis and "[" still open, by mark
    for found in _MARK.finditer(text):
        mark, (start, end) = found[0], found.span()
        if mark[0] == "\\":
            dropped.append((start, start + 1))
        elif mark[0] == "<":
            dropped += [(start, start + 1), (end - 1, end)]
        elif mark == "[":
            opened["["] = (start, end)
        elif mark[0] == "]":
            opening = opened.pop("[", None)
            if opening and len(mark) > 1:
                dropped += [opening, (start, end)]
        elif mark in opened and not text[start - 1].isspace():
            dropped += [opened.pop(mark), (start, end)]
        elif _may_open(text, mark, start, end):
            opened[mark] = (start, end)
    return _without(content, sorted(dropped)) if dropped else content


def without_breaks(content: Excerpt) -> Excerpt:
    """A table cell's content without `<br>`, which is how a line ends inside a cell."""
    if "<" not in content.text:
        return content
    return _without(content, [found.span() for found in _LINE_BREAK.finditer(content.text)])


def _may_open(text: str, mark: str, start: int, end: int) -> bool:
    """Whether emphasis may begin here: not in a_b nor in 2*3."""
    if end == len(text) or text[end].isspace():
        return False
    inside_word = start > 0 and _WORD.match(text[start - 1]) and _WORD.match(text[end])
    return not (inside_word and len(mark) == 1)


def _without(content: Excerpt, dropped: list[tuple[int, int]]) -> Excerpt:
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for hole, after in [*dropped, (len(content.text), 0)]:
        pieces.append(content.text[start:hole])
        offsets.extend(content.offsets[start:hole])
        start = after
    return Excerpt("".join(pieces), offsets)
