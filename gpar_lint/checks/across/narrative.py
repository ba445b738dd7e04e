"""What a chapter says in words of its own: without formulas, names, figures and punctuation.

So a text that differs from last year's in its years and figures alone is the same text, and what
every report has to say does not count as copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gpar_lint.checks.context import Context
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.report.agency import describe_agency, short_names
from gpar_lint.report.model import Passage
from gpar_lint.report.passages import sentences
from gpar_lint.text.excerpt import Excerpt, joined
from gpar_lint.text.numerals import find_numbers
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

#: The chapters that are narrative; the others are tables.
CHAPTERS = ("一", "五", "六")

_FIGURE = "#"
_CITED = regex(r"《[^《》]*》")
_WORD = regex(r"\w+")
_DIGITS = regex(r"[0-9]+(?:[.,，][0-9]+)*")


def own_words(context: Context) -> dict[str, Excerpt]:
    """Each narrative chapter's own words; every character keeps its place, a figure is one."""
    formulas, names = _formulas(context), _names(context)
    return {
        chapter: joined(
            [
                piece
                for passage in context.report.passages_in(chapter)
                if not passage.heading
                for sentence in _parts(passage)
                if not formulas.has(sentence.text)
                for piece in _pieces(sentence, names)
            ]
        )
        for chapter in CHAPTERS
    }


def _parts(passage: Passage) -> Iterator[Excerpt]:
    return (passage.content.cut(start, end) for start, end in sentences(passage))


def _pieces(sentence: Excerpt, names: re.Pattern[str]) -> Iterator[Excerpt]:
    """The words of a sentence between what is left out of it, and the figures."""
    start = 0
    for cut, end, instead in [*_cuts(sentence.text, names), (len(sentence.text), 0, "")]:
        if cut < start:
            continue
        for word in _WORD.finditer(sentence.text, start, cut):
            yield sentence.cut(*word.span())
        if instead:
            yield Excerpt(instead, sentence.offsets[cut : cut + 1])
        start = end


def _cuts(text: str, names: re.Pattern[str]) -> list[tuple[int, int, str]]:
    """What is left out of a sentence, and what stands there instead: names, figures."""
    cuts = [(*found.span(), "") for found in _CITED.finditer(text)]
    cuts += [(*found.span(), "") for found in names.finditer(text)]
    cuts += [(number.start, number.end, _FIGURE) for number in find_numbers(text)]
    cuts += [(*found.span(), _FIGURE) for found in _DIGITS.finditer(text)]
    return sorted(cuts, key=lambda cut: (cut[0], -cut[1]))


class _Formulas(Record):
    """What every report says: the words that tell a formula, all of them in one sentence."""

    words: Sequence[tuple[str, ...]]
    first: re.Pattern[str]  # of the first word of each

    def has(self, sentence: str) -> bool:
        """Whether a sentence is a formula."""
        return bool(self.first.search(sentence)) and any(
            [all([word in sentence for word in words]) for words in self.words]  # noqa: C419
        )


def _formulas(context: Context) -> _Formulas:
    words = vocabulary(context, "formula").lists("sentences")
    firsts = dict.fromkeys([re.escape(first) for first, *_ in words])
    return _Formulas(words, re.compile("|".join(firsts)))


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
