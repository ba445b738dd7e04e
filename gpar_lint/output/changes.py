"""The examples of rule pages in words: 三.granted.total = 5 → 表三“（一）予以公开”的“总计”改为 5。

An example is a list of changes to a built-in clean report, in a small language of its own, which
format/manual reads and the tests carry out. Pages are in Chinese, and so are the words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping

from gpar_lint.format.edition import Edition, TableFormat
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.text.patterns import regex

Quote = Callable[[str], str]

_STRING = r'("(?:[^"\\]|\\.)*")'
_PLACE = r"(\S+?)\.(\S+?)"
_OTHERS = {"previous": "上年年报", "other": "另一机关的年报", "part": "下属单位的年报"}
_CHAPTERS = {"导言": "第一章之前", "文末": "文末"}
# Characters that cannot be seen are written by their names.
_UNSEEN = {
    "\t": "⟨制表符⟩",
    "\n": "⏎",
    "\r": "⟨回车⟩",
    "\u3000": "⟨全角空格⟩",
    "\xa0": "⟨不换行空格⟩",
}
_UNSEEN_BY_NUMBER = regex(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\xad\x00-\x1f]")
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "cell": regex(rf"{_PLACE}\.(\S+) = (.*)"),
    "drop_chapter": regex(r"drop chapter (\S+)"),
    "drop_table": regex(r"drop table (\S+)"),
    "drop_row": regex(rf"drop row {_PLACE}"),
    "drop_column": regex(rf"drop column {_PLACE}"),
    "swap_rows": regex(rf"swap row {_PLACE} {_PLACE}"),
    "rename_row": regex(rf"rename row {_PLACE} {_STRING}"),
    "rename_column": regex(rf"rename column {_PLACE} {_STRING}"),
    "append": regex(rf"append (\S+) {_STRING}"),
    "replace": regex(rf"replace {_STRING} by {_STRING}"),
    "delete": regex(rf"delete {_STRING}"),
}


def in_words(changes: Iterable[str], rulebook: Rulebook, quote: Quote) -> list[str]:
    """What an example changes, one sentence each; empty where it changes nothing.

    `quote` sets a passage of the report off from the sentence. Raises ValueError for a line that is
    no change.
    """
    edition, owner, sentences = "2021", "", []
    for line in changes:
        word, _, rest = line.partition(" ")
        if word == "edition":
            edition = rest
        elif word in _OTHERS:
            sentences.append(f"对照{_OTHERS[word]}")
            owner = f"{_OTHERS[word]}中，"
        elif word not in ("expect", "also", "find"):
            sentences.append(owner + _Words(rulebook.editions[edition], quote).say(line))
    return sentences


def edition_of(changes: Iterable[str]) -> str:
    """The edition whose clean report an example changes."""
    named = [line.partition(" ")[2] for line in changes if line.startswith("edition ")]
    return named[0] if named else "2021"


class _Words:
    """Sentences about changes of an edition's clean report."""

    def __init__(self, edition: Edition, quote: Quote) -> None:
        self.edition = edition
        self.quote = quote

    def say(self, line: str) -> str:
        """One change in words. Raises ValueError for a line that is no change."""
        for kind, pattern in _PATTERNS.items():
            match = pattern.fullmatch(line)
            if match:
                sentence: str = getattr(self, f"_{kind}")(*match.groups())
                return sentence
        raise ValueError(f"no such change: {line}")

    def _cell(self, table: str, row: str, column: str, value: str) -> str:
        text = json.loads(value) if value.startswith('"') else value
        place = f"表{table}{self._row_in(table, row)}的{self._column_in(table, column)}"
        return f"{place}改为{self.quote(visible(text))}" if text else f"{place}留空"

    def _drop_chapter(self, number: str) -> str:
        return f"删去第{number}章"

    def _drop_table(self, table: str) -> str:
        return f"删去表{table}，标题保留"

    def _drop_row(self, table: str, row: str) -> str:
        return f"表{table}删去{self._row_in(table, row)}一行"

    def _drop_column(self, table: str, column: str) -> str:
        return f"表{table}删去{self._column_in(table, column)}一列"

    def _swap_rows(self, table: str, row: str, _: str, other: str) -> str:
        return f"表{table}{self._row_in(table, row)}与{self._row_in(table, other)}两行对调"

    def _rename_row(self, table: str, row: str, label: str) -> str:
        return f"表{table}{self._row_in(table, row)}的行名改为{self._quoted(label)}"

    def _rename_column(self, table: str, column: str, label: str) -> str:
        return f"表{table}{self._column_in(table, column)}的列名改为{self._quoted(label)}"

    def _append(self, chapter: str, text: str) -> str:
        place = _CHAPTERS.get(chapter, f"第{chapter}章末尾")
        return f"{place}增加一段{self._quoted(text)}"

    def _replace(self, old: str, new: str) -> str:
        return (
            f"{self._quoted(old)}改为{self._quoted(new)}"
            if new != '""'
            else f"删去{self._quoted(old)}"
        )

    def _delete(self, anchor: str) -> str:
        return f"删去含{self._quoted(anchor)}的一段"

    def _row_in(self, table: str, key: str) -> str:
        row = self._table(table).row(key)
        if key == "*" or row is None:
            return "各行" if key == "*" else key
        alike = [each for each in self._table(table).rows if each.label == row.label]
        return f"“{row.group if len(alike) > 1 or row.group[:1] == '（' else ''}{row.label}”"

    def _column_in(self, table: str, key: str) -> str:
        column = self._table(table).column(key)
        if key == "*" or column is None:
            return "各列" if key == "*" else key
        return f"“{column.label}”"

    def _table(self, name: str) -> TableFormat:
        table = self.edition.table(name)
        if table is None:
            raise ValueError(f"no table {name}")
        return table

    def _quoted(self, text: str) -> str:
        """A string of the language, as a passage."""
        return self.quote(visible(json.loads(text, strict=False)))


def visible(text: str) -> str:
    """A text whose unseen characters are written by their names."""
    seen = "".join([_UNSEEN.get(char, char) for char in text])
    return _UNSEEN_BY_NUMBER.sub(_by_number, seen)


def _by_number(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"
