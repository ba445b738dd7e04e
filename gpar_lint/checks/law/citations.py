"""Citations: a title in 《》 and the number behind it, or a number alone."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.report.model import Passage
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_LONGEST_TITLE = 120  # code points; a 《 open for longer was never closed
_DECREE = regex(r"国务院(?:令\(?第?|第)[0-9]{1,4}号令?")
_SERIAL = regex(r"(?<![0-9])[0-9]{4}[〕\]】)﹞]?第?[0-9]{1,4}号")
_OPENERS = ("〔", "[", "【", "(", "﹝")
_LONGEST_ISSUER = 14  # code points before the year: 国办公开办函
# Between a title and its number: （, ，, a date of issue, an issuer.
_BETWEEN = regex(r"[(，,]?[^()《》〔〕。;]{0,20}\(?")
_TITLE_MARK = regex("[《》(]")


class Citation(Record):
    """What one passage cites at one place. Places are in the passage's squeezed text."""

    passage: Passage
    title: tuple[int, int] | None  # within the 《》
    number: tuple[int, int] | None

    def text(self, part: tuple[int, int]) -> str:
        """The words of the title or the number."""
        return self.passage.content.text[part[0] : part[1]]

    def span(self, part: tuple[int, int]) -> Span:
        """The place of the title or the number in the document."""
        return self.passage.content.span(*part)


def find_citations(context: Context) -> list[Citation]:
    """Every title in 《》 and every document number of the passages, in order."""
    leads = vocabulary(context, "documents").table("numbers").strings("leads")
    found: list[Citation] = []
    for passage in context.report.passages:
        text = passage.content.text
        if "《" in text or "号" in text:
            found.extend(_citations_in(passage, text, leads))
    return found


def _citations_in(passage: Passage, text: str, leads: tuple[str, ...]) -> Iterator[Citation]:
    numbers = sorted(_numbers(text, leads)) if "号" in text else []
    taken: set[int] = set()
    for title in _titles(text, numbers):
        number = _number_behind(text, title[1], numbers)
        if number and text.endswith(leads, title[1], number[0]):
            number = None  # 根据《条例》，按照国办公开办函〔2021〕30号: a citation of its own
        if number:
            taken.add(number[0])
        yield Citation(passage, title, number)
    for number in numbers:
        if number[0] not in taken:
            yield Citation(passage, None, number)


def _numbers(text: str, leads: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for decree in _DECREE.finditer(text):
        yield decree.span()
    for serial in _SERIAL.finditer(text):
        end = serial.start() - (text[serial.start() - 1 : serial.start()] in _OPENERS)
        start = end
        while start > max(0, end - _LONGEST_ISSUER) and "一" <= text[start - 1] <= "鿿":
            start -= 1
        for lead in leads:
            place = text.rfind(lead, start, end)
            start = place + len(lead) if place >= 0 else start
        if end - start >= 2:
            yield start, serial.end()


def _number_behind(
    text: str, title_end: int, numbers: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """The number that belongs to a title: behind its 》, little between them."""
    for number in numbers:
        if number[0] > title_end:
            between = text[title_end + 1 : number[0]]
            return number if _BETWEEN.fullmatch(between) else None
    return None


def _titles(text: str, numbers: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The outermost titles: what stands between 《 and its 》. Nested marks are part of them.

    A number in brackets ends a title too: its 》 may stand behind the number, or be forgotten.
    """
    numbered = {start - 1 for start, _ in numbers}
    depth = start = 0
    for mark in _TITLE_MARK.finditer(text):
        place = mark.start()
        if depth and place - start > _LONGEST_TITLE:
            depth = 0
        if mark[0] == "《":
            start = start if depth else mark.end()
            depth += 1
        elif depth:
            ends = place in numbered if mark[0] == "(" else depth == 1
            depth = 0 if ends else depth - (mark[0] == "》")
            if ends:
                yield start, place
