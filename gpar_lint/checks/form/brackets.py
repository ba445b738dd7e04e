"""Brackets and quotation marks that do not pair up within a paragraph (F701)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.form.slips import Slip, finding_of
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage
from gpar_lint.source.furniture import is_of_site
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

# Squeezed text: round brackets are half width there.
_PAIRS = {"》": "《", "〉": "〈", "”": "“", "’": "‘", ")": "(", "〕": "〔", "】": "【"}
_CLOSERS = {opener: closer for closer, opener in _PAIRS.items()}
_MARK = regex("[《》〈〉“”‘’()〔〕【】]")
# 1) and 一) at the head of an item open with nothing; an apostrophe closes nothing.
_ITEM = regex(r"(?:^|[。，;:、!?])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z])$")
_LETTER = regex("[A-Za-z]")
_ITEM_WIDTH = 4
_MOST_PAIRED = 3  # marks of one passage that may be closed in the next
_NEXT = 2  # passages further on that may close what one opens, where a paragraph was cut


class Unpaired(Record):
    """A mark without its partner."""

    passage: Passage
    place: int  # in the passage
    mark: str


def check_brackets(context: Context, rule: Rule) -> Iterator[Finding]:
    """《》〈〉“”‘’（）〔〕【】 not paired within a paragraph (F701)."""
    own = [
        one for one in context.report.passages if one.chapter or not is_of_site(one.content.text)
    ]
    by_passage = [sorted(_unpaired_in(passage), key=_place) for passage in own]
    for index, unpaired in enumerate(by_passage):
        for mark in unpaired[:_MOST_PAIRED]:
            _pair_over_passages(mark, unpaired, by_passage[index + 1 : index + 1 + _NEXT])
        if unpaired:
            slips = [_slip(each) for each in unpaired]
            partner = _CLOSERS.get(unpaired[0].mark) or _PAIRS[unpaired[0].mark]
            text = "opened" if unpaired[0].mark in _CLOSERS else "closed"
            yield finding_of(rule, slips, text=text, values={"partner": _shown(partner)})


def _unpaired_in(passage: Passage) -> Iterator[Unpaired]:
    text = passage.content.text
    opened: list[Unpaired] = []
    still_open: Counter[str] = Counter()  # by mark, so that a stray closer searches for nothing
    for found in _MARK.finditer(text):
        mark, place = found[0], found.start()
        if mark in _CLOSERS:
            opened.append(Unpaired(passage, place, mark))
            still_open[mark] += 1
        elif still_open[_PAIRS[mark]]:
            while (last := opened.pop()).mark != _PAIRS[mark]:
                still_open[last.mark] -= 1
                yield last
            still_open[last.mark] -= 1
        elif not _is_no_bracket(text, place, mark):
            yield Unpaired(passage, place, mark)
    yield from opened


def _is_no_bracket(text: str, place: int, mark: str) -> bool:
    if mark == ")":
        return _ITEM.search(text[max(0, place - _ITEM_WIDTH) : place]) is not None
    apostrophe = mark == "’" and place > 0 and _LETTER.match(text[place - 1])
    return bool(apostrophe)


def _pair_over_passages(
    mark: Unpaired, unpaired: list[Unpaired], following: Sequence[list[Unpaired]]
) -> None:
    """Take both away where a paragraph that was cut closes its bracket in the next passage."""
    closer = _CLOSERS.get(mark.mark)
    for others in following:
        partner = next((other for other in others if other.mark == closer), None)
        if partner and partner.passage.chapter == mark.passage.chapter:
            others.remove(partner)
            unpaired.remove(mark)
            return


def _place(mark: Unpaired) -> int:
    return mark.place


def _slip(mark: Unpaired) -> Slip:
    span = mark.passage.content.span(mark.place, mark.place + 1)
    return Slip(span, _shown(mark.mark))


def _shown(mark: str) -> str:
    return {"(": "（", ")": "）"}.get(mark, mark)
