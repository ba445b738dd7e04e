"""The contact statement: what it gives under which label (D502, D503, D508 to D510)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.declarations.statements import made
from gpar_lint.checks.declarations.telephone import looks_like_telephone
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.placeholders import is_unfilled
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record

# What a value may consist of; it ends at the first other character.
_VALUES = {
    "telephone": r"[0-9+(][0-9+()\-—–―‐‑−‒－~·._*一转/、,;，]*",
    "postcode": r"[0-9][0-9OolI]*",
    "email": r"[!-~，。]+",
}
_FEWEST_DIGITS = 7  # of a number that no colon introduces: 电话05785550126
_FEWEST_WITH_AREA = 10  # what follows a number so long is no measure word of its
_FEWEST_AFTER_COLON = 4  # 联系方式：1.地址


class Detail(Record):
    """A label and what follows it: 电话：0578-5550126."""

    kind: str  # "telephone", "postcode", "email"
    colon: bool  # a colon or 为 stands between them
    value: Excerpt  # squeezed
    after: str  # the character after the value
    passage: Passage

    def heads(self) -> Iterator[str]:
        """What of the value stands before each blank within it: a blank may end it."""
        offsets = self.value.offsets
        for place in range(1, len(offsets)):
            if offsets[place] > offsets[place - 1] + 1:
                yield self.value.text[:place]


def details(context: Context) -> list[Detail]:
    """Every labelled telephone number, postcode and e-mail address in the report."""
    words = vocabulary(context, "declarations").table("contact")
    tails = _one_of(words.strings("tail"))
    found: list[Detail] = []
    for kind, value in _VALUES.items():
        labels = words.strings(kind)
        pattern = re.compile(
            rf"(?:{_one_of(labels)})(?:{tails})?([:：为是]{{0,2}})({value})", re.IGNORECASE
        )
        for passage in context.report.passages:
            text = passage.content.text
            if any(label in text for label in labels):
                found.extend(_details_in(passage, kind, pattern))
    measures = words.strings("measures")
    return [detail for detail in found if not _is_count(detail, measures)]


def _is_count(detail: Detail, measures: tuple[str, ...]) -> bool:
    """Whether figures behind 电话 count calls: 接听电话320次. No colon, and few digits."""
    if detail.kind != "telephone":
        return False
    digits = sum(char.isdigit() for char in detail.value.text)
    fewest = _FEWEST_AFTER_COLON if detail.colon else _FEWEST_DIGITS
    measured = detail.value.text[-1].isdigit() and detail.after in measures
    return digits < fewest or (digits < _FEWEST_WITH_AREA and measured)


def _details_in(passage: Passage, kind: str, pattern: re.Pattern[str]) -> Iterator[Detail]:
    content = passage.content
    for match in pattern.finditer(content.text):
        start, end = match.span(2)
        after = content.text[end : end + 1]
        yield Detail(kind, bool(match[1]), content.cut(start, end), after, passage)


def _one_of(words: tuple[str, ...]) -> str:
    return "|".join([re.escape(word) for word in sorted(words, key=len, reverse=True)])


def check_contact(context: Context, rule: Rule) -> Iterator[Finding]:
    """A contact statement without a telephone number (D503)."""
    statement = made(context, "contact")
    if statement is None or is_unfilled(context, statement.passage.content.text):
        return
    chapters = (None, "", "六", statement.passage.chapter)
    numbers = [detail for detail in context.once(details) if detail.kind == "telephone"]
    if any(detail.passage.chapter in chapters for detail in numbers):
        return
    texts = [each.content.text for each in context.report.passages_in(*chapters)]
    if not any(looks_like_telephone(text) for text in texts):
        yield Finding(rule.code, statement.content.span())
