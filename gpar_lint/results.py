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
    """One defect of a report.

    Attributes:
        code: The rule's code: A301.
        name: The rule's name: row-total.
        severity: error, warning or info.
        message: What is wrong, where and by how much, in the language asked for.
        hint: What to do about it.
        path: The file, as it was named.
        range: Where, in the report's text (`Report.text`).
        location: Where, in a .docx or .pdf; None for other files.
        chapter: The number of the format's chapter it stands in: 一 to 六.
        cell: The cell it is about.
        related: Other places it is about.
        fix: How it can be mended by a program, if it can.
        basis: What the rule rests on: a clause, the format's wording, or convention.
        url: The rule's page.
        fingerprint: The same for the same finding, whatever line it has moved to.
    """

    code: str
    name: str
    severity: str
    message: str
    hint: str | None
    path: str
    range: Range
    location: Location | None
    chapter: str | None
    cell: Cell | None
    related: tuple[Related, ...]
    fix: Fix | None
    basis: str
    url: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter as found. `number` is the format's (一 to 六), None for one that it lacks."""

    number: str | None
    title: str
    range: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A figure that the text states, or denies.

    Attributes:
        subject: A cell's address (三.new_received.total), or a plain name for what no cell counts.
        value: The figure.
        exact: False where it is rough (近百, 100余) or rounded (1.2万).
        unit: The measure word.
        year: The year it speaks of.
        scope: own; wider (全县 and the like); assist (other agencies' cases).
        text: Its words.
        range: Where, in the report's text.
    """

    subject: str
    value: Number
    exact: bool
    unit: str
    year: int | None
    scope: str
    text: str
    range: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A figure that could not be read, or not be aligned to the format's columns.

    Attributes:
        cell: 三.granted.total; 三.granted where the row's cells could not be told apart.
        text: What stands there.
        range: Where, in the report's text.
    """

    cell: str
    text: str
    range: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as data.

    Attributes:
        path: The file, as it was named.
        title: As it is written, its lines put together.
        agency: The agency that the title names.
        year: The year reported on.
        edition: The edition of the format that holds for that year: 2019 or 2021.
        chapters: Its chapters, in order.
        tables: Figures by table (二, 三, 四), row and column; a row that it lacks is absent.
        claims: What the text says in figures.
        unread: Cells whose figures are None because they could not be read for sure.
        text: The text that ranges speak of; for a .docx or .pdf, what was read from it.
    """

    path: str
    title: str | None
    agency: str | None
    year: int | None
    edition: str
    chapters: tuple[Chapter, ...]
    tables: Mapping[str, Mapping[str, Mapping[str, Number]]]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    text: str
