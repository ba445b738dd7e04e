"""A document's blocks put in order as a reader sees them: nothing is lost, nothing shown twice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from gpar_lint.checks.arithmetic.sums import sums_of
from gpar_lint.format.edition import Edition
from gpar_lint.linter.portrait.model import Piece, Portrait, SumShown, TableShown
from gpar_lint.linter.portrait.sums import sum_shown
from gpar_lint.linter.portrait.tables import grid_rows, table_shown
from gpar_lint.report.model import Report, Table
from gpar_lint.source.document import Block, Comment, Document, Furniture, Grid, Heading, Picture
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_NOTHING = Excerpt("", range(0))


class _Part(Record):
    """What the report knows of a stretch of the text."""

    span: Span
    kind: str
    table: Table | None = None


class _Gathered(Record):
    """A part, and what the document has of it."""

    part: _Part
    texts: list[Excerpt]
    grids: list[Grid]


def portrait_of(
    document: Document, report: Report | None, editions: Mapping[str, Edition]
) -> Portrait:
    """A document as it is to be looked at; `report` is None where it is no report."""
    if report is not None:
        document = report.document
    sketch = _Sketch(list(_parts(report)) if report else [])
    for block in document.blocks:
        sketch.add(block)
    pieces = [*sketch.loose]
    for gathered in sketch.gathered:
        if gathered.texts or gathered.grids:
            pieces.append(_piece(gathered, document, editions))
    pieces.sort(key=lambda piece: piece.start)
    title = next((piece.content.text for piece in pieces if piece.kind == "title"), "")
    return Portrait("".join(title.split()), tuple(pieces))


def _parts(report: Report) -> Iterator[_Part]:
    if report.title:
        yield _Part(report.title.span, "title")
    for chapter in report.chapters:
        yield _Part(chapter.span, "chapter")
    for passage in report.passages:
        yield _Part(passage.span, "heading" if passage.heading else "paragraph")
    for table in report.tables:
        yield _Part(table.span, "table", table)


class _Sketch:
    """Blocks sorted into the parts that they belong to."""

    def __init__(self, parts: list[_Part]) -> None:
        self.gathered = [_Gathered(part, [], []) for part in sorted(parts)]
        self.loose: list[Piece] = []  # what belongs to no part
        self._starts = [gathered.part.span.start for gathered in self.gathered]

    def add(self, block: Block) -> None:
        """Take in the next block."""
        start = block.span.start
        if isinstance(block, Grid):
            owner = self._owner(start)
            if owner and owner.part.kind == "table":
                owner.grids.append(block)
            else:
                shown = TableShown("", grid_rows([block]), ())
                self.loose.append(Piece("table", start, _NOTHING, shown))
        elif isinstance(block, Picture):
            self.loose.append(Piece("picture", start, _NOTHING))
        elif isinstance(block, (Furniture, Comment)):
            self.loose.append(Piece("aside", start, block.content))
        else:
            self._add_text(block.content, "heading" if isinstance(block, Heading) else "paragraph")

    def _add_text(self, content: Excerpt, kind: str) -> None:
        """A block's text, cut where one part ends and another begins."""
        offsets, first = content.offsets, 0
        while first < len(offsets):
            owner = self._owner(offsets[first])
            if owner:
                last = bisect_left(offsets, owner.part.span.end, first)
                owner.texts.append(content.cut(first, last))
            else:
                following = bisect_right(self._starts, offsets[first])
                ended = following == len(self._starts)
                last = len(offsets) if ended else bisect_left(offsets, self._starts[following])
                piece = content.cut(first, last)
                if piece.text.strip():
                    self.loose.append(Piece(kind, offsets[first], piece))
            first = max(last, first + 1)

    def _owner(self, offset: int) -> _Gathered | None:
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or self.gathered[place].part.span.end <= offset:
            return None
        return self.gathered[place]


def _piece(gathered: _Gathered, document: Document, editions: Mapping[str, Edition]) -> Piece:
    part = gathered.part
    table = part.table
    if table:
        form = editions[table.edition].table(table.name)
        shown = table_shown(table, form, gathered.grids, gathered.texts, document)
        shown = shown._replace(sums=_sums(table, editions[table.edition]))
        return Piece(part.kind, part.span.start, _NOTHING, shown)
    content = gathered.texts[0]
    for text in gathered.texts[1:]:
        gap = "\n" if part.kind in ("title", "chapter") else _gap(content, text)
        content = _put_together(content, text, gap)
    return Piece(part.kind, part.span.start, content)


def _gap(before: Excerpt, after: Excerpt) -> str:
    """What stands between two lines that are one: a blank between words of Latin letters."""
    last, first = before.text[-1], after.text[0]
    return " " if last.isascii() and first.isascii() and (last + first).isalnum() else ""


def _put_together(before: Excerpt, after: Excerpt, gap: str) -> Excerpt:
    between = [before.offsets[-1] + 1] * len(gap)
    offsets = [*before.offsets, *between, *after.offsets]
    return Excerpt(before.text + gap + after.text, offsets)


def _sums(table: Table, edition: Edition) -> tuple[SumShown, ...]:
    form = edition.table(table.name)
    if form is None or table.problem:
        return ()
    return tuple([sum_shown(form, made) for made in sums_of(form, edition.identities, table)])
