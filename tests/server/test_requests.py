"""The server's own requests: how a report stands, and the text of a Word document."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lsprotocol import types

from tests.server.editor import CLEAN, Editor

BROKEN = CLEAN.replace("\t14\t4\t1\t2\t1\t1\t23\t", "\t14\t4\t1\t2\t1\t1\t24\t")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


async def ask(editor: Editor, method: str, uri: str) -> Any:
    return await editor.client.protocol.send_request_async(method, {"uri": uri})


def write_docx(path: Path, *lines: str) -> None:
    """A Word document of these paragraphs, and nothing else."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": (
            f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
        ),
    }
    with ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


def projection(editor: Editor, name: str) -> str:
    return editor.uri(name).replace("file:", "gpar-lint-text:", 1)


async def test_status_counts_what_was_found(editor: Editor) -> None:
    uri = editor.open(BROKEN)
    status = await ask(editor, "gpar-lint/status", uri)
    found = await editor.diagnostics(uri)
    errors = [each for each in found if each.severity == types.DiagnosticSeverity.Error]
    assert (status.year, status.edition, status.findings.error) == (2024, "2021", len(errors))
    assert len(errors) == 1


async def test_no_status_of_what_is_no_report_or_not_open(editor: Editor) -> None:
    assert await ask(editor, "gpar-lint/status", editor.open("待办：买墨盒。\n")) is None
    assert await ask(editor, "gpar-lint/status", editor.uri("没有打开.txt")) is None


async def test_word_document_is_shown_as_text_with_its_findings(editor: Editor) -> None:
    title = "望川市教育局2024年政府信息公开工作年度报告"
    write_docx(editor.folder / "年报.docx", title, "一、总体情况", "本机关依法公开。。")
    uri = projection(editor, "年报.docx")
    shown = await ask(editor, "gpar-lint/project", uri)
    assert title in shown.text and shown.isReport
    assert "S111" in [found.code for found in shown.diagnostics]
    editor.open(shown.text, uri)
    codes = await editor.codes(uri)
    assert "S111" in codes  # chapters are missing: the file was read as a report
    place = types.Range(types.Position(0, 0), types.Position(9, 0))
    fixes = [each for each in await editor.actions(uri, place) if not each.command]
    assert fixes == []  # nobody can write into it


async def test_projection_of_a_file_that_has_changed_shows_nothing_wrong(editor: Editor) -> None:
    """Places would be wrong until the editor has the new text."""
    title = "望川市教育局2024年政府信息公开工作年度报告"
    write_docx(editor.folder / "年报.docx", title, "一、总体情况")
    uri = projection(editor, "年报.docx")
    editor.open("这是以前的文字\n", uri)
    assert await editor.codes(uri) == []
    shown = await ask(editor, "gpar-lint/project", uri)
    editor.change(uri, shown.text)
    assert await editor.codes(uri) != []


async def test_file_that_cannot_be_read_says_why(editor: Editor) -> None:
    (editor.folder / "坏.docx").write_bytes(b"PK\x03\x04 not a zip")
    shown = await ask(editor, "gpar-lint/project", projection(editor, "坏.docx"))
    assert "Word" in shown.problem
    shown = await ask(editor, "gpar-lint/project", editor.uri("没有.docx"))
    assert "没有这个文件" in shown.problem
    assert await ask(editor, "gpar-lint/project", "untitled:Untitled-1") is None


async def test_excluded_file_says_so(editor: Editor) -> None:
    (editor.folder / "gpar-lint.toml").write_text('exclude = ["旧.docx"]\n', "utf-8")
    write_docx(editor.folder / "旧.docx", "一、总体情况")
    shown = await ask(editor, "gpar-lint/project", editor.uri("旧.docx"))
    assert "排除" in shown.problem
