"""Code actions: what they offer, and what the text is after them."""

from __future__ import annotations

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.server.editor import CLEAN, Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")

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


async def at(reader: Editor, uri: str, code: str) -> types.Range:
    """The place of the first finding of a rule."""
    found = await reader.diagnostics(uri)
    return next(each.range for each in found if each.code == code)


async def test_a_safe_fix_mends_its_finding(reader: Editor) -> None:
    uri = reader.open(SLIPS)
    assert "F702" in await reader.codes(uri)
    actions = await reader.actions(uri, await at(reader, uri, "F702"))
    fix = next(action for action in actions if action.is_preferred)
    assert fix.kind == "quickfix"
    text = reader.apply(SLIPS, await reader.edits(fix))
    assert text != SLIPS
    reader.change(uri, text)
    before = SLIPS.count(",") + SLIPS.count(";")
    assert text.count(",") + text.count(";") < before


async def test_all_of_a_kind_and_everything_safe(reader: Editor) -> None:
    uri = reader.open(SLIPS)
    actions = await reader.actions(uri, await at(reader, uri, "F702"))
    text = reader.apply(SLIPS, await reader.edits(kind_of(actions, "修复全部 F702")))
    reader.change(uri, text)
    codes = await reader.codes(uri)
    assert "F702" not in codes
    assert "S114" in codes
    whole = types.Range(types.Position(0, 0), types.Position(0, 0))
    (everything,) = await reader.actions(uri, whole, ["source.fixAll"])
    assert everything.kind == "source.fixAll.gpar-lint"
    reader.change(uri, reader.apply(text, await reader.edits(everything)))
    assert await reader.codes(uri) == []
    assert await reader.actions(uri, whole, ["source.fixAll"]) == []


async def test_an_unsafe_fix_says_so_and_is_not_preferred(reader: Editor) -> None:
    uri = reader.open(BLANK)
    actions = await reader.actions(uri, await at(reader, uri, "T207"))
    fix = kind_of(actions, "须人工复核")
    assert not fix.is_preferred
    text = reader.apply(BLANK, await reader.edits(fix))
    assert "规章\t0\t0\t0" in text
    whole = types.Range(types.Position(0, 0), types.Position(0, 0))
    assert await reader.actions(uri, whole, ["source.fixAll.gpar-lint"]) == []


async def test_a_finding_is_let_be_and_the_reason_is_asked_for(reader: Editor) -> None:
    uri = reader.open(BLANK)
    actions = await reader.actions(uri, await at(reader, uri, "T207"))
    text = reader.apply(BLANK, await reader.edits(kind_of(actions, "忽略 T207")))
    assert "<!-- gpar-lint: ignore T207 --  -->\n第二十条第（一）项" in text
    reader.change(uri, text)
    assert await reader.codes(uri) == ["Z005"]
    reader.change(uri, text.replace("--  -->", "-- 尚未统计 -->"))
    assert await reader.codes(uri) == []


async def test_a_rule_is_explained(reader: Editor) -> None:
    uri = reader.open(BLANK)
    actions = await reader.actions(uri, await at(reader, uri, "T207"))
    command = kind_of(actions, "说明规则 T207").command
    assert command
    params = types.ExecuteCommandParams(command.command, command.arguments)
    manual = await reader.client.workspace_execute_command_async(params)
    assert "检查内容" in manual
    assert reader.client.shown_documents[-1].uri.endswith("/T207")


async def test_an_action_on_a_changed_text_is_refused(reader: Editor) -> None:
    uri = reader.open(SLIPS)
    actions = await reader.actions(uri, await at(reader, uri, "F702"))
    fix = next(action for action in actions if action.is_preferred)
    reader.change(uri, "一行新的文字\n" + SLIPS)
    with pytest.raises(JsonRpcException):
        await reader.edits(fix)
