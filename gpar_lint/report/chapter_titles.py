"""What the titles of the format's chapters are, and which of them a heading means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from gpar_lint.format.edition import Chapter, Edition, TableFormat
from gpar_lint.report.ordinals import NUMERALS, Ordinal, read_ordinal
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.folding import fold
from gpar_lint.text.patterns import regex

# Marks and particles that titles are written with or without.
_LOOSE = str.maketrans("", "", "、，,的:;。·")
# Words that all titles share say nothing of which one is meant.
_COMMON = regex("政府信息公开|政府信息|信息公开|政务公开|工作|情况|[、，的及和与或因]")
_ORDINAL_STARTS = frozenset("|丨lLiI(第0123456789" + NUMERALS)
_LONGEST_LABEL = 40  # code points of a row label
_LIKE = 0.6  # share of common pairs of characters from which two titles are alike
_LIKE_IN_PLACE = 0.2  # where ordinal and place say the same


class ChapterTitles:
    """The titles of all editions, in the forms in which headings are compared with them."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        self._exact: dict[str, str] = {}
        self._spellings: dict[str, None] = {}
        self._chapters: dict[str, Chapter] = {}
        self._row_labels: dict[tuple[int, str], None] = {}
        for edition in editions:
            for chapter in edition.chapters:
                self._add(chapter)
            for table in edition.tables:
                self._row_labels.update(dict.fromkeys(_numbered_labels(table)))
        #: The numbers of the format's chapters, in their order.
        self.numbers = tuple([number for number in NUMERALS if number in self._chapters])
        self._starts = frozenset(spelling[:2] for spelling in self._spellings)
        self._longest_first = tuple(sorted(self._spellings, key=len, reverse=True))

    def _add(self, chapter: Chapter) -> None:
        self._chapters.setdefault(chapter.number, chapter)
        for title in (chapter.title, *chapter.variants):
            squeezed = fold(title).replace(" ", "")
            self._exact.setdefault(squeezed.translate(_LOOSE), chapter.number)
            self._spellings.setdefault(squeezed)

    @cached_property
    def _pairs(self) -> dict[str, frozenset[str]]:
        """What is peculiar to the title of each chapter."""
        chapters = self._chapters.items()
        return {number: _pairs(_COMMON.sub("", chapter.title)) for number, chapter in chapters}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A title with a first-level ordinal before it, anywhere in a squeezed text."""
        spellings = "|".join(map(re.escape, self._longest_first))
        return re.compile(
            f"(?:[一二三四五六七八九十][、.]|第[一二三四五六七八九十]部分:?)(?:{spellings})"
        )

    def may_start(self, text: str) -> bool:
        """Whether a line can be a chapter's heading at all, by its first characters."""
        return text[0] in _ORDINAL_STARTS or text[:2] in self._starts

    def exact(self, title: str) -> str | None:
        """The chapter that has this title or a variant of it, marks and particles apart."""
        return self._exact.get(title.translate(_LOOSE)) if len(title) < 50 else None

    def run_together(self, line: Excerpt, start: int) -> int:
        """The length of a title at `start` that text follows on the same line, else 0."""
        text = line.text
        if not text.startswith(self._longest_first, start):
            return 0
        length = next(len(title) for title in self._longest_first if text.startswith(title, start))
        end = start + length
        if text[end] in ":。" or text.startswith(("20", "(一)"), end):
            return length
        return length if line.offsets[end] > line.offsets[end - 1] + 1 else 0

    def is_row_label(self, text: str) -> bool:
        """Whether a line with a first-level ordinal is a row of table 三, perhaps cut or filled."""
        ordinal = read_ordinal(text)
        if ordinal.style != "chinese":
            return False
        rest = text[ordinal.end :].rstrip("0123456789")
        labels = [label for value, label in self._row_labels if value == ordinal.value]
        if any(label.startswith(rest) or rest.startswith(label) for label in labels):
            return True
        pairs = _pairs(rest[:_LONGEST_LABEL])
        return any(_likeness(pairs, _pairs(label)) >= _LIKE for label in labels)

    def by_meaning(self, title: str, ordinal: Ordinal) -> str | None:
        """The chapter that a heading means: by its key words, else by likeness to a title."""
        signed = {
            number: length
            for number, chapter in self._chapters.items()
            if (length := _signs_in(title, chapter))
        }
        own = NUMERALS[ordinal.value - 1] if 0 < ordinal.value <= len(NUMERALS) else None
        if own in signed:
            return own
        if signed:
            return max(signed, key=lambda number: signed[number])
        pairs = _pairs(_COMMON.sub("", title))
        alike = (n for n, others in self._pairs.items() if _likeness(pairs, others) >= _LIKE)
        return next(alike, None)

    def is_like(self, title: str, number: str) -> bool:
        """Whether a title shares words with that of a chapter, in whose place it stands."""
        pairs = _pairs(_COMMON.sub("", title))
        return _likeness(pairs, self._pairs.get(number, frozenset())) >= _LIKE_IN_PLACE


@lru_cache(maxsize=4)
def titles_of(editions: tuple[Edition, ...]) -> ChapterTitles:
    """The titles of these editions, worked out once (it takes as long as reading a report)."""
    return ChapterTitles(editions)


def _numbered_labels(table: TableFormat) -> Iterable[tuple[int, str]]:
    """The row labels of a table that are numbered as chapters are."""
    for label in (*(row.label for row in table.rows), *table.headings):
        squeezed = fold(label).replace(" ", "")
        ordinal = read_ordinal(squeezed)
        if ordinal.style == "chinese":
            yield ordinal.value, squeezed[ordinal.end :]


def _signs_in(title: str, chapter: Chapter) -> int:
    """The length of the longest set of key words that are all in a title."""
    found = [words for words in chapter.signs if all(word in title for word in words)]
    return max((sum(map(len, words)) for words in found), default=0)


def _pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters."""
    return frozenset(text[k : k + 2] for k in range(len(text) - 1))


def _likeness(pairs: frozenset[str], others: frozenset[str]) -> float:
    """Dice's coefficient of two texts, by their pairs of neighbouring characters."""
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0
