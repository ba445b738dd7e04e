"""Ordinals before headings: 一、 （一） 1. 第一部分."""

from __future__ import annotations

from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

NUMERALS = "一二三四五六七八九十"

# Before an ordinal, text taken from a scan may hold a stroke of a frame: |一、 丨一、 l六、
_ORDINAL = regex(
    r"[|丨lLiI1]{0,2}(?:"
    r"第(?P<part>[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:部分|章|节|、)[、:,.]?"
    r"|\((?P<bracketed>[一二三四五六七八九十]{1,3})\)[、.]?"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3})[、.,，:·]{1,2}"
    r"|(?P<arabic>[0-9]{1,2})[、.](?![0-9]))"
)


class Ordinal(Record):
    """An ordinal at the start of a squeezed text."""

    style: str  # "chinese" 一、 "part" 第一部分 "arabic" 1、 "bracketed" （一） "none"
    value: int  # 0 where there is none
    start: int  # of its numeral and marks, after a stray stroke
    end: int


NO_ORDINAL = Ordinal("none", 0, 0, 0)


def read_ordinal(text: str) -> Ordinal:
    """The ordinal that a squeezed text starts with."""
    found = _ORDINAL.match(text)
    if found is None or found.lastgroup is None:
        return NO_ORDINAL
    style = found.lastgroup
    numeral = found[style]
    start = found.start(style) - (1 if style in ("part", "bracketed") else 0)
    return Ordinal(style, numeral_value(numeral), start, found.end())


def numeral_value(numeral: str) -> int:
    """The value of an ordinal's numeral up to 99: 七, 十二, 二十一, 12."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, units = numeral.partition("十")
    if not ten:
        return NUMERALS.index(numeral[0]) + 1
    value = 10 * (NUMERALS.index(tens[0]) + 1 if tens else 1)
    return value + (NUMERALS.index(units[0]) + 1 if units else 0)
