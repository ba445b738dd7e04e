"""The change language of the manual pages: small changes to a built-in clean report.

    edition 2019                              first line; 2021 where it is left out
    三.granted.total = 5                      a cell; `*` stands for every row or column; = "" blank
    drop chapter 六 | drop table 三 | drop row 三.granted | drop column 三.research (dropped last)
    swap row 三.granted 三.partial
    rename row 三.granted "（一）同意公开" | rename column 二.issued "本年发文件数"
    append 一 "text"                          a new last paragraph of the chapter; 导言, 文末
    replace "old" by "new"                    old found exactly once
    delete "anchor"                           the whole paragraph that alone holds the anchor
    find nothing                              no change at all
    expect "passage" | expect 三.granted.total   where the finding must stand
    also CODE CODE                            other codes that may appear
    previous | other | part                   what follows changes another report (see below)

The other reports of an example, which rules of family X hold the changed one against: `previous` is
the same agency's clean report on the year before, `other` and `part` are the clean report itself
under another agency's name, to be compared with or as one of the parts that it sums up.

Strings are written as in JSON: \\n, \\t, \\", \\u200b. Changes of tables and chapters are made
first, `replace` and `delete` then work on the text that they give, in the order written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from gpar_lint.format.edition import Edition, RowFormat, TableFormat
from gpar_lint.format.manual import clean_report
from gpar_lint.format.rulebook import Rulebook

_STRING = r'("(?:[^"\\]|\\.)*")'
_CELL = re.compile(r"(\S+?)\.(\S+?)\.(\S+) = (.*)")


#: The other reports of an example: the clean report that each is made of, and its agency's name.
_RELATIVES = {
    "previous": ("-previous", "澄溪县"),
    "other": ("", "岚川县"),
    "part": ("", "澄溪县城关区"),
}


class Example:
    """A changed report, the others that it is held against, and what must be found in it."""

    def __init__(self, lines: Iterable[str], rulebook: Rulebook) -> None:
        self.edition = "2021"
        self.passages: list[str] = []
        self.cells: list[tuple[str, str, str]] = []
        self.also: set[str] = set()
        self.relatives: list[tuple[str, str]] = []  # previous, other or part; its text
        own, *others = _sections([line.strip() for line in lines])
        changes = [line for line in own if not self._tells(line)]
        edition = rulebook.editions[self.edition]
        self.text = _changed(clean_report(self.edition), edition, changes)
        for kind, *other_changes in others:
            base, place = _RELATIVES[kind]
            text = _changed(clean_report(self.edition + base), edition, other_changes)
            self.relatives.append((kind, text.replace("澄溪县", place)))
        for passage in self.passages:
            assert passage in self.text, f"expected passage is not there: {passage}"

    def _tells(self, line: str) -> bool:
        """Take up a line that is no change: edition, expect, also, find nothing."""
        word, _, rest = line.partition(" ")
        if word == "edition":
            self.edition = rest
        elif word == "also":
            self.also.update(rest.split())
        elif word == "expect" and rest.startswith('"'):
            self.passages.append(_string(rest))
        elif word == "expect":
            table, row, column = rest.split(".")
            self.cells.append((table, row, column))
        return word in ("edition", "also", "expect", "find")


def _sections(lines: Iterable[str]) -> list[list[str]]:
    """The lines about the report itself, then those about each other one, which its kind opens."""
    sections: list[list[str]] = [[]]
    for line in lines:
        if line in _RELATIVES:
            sections.append([])
        sections[-1].append(line)
    return sections


def _changed(text: str, edition: Edition, changes: Iterable[str]) -> str:
    """A clean report changed: its tables and chapters first, then its text."""
    sheet = Sheet(text, edition)
    text_changes = [line for line in changes if line.startswith(("replace ", "delete "))]
    for line in changes:
        if line not in text_changes:
            sheet.change(line)
    text = sheet.text()
    for line in text_changes:
        text = _changed_text(text, line)
    return text


class Line:
    """A line of the report; in a table its cells."""

    def __init__(self, text: str) -> None:
        self.cells = text.split("\t")

    @property
    def text(self) -> str:
        return "\t".join(self.cells)


class Place:
    """Where a row of a table stands: its line, its label, its figures."""

    def __init__(self, line: Line, label: int, figures: dict[str, int]) -> None:
        self.line = line
        self.label = label  # index of the cell
        self.figures = figures  # column → index of the cell


class Sheet:
    """A clean report as lines whose rows and cells are known."""

    def __init__(self, text: str, edition: Edition) -> None:
        self.lines = [Line(line) for line in text.rstrip("\n").split("\n")]
        self.edition = edition
        self.headings: dict[str, Line] = {}
        for chapter in edition.chapters:
            wanted = f"{chapter.number}、{chapter.title}"
            self.headings[chapter.number] = next(x for x in self.lines if x.text == wanted)
        self.tables = {table.name: self._table_lines(table) for table in edition.tables}
        self.places = {table.name: self._find_rows(table) for table in edition.tables}

    def text(self) -> str:
        """The report as it is now."""
        return "\n".join(line.text for line in self.lines) + "\n"

    def change(self, line: str) -> None:
        """Make one change of tables or chapters."""
        for pattern, action in _CHANGES:
            match = pattern.fullmatch(line)
            if match:
                action(self, *match.groups())
                return
        raise AssertionError(f"no such change: {line}")

    # -- reading ------------------------------------------------------------------------------

    def _chapter_lines(self, number: str) -> list[Line]:
        start = self.lines.index(self.headings[number])
        later = [self.lines.index(line) for line in self.headings.values() if line in self.lines]
        end = min((place for place in later if place > start), default=len(self.lines))
        return self.lines[start:end]

    def _table_lines(self, table: TableFormat) -> list[Line]:
        chapter = next(item for item in self.edition.chapters if item.table == table.name)
        inside = self._chapter_lines(chapter.number)[1:]
        return [line for line in inside if line.text]

    def _find_rows(self, table: TableFormat) -> dict[str, Place]:
        if table.shape == "strip":
            data = self.tables[table.name][-1]
            width = len(table.columns)
            return {
                row.key: Place(
                    data,
                    place * width,
                    {c.key: place * width + k for k, c in enumerate(table.columns)},
                )
                for place, row in enumerate(table.rows)
            }
        lines = iter(self.tables[table.name])
        return {row.key: self._find_row(row, lines) for row in table.rows}

    @staticmethod
    def _find_row(row: RowFormat, lines: Iterable[Line]) -> Place:
        line = next(line for line in lines if row.label in line.cells)
        label = line.cells.index(row.label)
        first = label + 1 if line.cells[label + 1] else label + 2
        return Place(line, label, {key: first + place for place, key in enumerate(row.columns)})

    # -- changes ------------------------------------------------------------------------------

    def set_cells(self, table: str, row: str, column: str, value: str) -> None:
        """三.granted.total = 5"""
        text = _string(value) if value.startswith('"') else value
        rows = self.places[table].values() if row == "*" else [self.places[table][row]]
        for place in rows:
            columns = place.figures.values() if column == "*" else [place.figures[column]]
            for cell in columns:
                place.line.cells[cell] = text

    def drop_chapter(self, number: str) -> None:
        """The heading with everything below it."""
        gone = self._chapter_lines(number)
        self.lines = [line for line in self.lines if line not in gone]

    def drop_table(self, name: str) -> None:
        """The table alone; the chapter's heading stays."""
        self.lines = [line for line in self.lines if line not in self.tables[name]]

    def drop_row(self, table: str, key: str) -> None:
        """A row; its group's label moves to the group's next row."""
        if self._format(table).shape == "strip":
            self._drop_strip_row(table, key)
            return
        place = self.places[table].pop(key)
        row = self._format(table).row(key)
        assert row
        heirs = [self._format(table).row(other) for other in self.places[table]]
        for index, label in enumerate(place.line.cells[: place.label]):
            shared = [heir for heir in heirs if heir and label in (heir.section, heir.group)]
            if label and shared:
                self.places[table][shared[0].key].line.cells[index] = label
        self.lines.remove(place.line)
        if self._format(table).shape == "blocks" and all(h and h.group != row.group for h in heirs):
            heading = next(x for x in self.lines if x.cells[0] == row.group)
            start = self.lines.index(heading)
            del self.lines[start : start + 2]

    def _drop_strip_row(self, table: str, key: str) -> None:
        place = self.places[table].pop(key)
        start, end = place.label, place.label + len(place.figures)
        groups = {row.group for row in self._format(table).rows if row.key in self.places[table]}
        for line in self.tables[table]:
            kept = [cell for cell in line.cells[start:end] if cell and cell in groups]
            del line.cells[start:end]
            line.cells[start : start + len(kept)] = kept

    def drop_column(self, table: str, key: str) -> None:
        """A column with its header."""
        shape = self._format(table)
        if shape.shape == "matrix":
            cell = next(iter(self.places[table].values())).figures[key]
            for line in self.tables[table][: self._header_height(table)]:
                _drop_header_cell(line, cell)
        else:
            for line, cell in reversed(list(self._header_cells(table, key))):
                del line.cells[cell]
        for place in reversed(list(self.places[table].values())):
            if key in place.figures:
                del place.line.cells[place.figures[key]]

    def swap_rows(self, table: str, first: str, other: str, second: str) -> None:
        """Two rows change places; the group labels stay where they are."""
        assert table == other
        one, two = self.places[table][first], self.places[table][second]
        if one.label != two.label:
            here, there = self.lines.index(one.line), self.lines.index(two.line)
            self.lines[here], self.lines[there] = two.line, one.line
            return
        start = one.label
        one.line.cells[start:], two.line.cells[start:] = (
            two.line.cells[start:],
            one.line.cells[start:],
        )
        one.line, two.line = two.line, one.line

    def rename_row(self, table: str, key: str, label: str) -> None:
        """Another label for a row."""
        row = self._format(table).row(key)
        assert row
        cells = [
            (line, place)
            for line in self.tables[table]
            for place, text in enumerate(line.cells)
            if text == row.label
        ]
        if self._format(table).shape != "strip":
            cells = [(self.places[table][key].line, self.places[table][key].label)]
        for line, place in cells:
            line.cells[place] = _string(label)

    def rename_column(self, table: str, key: str, label: str) -> None:
        """Another label for a column, in every header that has it."""
        for line, cell in self._header_cells(table, key):
            line.cells[cell] = _string(label)

    def append(self, chapter: str, text: str) -> None:
        """A new last paragraph."""
        if chapter == "文末":
            end = len(self.lines)
        elif chapter == "导言":
            end = self.lines.index(self.headings["一"])
        else:
            inside = self._chapter_lines(chapter)
            end = self.lines.index(inside[-1]) + 1
        new = [Line(line) for line in _string(text).split("\n")]
        after = end < len(self.lines)
        self.lines[end:end] = [*new, Line("")] if after else [Line(""), *new]

    # -- tables' headers ----------------------------------------------------------------------

    def _format(self, name: str) -> TableFormat:
        found = self.edition.table(name)
        assert found, f"no table {name}"
        return found

    def _header_height(self, table: str) -> int:
        first = next(iter(self.places[table].values())).line
        return self.tables[table].index(first)

    def _header_cells(self, table: str, key: str) -> list[tuple[Line, int]]:
        column = self._format(table).column(key)
        assert column, f"no column {key} in table {table}"
        return [
            (line, cell)
            for line in self.tables[table]
            for cell, text in enumerate(line.cells)
            if text == column.label
        ]


