"""The same report in every format gives the same findings, in the same chapters and cells."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from gpar_lint.checks.context import Settings
from gpar_lint.linter.checking import Linter, Result
from gpar_lint.report.reading import read_report
from gpar_lint.source.reading import read
from gpar_lint.text.decoding import decode
from tests.formats.reports import PLANTED, REPORTS, RULEBOOK
from tests.formats.writing import FORMATS, SOFFICE, as_docx, as_html, as_pdf, flat_docx
from tests.support.relayout import markdown, web_page

LINTER = Linter(RULEBOOK, RULEBOOK.rules, Settings(today=date(2026, 3, 1)), "zh")
DATA = Path(__file__).parent / "data"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.txt"))

Seen = Counter[tuple[object, ...]]


def seen(name: str, data: bytes) -> Seen:
    """What a person is told of a report: rule, chapter, cell."""
    return _seen(LINTER.check(name, data))


def _seen(result: Result) -> Seen:
    return Counter([(each.code, each.chapter, each.cell) for each in result.diagnostics])


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_without_a_defect_gives_nothing(name: str) -> None:
    assert seen(name, FORMATS[name](REPORTS["clean"]())) == Counter()


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_with_defects_gives_each_of_them(name: str) -> None:
    found = seen(name, FORMATS[name](REPORTS["faulty"]()))
    assert found == seen("text.txt", FORMATS["text.txt"](REPORTS["faulty"]()))
    assert {str(code) for code, _, _ in found} == {planted[:4] for planted in PLANTED}


def figures(name: str, report: str) -> dict[str, tuple[object, str]]:
    """Every figure of the tables by its cell, whether it can be read or not."""
    read_as = read_report(read(name, FORMATS[name](REPORTS[report]())), RULEBOOK)
    return {
        f"{cell.table}.{cell.row}.{cell.column}": (cell.value, cell.form)
        for table in read_as.tables
        for row in table.rows
        for cell in row.cells
    }


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("name", FORMATS)
def test_every_cell_is_read(name: str, report: str) -> None:
    draft = REPORTS[report]()
    found = figures(name, report)
    assert found == figures("text.txt", report)
    if report == "clean":
        assert {cell: str(value) for cell, (value, _) in found.items()} == draft.figures


@pytest.mark.parametrize("report", REPORTS)
def test_a_pdf_gives_what_the_text_gives(report: str) -> None:
    """PDFs by LibreOffice, kept with the text that they were made with: see remaking.py."""
    pytest.importorskip("pdfplumber")
    text, pdf = (DATA / f"{report}.txt").read_bytes(), (DATA / f"{report}.pdf").read_bytes()
    assert seen("report.pdf", pdf) == seen("report.txt", text)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_what_libreoffice_writes_now_gives_what_the_text_gives() -> None:
    pytest.importorskip("pdfplumber")
    draft = REPORTS["faulty"]()
    assert seen("report.html", as_html(as_docx(draft))) == seen(
        "text.txt", FORMATS["text.txt"](draft)
    )
    assert seen("report.pdf", as_pdf(as_docx(draft))) == seen(
        "text.txt", FORMATS["text.txt"](draft)
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_in_another_format_gives_the_same(path: Path) -> None:
    text = decode(path.read_bytes()).text
    if "\t" not in text:
        pytest.skip("its tables are not in tabs: they are lines of text in any format")
    expected = seen(path.name, text.encode())
    assert seen(path.name, text.encode("gb18030")) == expected
    assert seen("report.html", web_page(text).encode()) == expected
    assert seen("report.md", markdown(text).encode()) == expected
    assert seen("report.docx", flat_docx(text)) == expected
