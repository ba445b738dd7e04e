"""The first words of paragraphs and items, which say what follows: （一）主动公开。 一是…方面。"""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.report.model import Passage
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_LONGEST = 30  # code points
_LONGEST_UNMARKED = 16  # of words that no ordinal introduces; longer ones begin a sentence
_ITEM = regex(
    r"(?:^|(?<=[。;:!?\n]))[*#_ ]*(?P<mark>"
    r"(?P<section>\([一二三四五六七八九十]{1,3}\))|\([0-9]{1,2}\)"
    r"|[一二三四五六七八九十]{1,3}[、是]|[0-9]{1,2}[.、)](?![0-9])"
    r"|第[一二三四五六七八九十]{1,2}[,，、是])?[*_]*"
)
_END = regex("[。:;,，!?(]|$")
_TITLE_ENDINGS = ("方面", "情况", "公开", "管理", "建设", "保障")  # of a heading within a paragraph


class Lead(Record):
    """The words before the first mark of a paragraph or a numbered item."""

    text: str
    section: bool  # it heads a section of the chapter: （一）… or a heading of its own


def leads_of(passage: Passage) -> Iterator[Lead]:
    """What a passage and the numbered items in it begin with."""
    text = passage.content.text
    for item in _ITEM.finditer(text):
        start = item.end()
        end = _END.search(text, start)
        stop = end.start() if end else len(text)
        words = text[start : min(stop, start + _LONGEST)]
        if not item["mark"] and item.start() > 0 and not _is_heading(words, text[stop : stop + 1]):
            continue
        if item["mark"] or passage.heading or len(words) <= _LONGEST_UNMARKED:
            section = item.start() == 0 and bool(item["section"] or passage.heading)
            yield Lead(words, section)


def _is_heading(words: str, mark: str) -> bool:
    """Whether a sentence within a paragraph is a heading that lines broken anew have swallowed."""
    short = len(words) <= _LONGEST_UNMARKED and mark in ("。", ":")
    return short and words.endswith(_TITLE_ENDINGS)