def _drop_header_cell(line: Line, cell: int) -> None:
    label = line.cells.pop(cell)
    spans_on = cell < len(line.cells) and not line.cells[cell]
    if label and spans_on and label in ("申请人情况", "法人或其他组织"):
        line.cells[cell] = label


def _changed_text(text: str, line: str) -> str:
    replace = re.fullmatch(rf"replace {_STRING} by {_STRING}", line)
    if replace:
        old, new = _string(replace[1]), _string(replace[2])
        assert text.count(old) == 1, f"found {text.count(old)} times: {old}"
        return text.replace(old, new)
    anchor = _string(line.partition(" ")[2])
    paragraphs = text.split("\n")
    holding = [place for place, paragraph in enumerate(paragraphs) if anchor in paragraph]
    assert len(holding) == 1, f"found in {len(holding)} paragraphs: {anchor}"
    place = holding[0]
    gone = 2 if place + 1 < len(paragraphs) and not paragraphs[place + 1] else 1
    del paragraphs[place : place + gone]
    return "\n".join(paragraphs)


def _string(text: str) -> str:
    value = json.loads(text, strict=False)
    assert isinstance(value, str)
    return value


_CHANGES: list[tuple[re.Pattern[str], Callable[..., None]]] = [
    (_CELL, Sheet.set_cells),
    (re.compile(r"drop chapter (\S+)"), Sheet.drop_chapter),
    (re.compile(r"drop table (\S+)"), Sheet.drop_table),
    (re.compile(r"drop row (\S+?)\.(\S+)"), Sheet.drop_row),
    (re.compile(r"drop column (\S+?)\.(\S+)"), Sheet.drop_column),
    (re.compile(r"swap row (\S+?)\.(\S+) (\S+?)\.(\S+)"), Sheet.swap_rows),
    (re.compile(rf"rename row (\S+?)\.(\S+) {_STRING}"), Sheet.rename_row),
    (re.compile(rf"rename column (\S+?)\.(\S+) {_STRING}"), Sheet.rename_column),
    (re.compile(rf"append (\S+) {_STRING}"), Sheet.append),
]
