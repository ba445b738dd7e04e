"""A PDF's pages as lists of what is drawn on them, by PDFium.

It runs in a process of its own (see worker and isolation): PDFium is C++, and a hostile file may
make it run for hours or take all memory within one call. What it finds is plain lists of numbers.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from math import atan2, hypot, pi
from typing import Any

import pypdfium2_raw as pdfium

from gpar_lint.source.pdf.frame import Frame
from gpar_lint.source.pdf.objects import WHITE, Objects

#: A page with more of them is no page of a report.
MOST_GLYPHS = 20_000
_SMALLEST_SIZE = 1.0  # of characters that a person can see
_INVISIBLE = 3  # the text rendering mode
_HYPHEN = 2  # as PDFium marks a word parted at the end of a line
_NO_CHARACTER = frozenset({0, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF})

Row = list[Any]


class Refused(Exception):
    """PDFium opens no document: "encrypted" or "damaged"."""


def document_of(data: bytes) -> Any:
    """PDFium's handle of a document. `data` must live as long as it. Raises Refused."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        locked = code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Refused("encrypted" if locked else "damaged")
    return document


def title_of(document: Any) -> str:
    """The title that the document's properties name."""
    size = pdfium.FPDF_GetMetaText(document, b"Title", None, 0)
    if not 2 < size <= 4096:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, b"Title", buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").strip("\0 ")


def page_count(document: Any) -> int:
    """How many pages a document says it has."""
    return int(pdfium.FPDF_GetPageCount(document))


def page_of(document: Any, index: int) -> dict[str, Any] | None:
    """What is drawn on a page; None where it cannot be read.

    Keys: width, height, glyphs [char, left, right, base, size], hidden (the same, of characters
    that no person sees), across and down [at, start, end], pictures [left, top, right, bottom],
    unknown and lost (how many characters have a code of the font's own, and none), cut (there are
    more characters).
    """
    handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        return None
    try:
        return _Reading(handle).read()
    finally:
        pdfium.FPDF_ClosePage(handle)


class _Manner:
    """How a run of text is drawn."""

    _matrix = pdfium.FS_MATRIX()
    _colour = tuple([ctypes.c_uint() for _ in range(4)])  # red, green, blue, alpha

    def __init__(self, text: Any, run: Any, index: int) -> None:
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        a, b = matrix.a, matrix.b
        scale = abs(a) if not b and a else hypot(a, b) or hypot(matrix.c, matrix.d)
        self.size = float(pdfium.FPDFText_GetFontSize(text, index)) * scale
        turns = atan2(b, a) / (pi / 2)
        self.quarters = round(turns) % 4
        self.slanted = abs(turns - round(turns)) > 0.12  # a watermark across the page
        mode = pdfium.FPDFTextObj_GetTextRenderMode(run) if run else 0
        known = pdfium.FPDFText_GetFillColor(text, index, *self._colour)
        *paint, alpha = [part.value for part in self._colour] if known else (0, 0, 0, 255)
        self.hidden = mode == _INVISIBLE or alpha == 0
        self.white = mode == 0 and min(paint) >= WHITE


class _Reading:
    def __init__(self, page: Any) -> None:
        self.page = page
        self.frame = Frame(page)
        self.drawn = Objects(self.frame)
        self.cut = False
        self.unknown = self.lost = 0

    def read(self) -> dict[str, Any]:
        """Everything on the page."""
        text = pdfium.FPDFText_LoadPage(self.page)
        glyphs = list(self._glyphs(text)) if text else []
        self._turn_to(glyphs)
        self.drawn.read(self.page)
        shown: list[Row] = []
        hidden: list[Row] = []
        for manner, char, origin, box in glyphs:
            row = self._row(manner, char, origin, box)
            if row:
                (hidden if self._is_hidden(manner, row) else shown).append(row)
        if text:
            pdfium.FPDFText_ClosePage(text)
        return {
            "width": self.frame.width, "height": self.frame.height,
            "glyphs": shown, "hidden": hidden,
            "across": self.drawn.across, "down": self.drawn.down,
            "pictures": self.drawn.pictures,
            "unknown": self.unknown, "lost": self.lost, "cut": self.cut,
        }  # fmt: skip

    def _glyphs(self, text: Any) -> Iterator[tuple[_Manner, str, Row, Row]]:
        manners: dict[int, _Manner] = {}
        x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        for index, code in self._codes(text):
            run = pdfium.FPDFText_GetTextObject(text, index)
            key = ctypes.cast(run, ctypes.c_void_p).value or -index - 1
            manner = manners.get(key)
            if manner is None:
                manner = manners[key] = _Manner(text, run, index)
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            pdfium.FPDFText_GetLooseCharBox(text, index, box)
            if manner.size >= _SMALLEST_SIZE and not manner.slanted:
                place = [box.left, box.bottom, box.right, box.top]
                yield manner, chr(code), [x.value, y.value], place

    def _codes(self, text: Any) -> Iterator[tuple[int, int]]:
        """The characters' codes, by their index; those that PDFium adds are left out."""
        count = pdfium.FPDFText_CountChars(text)
        self.cut = count > MOST_GLYPHS
        half = 0
        for index in range(min(count, MOST_GLYPHS)):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if 0xD800 <= code < 0xDC00:  # half of a rare character, as Windows has them
                half = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((half - 0xD800) << 10) + code - 0xDC00 if half else 0
            half = 0
            if code in _NO_CHARACTER or code > 0x10FFFF:
                self.lost += _has_ink(text, index)
            elif 0xE000 <= code <= 0xF8FF:
                self.unknown += 1
            elif code == _HYPHEN:
                yield index, ord("-")
            elif code > 32 or (code == 32 and pdfium.FPDFText_IsGenerated(text, index) != 1):
                yield index, code

    def _turn_to(self, glyphs: list[tuple[_Manner, str, Row, Row]]) -> None:
        """Turn the page so that most of its text is upright: tables are often laid on their side.

        A person turns such a page, too.
        """
        counts = [0, 0, 0, 0]
        for manner, *_ in glyphs:
            counts[(manner.quarters - self.frame.quarters) % 4] += 1
        most = counts.index(max(counts))
        if counts[most] > counts[0]:
            self.frame.turn(self.frame.quarters + most)

    def _row(self, manner: _Manner, char: str, origin: Row, box: Row) -> Row | None:
        left, _, right, bottom = self.frame.box(*box)
        _, base = self.frame.point(*origin)
        size = manner.size
        if manner.quarters != self.frame.quarters:  # set on its side: it stands in its box
            base = bottom - 0.12 * size
        beside = self.frame.beside * self.frame.width + 1
        inside = -beside <= (left + right) / 2 <= self.frame.width + beside
        if not inside or not -1 <= base - size / 3 <= self.frame.height + 1:
            return None
        return [char, round(left, 2), round(right, 2), round(base, 2), round(size, 2)]

    def _is_hidden(self, manner: _Manner, row: Row) -> bool:
        if not manner.white:
            return manner.hidden
        x, y = (row[1] + row[2]) / 2, row[3] - row[4] / 3
        return not any(  # white text may be read on them
            left <= x <= right and top <= y <= bottom
            for left, top, right, bottom in (*self.drawn.areas, *self.drawn.pictures)
        )


def _has_ink(text: Any, index: int) -> bool:
    """Whether a character is no blank."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return right.value > left.value and top.value > bottom.value
