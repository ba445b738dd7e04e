"""Blank reports as Word documents, written by hand: a .docx is a zip of a few XML parts.

Page, fonts and sizes are those of official documents (GB/T 9704—2012); where a machine lacks a
font, the document itself names the one to take in its place.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from gpar_lint.format.edition import TableFormat
from gpar_lint.output.blank import word_parts
from gpar_lint.output.blank.cells import Box, Boxes, boxes_of
from gpar_lint.output.blank.parts import Line, Part

_WIDTH = 8847  # of the text on the page, in twentieths of a point
_STYLES = {0: "", 1: "Title", 2: "Heading1"}
_LABEL_WIDTHS = {"matrix": (700, 700, 2100), "blocks": (3000,)}
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip can tell; the same report gives the same bytes


def write_word(parts: Sequence[Part]) -> bytes:
    """A .docx, with headings in Word's own styles and tables whose header cells are merged."""
    title = next(part.text for part in parts if isinstance(part, Line))
    body = "".join(_body(parts))
    files = word_parts.around(escape(title))
    files["word/document.xml"] = word_parts.document(body)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return buffer.getvalue()


def _body(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Line):
            yield _paragraph(part.text, _STYLES[part.level])
        else:
            yield from _table(part)


def _paragraph(text: str, style: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{properties}{run}</w:p>"


def _table(table: TableFormat) -> Iterator[str]:
    boxes = boxes_of(table)
    widths = _widths(table, sum([box.columns for box in boxes[0]]))
    yield '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
    yield f'<w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:jc w:val="center"/>'
    yield '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    yield from [f'<w:gridCol w:w="{width}"/>' for width in widths]
    yield "</w:tblGrid>"
    yield from _rows(boxes, widths)
    yield "</w:tbl>"


def _widths(table: TableFormat, columns: int) -> list[int]:
    """The widths of a table's columns: those of labels first, the others share the rest."""
    first = list(_LABEL_WIDTHS.get(table.shape, ()))
    rest = columns - len(first)
    return [*first, *[(_WIDTH - sum(first)) // rest] * rest]


def _rows(boxes: Boxes, widths: Sequence[int]) -> Iterator[str]:
    below: dict[int, Box] = {}  # merged cells that go on, by their first column
    for row in boxes:
        yield '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="397"/></w:trPr>'
        waiting = iter(row)
        column = 0
        while column < len(widths):
            box = below.pop(column, None)
            starts = box is None
            box = box or next(waiting)
            yield _cell(box, sum(widths[column : column + box.columns]), starts)
            if box.rows > 1:
                below[column] = box._replace(rows=box.rows - 1)
            column += box.columns
        yield "</w:tr>"


def _cell(box: Box, width: int, starts: bool) -> str:
    """A cell, or (not `starts`) the part of a merged one in a further row."""
    span = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
    merge = "" if starts and box.rows == 1 else "<w:vMerge/>"
    if starts and box.rows > 1:
        merge = '<w:vMerge w:val="restart"/>'
    style = "TableHead" if box.heads else "TableFigure"
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
        f'<w:vAlign w:val="center"/></w:tcPr>{_paragraph(box.text if starts else "", style)}</w:tc>'
    )
