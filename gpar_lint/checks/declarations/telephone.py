"""Telephone and fax numbers (D508).

The forms are those of the national numbering plan: area codes of two or three digits after the 0,
numbers of seven or eight digits, mobile numbers of eleven, 400 and 800 numbers of ten, and short
service numbers (12345, 110, 95598).
"""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_AREA = r"\(?(?:0(?:10|2[0-57-9]))\)?-?(?=[0-9])"
_AREA_OF_FOUR = r"\(?0[3-9][0-9]{2}\)?-?(?=[0-9])"
_SHORT = r"(?:1[0-9]{2}|1[0-9]{4,5}|9[0-9]{4,5})"
_LOCAL = r"[1-9](?:-?[0-9]){6,7}"
_MOBILE = r"0?1[3-9](?:-?[0-9]){9}"
_SERVICE = r"[48]00(?:-?[0-9]){7}"
_ABROAD = r"\(?(?:\+|00)?86\)?-?"
_EXTENSION = r"(?:-[0-9]{1,5}|\([0-9]{1,5}\))?"
_NUMBER = regex(
    rf"(?:{_ABROAD})?(?:{_AREA}[1-9](?:-?[0-9]){{7}}|{_AREA_OF_FOUR}{_LOCAL}"
    rf"|{_MOBILE}|{_SERVICE}|{_LOCAL}){_EXTENSION}"
    rf"|(?:{_AREA}|{_AREA_OF_FOUR})?{_SHORT}{_EXTENSION}"
    rf"|(?:\+|00)?86-?(?:10|2[0-57-9]|[3-9][0-9]{{2}})-?{_LOCAL}"
)
_EXTENSION_WORD = regex(r"-?(?:转|\*)[0-9]*.*$")
_DASHES = regex(r"[-—–―‐‑−‒－~·._一ー]+")
_BETWEEN = regex(r"[/、,;，]")
_TRAILING = regex(r"[^0-9)]+$")

_LOOKS = regex(
    r"(?<![0-9])(?:\(?0[0-9]{2,3}\)?[^0-9。,，;]{0,2}[0-9]{6,8}|1[3-9][0-9]{9}"
    r"|[48]00-?[0-9]{3}-?[0-9]{4}|[2-8][0-9]{6,7})(?![0-9])"
)
_MEANT = regex(r"(?<![0-9])\(?0[0-9]{2,3}\)?[-—–]?[0-9]{4,9}(?![0-9])")  # perhaps a figure short


class Fault(Record):
    """What is wrong with one number of a value."""

    start: int  # place in the value
    end: int
    dashes: tuple[tuple[int, int], ...]  # separators to be replaced by -; empty: no mere separator


def means_telephone(text: str) -> bool:
    """Whether a text gives a telephone number, be it malformed (D508)."""
    return looks_like_telephone(text) or _MEANT.search(text) is not None


def looks_like_telephone(text: str) -> bool:
    """Whether a text holds something that can only be a telephone number."""
    return _LOOKS.search(text) is not None


def faults_in(value: Excerpt, original: str) -> Iterator[Fault]:
    """The malformed numbers of a value: one number, or several with 、 / , ; between them.

    `original` is the value as the document writes it: separators are judged as they stand there
    (a full-width hyphen looks right once it is folded), and a blank may end a number.
    """
    start = 0
    for piece in _BETWEEN.split(value.text):
        end = start + len(piece)
        number = _TRAILING.sub("", _within_brackets(piece))
        if start == 0 or number.startswith("0") or len(number) >= 7:
            fault = _fault_of(value.cut(start, start + len(number)), start, original[start:])
            if fault:
                yield fault
        start = end + 1


def _fault_of(number: Excerpt, start: int, original: str) -> Fault | None:
    if not number.text:
        return None
    fault = Fault(start, start + len(number.text), ())
    raw = original[: len(number.text)]
    plain = _DASHES.sub("-", _EXTENSION_WORD.sub("", number.text)).rstrip("-")
    if not _NUMBER.fullmatch(plain):
        return None if _first_of_several(number) else fault
    odd = [match.span() for match in _DASHES.finditer(raw) if match[0] != "-"]
    dashes = tuple([(start + left, start + right) for left, right in odd if left])
    return fault._replace(dashes=dashes) if dashes else None


def _within_brackets(number: str) -> str:
    """Up to a bracket that closes one around the number: 电话：0571-85550163）."""
    depth = 0
    for place, char in enumerate(number):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return number[:place]
    return number


def _first_of_several(number: Excerpt) -> bool:
    """Whether the number ends at a blank, and what follows (another number, a date) is no part."""
    offsets = number.offsets
    for place in range(1, len(offsets)):
        if offsets[place] > offsets[place - 1] + 1:
            head = _DASHES.sub("-", number.text[:place]).rstrip("-")
            if _NUMBER.fullmatch(head) and len(head) >= 7:
                return True
    return False
