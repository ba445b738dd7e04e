"""Code actions: what they offer, and what the text is after them."""

from __future__ import annotations

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.server.editor import CLEAN, Editor

# Half-width punctuation (safe to mend) twice, and a wrong ordinal.
SLIPS = (
    CLEAN.replace("规范登记、审核、办理", "规范登记,审核,办理")
    .replace("扎实推进政府信息公开。", "扎实推进政府信息公开;")
    .replace("五、存在的主要", "六、存在的主要")
)
BLANK = CLEAN.replace("规章\t0\t0\t0", "规章\t0\t\t0")


def titles(actions: list[types.CodeAction]) -> list[str]:
    return [action.title for action in actions]


def kind_of(actions: list[types.CodeAction], words: str) -> types.CodeAction:
    (found,) = [action for action in actions if words in action.title]
    return found


async def at(editor: Editor, uri: str, code: str) -> types.Range:
    """The place of the first finding of a rule."""
    found = await editor.diagnostics(uri)
    return next(each.range for each in found if each.code == code)


async def test_a_safe_fix_mends_its_finding(editor: Editor) -> None:
    uri = editor.open(SLIPS)
    assert "F702" in await editor.codes(uri)
    actions = await editor.actions(uri, await at(editor, uri, "F702"))
    fix = next(action for action in actions if action.is_preferred)
    assert fix.kind == "quickfix"
    text = editor.apply(SLIPS, await editor.edits(fix))
    assert text != SLIPS
    editor.change(uri, text)
    before = SLIPS.count(",") + SLIPS.count(";")
    assert text.count(",") + text.count(";") < before


async def test_all_of_a_kind_and_everything_safe(editor: Editor) -> None:
    uri = editor.open(SLIPS)
    actions = await editor.actions(uri, await at(editor, uri, "F702"))
    text = editor.apply(SLIPS, await editor.edits(kind_of(actions, "改正全部 F702")))
    editor.change(uri, text)
    codes = await editor.codes(uri)
    assert "F702" not in codes
    assert "S114" in codes
    whole = types.Range(types.Position(0, 0), types.Position(0, 0))
    (everything,) = await editor.actions(uri, whole, ["source.fixAll"])
    assert everything.kind == "source.fixAll.gpar-lint"
    editor.change(uri, editor.apply(text, await editor.edits(everything)))
    assert await editor.codes(uri) == []
    assert await editor.actions(uri, whole, ["source.fixAll"]) == []


async def test_an_unsafe_fix_says_so_and_is_not_preferred(editor: Editor) -> None:
    uri = editor.open(BLANK)
    actions = await editor.actions(uri, await at(editor, uri, "T207"))
    fix = kind_of(actions, "须人工复核")
    assert not fix.is_preferred
    text = editor.apply(BLANK, await editor.edits(fix))
    assert "规章\t0\t0\t0" in text
    whole = types.Range(types.Position(0, 0), types.Position(0, 0))
    assert await editor.actions(uri, whole, ["source.fixAll.gpar-lint"]) == []


async def test_a_finding_is_let_be_and_the_reason_is_asked_for(editor: Editor) -> None:
    uri = editor.open(BLANK)
    actions = await editor.actions(uri, await at(editor, uri, "T207"))
    text = editor.apply(BLANK, await editor.edits(kind_of(actions, "忽略 T207")))
    assert "<!-- gpar-lint: ignore T207 --  -->\n第二十条第（一）项" in text
    editor.change(uri, text)
    assert await editor.codes(uri) == ["Z005"]
    editor.change(uri, text.replace("--  -->", "-- 尚未统计 -->"))
    assert await editor.codes(uri) == []


async def test_a_rule_is_explained(editor: Editor) -> None:
    uri = editor.open(BLANK)
    actions = await editor.actions(uri, await at(editor, uri, "T207"))
    command = kind_of(actions, "说明规则 T207").command
    assert command
    params = types.ExecuteCommandParams(command.command, command.arguments)
    manual = await editor.client.workspace_execute_command_async(params)
    assert "检查内容" in manual
    assert editor.client.shown_documents[-1].uri.endswith("/T207")


async def test_an_action_on_a_changed_text_is_refused(editor: Editor) -> None:
    uri = editor.open(SLIPS)
    actions = await editor.actions(uri, await at(editor, uri, "F702"))
    fix = next(action for action in actions if action.is_preferred)
    editor.change(uri, "一行新的文字\n" + SLIPS)
    with pytest.raises(JsonRpcException):
        await editor.edits(fix)
