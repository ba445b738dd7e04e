"""A report as the page draws it: its pieces, tables and sums, with everything marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gpar_lint.linter.checking import Result
from gpar_lint.linter.portrait import Addend, Box, Piece, SumShown, TableShown
from gpar_lint.text.span import Span
from gpar_lint_page.marking import Mark, Marks

Object = dict[str, object]

_FIGURE = frozenset("0123456789０１２３４５６７８９.,，．-－—+/／ ")


class Places:
    """The places of a text that something on the page leads to, by number."""

    def __init__(self) -> None:
        self._numbers: dict[Span, int] = {}

    def number(self, span: Span | None) -> int:
        """The number of a place; -1 for none."""
        return -1 if span is None else self._numbers.setdefault(span, len(self._numbers))

    def marks(self) -> list[Mark]:
        """All of them, to be marked."""
        return [Mark(span, 0, number) for span, number in self._numbers.items()]


class Drawing:
    """Draws one result. `findings` are the places of its findings in their order."""

    def __init__(self, result: Result, findings: Sequence[Span | None], places: Places) -> None:
        self._pieces = result.portrait.pieces if result.portrait else ()
        self._places = places
        for made in sums_of(self._pieces):
            for addend in (*made.left, *made.right):
                places.number(addend.place)
        numbered = [
            Mark(span, number, -1) for number, span in enumerate(findings, 1) if span is not None
        ]
        self._marks = Marks([*numbered, *places.marks()])

    def pieces(self) -> list[Object]:
        """The pieces in reading order."""
        return [self._piece(piece) for piece in self._pieces]

    def left(self) -> list[int]:
        """The findings that have a place which no piece shows; to be asked after the pieces."""
        return self._marks.left()

    def _piece(self, piece: Piece) -> Object:
        if piece.table:
            return {"kind": "table", "table": self._table(piece.table)}
        return {"kind": piece.kind, "runs": self._marks.runs(piece.content)}

    def _table(self, table: TableShown) -> Object:
        rows = [[self._box(box) for box in row] for row in table.rows]
        before = set(self._marks.left())
        lines = [self._marks.runs(line) for line in table.lines]
        return {
            "name": table.name,
            "rows": rows,
            "lines": lines,
            "open": not rows or before != set(self._marks.left()),  # a finding shows only there
            "sums": [self._sum(made) for made in table.sums],
        }

    def _box(self, box: Box) -> Object:
        label = not box.heading and not _FIGURE.issuperset(box.content.text)
        return {
            "runs": self._marks.cell_runs(box.content, box.place),
            "columns": box.columns,
            "rows": box.rows,
            "heading": box.heading,
            "label": label,
        }

    def _sum(self, made: SumShown) -> Object:
        return {
            "code": made.code,
            "line": made.line,
            "left": [self._addend(addend) for addend in made.left],
            "right": [self._addend(addend) for addend in made.right],
            "relation": made.relation,
            "outcome": made.outcome,
            "totals": list(made.totals),
        }

    def _addend(self, addend: Addend) -> Object:
        number = self._places.number(addend.place)
        return {"name": addend.name, "value": addend.value, "place": number}


def sums_of(pieces: Iterable[Piece]) -> list[SumShown]:
    """All sums of a portrait."""
    return [made for piece in pieces if piece.table for made in piece.table.sums]
