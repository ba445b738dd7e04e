"""C425: a measure word without its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import cast

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.format.catalogue import Rule
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_SAID = 24  # code points of the text shown
_BLANKS = " \t\u3000\xa0"
_BLANK = f"[{_BLANKS}]"
_MANY_GAPS = 3  # in a paragraph; more, and it is set with blanks between its characters
_SPACED = regex(f"[\u4e00-\u9fff]{_BLANK}[\u4e00-\u9fff]{_BLANK}[\u4e00-\u9fff]")


class Gap(Record):
    """A place where a number is missing."""

    span: Span  # the gap and the measure word behind it
    said: str


def check_missing_figure(context: Context, rule: Rule) -> Iterator[Finding]:
    """C425: a blank or placeholder before a measure word at the end of a clause."""
    for gap in context.once(gaps):
        yield Finding(rule.code, gap.span, {"said": gap.said})


def gaps(context: Context) -> list[Gap]:
    """The gaps of a report's text (for `context.once`)."""
    vocabulary = context.rulebook.vocabulary["claim-gaps"]
    words = frozenset(cast("Sequence[str]", vocabulary["words"]))
    counted = tuple(cast("Sequence[str]", vocabulary["counted"]))
    measures = tuple(cast("Sequence[str]", vocabulary["measures"]))
    pattern = _pattern(measures, str(vocabulary["placeholders"]))
    no_number = str(vocabulary["before"])
    found: list[Gap] = []
    for passage in context.report.passages:
        if not passage.heading:
            seen = context.report.document.excerpt(*passage.span)
            places = [
                place
                for place in pattern.finditer(seen.text)
                if _may_lack_number(place, no_number)
                and not _is_word(place, words)
                and not _is_mere_break(place, counted)
            ]
            found.extend(_gaps_at(places, seen))
    return found


def _gaps_at(places: Sequence[re.Match[str]], seen: Excerpt) -> Iterator[Gap]:
    text = seen.text
    if len(places) > _MANY_GAPS or (places and _SPACED.search(text)):
        return
    for place in places:
        said = re.split("[，。；、\n]", text[max(place.end() - _SAID, 0) : place.end()])[-1]
        yield Gap(seen.span(place.start("gap"), place.end()), said)


@lru_cache(maxsize=4)
def _pattern(measures: tuple[str, ...], placeholders: str) -> re.Pattern[str]:
    """A gap, a measure word, the clause's end."""
    longest_first = "|".join(sorted(measures, key=len, reverse=True))
    marks = re.escape(placeholders)
    return re.compile(
        f"(?P<gap>{_BLANK}{{1,40}}|{_BLANK}{{0,40}}[\r\n]{{1,4}}{_BLANK}{{0,40}}"
        f"|{_BLANK}{{0,4}}[{marks}]{{1,20}}{_BLANK}{{0,4}}|[（(]{_BLANK}{{1,20}}[）)])"
        f"(?P<measure>{longest_first})(?=[，。；、,;）)（(]|$)"
    )


def _may_lack_number(gap: re.Match[str], no_number: str) -> bool:
    """Whether the gap follows a Chinese character, and none after which there is no number."""
    before = gap.string[gap.start() - 1] if gap.start() else ""
    return "\u4e00" <= before <= "\u9fff" and before not in no_number


def _is_mere_break(gap: re.Match[str], counted: tuple[str, ...]) -> bool:
    """Whether a line may have been broken there and nothing is missing: 宣传⏎部."""
    blanks, line_end, _ = gap["gap"].partition("\n")
    if not line_end or len(blanks.rstrip("\r")) > 1:
        return False
    return not gap.string[: gap.start("gap")].endswith(counted)


def _is_word(gap: re.Match[str], words: frozenset[str]) -> bool:
    """Whether a single space stands within a word: 文 件."""
    if len(gap["gap"]) > 1 or gap["gap"] == "\u3000":
        return False
    text = gap.string
    word_end = gap["measure"]
    return any(
        text[max(gap.start("gap") - length, 0) : gap.start("gap")] + word_end in words
        for length in (1, 2)
    )
