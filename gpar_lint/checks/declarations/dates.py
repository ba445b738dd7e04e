"""Dates as reports write them."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_NUMERALS = "〇一二三四五六七八九"
_DATE = regex(
    r"(?<![0-9])(?:(?P<year>[0-9]{4})年度?)?(?P<month>[0-9]{1,2})月(?:份|(?P<day>[0-9]{1,2})[日号])?"
    r"|(?<![0-9])(?P<y>[0-9]{4})(?P<mark>[-./])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2})(?![0-9])"
)
_CHINESE = regex(
    r"(?P<year>二[〇零][〇零一二三四五六七八九]{2})年(?P<month>[一二三四五六七八九十]{1,2})月"
    r"(?P<day>[一二三四五六七八九十]{1,3})日"
)


class Date(Record):
    """A date in a text, as far as it is given."""

    year: int | None
    month: int
    day: int | None
    start: int  # place in the text
    end: int


def dates_in(text: str) -> Iterator[Date]:
    """The dates of a squeezed text: 2024年1月1日, 1月1日, 2024年1月, 2024-1-1, 2024.1.1."""
    for found in _DATE.finditer(text):
        year, month, day = found["year"], found["month"] or found["m"], found["day"] or found["d"]
        year = year or found["y"]
        yield Date(
            int(year) if year else None, int(month), int(day) if day else None, *found.span()
        )
    for found in _CHINESE.finditer(text):
        digits = [str(_NUMERALS.index(char)) for char in found["year"].replace("零", "〇")]
        year = "".join(digits)
        yield Date(int(year), _number(found["month"]), _number(found["day"]), *found.span())


def _number(text: str) -> int:
    """二十一 → 21, for the numbers up to 39 that dates have."""
    tens, ten, ones = text.rpartition("十")
    value = _NUMERALS.index(ones) if ones else 0
    return value + (10 * (_NUMERALS.index(tens) if tens else 1) if ten else 0)
