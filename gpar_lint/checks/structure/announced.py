"""The parts that the preamble announces (全文包括…六部分) against its own list (S122)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.fields import Fields
from gpar_lint.report.model import Passage, Report
from gpar_lint.report.ordinals import numeral_value
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_FEWEST = 3  # names of chapters that a list of the report's parts has
_LONGEST = 600  # code points; a longer sentence announces nothing
_SENTENCE = regex("[^。!?]+")
_COUNT = regex("(?<![第百0-9])([一二三四五六七八九十]{1,2}|[0-9]{1,2})(?:个|大|项|章|部)")
# Without a list only this is sure to speak of the report: 由六个部分组成, 共分六部分.
_MADE_OF = regex("(?:由|共|分|分为|包括|包含)(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})[个大]?部分")
_SEPARATORS = "、；;，,"
_SEPARATED = str.maketrans(dict.fromkeys(_SEPARATORS, "、"))
# 情况和: one name ends, and another follows.
_TWO_NAMES = [
    noun + joint for noun in ("情况", "措施", "事项") for joint in ("和", "及", "与", "以及")
]
_TRIMMED = "和及与 以及的等共()（）“”《》"
_ITEM_STARTS = frozenset("(第一二三四五六七八九十0123456789")
_ITEM_MARK = regex(r"^(?:\(?[一二三四五六七八九十0-9]{1,2}[)、.是]?|第[一二三四五六]部分[是为]?)")


class _Announcement(Record):
    """A sentence that announces the report's parts."""

    passage: Passage
    start: int
    end: int
    parts: int  # how many it says
    listed: str  # the list of parts, "" where there is none


class _Listed(Record):
    """What a list of parts names."""

    chapters: list[str]  # numbers of the format's chapters
    unknown: list[str]  # other names
    pieces: int  # pieces of the list that name a chapter not named before


def check_announced_parts(context: Context, rule: Rule) -> Iterator[Finding]:
    """A number of parts that the list after it does not have, or a part that is not there."""
    words = vocabulary(context, "headings")
    for announcement in _announcements(context.report, words.table("announcement")):
        span = announcement.passage.content.span(announcement.start, announcement.end)
        if announcement.listed:
            said = _fault_in_list(context.report, announcement, _listed(announcement.listed, words))
        else:
            said = _fault_in_count(context.report, announcement.parts)
        if said:
            text, values = said
            yield Finding(rule.code, span, {"stated": announcement.parts, **values}, text)


def _fault_in_list(
    report: Report, announcement: _Announcement, listed: _Listed
) -> tuple[str, dict[str, object]] | None:
    if len(listed.chapters) < _FEWEST:
        return None
    most = len(listed.chapters) + len(listed.unknown)
    # An unknown name may be the second half of one with a 、 inside.
    least = listed.pieces + min(len(listed.unknown), 1)
    if not least <= announcement.parts <= most:
        return "message", {"listed": most}
    if most != announcement.parts:
        return None
    lost = [name for name in listed.unknown if not _is_in(report, name)]
    return ("lost", {"names": "、".join(lost)}) if lost else None


def _fault_in_count(report: Report, parts: int) -> tuple[str, dict[str, object]] | None:
    """The number of parts, said without a list, where the report has all the format's chapters."""
    numbers = {chapter.number for chapter in report.chapters if chapter.number}
    whole = len(numbers) == len(report.edition.chapters)
    if whole and parts not in (len(numbers), len(report.chapters)):
        return "unlisted", {"listed": len(report.chapters)}
    return None


def _announcements(report: Report, words: Fields) -> Iterator[_Announcement]:
    subjects, measures = words.strings("subjects"), words.strings("measures")
    for passage in report.passages_in(None):
        for sentence in _SENTENCE.finditer(passage.content.text):
            text = sentence[0]
            if not _has_any(text, subjects) or not _has_any(text, measures):
                continue
            for count in _COUNT.finditer(text):
                if text.startswith(measures, count.end(1)):
                    listed = _list_in(text, count, words.strings("openers"))
                    if listed is not None:
                        start = sentence.start()
                        number = numeral_value(count[1])
                        yield _Announcement(passage, start, sentence.end(), number, listed)
                    break


def _has_any(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _list_in(text: str, count: re.Match[str], openers: Sequence[str]) -> str | None:
    """The list before or after the number of parts; None where it is open (…等六部分)."""
    if len(text) > _LONGEST:
        return None
    before, after = text[: count.start()], text[count.end() :]
    starts = [before.find(opener) + len(opener) for opener in openers if opener in before]
    if starts and "、" in before[min(starts) :]:
        listed = before[min(starts) :]
        return None if "等" in listed[-6:] else listed
    starts = [after.find(opener) + len(opener) for opener in openers if opener in after]
    if starts and any(mark in after[min(starts) :] for mark in _SEPARATORS):
        listed = after[min(starts) :]
        return None if "等" in listed[-6:] else listed
    return "" if _MADE_OF.search(text) else None


def _listed(text: str, words: Fields) -> _Listed:
    """The names in a list; parts of one name that a 、 cuts in two are counted once."""
    names = [(f.text("number"), f.lists("names")) for f in words.tables("chapters")]
    extras = words.table("announcement").strings("extras")
    chapters: list[str] = []
    unknown: list[str] = []
    pieces = 0
    for piece in text.translate(_SEPARATED).split("、"):
        bare = _without_mark(piece.strip(_TRIMMED)).strip(_TRIMMED)
        found = _named(bare, names)
        if found:
            new = [number for number in found if number not in chapters]
            chapters += new
            # 主动公开和依申请公开情况 may be meant as one part; two names that end are two.
            pieces += len(new) if any(names in bare for names in _TWO_NAMES) else bool(new)
        elif bare and bare not in extras:
            unknown.append(bare)
    return _Listed(chapters, unknown, pieces)


def _without_mark(piece: str) -> str:
    return _ITEM_MARK.sub("", piece) if piece[:1] in _ITEM_STARTS else piece


def _named(piece: str, names: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> list[str]:
    """The chapters that a piece of a list names."""
    return [
        number
        for number, signs in names
        if any(all(word in piece for word in words) for words in signs)
    ]


def _is_in(report: Report, name: str) -> bool:
    """Whether the report has a heading of this name, on whatever level."""
    return any(name in chapter.title.text for chapter in report.chapters) or any(
        name in passage.content.text[:40] for passage in report.passages if passage.chapter
    )
