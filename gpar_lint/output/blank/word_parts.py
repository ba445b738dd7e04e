"""What every .docx of a blank report has besides its text: styles, fonts, page, relations."""

from __future__ import annotations

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# A4; margins of GB/T 9704—2012: 37 mm above, 28 mm on the left, 156 mm of text.
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851"'
    ' w:footer="1400" w:gutter="0"/></w:sectPr>'
)


def document(body: str) -> str:
    """The part that holds the text."""
    return (
        f'{_XML}<w:document xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<w:body>{body}{_SECTION}</w:body></w:document>"
    )


def around(title: str) -> dict[str, str]:
    """The other parts, by name; `title` is escaped."""
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "docProps/core.xml": _CORE.format(title=title),
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": _STYLES,
        "word/fontTable.xml": _FONTS,
        "word/footer1.xml": _FOOTER,
    }


_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_WORD}.fontTable+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_WORD}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/footer" Target="footer1.xml"/></Relationships>'
)
_CORE = (
    f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "</cp:coreProperties>"
)


def _fonts(name: str, latin: str = "Times New Roman") -> str:
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{name}" w:cs="{latin}"/>'


def _style(name: str, label: str, paragraph: str, run: str, level: str = "") -> str:
    outline = f'<w:outlineLvl w:val="{level}"/>' if level else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}{outline}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_NO_INDENT = '<w:ind w:firstLine="0" w:firstLineChars="0"/>'
_TIGHT = '<w:spacing w:line="240" w:lineRule="auto"/>'
_BORDER = "".join(
    [
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
)
_STYLES = (
    f'{_XML}<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
    f'{_fonts("仿宋_GB2312")}{_size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:qFormat/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>'
    '<w:ind w:firstLine="640" w:firstLineChars="200"/><w:jc w:val="both"/></w:pPr></w:style>'
    + _style(
        "Title",
        "Title",
        f'<w:spacing w:after="400" w:line="640" w:lineRule="exact"/>{_NO_INDENT}'
        '<w:jc w:val="center"/>',
        f"{_fonts('方正小标宋简体')}{_size(44)}",
    )
    + _style("Heading1", "heading 1", "<w:keepNext/>", f"{_fonts('黑体')}{_size(32)}", "0")
    + _style(
        "TableHead",
        "Table Head",
        f'{_TIGHT}{_NO_INDENT}<w:jc w:val="center"/>',
        f"{_fonts('宋体')}{_size(18)}",
    )
    + _style(
        "TableFigure",
        "Table Figure",
        f'{_TIGHT}{_NO_INDENT}<w:jc w:val="center"/>',
        f"{_fonts('宋体')}{_size(21)}",
    )
    + _style(
        "Footer",
        "footer",
        f'{_TIGHT}{_NO_INDENT}<w:jc w:val="center"/>',
        f"{_fonts('宋体', '宋体')}{_size(28)}",
    )
    + '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '</w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_BORDER}</w:tblBorders></w:tblPr>'
    "</w:style></w:styles>"
)
# The fonts of official documents, and what any machine has in their place.
_INSTEAD = (
    ("仿宋_GB2312", "仿宋"),
    ("方正小标宋简体", "宋体"),
    ("黑体", "SimHei"),
    ("宋体", "SimSun"),
)
_FONTS = (
    f'{_XML}<w:fonts xmlns:w="{_MAIN}">'
    + "".join(
        [
            f'<w:font w:name="{name}"><w:altName w:val="{instead}"/>'
            '<w:charset w:val="86"/></w:font>'
            for name, instead in _INSTEAD
        ]
    )
    + "</w:fonts>"
)
_FOOTER = (
    f'{_XML}<w:ftr xmlns:w="{_MAIN}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t>'
    '</w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
)
