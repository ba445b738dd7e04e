"""The parts of a portrait. Every character that a report has in it knows its place in the text."""

from __future__ import annotations

from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Box(Record):
    """A cell of a table as it is shown."""

    content: Excerpt  # without offsets where the words are the format's and not the report's
    place: Span | None = None  # of its figure, also where it is blank; None: the format's words
    columns: int = 1
    rows: int = 1
    heading: bool = False


class Addend(Record):
    """A figure that takes part in a sum."""

    name: str  # the row or column that it stands in
    value: str  # "" where it is blank or could not be read
    place: Span | None


class SumShown(Record):
    """A sum that the format demands, with its figures."""

    code: str  # of the rule that speaks of it
    line: str  # the row or column that it runs along
    left: tuple[Addend, ...]
    right: tuple[Addend, ...]
    relation: str  # "equal", "at most"
    outcome: str  # "holds", "broken", "unknown"
    totals: tuple[str, str]  # of what is known on either side


class TableShown(Record):
    """A table."""

    name: str  # 二, 三, 四; "" where it is none of the format's
    rows: tuple[tuple[Box, ...], ...]  # none where only its lines can be shown
    lines: tuple[Excerpt, ...]  # as the file has them; none where the rows show all there is
    sums: tuple[SumShown, ...] = ()


class Piece(Record):
    """A piece of the text, from one place to the next."""

    kind: str  # "title", "chapter", "heading", "paragraph", "aside", "picture", "table"
    start: int  # the offset where it begins
    content: Excerpt
    table: TableShown | None = None


class Portrait(Record):
    """A report, or another text, in pieces."""

    title: str  # "" where it has none
    pieces: tuple[Piece, ...]
