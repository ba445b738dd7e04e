"""Subjects: what a claim can be about, and which cells of the tables say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from gpar_lint.format.edition import Edition
from gpar_lint.text.records import Record

_TOTAL = ("total",)


class Subject(Record):
    """What a claim is about.

    `readings` are the admissible ways of counting it: each a sum of rows, over all `columns`. A
    claim is wrong when none of them gives its value.
    """

    name: str
    code: str = ""  # the rule that a wrong claim breaks
    table: str = ""  # "": no table speaks of it
    readings: tuple[tuple[str, ...], ...] = ()
    columns: tuple[str, ...] = _TOTAL

    @property
    def cell(self) -> tuple[str, str, str] | None:
        """The one cell it is about, where there is one only."""
        if len(self.readings) == 1 and len(self.readings[0]) == 1 and len(self.columns) == 1:
            return self.table, self.readings[0][0], self.columns[0]
        return None

    def address(self) -> str:
        """Its name as `extract` prints it: the cell, or a plain name."""
        return ".".join(self.cell) if self.cell else self.name

    def also(self, other: Subject) -> Subject:
        """A claim that may be about either: 收到并答复."""
        readings = (*self.readings, *(row for row in other.readings if row not in self.readings))
        return self._replace(readings=readings)

    def plus(self, other: Subject) -> Subject:
        """A claim about both together: 予以公开及部分公开."""
        return self._replace(readings=((*self.readings[0], *other.readings[0]),))


class Subjects(Record):
    """The subjects of rules/vocabulary/claim-subjects.toml, for one edition."""

    received: Mapping[str, Subject]  # by the sense of the verb
    results: Mapping[str, Subject]  # by the sense of the result, or the key of a row
    applicants: Mapping[str, Subject]
    cases: Mapping[str, Subject]
    disclosure: Mapping[str, Subject]
    columns: Mapping[str, tuple[str, ...]]  # sense of a verb → column of table 二, if it has it
    plain: Mapping[str, str]


def read_subjects(sections: Mapping[str, object], edition: Edition) -> Subjects:
    """The subjects as this edition's tables have them."""
    rows = {(table.name, row.key) for table in edition.tables for row in table.rows}

    def section(key: str) -> dict[str, Subject]:
        entries = cast("Mapping[str, Mapping[str, object]]", sections[key])
        return {sense: _subject(entry, rows) for sense, entry in entries.items()}

    results = section("result")
    table = edition.table("三")
    for row in table.rows if table else ():
        results.setdefault(row.key, Subject(row.label, "C403", "三", ((row.key,),)))
    columns = cast("Mapping[str, Sequence[str]]", sections["column"])
    disclosed = edition.table("二")
    known = {key for row in disclosed.rows for key in row.columns} if disclosed else set()
    return Subjects(
        section("received"),
        results,
        section("applicant"),
        section("case"),
        section("disclosure"),
        {sense: tuple(key for key in keys if key in known) for sense, keys in columns.items()},
        cast("Mapping[str, str]", sections["plain"]),
    )


def _subject(entry: Mapping[str, object], rows: set[tuple[str, str]]) -> Subject:
    """An entry of the file; rows that the edition does not have are left out."""
    table = cast("str", entry.get("table", ""))
    readings = cast("Sequence[Sequence[str]]", entry.get("readings", ()))
    return Subject(
        cast("str", entry["name"]),
        cast("str", entry["code"]),
        table,
        tuple(tuple(row for row in reading if (table, row) in rows) for reading in readings),
        tuple(cast("Sequence[str]", entry.get("columns", _TOTAL))),
    )
