"""PDFs drawn by hand, for what no printer prints: invisible words, pages turned, things hostile."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pikepdf

_FONT = b"/F1"


class PageDraft:
    """A page that is drawn step by step; y grows upwards from its lower left corner, as in PDF."""

    def __init__(self, width: float = 595, height: float = 842, rotate: int = 0) -> None:
        self.width, self.height, self.rotate = width, height, rotate
        self.content = bytearray()
        self.has_picture = False
        self.crop: tuple[float, float, float, float] | None = None

    def write(
        self,
        text: str,
        x: float,
        y: float,
        size: float = 12,
        *,
        mode: int = 0,
        colour: str = "0 0 0",
        turned: tuple[int, int, int, int] = (1, 0, 0, 1),
    ) -> None:
        """A line of text. `mode` 3 is invisible; `turned`: the matrix that turns it."""
        code = text.encode("utf-16-be").hex()
        a, b, c, d = turned
        self.draw(
            f"BT {colour} rg {mode} Tr /F1 {size} Tf {a} {b} {c} {d} {x} {y} Tm <{code}> Tj ET"
        )

    def paragraph(self, lines: list[str], x: float = 90, y: float = 700, size: float = 12) -> None:
        """Lines below each other."""
        for place, line in enumerate(lines):
            self.write(line, x, y - 1.6 * size * place, size)

    def rule(self, x: float, y: float, p: float, q: float) -> None:
        """A line."""
        self.draw(f"0 G 0.5 w {x} {y} m {p} {q} l S")

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self.draw(f"{colour} rg {x} {y} {width} {height} re f")

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """A grey picture."""
        self.has_picture = True
        self.draw(f"q {width} 0 0 {height} {x} {y} cm /I1 Do Q")

    def table(self, xs: list[float], ys: list[float], rows: list[list[str]]) -> None:
        """A ruled table, figures and labels at the left of their cells; ys from the top."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for row, top in zip(rows, ys, strict=False):
            for text, x in zip(row, xs, strict=False):
                self.write(text, x + 3, top - 12, 9)

    def draw(self, operators: str) -> None:
        """Operators as they are."""
        self.content += operators.encode() + b"\n"


def pdf_of(
    *pages: PageDraft, password: str | None = None, owner: str = "", info: Mapping[str, str] = {}
) -> bytes:
    """The pages as a PDF."""
    pdf = pikepdf.new()
    font = _font(pdf)
    for draft in pages:
        page = pdf.add_blank_page(page_size=(draft.width, draft.height))
        resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        if draft.has_picture:
            resources.XObject = pikepdf.Dictionary(I1=_grey(pdf))
        page.obj.Resources = resources
        page.obj.Contents = pdf.make_stream(bytes(draft.content))
        if draft.crop:
            page.obj.CropBox = list(draft.crop)
        if draft.rotate:
            page.obj.Rotate = draft.rotate
    for key, value in info.items():
        pdf.docinfo[key] = value
    target = BytesIO()
    if password is None and not owner:
        pdf.save(target)
    else:
        pdf.save(target, encryption=pikepdf.Encryption(owner=owner or "o", user=password or ""))
    return target.getvalue()


def _font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """A Chinese font that the reader of the PDF is to have."""
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name("/STSong-Light"), Flags=6,
        FontBBox=[-25, -254, 1000, 880], ItalicAngle=0, Ascent=880, Descent=-120, CapHeight=880,
        StemV=93,
    )  # fmt: skip
    system = pikepdf.Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("GB1"))
    system.Supplement = 4
    below = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType0,
        BaseFont=pikepdf.Name("/STSong-Light"), CIDSystemInfo=system,
        FontDescriptor=pdf.make_indirect(descriptor), DW=1000, W=[1, 95, 500, 814, 939, 500],
    )  # fmt: skip
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0,
        BaseFont=pikepdf.Name("/STSong-Light-UniGB-UTF16-H"),
        Encoding=pikepdf.Name("/UniGB-UTF16-H"),
        DescendantFonts=[pdf.make_indirect(below)],
    )  # fmt: skip
    return pdf.make_indirect(font)


def _grey(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.make_stream(
        b"\x80",
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1,
        ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
    )  # fmt: skip
