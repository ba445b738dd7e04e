"""The numbered items of the text: 一是 … （一） … 1. … （1） …"""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.structure.numbering import chinese_numeral
from gpar_lint.report.model import Passage
from gpar_lint.report.ordinals import numeral_value
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

#: No list is longer: 2024. and 110、 are no items.
MOST = 40
_MARKS = "*_#"  # emphasis left in plain text: **一**是
_ITEM = regex(
    r"(?P<is>[一二三四五六七八九十]{1,3})[*_]*是"
    r"|\((?:(?P<bracketed>[一二三四五六七八九十]{1,3})|(?P<digit>[0-9]{1,2}))\)"
    r"|(?P<arabic>[0-9]{1,2})[.、](?![0-9])"
)
_ORDINAL_WORDS = (("其次", 2), ("再次", 3), ("再者", 3), ("另一方面", 2))
# An item stands at the start of a paragraph or after one of these …
_OPENS = {
    "is": "。;:!?,，、)”》",
    "bracketed": "。;:!?",
    "digit": "。;:!?,，、",
    "arabic": "。;:!?",
}
# … and after one of these it is part of a word or a reference: 统一是 之一是 第（一）项 条（四）.
_BOUND = {
    "is": "统唯之第周期单专万其不十百千同",
    "bracketed": "第条款项目章节表",
    "digit": "第条款项目章节表",
    "arabic": "第条款项目章节表.-/年月0123456789",
}


class Item(Record):
    """The mark of a numbered item."""

    kind: str  # "is" 一是, "bracketed" （一）, "digit" （1）, "arabic" 1.
    value: int
    passage: Passage
    start: int  # of the mark, in the passage's squeezed text
    end: int
    numeral: Span  # in the document
    sure: bool  # where an item would stand; otherwise only good for a number that is due

    @property
    def span(self) -> Span:
        """The mark in the document."""
        return self.passage.content.span(self.start, self.end)

    def mark(self, value: int) -> str:
        """How an item of this kind with another number looks."""
        if self.kind == "is":
            return f"{chinese_numeral(value)}是"
        if self.kind == "bracketed":
            return f"（{chinese_numeral(value)}）"
        return f"（{value}）" if self.kind == "digit" else f"{value}."

    def written(self, value: int) -> str:
        """Another number in this item's numerals."""
        return str(value) if self.kind in ("digit", "arabic") else chinese_numeral(value)


def items_of(passage: Passage) -> Iterator[Item]:
    """The marks of items in a passage, in order."""
    text = passage.content.text
    for found in _ITEM.finditer(text):
        kind = found.lastgroup or ""
        value = numeral_value(found[kind])
        before = text[max(found.start() - 8, 0) : found.start()].rstrip(_MARKS)[-1:]
        sure = not before or before in _OPENS[kind]
        if value <= MOST and (sure or before not in _BOUND[kind]):
            numeral = passage.content.span(*found.span(kind))
            yield Item(kind, value, passage, found.start(), found.end(), numeral, sure)


def other_forms(kind: str, value: int) -> list[str]:
    """How else an item's number may be written where most of its list is of this kind."""
    numeral = chinese_numeral(value)
    forms = [f"第{numeral}{mark}" for mark in "，、,是"]
    forms += [f"{numeral}要", f"其{numeral}", f"{numeral}、", f"({numeral}", f"{numeral})"]
    if kind != "is":
        forms += [f"{value}.", f"{value}、", f"({value})", f"{value})"]
    if value <= 10:
        forms += [chr(first + value) for first in (0x2473, 0x2487, 0x245F, 0x321F)]
    return forms + [word for word, number in _ORDINAL_WORDS if number == value]
