"""What a page draws besides text: ruled lines, filled areas, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pypdfium2_raw as pdfium

from gpar_lint.source.pdf.frame import Frame

#: On a page with more of them they are a drawing; what is beyond is not looked at.
MOST_OBJECTS = 50_000
MOST_SEGMENTS = 40_000
WHITE = 250  # of 255, in red, green and blue
_MOST_PICTURES = 50
_MOST_AREAS = 2000
_DEEPEST_FORM = 6
_THICKEST_RULE = 3.5  # points; a filled rectangle that is thicker is an area
_SHORTEST_RULE = 0.3  # a dash, or a dot
_SMALLEST_PICTURE = 24.0

Point = tuple[float, float]


class Objects:
    """A page's lines [at, start, end], and its areas and pictures [left, top, right, bottom]."""

    def __init__(self, frame: Frame) -> None:
        self.across: list[list[float]] = []
        self.down: list[list[float]] = []
        self.pictures: list[list[float]] = []
        self.areas: list[list[float]] = []  # filled and not white
        self._frame = frame
        self._objects = 0
        self._enough = False

    def read(self, page: Any) -> None:
        """Look at what is drawn on a page."""
        identity = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        count = pdfium.FPDFPage_CountObjects(page)
        for index in range(count):
            self._read_object(pdfium.FPDFPage_GetObject(page, index), identity, 0)
            if self._enough:
                return

    def _read_object(self, thing: Any, outer: tuple[float, ...], depth: int) -> None:
        self._objects += 1
        segments = len(self.across) + len(self.down)
        if self._objects > MOST_OBJECTS or segments > MOST_SEGMENTS:
            self._enough = True
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
                if self._enough:
                    return

    def _add_picture(self, matrix: tuple[float, ...]) -> None:
        corners = [_moved(matrix, x, y) for x in (0, 1) for y in (0, 1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        left, top, right, bottom = self._frame.box(min(xs), min(ys), max(xs), max(ys))
        left, right = max(left, 0), min(right, self._frame.width)
        top, bottom = max(top, 0), min(bottom, self._frame.height)
        large = right - left >= _SMALLEST_PICTURE and bottom - top >= _SMALLEST_PICTURE
        if large and len(self.pictures) < _MOST_PICTURES:
            self.pictures.append(rounded(left, top, right, bottom))

    def _read_path(self, path: Any, matrix: tuple[float, ...]) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        count = pdfium.FPDFPath_CountSegments(path)
        if count > MOST_SEGMENTS:
            self._enough = True
            return
        stroked = stroke.value and _is_seen(path, pdfium.FPDFPageObj_GetStrokeColor)
        filled = fill.value and _is_seen(path, pdfium.FPDFPageObj_GetFillColor)
        for points in _pieces(path, count, matrix) if stroked or filled else ():
            if filled:
                self._add_area(points, is_rule=not stroked)
            for start, end in pairwise(points if stroked else ()):
                self._add_line(start, end)

    def _add_line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        (x, y), (p, q) = self._frame.point(*start), self._frame.point(*end)
        if abs(y - q) < 1 and abs(x - p) >= _SHORTEST_RULE:
            self.across.append(rounded((y + q) / 2, min(x, p), max(x, p)))
        elif abs(x - p) < 1 and abs(y - q) >= _SHORTEST_RULE:
            self.down.append(rounded((x + p) / 2, min(y, q), max(y, q)))

    def _add_area(self, points: Sequence[Point], *, is_rule: bool) -> None:
        """A filled piece: a ruled line if it is thin, else an area."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, top, right, bottom = self._frame.box(min(xs), min(ys), max(xs), max(ys))
        width, height = right - left, bottom - top
        dot = max(width, height) < 2 * min(width, height)  # of a dotted line, across or down
        if is_rule and height <= _THICKEST_RULE and (width >= height or dot):
            self.across.append(rounded((top + bottom) / 2, left, right))
        if is_rule and width <= _THICKEST_RULE and (height >= width or dot):
            self.down.append(rounded((left + right) / 2, top, bottom))
        large = width > _THICKEST_RULE and height > _THICKEST_RULE
        if large and len(self.areas) < _MOST_AREAS:
            self.areas.append(rounded(left, top, right, bottom))


def rounded(*values: float) -> list[float]:
    """Numbers as short as they need be."""
    return [round(value, 2) for value in values]


def _is_seen(path: Any, colour_of: Any) -> bool:
    """Whether a path is drawn in a colour that shows on paper."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour_of(path, red, green, blue, alpha):
        return True  # a pattern
    return alpha.value > 0 and min(red.value, green.value, blue.value) < WHITE


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


def _pieces(path: Any, count: int, matrix: tuple[float, ...]) -> Iterator[list[Point]]:
    """The corners of a path, piece by piece: a table's lines are often drawn as one path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    piece: list[Point] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if piece and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield piece
            piece = []
        piece.append(_moved(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            piece.append(piece[0])
    if piece:
        yield piece
