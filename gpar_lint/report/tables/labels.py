"""Labels of rows and columns recognised: exactly, by an accepted variant, or with a slip.

Labels are compared bare: folded, without blanks, punctuation and leading ordinals, so that spaces,
width, line breaks, quotes and the style of an ordinal never matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from gpar_lint.format.edition import TableFormat
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.folding import fold
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_ORDINAL = regex(
    r"\s*(?:[(（]?\s*[一二三四五六七八九十]{1,3}\s*[)）、.．]|[0-9]{1,2}\s*[.．、)）])"
)
_ORDINAL_BEFORE = regex(r"(?:\(?[一二三四五六七八九十]{1,3}[)、.]|[0-9]{1,2}[.、)])[“\"《(]?$")
_ORDINALS = "一二三四五六七八九十0123456789"
_REMARK = regex("（[^（）]*）$")
_LONGEST_LABEL = 60  # characters; what is longer is prose


def bare(text: str) -> str:
    """A label without leading ordinal, blanks and punctuation, folded."""
    folded = fold(text)
    start = _ORDINAL.match(folded)
    label = folded[start.end() :] if start and start.end() < len(folded) else folded
    return "".join([char for char in label if char.isalnum()])


def letters(text: str) -> str:
    """The letters, ideographs and digits of a text, folded."""
    return "".join([char for char in fold(text) if char.isalnum()])


class Label(Record):
    """A row or column label of the format."""

    key: str
    official: str  # as the format writes it
    bare: str
    main: str  # bare, without the remark in brackets at its end


class Match(Record):
    """A label recognised in a text."""

    label: Label
    slip: bool  # its wording differs from the format's


class TableLabels:
    """The labels of one table of one edition."""

    def __init__(self, table: TableFormat) -> None:
        self.table = table
        self.rows = [_label(row.key, row.label) for row in table.rows]
        self.columns = [_label(column.key, column.label) for column in table.columns]
        self.row_context = {bare(part) for row in table.rows for part in (row.section, row.group)}
        self.headings = {bare(text) for text in table.headings}
        columns = {bare(column.group) for column in table.columns if column.group}
        around = {*self.row_context, *self.headings, *columns} - {""}
        self.around = sorted(around, key=lambda word: (-len(word), word))
        self._rows = {label.bare: label for label in self.rows}
        self._columns = {label.bare: label for label in self.columns}
        self.variants = {bare(text): row.key for row in table.rows for text in row.variants}
        self._by_key = {label.key: label for label in self.rows}
        self.shared = self._rows.keys() & {*self._columns, *self.around}
        self.words = {*self._rows, *self._columns, *self.variants, *self.around}

    def row_by_key(self, key: str) -> Label:
        """The label of a row."""
        return self._by_key[key]

    def exact_row(self, text: str) -> Label | None:
        """The row whose label, or an accepted variant of it, a bare text is."""
        if text in self.variants:
            return self._by_key[self.variants[text]]
        return self._rows.get(text)

    def is_row(self, text: str) -> bool:
        """Whether a bare text is a row's label or an accepted variant of it."""
        return text in self._rows or text in self.variants

    def is_row_only(self, text: str) -> bool:
        """Whether a bare text is a row's label and cannot be a word of the header."""
        return self.is_row(text) and text not in self.shared and self.table.shape != "strip"

    def exact_column(self, text: str) -> Label | None:
        """The column whose label a bare text is."""
        return self._columns.get(text)

    def label_at_end(self, text: str) -> Match | None:
        """The row whose label, or an accepted variant of it, a bare text ends with."""
        best: Match | None = None
        for label in self.rows:
            if text.endswith(label.bare) and (not best or len(label.bare) > len(best.label.bare)):
                best = Match(label, False)
        for variant, key in self.variants.items():
            if text.endswith(variant) and (not best or len(variant) > len(best.label.bare)):
                best = Match(self._by_key[key]._replace(bare=variant), False)
        return best

    def row_named(self, text: str) -> Label | None:
        """The row whose label a bare text is, alone or after its group's."""
        match = None if self.exact_row(text) else self.label_at_end(text)
        if match and self.is_context(text[: -len(match.label.bare)]):
            return match.label
        return self.exact_row(text)

    def is_context(self, text: str) -> bool:
        """Whether a bare text before a label is a group's or a header's label, or a piece of it,
        perhaps with the label's own ordinal after it."""
        text = text.rstrip(_ORDINALS)
        return any(text.endswith(word) or text in word for word in self.around)


def _label(key: str, official: str) -> Label:
    return Label(key, official, bare(official), bare(_REMARK.sub("", official)))


@lru_cache(maxsize=64)
def labels_of(table: TableFormat) -> TableLabels:
    """The labels of a table (worked out once a process: the format does not change)."""
    return TableLabels(table)


def nearest(text: str, labels: Iterable[Label]) -> Match | None:
    """The one label that a bare text is, but for a small slip; None where two would do."""
    if not 2 < len(text) <= _LONGEST_LABEL:
        return None
    ranked = sorted((_slip(text, label), label) for label in labels if len(label.bare) > 2)
    if not ranked or ranked[0][0] > _TOLERANCE:
        return None
    if len(ranked) > 1 and ranked[1][0] <= ranked[0][0] * 1.2:
        return None
    return Match(ranked[0][1], True)


_TOLERANCE = 0.34  # of the longer text's length


def _slip(text: str, label: Label) -> float:
    """How far a text is from a label, from 0 to 1."""
    shorter, longer = sorted((text, label.main), key=len)
    if len(shorter) >= 4 and (longer.startswith(shorter) or longer.endswith(shorter)):
        return 0.05 + 0.25 * (1 - len(shorter) / len(longer))
    shorter, longer = sorted((text, label.bare), key=len)
    if len(longer) - len(shorter) > len(longer) * _TOLERANCE:
        return 1.0
    return distance(text, label.bare) / len(longer)


def distance(left: str, right: str) -> int:
    """The edit distance of two short texts."""
    previous = list(range(len(right) + 1))
    for row, char in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            change = previous[column - 1] + (char != other)
            current.append(min(change, previous[column] + 1, current[-1] + 1))
        previous = current
    return previous[-1]


def tail(excerpt: Excerpt, count: int) -> Excerpt:
    """The end of a squeezed excerpt that holds its last `count` letters and their ordinal."""
    place = len(excerpt.text)
    while place and count:
        place -= 1
        count -= excerpt.text[place].isalnum()
    ordinal = _ORDINAL_BEFORE.search(excerpt.text[max(0, place - 6) : place])
    place -= len(ordinal[0]) if ordinal else 0
    return excerpt.cut(place, len(excerpt.text))
