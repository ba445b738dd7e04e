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

#: A page with more of them is no page of a report.
MOST_GLYPHS = 20_000
#: On a page with more of them they are a drawing; what is beyond is not looked at.
MOST_OBJECTS = 50_000
MOST_SEGMENTS = 40_000
_MOST_PICTURES = 50
_DEEPEST_FORM = 6
_THICKEST_RULE = 3.5  # points; a filled rectangle that is thicker is an area
_SHORTEST_RULE = 0.3  # a dash, or a dot
_SMALLEST_PICTURE = 24.0
_SMALLEST_SIZE = 1.0  # of characters that a person can see
_INVISIBLE = 3  # the text rendering mode
_WHITE = 250  # of 255, in red, green and blue
_HYPHEN = 2  # as PDFium marks a word parted at the end of a line
_NO_CHARACTER = frozenset({0, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF})
_LARGEST_PAGE = 20_000.0
_BESIDE = 0.3  # of a page's width, by which a table may stand out beyond its edge

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


class _Frame:
    """From a page's own coordinates to those of its reader, in quarter turns."""

    def __init__(self, page: Any) -> None:
        box = pdfium.FS_RECTF()
        if not pdfium.FPDF_GetPageBoundingBox(page, box):
            box.left, box.bottom, box.right, box.top = 0, 0, 595, 842
        self._box = (box.left, box.bottom, box.right, box.top)
        # A table wider than its page loses a column in print, but not in the file. What a crop box
        # cuts off is not the page's.
        self.beside = 0.0 if _is_cropped(page) else _BESIDE
        self.turn(pdfium.FPDFPage_GetRotation(page))

    def turn(self, quarters: int) -> None:
        """Set by how many quarters the page is turned clockwise."""
        self.quarters = quarters % 4
        left, bottom, right, top = self._box
        width, height = min(right - left, _LARGEST_PAGE), min(top - bottom, _LARGEST_PAGE)
        self.width, self.height = (height, width) if self.quarters % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as the reader sees it."""
        left, bottom, right, top = self._box
        if self.quarters == 0:
            return x - left, top - y
        if self.quarters == 1:
            return y - bottom, x - left
        if self.quarters == 2:
            return right - x, y - bottom
        return top - y, right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Row:
        """A rectangle as the reader sees it: left, top, right, bottom."""
        if self.quarters == 0:
            return [
                left - self._box[0],
                self._box[3] - top,
                right - self._box[0],
                self._box[3] - bottom,
            ]
        (x, y), (p, q) = self.point(left, bottom), self.point(right, top)
        return [min(x, p), min(y, q), max(x, p), max(y, q)]


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
        self.white = mode == 0 and min(paint) >= _WHITE


class _Reading:
    def __init__(self, page: Any) -> None:
        self.page = page
        self.frame = _Frame(page)
        self.objects = 0
        self.across: list[Row] = []
        self.down: list[Row] = []
        self.pictures: list[Row] = []
        self.areas: list[Row] = []  # filled and not white: white text may be read on them
        self.cut = self.enough = False
        self.unknown = self.lost = 0

    def read(self) -> dict[str, Any]:
        """Everything on the page."""
        text = pdfium.FPDFText_LoadPage(self.page)
        glyphs = list(self._glyphs(text)) if text else []
        self._turn_to(glyphs)
        self._read_objects()
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
            "across": self.across, "down": self.down, "pictures": self.pictures,
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
        return not any(
            left <= x <= right and top <= y <= bottom
            for left, top, right, bottom in (*self.areas, *self.pictures)
        )

    def _read_objects(self) -> None:
        identity = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        count = pdfium.FPDFPage_CountObjects(self.page)
        for index in range(count):
            self._read_object(pdfium.FPDFPage_GetObject(self.page, index), identity, 0)
            if self.enough:
                return

    def _read_object(self, thing: Any, outer: tuple[float, ...], depth: int) -> None:
        self.objects += 1
        segments = len(self.across) + len(self.down)
        if self.objects > MOST_OBJECTS or segments > MOST_SEGMENTS:
            self.enough = True
            return
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._read_path(thing, _product(_matrix_of(thing), outer))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            # The unit square, drawn where the matrix puts it.
            self._add_picture(_product(_matrix_of(thing), outer))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = _product(_matrix_of(thing), outer)
            for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
                self._read_object(pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1)
                if self.enough:
                    return

    def _add_picture(self, matrix: tuple[float, ...]) -> None:
        corners = [_moved(matrix, x, y) for x in (0, 1) for y in (0, 1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        left, top, right, bottom = self.frame.box(min(xs), min(ys), max(xs), max(ys))
        left, right = max(left, 0), min(right, self.frame.width)
        top, bottom = max(top, 0), min(bottom, self.frame.height)
        large = right - left >= _SMALLEST_PICTURE and bottom - top >= _SMALLEST_PICTURE
        if large and len(self.pictures) < _MOST_PICTURES:
            self.pictures.append(_rounded(left, top, right, bottom))

    def _read_path(self, path: Any, matrix: tuple[float, ...]) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        count = pdfium.FPDFPath_CountSegments(path)
        if count > MOST_SEGMENTS:
            self.enough = True
            return
        if stroke.value and _is_seen(path, pdfium.FPDFPageObj_GetStrokeColor):
            for start, end in _segments(path, count, matrix):
                self._add_line(start, end)
        elif fill.value and count <= 12 and _is_seen(path, pdfium.FPDFPageObj_GetFillColor):
            self._add_area([point for line in _segments(path, count, matrix) for point in line])

    def _add_line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        (x, y), (p, q) = self.frame.point(*start), self.frame.point(*end)
        if abs(y - q) < 1 and abs(x - p) >= _SHORTEST_RULE:
            self.across.append(_rounded((y + q) / 2, min(x, p), max(x, p)))
        elif abs(x - p) < 1 and abs(y - q) >= _SHORTEST_RULE:
            self.down.append(_rounded((x + p) / 2, min(y, q), max(y, q)))

    def _add_area(self, points: list[tuple[float, float]]) -> None:
        """A filled path: a rule if it is thin, else an area."""
        if not points:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, top, right, bottom = self.frame.box(min(xs), min(ys), max(xs), max(ys))
        width, height = right - left, bottom - top
        dot = max(width, height) < 2 * min(width, height)  # of a dotted line, across or down
        if height <= _THICKEST_RULE and (width >= height or dot):
            self.across.append(_rounded((top + bottom) / 2, left, right))
        if width <= _THICKEST_RULE and (height >= width or dot):
            self.down.append(_rounded((left + right) / 2, top, bottom))
        if width > _THICKEST_RULE and height > _THICKEST_RULE and len(self.areas) < 2000:
            self.areas.append(_rounded(left, top, right, bottom))


def _has_ink(text: Any, index: int) -> bool:
    """Whether a character is no blank."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return right.value > left.value and top.value > bottom.value


def _is_cropped(page: Any) -> bool:
    """Whether a page shows less than its sheet holds."""
    sheet, shown = [[ctypes.c_float() for _ in range(4)] for _ in range(2)]
    return bool(
        pdfium.FPDFPage_GetMediaBox(page, *sheet)
        and pdfium.FPDFPage_GetCropBox(page, *shown)
        and any(abs(a.value - b.value) > 1 for a, b in zip(sheet, shown, strict=True))
    )


def _rounded(*values: float) -> Row:
    return [round(value, 2) for value in values]


def _is_seen(path: Any, colour_of: Any) -> bool:
    """Whether a path is drawn in a colour that shows on paper."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour_of(path, red, green, blue, alpha):
        return True  # a pattern
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _WHITE


def _matrix_of(thing: Any) -> tuple[float, ...]:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _product(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _moved(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _segments(
    path: Any, count: int, matrix: tuple[float, ...]
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight lines of a path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = _moved(matrix, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, point
        if pdfium.FPDFPathSegment_GetClose(segment) and point != start:
            yield point, start
            point = start
        last = point
