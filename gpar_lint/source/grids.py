"""Rows of tables in plain text and Markdown: lines whose cells tabs or pipes set apart."""

from __future__ import annotations

from collections.abc import Iterable

from gpar_lint.source.document import Cell, Row
from gpar_lint.source.inline import without_breaks, without_marks
from gpar_lint.source.lines import PIPES, Line
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.folding import fold
from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

_EMPTY = Excerpt("", ())
_PIPE = regex(rf"(?<!\\)\||[{PIPES[1:]}]")
# Lines that only draw: |---|:--:| under a Markdown header, +---+---+, ----	----. Fewer dashes
# are a row of cells left open.
_DRAWN = regex(rf"[-=─━:+{PIPES}┌┬┐├┼┤└┴┘ \t\u3000]*")
_DRAWN_SIGN = regex(rf"---|[:{PIPES}]-|-[:{PIPES}]|==|──|━━")
_FIGURE = regex(r"[-+]?[0-9][0-9,，.]{0,15}[^0-9a-zA-Z\s]{0,2}|[-—/]{1,2}|无")
# A sentence's end, or a colon at a cell's end: 地址：	清源路8号.
_SENTENCE = regex("[。；;]|[：:][ \u3000]*(?:\t|$)")
_NUMERALS = "一二三四五六七八九十"
_ORDINAL = regex(rf"[(]?(?:[0-9]{{1,2}}|[{_NUMERALS}]{{1,3}})[)、.．]?|第.{{1,3}}")
# More cells than any table has: such a line is not worth millions of objects.
_MOST_CELLS = 1000
_LONG = 15  # characters that no figure's column header has


def is_drawn(body: str) -> bool:
    """Whether a line only draws a table's lines: it has their crossings, not dashes alone."""
    return bool(
        _DRAWN.fullmatch(body)
        and _DRAWN_SIGN.search(body)
        and ("\t" in body or "+" in body or any(pipe in body for pipe in PIPES))
    )


def tab_row(text: str, line: Line) -> Row | None:
    """The row of a line with tabs; None where they set no cells apart."""
    start, end = line.span
    places = [start + place for place, char in enumerate(text[start:end]) if char == "\t"]
    row = _row(text, line, places, start, end)
    return row if row and not _is_prose(line.body, row) else None


def pipe_row(text: str, line: Line) -> Row | None:
    """The row of a line with pipes, the outer pipes left out; it may have one cell only.

    None where pipes stand in a sentence: `开设“图解｜视频｜问答”栏目。`
    """
    start, end = line.at, line.at + len(line.body)
    places = [found.start() for found in _PIPE.finditer(text, start, end)]
    if places and places[0] == start:
        start = places.pop(0) + 1
    if places and places[-1] == end - 1:
        end = places.pop()
    row = _row(text, line, places, start, end)
    within = (start, end) == (line.at, line.at + len(line.body))
    return None if row and within and _is_prose(line.body, row) else row


def blank_row(text: str, line: Line) -> Row:
    """The row of a line that has tabs and blanks alone."""
    start, end = line.span
    places = [start, *[start + at + 1 for at, char in enumerate(text[start:end]) if char == "\t"]]
    cells = [Cell(_EMPTY, at, span=Span(place, place)) for at, place in enumerate(places)]
    return Row(tuple(cells[:_MOST_CELLS]), line.span)


def _row(text: str, line: Line, places: list[int], start: int, end: int) -> Row | None:
    if len(places) >= _MOST_CELLS:
        return None
    cells = []
    for column, place in enumerate([*places, end]):
        cells.append(Cell(_content(text, start, place), column, span=Span(start, place)))
        start = place + 1
    return Row(tuple(cells), line.span)


def _content(text: str, start: int, end: int) -> Excerpt:
    whole = text[start:end]
    if not whole:
        return _EMPTY
    if not whole.isdigit():  # most cells hold a figure and nothing else
        content = Excerpt(whole, range(start, end)).strip()
        return without_breaks(without_marks(content)).strip() if content.text else _EMPTY
    return Excerpt(whole, range(start, end))


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.content.text]


def is_blank(row: Row) -> bool:
    """Whether no cell of a row holds anything."""
    return not any(cell.content.text for cell in row.cells)


def _figures(cells: Iterable[Cell]) -> int:
    return sum(1 for cell in cells if _FIGURE.fullmatch(fold(cell.content.text)))


def _is_prose(body: str, row: Row) -> bool:
    """Whether a line is a paragraph: a sentence, or an ordinal and what follows it."""
    cells = _filled(row)
    if _SENTENCE.search(body):
        return _figures(cells) < 2
    return (
        len(cells) == 2
        and not _figures(cells[1:])
        and bool(_ORDINAL.fullmatch(fold(cells[0].content.text)))
    )


def table_rows_of_tabs(rows: list[Row]) -> range:
    """Which of the tabbed rows one below the other are a table; the others are paragraphs.

    A row that holds one thing is a paragraph set in by a tab, or followed by tabs, unless it
    stands within the table or heads it (`第二十条第（五）项` and three tabs).
    """
    if len(rows) == 1 and len(cells := _filled(rows[0])) < 3 and not _figures(cells):
        return range(0)
    wide = [place for place, row in enumerate(rows) if len(_filled(row)) > 1]
    if not wide:
        return range(len(rows) if _is_column_of_labels(rows) else 0)
    first, last = wide[0], wide[-1] + 1
    while first > 0 and not _is_set_in(rows[first - 1]) and not _is_heading(rows[first - 1]):
        first -= 1
    while last < len(rows) and not (_is_set_in(rows[last]) and _is_long(rows[last])):
        last += 1
    return range(first, last)


def _is_column_of_labels(rows: list[Row]) -> bool:
    """Whether rows are a table's that has lost, or never had, its figures."""
    widths = {len(row.cells) for row in rows}
    return (
        len(rows) > 1
        and widths != {1}
        and len(widths) == 1
        and all(row.cells[0].content.text for row in rows)
    )


def _is_set_in(row: Row) -> bool:
    return bool(row.cells[-1].content.text)


def _is_heading(row: Row) -> bool:
    text = row.cells[0].content.text
    rest = text.lstrip(_NUMERALS)
    return rest.startswith("、") and 0 < len(text) - len(rest) <= 3


def _is_long(row: Row) -> bool:
    return len(row.cells[-1].content.text) > _LONG


def is_pipe_table(rows: list[Row], drawn: bool) -> bool:
    """Whether rows of pipes one below the other are a table.

    One cell a line is none; nor is `首页 | 政务公开`, two cells with neither rule nor figure.
    """
    widest = max(len(row.cells) for row in rows)
    if widest == 2 and not drawn and not any(_has_outer_pipes(row) for row in rows):
        return any(_figures(_filled(row)[1:]) for row in rows)
    return widest > 1


def _has_outer_pipes(row: Row) -> bool:
    return row.cells[0].span.start > row.span.start
