"""PDFs as office programs and browsers print them, held against the text that they were made of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gpar_lint.linter.checking import Linter, Result
from gpar_lint.output.report_data import report_object
from gpar_lint.report.reading import read_report
from gpar_lint.source.document import Document, Furniture, Grid
from gpar_lint.source.reading import read
from tests.source.pdf import making
from tests.source.pdf.making import DATA, ROOT, SAMPLES
from tests.support.tables import rulebook

NAMES = [name for name, *_ in SAMPLES]
SOURCES = {name: ROOT / "examples" / source for name, source, *_ in SAMPLES}


def document_of(path: Path) -> Document:
    return read(path.name, path.read_bytes())


def checked(path: Path) -> Result:
    from gpar_lint.checks.context import Settings

    linter = Linter(rulebook(), rulebook().rules, Settings(), "zh")
    return linter.check(path.name, path.read_bytes())


def findings(path: Path) -> list[tuple[str, str, str]]:
    """Everything but where it stands; and what cannot be in a PDF, the file's own markup."""
    return sorted((d.code, str(d.cell), d.message) for d in checked(path).diagnostics)


def tables(path: Path) -> object:
    return report_object(path.name, read_report(document_of(path), rulebook()), rulebook())[
        "tables"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_printed_report_has_the_findings_of_its_text(name: str) -> None:
    found = findings(DATA / f"{name}.pdf")
    assert found == findings(SOURCES[name])


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_its_tables_is_read(name: str) -> None:
    assert tables(DATA / f"{name}.pdf") == tables(SOURCES[name])


@pytest.mark.parametrize("name", NAMES)
def test_a_projection_is_the_same_each_time_and_its_parts_are_where_they_say(name: str) -> None:
    document = document_of(DATA / f"{name}.pdf")
    assert document.text == document_of(DATA / f"{name}.pdf").text
    assert document.kind == "pdf" and document.decoded is None
    starts = [place.span.start for place in document.places]
    assert starts == sorted(starts)
    pages = [place.page for place in document.places if place.table == 0]
    assert pages[0] == 1 and pages[-1] > 3
    for grid in document.blocks:
        if not isinstance(grid, Grid):
            continue
        assert grid.spread
        for row in grid.rows:
            assert document.text[slice(*row.span)].count("\n") == 0
            for cell in row.cells:
                assert document.text[slice(*cell.span)] == cell.content.text
                assert not set(cell.content.text) & set("\t\n")


def test_a_table_over_several_pages_is_one_without_its_repeated_header() -> None:
    document = document_of(DATA / "sums-chromium.pdf")
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    assert [len(grid.rows) for grid in grids] == [14, 28, 4]
    pages = {place.page for place in document.places if place.table == 2}
    assert len(pages) > 2
    assert document.text.count("法人或其他组织") == 1


def test_merged_cells_stand_once_and_say_what_they_cover() -> None:
    document = document_of(DATA / "claims-office.pdf")
    grid = [block for block in document.blocks if isinstance(block, Grid)][1]
    corner, applicants = grid.rows[0].cells
    assert (corner.column, corner.columns, corner.rows) == (0, 3, 3)
    assert (applicants.column, applicants.columns, applicants.content.text) == (3, 7, "申请人情况")
    denied = next(c for row in grid.rows for c in row.cells if "不予公开" in c.content.text)
    assert (denied.column, denied.columns, denied.rows) == (1, 1, 8)


def test_headers_and_footers_of_a_browser_are_furniture() -> None:
    document = document_of(DATA / "sums-chromium.pdf")
    texts = [block.content.text for block in document.blocks if isinstance(block, Furniture)]
    assert sum("1/8" in text or "page.html" in text for text in texts) == 8
    assert len(texts) == 16


def test_a_finding_names_its_page_and_cell() -> None:
    result = checked(DATA / "sums-chromium.pdf")
    places = [diagnostic.location for diagnostic in result.diagnostics]
    assert any(place and place.page > 3 and place.table == 2 and place.row for place in places)


def made_anew(name: str, folder: Path) -> Path:
    _, source, printer, options = next(sample for sample in SAMPLES if sample[0] == name)
    tool = making.OFFICE if printer == "office" else making.CHROMIUM
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    report = making.read_as_report(ROOT / "examples" / source)
    # Another page and font than the data's, whatever this machine has.
    style = "body { font-family: serif; font-size: 13pt } @page { size: A4; margin: 3cm }"
    page = making.page_of(report, style, *options[1:])
    target = folder / f"{name}.pdf"
    if printer == "office":
        making.print_by_office(page, target)
    else:
        making.print_by_chromium(page, target)
    return target


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_report_printed_here_and_now(name: str, tmp_path: Path) -> None:
    path = made_anew(name, tmp_path)
    assert findings(path) == findings(SOURCES[name])
    assert tables(path) == tables(SOURCES[name])
