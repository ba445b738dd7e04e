"""A report in plain text as a page with ruled tables and merged cells, and printed from it: PDFs.

`python -m tests.source.pdf.making` makes the PDFs in data/ anew, from the reports in examples/. It
needs LibreOffice, Chromium and the font Droid Sans Fallback; the tests that read these PDFs do not.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

from gpar_lint.format.edition import Column, RowFormat, TableFormat
from gpar_lint.format.loading import load_rulebook
from gpar_lint.report.model import Report, Table
from gpar_lint.report.reading import read_report
from gpar_lint.report.textlines import text_lines
from gpar_lint.source.reading import read

CHROMIUM, OFFICE = "chromium", "soffice"
#: What is made: the PDF, its source in examples/, its printer, what page_of is told.
SAMPLES: list[tuple[str, str, str, tuple[str, bool]]] = [
    ("sums-chromium", "有缺陷/勾稽关系.txt", "chromium", ("@page { size: A5 }", True)),
    ("claims-office", "有缺陷/文表不符.txt", "office", ("", False)),
    ("old-office", "合规/柳泉县民政局2020年（GB18030）.txt", "office", ("", False)),
]
DATA = Path(__file__).parent / "data"
ROOT = Path(__file__).parents[3]

_STYLE = """
@page { size: A4; margin: 2.4cm 2.6cm }
body { font-family: "Droid Sans Fallback"; font-size: 15pt; line-height: 1.7 }
h1 { font-size: 20pt; text-align: center; font-weight: normal }
h2 { font-size: 15pt; font-weight: normal; text-indent: 2em }
p { text-indent: 2em; margin: 0 }
table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.3; margin: 12pt 0 }
td { border: 0.75pt solid black; padding: 3pt; text-align: center }
"""

Merged = tuple[str, int, int]  # what a cell holds, and how many columns and rows it covers


def page_of(report: Report, style: str = "", repeated: bool = False) -> str:
    """The report as HTML: paragraphs, and its tables as the format draws them.

    `repeated`: the header of table 三 stands on each of its pages.
    """
    tables = sorted(report.tables, key=lambda table: table.span.start)
    chapters = {chapter.span.start for chapter in report.chapters}
    parts = []
    for line in text_lines(report.document):
        while tables and tables[0].span.start <= line.span.start:
            parts.append(_table(tables.pop(0), repeated))
        if any(table.span.covers(line.span) for table in report.tables) or line.cell:
            continue
        first = report.title and line.span.start == report.title.span.start
        tag = "h1" if first else "h2" if line.span.start in chapters else "p"
        parts.append(f"<{tag}>{html.escape(line.raw.text)}</{tag}>")
    parts += [_table(table, repeated) for table in tables]
    body = "\n".join(parts)
    return (
        '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title></title>'
        f"<style>{_STYLE}{style}</style></head><body>{body}</body></html>"
    )


def _table(table: Table, repeated: bool) -> str:
    form = load_rulebook().editions[table.edition].table(table.name)
    assert form
    shapes = {"blocks": _blocks, "matrix": _matrix, "strip": _strip}
    rows = []
    for row in shapes[form.shape](table, form):
        cells = [
            f'<td colspan="{columns}" rowspan="{rows}">{html.escape(text)}</td>'
            for text, columns, rows in row
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    head = 3 if repeated and form.shape == "matrix" else 0
    parts = [("thead", rows[:head]), ("tbody", rows[head:])]
    bodies = [f"<{tag}>{''.join(part)}</{tag}>" for tag, part in parts if part]
    return f'<table border="1">{"".join(bodies)}</table>'


def _figures(table: Table, row: RowFormat) -> list[Merged]:
    found = table.row(row.key)
    cells = [found.cell(column) if found else None for column in row.columns]
    return [(cell.content.text if cell else "", 1, 1) for cell in cells]


def _blocks(table: Table, form: TableFormat) -> Iterator[list[Merged]]:
    width = 1 + max(len(row.columns) for row in form.rows)
    labels = {column.key: column.label for column in form.columns}
    labels |= {found.key: found.label.text for found in table.columns if found.key and found.slip}
    group = ""
    for row in form.rows:
        if row.group != group:
            group = row.group
            yield [(group, width, 1)]
            yield _filling(
                [("信息内容", 1, 1), *[(labels[key], 1, 1) for key in row.columns]], width
            )
        yield _filling([(row.label, 1, 1), *_figures(table, row)], width)


def _filling(cells: list[Merged], width: int) -> list[Merged]:
    """The last cell takes the room that is left."""
    text, _, _ = cells[-1]
    return [*cells[:-1], (text, width - len(cells) + 1, 1)]


def _matrix(table: Table, form: TableFormat) -> Iterator[list[Merged]]:
    columns = len(form.columns)
    yield [
        ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
        ("申请人情况", columns, 1),
    ]
    yield [*_heads(form.columns)]
    yield [(column.label, 1, 1) for column in form.columns if column.group]
    section = group = ""
    for row in form.rows:
        cells: list[Merged] = []
        if row.section and row.section != section:
            cells.append((row.section, 1, _among(form.rows, "section", row.section)))
        if row.group and row.group != group:
            cells.append((row.group, 1, _among(form.rows, "group", row.group)))
        section, group = row.section, row.group
        cells.append((row.label, 3 - bool(row.section) - bool(row.group), 1))
        yield cells + _figures(table, row)


def _heads(columns: Sequence[Column]) -> Iterator[Merged]:
    group = ""
    for column in columns:
        if not column.group:
            yield column.label, 1, 2
        elif column.group != group:
            yield column.group, sum(other.group == column.group for other in columns), 1
        group = column.group


def _among(rows: Sequence[RowFormat], field: str, value: str) -> int:
    return sum(getattr(row, field) == value for row in rows)


def _strip(table: Table, form: TableFormat) -> Iterator[list[Merged]]:
    width = len(form.columns)
    first, *others = form.rows
    yield [(first.label, width, 2), (others[0].group, width * len(others), 1)]
    yield [(row.label, width, 1) for row in others]
    yield [(column.label, 1, 1) for _ in form.rows for column in form.columns]
    yield [cell for row in form.rows for cell in _figures(table, row)]


def read_as_report(path: Path) -> Report:
    """A file read as a report."""
    return read_report(read(path.name, path.read_bytes()), load_rulebook())


def print_by_chromium(page: str, target: Path, *, running: bool = False) -> None:
    """Print HTML to PDF with headless Chromium; `running`: with its page headers and footers.

    Raises OSError or CalledProcessError.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu"]
        command += [] if running else ["--no-pdf-header-footer"]
        command += [f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}"]
        subprocess.run([*command, source.as_uri()], check=True, capture_output=True, timeout=120)


