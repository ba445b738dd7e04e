"""Fixes of a web page: what a check changes in the text a reader sees, done in the page's source.

Text put in is escaped, an entity is replaced whole, tags within a piece that is replaced stay, a
paragraph is taken away or put in with the tags that its like have on the page.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from gpar_lint.checks.finding import Edit
from gpar_lint.linter.markup_rows import rows_inserted, runs_of
from gpar_lint.source.document import Document, Furniture, Heading, Paragraph
from gpar_lint.source.html.scanning import entity_end
from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

_LINE_BREAK = regex(r"\s*<br\s*/?>[ \t]*(?:\r\n?|\n)?", re.IGNORECASE)
_LINE_END = regex(r"[ \t]*(?:\r\n?|\n)")
_LINES = regex(r"[\r\n]+")
# Ordinals by which lines are alike: chapters, topics, items.
_ORDINALS = (
    regex("[一二三四五六七八九十]{1,3}、"),
    regex("[（(][一二三四五六七八九十]{1,3}[)）]"),
)

_LONGEST_COMPARED = 400  # characters of a text that is compared piece by piece

Line = Paragraph | Heading


def whole(document: Document, span: Span) -> Span:
    """A span that ends where a character does that is written as an entity."""
    start, end = span
    if document.seen is None or not end or document.text[end - 1] != "&":
        return span
    after = entity_end(document.text, end - 1)
    return Span(after if start == end else start, after)


def in_markup(document: Document, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits of one fix as changes of a page's source."""
    lines = [each for each in document.blocks if isinstance(each, Paragraph | Heading)]
    return tuple([each for edit in edits for each in _in_markup(document, lines, edit)])


def as_source(document: Document, place: int, text: str) -> str:
    """Lines of plain text as the page's source has them near a place; rows of tabs as a table."""
    lines = [each for each in document.blocks if isinstance(each, Paragraph | Heading)]
    near = bisect_left([line.content.span().start for line in lines], place)
    new = [line for line in _LINES.split(text) if line.strip()]
    return "\n".join(_written(document, lines, near, new))


def _in_markup(document: Document, lines: Sequence[Line], edit: Edit) -> Iterator[Edit]:
    span = whole(document, edit.span)
    runs = list(runs_of(document, span))
    if span.start == span.end and (rows := list(rows_inserted(document, span.start, edit.text))):
        yield from rows
    elif span.start == span.end:
        yield _inserted(document, lines, span.start, edit.text)
    elif not runs:  # a comment, the digit of a <h2>
        yield edit
    elif not edit.text and (gone := list(_deleted(document, span))):
        yield from gone
    else:
        yield from _replaced(document, runs, edit.text)


def _replaced(document: Document, runs: Sequence[Span], text: str) -> Iterator[Edit]:
    """New text for that of some runs; only what differs is touched."""
    seen = [document.excerpt(*run) for run in runs]
    old = "".join([excerpt.text for excerpt in seen])
    offsets = [offset for excerpt in seen for offset in excerpt.offsets]
    for start, end, new in _changes(old, text, alone=len(runs) == 1):
        new = html.escape(new, quote=False)
        if start == end:
            place = entity_end(document.text, offsets[start - 1]) if start else offsets[0]
            yield Edit(Span(place, place), new)
        for run in runs:
            own = [offset for offset in offsets[start:end] if run.start <= offset < run.end]
            if own:
                yield Edit(Span(own[0], entity_end(document.text, own[-1])), new)
                new = ""


def _changes(old: str, new: str, *, alone: bool) -> Iterator[tuple[int, int, str]]:
    """Which pieces of a text become which others: one piece where the text is in one run, else
    as many as keep each character in its tags.
    """
    if alone or len(old) > _LONGEST_COMPARED:
        start = _same_length(old, new)
        rest = _same_length(old[start:][::-1], new[start:][::-1])
        yield start, len(old) - rest, new[start : len(new) - rest]
        return
    for kind, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind != "equal":
            yield start, end, new[first:last]


def _same_length(one: str, other: str) -> int:
    """How many characters two texts have in common from their start."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _deleted(document: Document, span: Span) -> Iterator[Edit]:
    """The blocks that a span covers, each with its tags, or the line break after it."""
    for block in document.blocks:
        if not isinstance(block, Paragraph | Heading | Furniture):
            continue
        start, end = whole(document, block.content.span())
        if span.start <= start and end <= span.end:
            place = block.span if block.span.start < start else Span(start, end)
            ending = _LINE_END if block.span.start < start else _LINE_BREAK
            after = ending.match(document.text, place.end)
            yield Edit(Span(place.start, after.end() if after else place.end), "")


def _inserted(document: Document, lines: Sequence[Line], place: int, text: str) -> Edit:
    """Text put in at a place; where it is paragraphs of its own, with their tags."""
    new = [line for line in _LINES.split(text) if line.strip()]
    if len(_LINES.split(text)) < 2:
        return Edit(Span(place, place), html.escape(text, quote=False))
    starts = [line.content.span().start for line in lines]
    after = bisect_left(starts, place)
    markup = list(_written(document, lines, after, new))
    before = next(
        (line for line in lines if whole(document, line.content.span()).end == place), None
    )
    if before:
        place = before.span.end if before.span.end > place else place
        return Edit(Span(place, place), "".join([f"\n{line}" for line in markup]))
    if after < len(lines) and starts[after] == place:
        place = min(place, lines[after].span.start)
    return Edit(Span(place, place), "".join([f"{line}\n" for line in markup]))


def _written(
    document: Document, lines: Sequence[Line], near: int, new: Sequence[str]
) -> Iterator[str]:
    """Lines in the tags that lines like them have nearby; rows of tabs as a table."""
    rows: list[str] = []
    for line in new:
        if "\t" in line:
            cells = [f"<td>{html.escape(cell, quote=False)}</td>" for cell in line.split("\t")]
            rows.append(f"<tr>{''.join(cells)}</tr>")
            continue
        if rows:
            yield _table(rows)
            rows = []
        opening, closing = _tags(document, lines, near, line)
        yield f"{opening}{html.escape(line, quote=False)}{closing}"
    if rows:
        yield _table(rows)


def _table(rows: Sequence[str]) -> str:
    return "\n".join(['<table border="1">', *rows, "</table>"])


def _tags(document: Document, lines: Sequence[Line], near: int, text: str) -> tuple[str, str]:
    """What stands before and after the line most like a text; a paragraph where there is none."""
    kind = next((ordinal for ordinal in _ORDINALS if ordinal.match(text)), None)
    alike = [
        (abs(place - near), line)
        for place, line in enumerate(lines)
        if (kind.match(line.content.text) if kind else "。" in line.content.text)
    ]
    if not alike:
        return "<p>", "</p>"
    line = min(alike, key=lambda each: each[0])[1]
    start, end = whole(document, line.content.span())
    before, after = document.text[line.span.start : start], document.text[end : line.span.end]
    return (before, after) if before else ("", "<br>")
