"""Small .docx files made by hand, for what no library writes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES = {
    "w": W,
    "r": _OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}


def part(name: str, content: str, namespace: str = W) -> str:
    """An XML part with the usual prefixes: `name` is the root element's, such as document."""
    declared = " ".join(
        f'xmlns:{prefix}="{namespace if prefix == "w" else uri}"'
        for prefix, uri in _NAMESPACES.items()
    )
    root = f'<w:{name} {declared} mc:Ignorable="w14">{content}</w:{name}>'
    return _DECLARATION + root


def document(body: str, namespace: str = W) -> str:
    """The main part."""
    return part("document", f"<w:body>{body}<w:sectPr/></w:body>", namespace)


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph; `content` that begins with no tag is its text."""
    if not content.startswith("<"):
        content = run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run."""
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row; a cell that begins with no tag is its text."""
    made = [each if each.startswith("<") else cell(each) for each in cells]
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(made)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A cell."""
    inner = content if content.startswith("<") else paragraph(content) if content else "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def docx(
    body: str,
    parts: Mapping[str, str | bytes] | None = None,
    *,
    main: str | bytes | None = None,
    others: Mapping[str, str | bytes] | None = None,
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A .docx. `parts`: further ones by the name of their relation (styles, numbering …)."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(parts, 1)
    )
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD}{kind}+xml"/>' for kind in parts
    )
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": document(body) if main is None else main,
        "word/_rels/document.xml.rels": f"{_DECLARATION}"
        f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        **{f"word/{kind}.xml": content for kind, content in parts.items()},
        **(others or {}),
    }
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as file:
        for name, content in entries.items():
            file.writestr(zipfile.ZipInfo(name, (2025, 1, 10, 9, 30, 0)), content, method)
    return target.getvalue()


def body_of(text: str) -> str:
    """The body of a report given as plain text: paragraphs, and tables in tabs."""
    blocks: list[str] = []
    rows: list[str] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append(row(*map(escape, line.split("\t"))))
            continue
        if rows:
            blocks.append(table(*rows))
            rows = []
        if line.strip():
            blocks.append(paragraph(escape(line)))
    return "".join(blocks)
