"""What a chapter says in words of its own: without formulas, names, figures and punctuation.

So a text that differs from last year's in its years and figures alone is the same text, and what
every report has to say does not count as copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.report.agency import describe_agency, short_names
from gpar_lint.report.model import Passage
from gpar_lint.report.passages import sentences
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.numerals import find_numbers
from gpar_lint.text.patterns import regex

#: The chapters that are narrative; the others are tables.
CHAPTERS = ("一", "五", "六")

_FIGURE = "#"
_CITED = regex(r"《[^《》]*》")
_DIGITS = regex(r"[0-9]+(?:[.,，][0-9]+)*")


def own_words(context: Context, chapter: str) -> Excerpt:
    """A chapter's own words; every character keeps its place, a figure is one character."""
    names = context.once(_names)
    text: list[str] = []
    offsets: list[int] = []
    for sentence in _sentences(context, chapter):
        start = 0
        for cut, end, instead in _cuts(sentence.text, names):
            if cut < start:
                continue
            _keep(sentence, start, cut, text, offsets)
            if instead:
                text.append(instead)
                offsets.append(sentence.offsets[cut])
            start = end
        _keep(sentence, start, len(sentence.text), text, offsets)
    return Excerpt("".join(text), offsets)


def _sentences(context: Context, chapter: str) -> Iterator[Excerpt]:
    """The sentences of a chapter that are no formula."""
    formulas = context.once(_formulas)
    for passage in context.report.passages_in(chapter):
        if not passage.heading:
            for sentence in _parts(passage):
                if not any(all(word in sentence.text for word in words) for words in formulas):
                    yield sentence


def _parts(passage: Passage) -> Iterator[Excerpt]:
    return (passage.content.cut(start, end) for start, end in sentences(passage))


def _cuts(text: str, names: re.Pattern[str]) -> list[tuple[int, int, str]]:
    """What is left out of a sentence, and what stands there instead: names, figures."""
    cuts = [(*found.span(), "") for found in _CITED.finditer(text)]
    cuts += [(*found.span(), "") for found in names.finditer(text)]
    cuts += [(number.start, number.end, _FIGURE) for number in find_numbers(text)]
    cuts += [(*found.span(), _FIGURE) for found in _DIGITS.finditer(text)]
    return sorted(cuts, key=lambda cut: (cut[0], -cut[1]))


def _keep(sentence: Excerpt, start: int, end: int, text: list[str], offsets: list[int]) -> None:
    for place in range(start, end):
        char = sentence.text[place]
        if char.isalnum():
            text.append(char)
            offsets.append(sentence.offsets[place])


def _formulas(context: Context) -> tuple[tuple[str, ...], ...]:
    """What every report says: the words that tell a formula, all of them in one sentence."""
    return vocabulary(context, "formula").lists("sentences")


def _names(context: Context) -> re.Pattern[str]:
    """What the agency is called, by itself (我局) and by its name and places, longest first."""
    name = context.report.agency
    known = set(vocabulary(context, "formula").strings("selves"))
    if name:
        words = context.rulebook.vocabulary["agency"]
        agency = describe_agency(name, words)
        known.update((name, agency.core, *agency.places, *short_names(agency, words)))
    longest_first = sorted(known, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)))