def convert_by_office(source: Path, form: str, folder: Path, reader: str = "") -> Path:
    """Convert a document with LibreOffice; returns the new file in `folder`.

    Raises OSError or CalledProcessError.
    """
    with tempfile.TemporaryDirectory() as profile:
        command = [OFFICE, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        command += [f"--infilter={reader}"] if reader else []
        command += ["--convert-to", form, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder / f"{source.stem}.{form.partition(':')[0]}"


def print_by_office(page: str, target: Path) -> None:
    """HTML to .docx to PDF with LibreOffice. Raises OSError or CalledProcessError."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.html").write_text(page, encoding="utf-8")
        text = convert_by_office(folder / "page.html", "odt", folder, "HTML (StarWriter)")
        word = convert_by_office(text, "docx:MS Word 2007 XML", folder)
        shutil.copy(convert_by_office(word, "pdf", folder), target)


def shrink(path: Path) -> None:
    """Take out of a PDF what no test reads: its tags."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for name in ("/StructTreeRoot", "/MarkInfo", "/Metadata"):
            if name in pdf.Root:
                del pdf.Root[name]
        modes = pikepdf.ObjectStreamMode
        pdf.save(path, object_stream_mode=modes.generate, recompress_flate=True)


def main() -> None:
    """Make the data anew."""
    DATA.mkdir(exist_ok=True)
    for name, source, printer, options in SAMPLES:
        report = read_as_report(ROOT / "examples" / source)
        target = DATA / f"{name}.pdf"
        page = page_of(report, *options)
        if printer == "office":
            print_by_office(page, target)
        else:
            print_by_chromium(page, target, running=True)
        shrink(target)
        print(target.name, target.stat().st_size)


if __name__ == "__main__":
    main()
