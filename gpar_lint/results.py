"""What the functions of the package return: plain records that never change.

New fields may be added in later versions; those that are here keep their names and meanings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: A figure as read: a whole number, an amount with decimals, or None where there is none for sure.
Number = int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place in a text. `line` and `column` count from 1, columns in Unicode code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """From `start` up to, and without, `end`. What has no place of its own is 1:1 to 1:1."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where in a .docx or .pdf something stands, counted from 1; None where it has no such number.

    `paragraph` counts the paragraphs outside tables that are not empty. A .docx has no pages.
    """

    page: int | None
    paragraph: int | None
    table: int | None
    row: int | None
    column: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of table 二, 三 or 四 (`table`); `row` and `column` as in `Report.tables`."""

    table: str
    row: str
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place that a finding is about, such as the other side of a contradiction."""

    message: str
    path: str
    range: Range
    location: Location | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Text to be put in the place of a range."""

    range: Range
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A change that mends a finding.

    Where it is not `safe`, it decides something that a person should look over.
    """

    safe: bool
    message: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One defect of a report."""

    code: str
    """The rule's code: A301."""
    name: str
    """The rule's name: row-total."""
    severity: str
    """error, warning or info."""
    message: str
    """What is wrong, where and by how much, in the language asked for."""
    hint: str | None
    """What to do about it."""
    path: str
    """The file, as it was named."""
    range: Range
    """Where, in the report's text (`Report.text`)."""
    location: Location | None
    """Where, in a .docx or .pdf; None for other files."""
    chapter: str | None
    """The number of the format's chapter it stands in: 一 to 六."""
    cell: Cell | None
    """The cell it is about."""
    related: tuple[Related, ...]
    """Other places it is about."""
    fix: Fix | None
    """How it can be mended by a program, if it can."""
    basis: str
    """What the rule rests on: a clause, the format's wording, or convention."""
    url: str | None
    """The rule's page; None for a rule of one's own."""
    fingerprint: str
    """The same for the same finding, whatever line it has moved to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter as found. `number` is the format's (一 to 六), None for one that it lacks."""

    number: str | None
    title: str
    range: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A figure that the text states, or denies."""

    subject: str
    """A cell's address (三.new_received.total), or a plain name for what no cell counts."""
    value: Number
    exact: bool
    """False where it is rough (近百, 100余) or rounded (1.2万)."""
    unit: str
    year: int | None
    """The year it speaks of."""
    scope: str
    """own; wider (全县 and the like); assist (other agencies' cases)."""
    text: str
    """Its words."""
    range: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A figure that could not be read, or not be aligned to the format's columns."""

    cell: str
    """三.granted.total; 三.granted where the row's cells could not be told apart."""
    text: str
    range: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as data."""

    path: str
    title: str | None
    agency: str | None
    """The agency that the title names."""
    year: int | None
    """The year reported on."""
    edition: str
    """The edition of the format that holds for that year: 2019 or 2021."""
    chapters: tuple[Chapter, ...]
    tables: Mapping[str, Mapping[str, Mapping[str, Number]]]
    """Figures by table (二, 三, 四), row and column; a row that the report lacks is absent."""
    claims: tuple[Claim, ...]
    """What the text says in figures."""
    unread: tuple[Unread, ...]
    """Cells whose figures are None because they could not be read for sure."""
    text: str
    """The text that ranges speak of; for a .docx or .pdf, what was read from it."""
