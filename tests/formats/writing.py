"""A draft in every format that is read."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from shutil import which

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.accuracy.draft import Draft
from tests.accuracy.layout import LAYOUT_LIST, lay_out
from tests.support.layouts import Sheet
from tests.support.pages import Td, merged

_LAYOUTS = {layout.name: layout for layout in LAYOUT_LIST}
_CHAPTER = re.compile("[一二三四五六]、")
SOFFICE = which("soffice")


def _laid(draft: Draft, layout: str) -> str:
    return lay_out(draft, _LAYOUTS[layout]).text


def as_docx(draft: Draft) -> bytes:
    """Word, by python-docx: headings that Word numbers, tables with merged cells."""
    document = docx.Document()
    number = _numbering(document)
    for part in draft.parts:
        if part.name.startswith("表"):
            _add_table(document, draft.sheets[part.name[1:]])
            continue
        text = part.text.replace("\n", "")
        if part.level == 1:
            document.add_paragraph(text, style="Title")
        elif part.level == 2 and (ordinal := _CHAPTER.match(text)):
            heading = document.add_paragraph(text[ordinal.end() :], style="Heading 1")
            heading._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/>'
                    f'<w:numId w:val="{number}"/></w:numPr>'
                )
            )
        else:
            document.add_paragraph(text, style="Heading 2" if part.level else None)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def flat_docx(text: str) -> bytes:
    """Word, by python-docx, of a text with tabs: a paragraph a line, no cell merged."""
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            table = document.add_table(len(rows), max(map(len, rows)))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=False):
                    cell.text = words
            rows = []
        if line.strip():
            document.add_paragraph(line)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _numbering(document: WordDocument) -> int:
    """A list of chapters: 一、二、三、…; its number."""
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0">'
            '<w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
            '<w:suff w:val="nothing"/>'
            '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    return 77


def _add_table(document: WordDocument, sheet: Sheet) -> None:
    rows = merged(sheet)
    width = sum([cell.columns for cell in rows[0]])
    table = document.add_table(len(rows), width, style="Table Grid")
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            taken |= {
                (at + down, column + right)
                for down in range(cell.rows)
                for right in range(cell.columns)
            }
            _fill(table, at, column, cell)


def _fill(table: docx.table.Table, row: int, column: int, cell: Td) -> None:
    first = table.cell(row, column)
    if cell.columns > 1 or cell.rows > 1:
        first = first.merge(table.cell(row + cell.rows - 1, column + cell.columns - 1))
    first.text = cell.text


def as_pdf(document: bytes) -> bytes:
    """PDF, by LibreOffice from Word."""
    return _by_libreoffice(document, "pdf")


def as_html(document: bytes) -> bytes:
    """A web page, by LibreOffice from Word."""
    return _by_libreoffice(document, "html")


def _by_libreoffice(document: bytes, suffix: str) -> bytes:
    assert SOFFICE
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.docx")
        path.write_bytes(document)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [SOFFICE, profile, "--headless", "--convert-to", suffix, "--outdir", folder]
        subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)
        return path.with_suffix(f".{suffix}").read_bytes()


#: By the name of the file that is written.
FORMATS: dict[str, Callable[[Draft], bytes]] = {
    "text.txt": lambda draft: _laid(draft, "tabs").encode(),
    "gb18030.txt": lambda draft: _laid(draft, "tabs").encode("gb18030"),
    "spread.txt": lambda draft: _laid(draft, "spread").encode("utf-16"),
    "markdown.md": lambda draft: _laid(draft, "markdown").encode(),
    "site.html": lambda draft: _laid(draft, "page").encode(),
    "site-gb2312.html": lambda draft: _laid(draft, "page").encode("gb18030"),
    "tables.html": lambda draft: _laid(draft, "page, tables").encode(),
    "word.html": lambda draft: _laid(draft, "page, Word").encode("gb18030"),
    "word.docx": as_docx,
}
