"""The report itself, with everything marked that something on the page points to."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.linter.portrait import Piece
from gpar_lint.output.html.marks import Marker
from gpar_lint.output.html.markup import text
from gpar_lint.output.html.places import Sheet
from gpar_lint.output.html.tables import TableWriter
from gpar_lint.output.html.words import say

_TAGS = {"title": "h3", "chapter": "h4", "heading": "h5", "paragraph": "p", "aside": "p"}


def render_body(sheet: Sheet, language: str) -> str:
    """The text of a file as HTML."""
    marker = Marker(sheet.marks(language), sheet.shown)
    tables = TableWriter(sheet, marker, language)
    pieces = [_piece(piece, marker, tables, language) for piece in _pieces(sheet)]
    whole = [marker.reference(mark) for mark in [*sheet.whole(language), *marker.left()]]
    if whole:
        pieces.insert(0, f'<p class="whole">{text(say("whole", language))}{" ".join(whole)}</p>')
    return "\n".join(pieces)


def _pieces(sheet: Sheet) -> Iterator[Piece]:
    result = sheet.result
    if result.portrait:
        yield from result.portrait.pieces


def _piece(piece: Piece, marker: Marker, tables: TableWriter, language: str) -> str:
    if piece.table:
        return tables.html(piece.table)
    if piece.kind == "picture":
        return f'<p class="picture">{text(say("picture", language))}</p>'
    tag = _TAGS[piece.kind]
    return f'<{tag} class="{piece.kind}">{marker.html(piece.content)}</{tag}>'
