"""Diagnostics as an editor shows them."""

from __future__ import annotations

from lsprotocol import types

from tests.server.editor import CLEAN, Editor

DEFECTIVE = CLEAN.replace("新收政府信息公开申请23件", "新收政府信息公开申请25件")


async def test_a_defective_report_is_marked(editor: Editor) -> None:
    assert DEFECTIVE != CLEAN
    found = await editor.diagnostics(editor.open(DEFECTIVE))
    assert [each.code for each in found] == ["C401"]
    assert found[0].source == "gpar-lint"
    assert found[0].severity == types.DiagnosticSeverity.Error
    line = DEFECTIVE.split("\n")[found[0].range.start.line]
    assert "25件" in line
    assert found[0].related_information


async def test_a_clean_report_and_other_texts_are_silent(editor: Editor) -> None:
    assert await editor.codes(editor.open(CLEAN)) == []
    assert await editor.codes(editor.open("# 自述\n\n公开透明。\n", "README.md", "markdown")) == []


async def test_what_becomes_a_report_is_looked_at_again(editor: Editor) -> None:
    uri = editor.open("随便写写\n")
    assert await editor.codes(uri) == []
    editor.change(uri, DEFECTIVE)
    assert await editor.codes(uri) == ["C401"]
    editor.change(uri, CLEAN)
    assert await editor.codes(uri) == []
