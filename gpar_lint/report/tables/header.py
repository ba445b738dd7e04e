"""The columns that a table's header names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gpar_lint.report.model import TableColumn
from gpar_lint.report.tables.labels import Label, TableLabels, nearest
from gpar_lint.report.tables.lines import Item
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record

_LONGEST_COLUMN = 14  # letters of a header word that may be a column the format does not have


class Header(Record):
    """What a header says."""

    columns: tuple[TableColumn, ...]  # in the format's order, others after their neighbour
    missing: tuple[str, ...]  # keys of the format's columns it does not name

    @property
    def extra(self) -> tuple[TableColumn, ...]:
        """Columns that the format does not have."""
        return tuple(column for column in self.columns if column.key is None)


def read_header(
    words: Sequence[Item], book: TableLabels, expected: Sequence[Label] | None = None
) -> Header:
    """The columns named by the words of a header: whole, broken into pieces, or with a slip.

    `expected`: the columns that it should name, all of the table's where none are given.
    """
    labels = list(expected) if expected else book.columns
    words = [item for item in words if not item.blank and item.bare not in book.around]
    named, others = _whole_words(words, book)
    for key in _from_pieces(_missing(named, labels), others, book):
        named[key] = TableColumn(key, Excerpt("", ()), None)
    if _missing(named, labels):
        others = _with_slips(named, others, labels)
        whole = [item for item in others if not any(item.bare in word for word in book.words)]
        others = _in_place(named, words, whole, labels)
    columns = [named[label.key] for label in labels if label.key in named]
    _add_unknown(columns, words, others, book)
    return Header(tuple(columns), tuple(_missing(named, labels)))


def _missing(named: dict[str, TableColumn], labels: Sequence[Label]) -> list[str]:
    return [label.key for label in labels if label.key not in named]


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
    named: dict[str, TableColumn], words: Sequence[Item], labels: Sequence[Label]
) -> list[Item]:
    """Name the columns that words mean but for a slip; the words that mean none."""
    others = []
    for item in words:
        match = nearest(item.bare, labels)
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
    labels: Sequence[Label],
) -> list[Item]:
    """Name a missing column by the word that stands in its place: next to its neighbour, or the
    only word that is left for the only column that is."""
    rest = list(others)
    for place, label in enumerate(labels):
        if label.key in named:
            continue
        sides = {labels[i].bare for i in (place - 1, place + 1) if 0 <= i < len(labels)}
        missing = len(_missing(named, labels))
        near = [item for item in rest if missing == len(rest) == 1 or sides & _beside(words, item)]
        if len(near) == 1 and len(near[0].bare) <= _LONGEST_COLUMN:
            text = near[0].content.squeezed()
            named[label.key] = TableColumn(label.key, text, label.official)
            rest.remove(near[0])
    return rest


def _beside(words: Sequence[Item], item: Item) -> set[str]:
    """The words right before and after a word of the header."""
    place = words.index(item)
    return {
        word.bare for word in (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
    }


def _add_unknown(
    columns: list[TableColumn], words: Sequence[Item], others: Sequence[Item], book: TableLabels
) -> None:
    """Put the words that are no column of the format after the column that they follow."""
    for item in reversed(others):
        before = words[words.index(item) - 1].bare if words.index(item) else ""
        label = book.exact_column(before)
        place = next((i + 1 for i, col in enumerate(columns) if label and col.key == label.key), 0)
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
