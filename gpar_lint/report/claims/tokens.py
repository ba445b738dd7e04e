"""A passage cut into words, figures, years and marks, in one pass from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gpar_lint.report.claims.lexicon import Lexicon, Vocabulary, Word
from gpar_lint.text.digits import chinese_value
from gpar_lint.text.numerals import Number, find_numbers
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_YEARS = range(1949, 2100)
_YEAR = regex("年度?")
_DAY = regex("[0-9]{1,2}[日号]")
_BLANK = "\0"
_WORDED_SHARE = regex("百分之([0-9]{1,3}(?:[.][0-9]{1,4})?|[零一二三四五六七八九十百]{1,4})")
_QUOTED_TITLE = regex("《[^《》]{1,120}》")


class Figure(Record):
    """A number with its measure word."""

    value: int | Decimal  # amounts of money in 元
    exact: bool
    unit: str  # the measure word: 件; "" where there is none
    measure: str  # measure words of one kind can be added up: "case", "item", "percent" …
    step: Decimal  # how much a unit of its last digit is worth: 100 in 36.42万


class Token(Record):
    """A piece of a passage's squeezed text.

    kind: a section of claim-words.toml; "figure"; "year" and "date"; "mark" (sense: the mark);
    "title" (《…》); "text": what no word covers.
    """

    kind: str
    sense: str
    start: int
    end: int
    figure: Figure | None = None
    year: int | None = None


def tokenise(text: str, vocabulary: Vocabulary) -> list[Token]:
    """The tokens of a squeezed text, from its start to its end without a gap.

    A number within a title or a longer word (三类内部事务信息) is part of it.
    """
    fixed = _fixed(text, vocabulary)
    tokens: list[Token] = []
    end = number = 0
    for word, start, stop in vocabulary.words.scan(_untitled(text), 0, len(text)):
        while fixed[number].start < start:
            end = _append(tokens, fixed[number], end)
            number += 1
        if start >= end and (
            fixed[number].start >= stop or _covers(word, start, stop, fixed[number])
        ):
            end = _append(tokens, Token(word.kind, word.sense, start, stop), end)
    for token in fixed[number:]:
        end = _append(tokens, token, end)
    tokens.pop()  # the stopper at the end
    return tokens


def _append(tokens: list[Token], token: Token, end: int) -> int:
    """Add a token unless it overlaps the one before, which ends at `end`; the new end."""
    if token.start < end:
        return end
    if token.start > end:
        tokens.append(Token("text", "", end, token.start))
    tokens.append(token)
    return token.end


def _fixed(text: str, vocabulary: Vocabulary) -> list[Token]:
    """Document titles and numbers in order, and a stopper behind the text's end."""
    found = list(_numbers(_untitled(text), vocabulary))
    if "《" in text:
        found += [Token("title", "", *title.span()) for title in _QUOTED_TITLE.finditer(text)]
        found.sort(key=lambda token: token.start)
    return [*found, Token("mark", "", len(text), len(text))]


def _untitled(text: str) -> str:
    """The text with the titles of documents blanked out, as long as before."""
    if "《" not in text:
        return text
    return _QUOTED_TITLE.sub(lambda title: _BLANK * (title.end() - title.start()), text)


def _covers(word: Word, start: int, stop: int, number: Token) -> bool:
    longer = stop - start > number.end - number.start
    return word.kind == "name" or (longer and stop >= number.end)


def _numbers(text: str, vocabulary: Vocabulary) -> Iterator[Token]:
    numbers = find_numbers(text, vocabulary.measure_words)
    tokens = [token for number in numbers if (token := _number(text, number, vocabulary))]
    if "百分之" not in text:
        return iter(tokens)
    shares = [_worded_share(match) for match in _WORDED_SHARE.finditer(text)]
    return iter(sorted([*shares, *tokens], key=lambda token: token.start))


def _worded_share(match: re.Match[str]) -> Token:
    """百分之六十, 百分之15.4."""
    written = match[1]
    value = Decimal(written) if written.isascii() else Decimal(chinese_value(written) or 0)
    figure = Figure(value, True, "%", "percent", _last_digit(written))
    return Token("figure", "percent", *match.span(), figure)


def _number(text: str, number: Number, vocabulary: Vocabulary) -> Token | None:
    """A year, a date or a figure; None for what counts nothing."""
    start, end = number.start, number.end
    year = _YEAR.match(text, end)
    if year and number.value in _YEARS:
        return Token("year", "", start, year.end(), year=int(number.value))
    if text.startswith("月", end) and end - start <= 2:
        return _date(text, start, end + 1)
    if number.code:
        return None
    figure, end = _measured(text, number, vocabulary)
    if not figure.unit and not _stands_alone(text, end, number):
        return None
    return Token("figure", figure.measure, start, end, figure)


def _date(text: str, start: int, end: int) -> Token:
    day = _DAY.match(text, end)
    if day:
        sense = "year_end" if text[start:end] + day[0][:-1] == "12月31" else "day"
        return Token("date", sense, start, day.end())
    return Token("date", "month", start, end + 1 if text.startswith("份", end) else end)


def _measured(text: str, number: Number, vocabulary: Vocabulary) -> tuple[Figure, int]:
    found = vocabulary.measures.at(text, number.end)
    step = _step(text[number.start : number.end], number)
    if found is None or _begins_a_word(text, number.end, found[1], vocabulary.words):
        return Figure(number.value, number.exact, "", "", step), number.end
    word, end = found
    return Figure(number.value, number.exact, text[number.end : end], word.sense, step), end


def _begins_a_word(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether the measure word is the beginning of a longer one: 5部门."""
    longer = words.at(text, start)
    return longer is not None and longer[1] > end


def _step(written: str, number: Number) -> Decimal:
    """What a unit of the last digit is worth."""
    factor = Decimal(1)
    if number.form == "multiplied":
        factor = Decimal(10**8 if "亿" in written else 10**4)
    return factor * _last_digit(written)


def _last_digit(written: str) -> Decimal:
    decimals = len(written.partition(".")[2].rstrip("万亿余多"))
    return Decimal(1).scaleb(-decimals)


def _stands_alone(text: str, end: int, number: Number) -> bool:
    """Whether a number without measure word is a count all the same: 申请数量：13。"""
    following = text[end : end + 1]
    return number.form != "chinese" and (not following or following in "，、;。)")
