"""A page as its reader holds it: coordinates that grow to the right and downwards."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw as pdfium

_LARGEST_PAGE = 20_000.0  # points
_BESIDE = 0.3  # of a page's width, by which a table may stand out beyond its edge


class Frame:
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

    def box(self, left: float, bottom: float, right: float, top: float) -> list[float]:
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


def _is_cropped(page: Any) -> bool:
    """Whether a page shows less than its sheet holds."""
    sheet, shown = [[ctypes.c_float() for _ in range(4)] for _ in range(2)]
    return bool(
        pdfium.FPDFPage_GetMediaBox(page, *sheet)
        and pdfium.FPDFPage_GetCropBox(page, *shown)
        and any(abs(a.value - b.value) > 1 for a, b in zip(sheet, shown, strict=True))
    )
