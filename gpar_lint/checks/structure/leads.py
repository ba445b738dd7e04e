"""The first words of paragraphs and items, which say what follows: （一）主动公开。 一是…方面。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gpar_lint.report.model import Passage

_LONGEST = 30  # code points
_ITEM = re.compile(
    r"(?:^|(?<=[。;:!?\n]))[*#_ ]*"
    r"(?:\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十]{1,3}[、是]|[0-9]{1,2}[.、)](?![0-9])"
    r"|第[一二三四五六七八九十]{1,2}[,，、是])?[*_]*"
)
_END = re.compile("[。:;,，!?(]|$")


def leads_of(passage: Passage) -> Iterator[str]:
    """The words before the first mark of a passage and of each numbered item in it."""
    text = passage.content.text
    for item in _ITEM.finditer(text):
        if item.end() > item.start() or item.start() == 0:
            end = _END.search(text, item.end())
            yield text[item.end() : min(end.start() if end else len(text), item.end() + _LONGEST)]
