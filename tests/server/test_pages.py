"""Web pages in the editor: the same findings, hover and actions, in the page's source."""

from __future__ import annotations

import pytest
from lsprotocol import types

from tests.server.editor import CLEAN, Editor
from tests.support.relayout import web_page

pytestmark = pytest.mark.asyncio(loop_scope="module")

PAGE = web_page(CLEAN)
BLANK = PAGE.replace("<td><p>214</p></td>", "<td><p>&nbsp;</p></td>")
SLIPS = PAGE.replace("规范登记、审核、办理", "规范登记,<b>审核</b>,办理")


def kind_of(actions: list[types.CodeAction], words: str) -> types.CodeAction:
    (found,) = [action for action in actions if words in action.title]
    return found


async def open_page(reader: Editor, text: str) -> str:
    return reader.open(text, "年报.html", "html")


async def test_a_clean_page_is_clean(reader: Editor) -> None:
    assert await reader.codes(await open_page(reader, PAGE)) == []


async def test_a_finding_underlines_all_of_an_entity(reader: Editor) -> None:
    uri = await open_page(reader, BLANK)
    blank = next(each for each in await reader.diagnostics(uri) if each.code == "T207")
    assert reader.cut(BLANK, blank.range) == "&nbsp;"


async def test_a_fix_changes_the_source(reader: Editor) -> None:
    uri = await open_page(reader, SLIPS)
    found = next(each for each in await reader.diagnostics(uri) if each.code == "F702")
    actions = await reader.actions(uri, found.range)
    text = reader.apply(SLIPS, await reader.edits(next(a for a in actions if a.is_preferred)))
    assert "规范登记，<b>审核</b>，办理" in text
    reader.change(uri, text)
    assert await reader.codes(uri) == []


async def test_a_finding_is_let_be_before_its_element(reader: Editor) -> None:
    uri = await open_page(reader, SLIPS)
    found = next(each for each in await reader.diagnostics(uri) if each.code == "F702")
    actions = await reader.actions(uri, found.range)
    text = reader.apply(SLIPS, await reader.edits(kind_of(actions, "忽略 F702")))
    assert "<!-- gpar-lint: ignore F702 --  -->\n<p style" in text
    reader.change(uri, text.replace("--  -->", "-- 原文如此 -->"))
    assert await reader.codes(uri) == []


async def test_a_table_is_let_be_from_within(reader: Editor) -> None:
    uri = await open_page(reader, BLANK)
    found = next(each for each in await reader.diagnostics(uri) if each.code == "T207")
    actions = await reader.actions(uri, found.range)
    text = reader.apply(BLANK, await reader.edits(kind_of(actions, "忽略 T207")))
    reader.change(uri, text.replace("--  -->", "-- 尚未统计 -->"))
    assert "T207" not in await reader.codes(uri)


async def test_a_cell_is_explained(reader: Editor) -> None:
    uri = await open_page(reader, PAGE)
    place = reader.place(PAGE, "<p>23</p>", 4)
    params = types.HoverParams(reader.text_document(uri), place)
    hover = await reader.client.text_document_hover_async(params)
    assert hover and "新收" in str(hover.contents)


async def test_a_missing_chapter_is_offered_in_the_tags_of_the_page(reader: Editor) -> None:
    start, end = PAGE.index("<h2>四、"), PAGE.index("<h2>五、")
    text = f"{PAGE[:start]}\n{PAGE[end:]}"
    uri = await open_page(reader, text)
    place = reader.place(text, f"\n\n{text[start + 1 : start + 9]}", 1)
    params = types.CompletionParams(reader.text_document(uri), place)
    found = await reader.client.text_document_completion_async(params)
    items = found.items if isinstance(found, types.CompletionList) else found or []
    offer = next(item for item in items if item.label.startswith("四、"))
    assert offer.text_edit
    assert offer.text_edit.new_text.startswith(
        "<h2>四、政府信息公开行政复议、行政诉讼情况</h2>\n<table"
    )
