"""`python -m tests.formats.remaking`: the PDFs kept as test data, and the texts they stand for."""

from __future__ import annotations

from pathlib import Path

from tests.formats.reports import REPORTS
from tests.formats.writing import FORMATS, as_docx, as_pdf

DATA = Path(__file__).parent / "data"


def main() -> None:
    """Write them anew, by the LibreOffice of this machine."""
    DATA.mkdir(exist_ok=True)
    for name, draw in REPORTS.items():
        (DATA / f"{name}.txt").write_bytes(FORMATS["text.txt"](draw()))
        (DATA / f"{name}.pdf").write_bytes(as_pdf(as_docx(draw())))


if __name__ == "__main__":
    main()
