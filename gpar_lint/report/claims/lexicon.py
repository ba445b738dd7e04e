"""The words that claims are made of: looked up in one pass, the longest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import cast

from gpar_lint.text.records import Record


class Word(Record):
    """What a word is: a section of rules/vocabulary/claim-words.toml and a sense in it."""

    kind: str
    sense: str


_MARKS = {
    "，": "，", ",": "，", "、": "、", ";": ";", "。": "。", "!": "。", "?": "。",
    ":": ":", "(": "(", ")": ")",
}  # fmt: skip
_QUOTES = "“”‘’\"'*·"


class Lexicon:
    """All words by their text, and how long the words are that begin with a character."""

    def __init__(self, words: Mapping[str, Word]) -> None:
        self._words = words
        lengths: dict[str, list[int]] = {}
        for text in sorted(words, key=len, reverse=True):
            found = lengths.setdefault(text[0], [])
            if not found or found[-1] != len(text):
                found.append(len(text))
        self._lengths = lengths

    def at(self, text: str, place: int) -> tuple[Word, int] | None:
        """The longest word that begins at a place of a text, and where it ends."""
        for length in self._lengths.get(text[place : place + 1], ()):
            word = self._words.get(text[place : place + length])
            if word is not None and place + length <= len(text):
                return word, place + length
        return None

    def scan(self, text: str, start: int, end: int) -> Iterator[tuple[Word, int, int]]:
        """The words of a stretch of text, none overlapping another, from left to right."""
        words, lengths = self._words, self._lengths
        place = start
        for first, char in enumerate(text[start:end], start):
            if first < place or char not in lengths:
                continue
            for length in lengths[char]:
                word = words.get(text[first : first + length])
                if word is not None and first + length <= end:
                    place = first + length
                    yield word, first, place
                    break


class Vocabulary(Record):
    """The words of rules/vocabulary/claim-words.toml, ready to be looked up."""

    words: Lexicon
    measures: Lexicon
    measure_words: tuple[str, ...]


class Sections:
    """A parsed vocabulary file, known again by its identity: it is read once a rulebook."""

    __slots__ = ("values",)

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = values

    def __hash__(self) -> int:
        return id(self.values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sections) and other.values is self.values


@lru_cache(maxsize=4)
def read_vocabulary(sections: Sections) -> Vocabulary:
    """The words and marks of a vocabulary {kind: {sense: [words]}}, and its measure words."""
    words = {char: Word("mark", sense) for char, sense in _MARKS.items()}
    words.update(dict.fromkeys(_QUOTES, Word("mark", "quote")))
    measures: dict[str, Word] = {}
    for kind, senses in sections.values.items():
        target = measures if kind == "measure" else words
        for sense, texts in cast("Mapping[str, list[str]]", senses).items():
            target.update(dict.fromkeys(texts, Word(kind, sense)))
    return Vocabulary(Lexicon(words), Lexicon(measures), tuple(measures))
