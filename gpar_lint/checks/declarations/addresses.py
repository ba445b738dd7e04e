"""Web addresses: cut, broken over lines, with stray characters (D511)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.layout import is_natural
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage
from gpar_lint.text.folding import BLANKS
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

# Over squeezed text. A run of the characters that an address may have, from its scheme or www.
_START = regex(
    r"(?<![A-Za-z0-9.@/_-])(?:https?(?=[:;/\\])|[htp]{3,6}s?(?=:/)|www(?=[.。,，、()<>·]|$))",
    re.IGNORECASE,
)
_RUN = regex(r"[A-Za-z0-9._~:/?#@!$&'*+=%\\\-]*")
_SCHEME = regex(r"https?://", re.IGNORECASE)
_LOOSE_SCHEME = regex(r"[htp]{3,6}s?[:;]*[/\\]*|", re.IGNORECASE)
_HOST = regex(r"(?:[A-Za-z0-9\-_]+\.)+[A-Za-z]{2,}(?::[0-9]+)?|[0-9]+(?:\.[0-9]+){3}(?::[0-9]+)?")
_HOST_END = regex(r"[/?#]")
# What goes on after a stray character: gov.cn, w.yunlu.gov.cn/.
_REST = regex(r"[<>()。,，、;·]{1,3}([A-Za-z0-9\-]*(?:\.[A-Za-z0-9\-]+)*\.?(?:cn|com|net|org)\b/?)")
_OWN_START = regex(r"https?:|www\.|[A-Za-z0-9._\-]+@", re.IGNORECASE)
_CLOSERS = ".,;:!?'*_~"
_CUT_ENDS = (".gov",)  # no Chinese site ends so: .cn is lost


class Address(Record):
    """A web address as far as its characters go, and what belongs to it beyond."""

    start: int  # in the passage
    end: int
    rest: int  # end of what goes on after a stray character; `end` where nothing does
    problem: str  # key of the rule's texts; "" for a right one


def check_addresses(context: Context, rule: Rule) -> Iterator[Finding]:
    """Web addresses that lead nowhere as they stand (D511)."""
    for passage in context.report.passages:
        text = passage.content.text
        if "//" not in text and "www" not in text.lower() and "http" not in text.lower():
            continue
        for address in addresses_in(context, passage):
            if address.problem:
                end = max(address.end, address.rest)
                values = {"address": text[address.start : end]}
                span = passage.content.span(address.start, end)
                yield Finding(rule.code, span, values, text=address.problem)


def addresses_in(context: Context, passage: Passage) -> Iterator[Address]:
    """The web addresses of a passage, each once."""
    content = passage.content
    place = 0
    while match := _START.search(content.text, place):
        address = _address(context, passage, match.start())
        yield address
        place = max(address.end, address.rest, match.end())


def _address(context: Context, passage: Passage, start: int) -> Address:
    text, offsets = passage.content.text, passage.content.offsets
    found = _RUN.match(text, start)
    end = found.end() if found else start
    end, blank = _before_blank(context, passage, start, end)
    while not blank and end > start and text[end - 1] in _CLOSERS:
        end -= 1
    rest = _rest(text, end)
    original = context.report.document.letters(offsets[start:end])
    if blank:
        return Address(start, _run_end(text, end), end, "broken")
    problem = _problem(text[start:end], original)
    if not problem and _is_broken(context, passage, start, end):
        problem = "broken"
    return Address(start, end, rest if problem else end, problem)


def _run_end(text: str, place: int) -> int:
    found = _RUN.match(text, place)
    end = found.end() if found else place
    while end > place and text[end - 1] in _CLOSERS:
        end -= 1
    return end


def _before_blank(context: Context, passage: Passage, start: int, end: int) -> tuple[int, bool]:
    """Where an address ends for a blank within its line, and whether it goes on behind it."""
    text, offsets = passage.content.text, passage.content.offsets
    document = context.report.document
    for place in range(start + 1, end):
        if offsets[place] == offsets[place - 1] + 1:
            continue
        gap = document.excerpt(offsets[place - 1] + 1, offsets[place]).text
        if gap and "\n" not in gap and "\r" not in gap and not BLANKS.isdisjoint(gap):
            return place, _goes_on(text[start:place], text[place:end])
    return end, False


def _goes_on(address: str, behind: str) -> bool:
    if _OWN_START.match(behind):
        return False
    host = _HOST_END.split(_LOOSE_SCHEME.sub("", address, count=1))[0]
    return not _HOST.fullmatch(host) or re.match(r"[a-z0-9_\-]*[./][A-Za-z0-9]", behind) is not None


def _rest(text: str, end: int) -> int:
    match = _REST.match(text, end)
    return match.end() if match and not _OWN_START.match(text, match.start(1)) else end


def _problem(address: str, original: str) -> str:
    """What is wrong with an address in itself."""
    if address[:3].lower() != "www" and not _SCHEME.match(original):
        return "scheme"
    if not original.isascii() or "\\" in address:
        return "stray"
    path = _LOOSE_SCHEME.sub("", address, count=1)
    if path[:4].lower() == "http":
        return "stray"
    host = _HOST_END.split(path)[0].rstrip(":")
    return "" if _is_whole(host.lower()) else "cut"


def _is_whole(host: str) -> bool:
    if not _HOST.fullmatch(host) or host.endswith(_CUT_ENDS):
        return False
    return not host.startswith("www.") or host.count(".") > 1


def _is_broken(context: Context, passage: Passage, start: int, end: int) -> bool:
    """Whether the address runs over a line end that is not just the end of a full line."""
    first, last = passage.content.offsets[start], passage.content.offsets[end - 1]
    return any(
        first < joint.span.start <= last and not is_natural(context, passage, joint)
        for joint in passage.joints
    )
