"""The columns that a table's header names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from gpar_lint.report.model import TableColumn
from gpar_lint.report.tables.labels import TableLabels
from gpar_lint.report.tables.lines import Item
from gpar_lint.text.excerpt import Excerpt

_LONGEST_COLUMN = 14  # letters of a header word that may be a column the format does not have


class Header(NamedTuple):
    """What a header says."""

    columns: tuple[TableColumn, ...]  # in the format's order, others after their neighbour
    missing: tuple[str, ...]  # keys of the format's columns it does not name

    @property
    def extra(self) -> tuple[TableColumn, ...]:
        """Columns that the format does not have."""
        return tuple(column for column in self.columns if column.key is None)


def read_header(words: Sequence[Item], book: TableLabels) -> Header:
    """The columns named by the words of a header: whole, broken into pieces, or with a slip."""
    words = [item for item in words if not item.blank and item.bare not in book.around]
    named, others = _whole_words(words, book)
    for key in _from_pieces(_missing(named, book), others, book):
        named[key] = TableColumn(key, Excerpt("", ()), None)
    if _missing(named, book):
        others = _with_slips(named, others, book)
        others = _in_place(named, words, others, book)
    columns = [named[label.key] for label in book.columns if label.key in named]
    _add_unknown(columns, words, others, book)
    return Header(tuple(columns), tuple(_missing(named, book)))


def _missing(named: dict[str, TableColumn], book: TableLabels) -> list[str]:
    return [label.key for label in book.columns if label.key not in named]


def _whole_words(
    words: Sequence[Item], book: TableLabels
) -> tuple[dict[str, TableColumn], list[Item]]:
    """The columns named by one word each, and the other words."""
    named: dict[str, TableColumn] = {}
    others: list[Item] = []
    for item in words:
        label = book.exact_column(item.bare)
        if label:
            named.setdefault(label.key, TableColumn(label.key, item.content.squeezed(), None))
        elif not book.exact_row(item.bare):
            others.append(item)
    return named, others


def _with_slips(
    named: dict[str, TableColumn], words: Sequence[Item], book: TableLabels
) -> list[Item]:
    """Name the columns that words mean but for a slip; the words that mean none."""
    others = []
    for item in words:
        match = book.near_column(item.bare)
        if match and match.label.key not in named:
            slip = match.label.official
            named[match.label.key] = TableColumn(match.label.key, item.content.squeezed(), slip)
        else:
            others.append(item)
    return others


def _in_place(
    named: dict[str, TableColumn],
    words: Sequence[Item],
    others: Sequence[Item],
    book: TableLabels,
) -> list[Item]:
    """Name a missing column by the word that stands in its place, between its neighbours."""
    keys = [label.key for label in book.columns]
    rest = []
    for item in others:
        before, after = _neighbours(words, item, book)
        place = keys.index(before) + 1 if before else 0
        key = keys[place] if place < len(keys) else None
        follows = place + 1 < len(keys) and keys[place + 1] == after
        if key and key not in named and follows and len(item.bare) <= _LONGEST_COLUMN:
            slip = book.columns[place].official
            named[key] = TableColumn(key, item.content.squeezed(), slip)
        else:
            rest.append(item)
    return rest


def _neighbours(
    words: Sequence[Item], item: Item, book: TableLabels
) -> tuple[str | None, str | None]:
    """The columns named right before and right after a word of the header."""
    place = words.index(item)
    sides = (words[place - 1 : place], words[place + 1 : place + 2])
    labels = [book.exact_column(side[0].bare) if side else None for side in sides]
    before, after = (label.key if label else None for label in labels)
    return before, after


def _add_unknown(
    columns: list[TableColumn], words: Sequence[Item], others: Sequence[Item], book: TableLabels
) -> None:
    """Put the words that are no column of the format after the column that they follow."""
    for item in reversed(others):
        before, _ = _neighbours(words, item, book)
        place = next((i + 1 for i, col in enumerate(columns) if col.key == before), 0)
        if place and len(item.bare) <= _LONGEST_COLUMN:
            columns.insert(place, TableColumn(None, item.content.squeezed(), None))


def _from_pieces(missing: Sequence[str], pieces: Sequence[Item], book: TableLabels) -> list[str]:
    """The missing columns whose letters the pieces hold: vertical, glued or broken header words."""
    letters = Counter("".join(item.bare for item in pieces))
    for word in book.around:  # 法人或其他组织 in pieces is no column 其他
        _take(letters, word)
    return [
        label.key for label in book.columns if label.key in missing and _take(letters, label.bare)
    ]


def _take(letters: Counter[str], word: str) -> bool:
    """Take a word's letters away, if all of them are there."""
    needed = Counter(word)
    if any(letters[char] < count for char, count in needed.items()):
        return False
    letters.subtract(needed)
    return True
