"""What an editor shows of a report besides its findings."""

from __future__ import annotations

import pytest
from lsprotocol import types

from tests.server.editor import CLEAN, Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")

CLAIM = "新收政府信息公开申请23件"
BROKEN = CLEAN.replace("\t14\t4\t1\t2\t1\t1\t23\t", "\t14\t4\t1\t2\t1\t1\t24\t")


async def hover(reader: Editor, uri: str, place: types.Position) -> str:
    params = types.HoverParams(reader.text_document(uri), place)
    shown = await reader.client.text_document_hover_async(params)
    if shown is None:
        return ""
    assert isinstance(shown.contents, types.MarkupContent)
    return shown.contents.value


async def test_hover_on_a_cell_says_where_it_stands_and_what_it_adds_up_to(reader: Editor) -> None:
    uri = reader.open(BROKEN)
    text = await hover(reader, uri, reader.place(BROKEN, "\t24\t\n", 1))
    assert "表三 一、本年新收政府信息公开申请数量 × 总计" in text
    assert "数值：24" in text
    assert "14＋4＋1＋2＋1＋1＝23 ≠ 24，相差 1" in text
    assert "A301" in text  # the rule that it breaks, with its page
    assert "怎么改" in text


async def test_hover_on_a_claim_names_its_cell(reader: Editor) -> None:
    uri = reader.open(CLEAN)
    text = await hover(reader, uri, reader.place(CLEAN, CLAIM, len(CLAIM) - 2))
    assert "表三 一、本年新收政府信息公开申请数量 × 总计" in text
    assert "与表中一致：23" in text
    assert await hover(reader, uri, reader.place(CLEAN, "统计期限")) == ""


async def test_hover_on_a_code_in_a_comment_is_its_manual(reader: Editor) -> None:
    text = CLEAN.replace(
        "二、主动公开", "<!-- gpar-lint: ignore C421 -- 口径不同 -->\n二、主动公开"
    )
    uri = reader.open(text)
    assert "C421 breakdown-sum" in await hover(reader, uri, reader.place(text, "C421", 2))


async def test_lenses_say_how_the_sums_stand(reader: Editor) -> None:
    async def lenses(text: str) -> list[str]:
        params = types.CodeLensParams(reader.text_document(reader.open(text)))
        found = await reader.client.text_document_code_lens_async(params)
        return [lens.command.title for lens in found or [] if lens.command]

    assert await lenses(CLEAN) == [
        "2024年 · 按2021版格式检查",
        "勾稽关系 2 项，全部平衡",
        "勾稽关系 39 项，全部平衡",
        "勾稽关系 3 项，全部平衡",
    ]
    assert (await lenses(BROKEN))[2] == "勾稽关系 39 项：2 项不平"
    assert await lenses("自述\n") == []


async def test_the_outline_has_chapters_topics_tables_and_rows(reader: Editor) -> None:
    uri = reader.open(CLEAN)
    params = types.DocumentSymbolParams(reader.text_document(uri))
    symbols = await reader.client.text_document_document_symbol_async(params)
    names = [symbol.name for symbol in symbols or []]
    assert names[0] == "澄溪县文化和旅游局2024年政府信息公开工作年度报告"
    assert names[1:3] == ["一、总体情况", "二、主动公开政府信息情况"]
    first, third = (symbols or [])[1], (symbols or [])[3]
    assert isinstance(first, types.DocumentSymbol) and isinstance(third, types.DocumentSymbol)
    assert [topic.name for topic in first.children or []] == [
        "主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障",
    ]  # fmt: skip
    (table,) = third.children or []
    assert table.name == "表三 收到和处理政府信息公开申请情况"
    assert len(table.children or []) == 25
    assert (table.children or [])[0].detail == "23"


async def test_chapters_and_tables_fold(reader: Editor) -> None:
    uri = reader.open(CLEAN)
    params = types.FoldingRangeParams(reader.text_document(uri))
    folds = await reader.client.text_document_folding_range_async(params) or []
    lines = CLEAN.split("\n")
    starts = [lines[fold.start_line] for fold in folds]
    assert "一、总体情况" in starts
    assert any(start.startswith("（一）主动公开") for start in starts)
    assert any(start.startswith("（本列数据的勾稽关系") for start in starts)
    ends = {lines[fold.start_line]: lines[fold.end_line] for fold in folds}
    assert ends["五、存在的主要问题及改进情况"].startswith("改进情况：")


async def test_from_a_claim_to_its_cell_and_back(reader: Editor) -> None:
    uri = reader.open(CLEAN)
    place = reader.place(CLEAN, CLAIM, len(CLAIM) - 2)
    params = types.DefinitionParams(reader.text_document(uri), place)
    (found,) = await reader.client.text_document_definition_async(params)  # type: ignore[misc]
    if isinstance(found, types.LocationLink):  # what is underlined is the claim, no more
        assert found.origin_selection_range
        assert reader.cut(CLEAN, found.origin_selection_range) == "23件"
        assert found.target_selection_range == found.target_range
    cell = found.target_range if isinstance(found, types.LocationLink) else found.range
    assert reader.cut(CLEAN, cell) == "23"
    assert CLEAN.split("\n")[cell.start.line].startswith("一、本年新收")
    back = types.ReferenceParams(
        types.ReferenceContext(include_declaration=False),
        reader.text_document(uri),
        cell.start,
    )
    claims = await reader.client.text_document_references_async(back) or []
    assert [reader.cut(CLEAN, claim.range) for claim in claims] == ["23件"]
    assert claims[0].range.start.line == place.line


async def test_a_total_is_marked_with_its_addends(reader: Editor) -> None:
    uri = reader.open(CLEAN)
    place = reader.place(CLEAN, "\t14\t4\t1\t2\t1\t1\t23", len("\t14\t4\t1\t2\t1\t1\t2"))
    params = types.DocumentHighlightParams(reader.text_document(uri), place)
    marked = await reader.client.text_document_document_highlight_async(params) or []
    figures = {
        kind: [reader.cut(CLEAN, mark.range) for mark in marked if mark.kind == kind]
        for kind in (types.DocumentHighlightKind.Write, types.DocumentHighlightKind.Read)
    }
    assert figures[types.DocumentHighlightKind.Write] == ["23"]
    assert figures[types.DocumentHighlightKind.Read] == ["14", "4", "1", "2", "1", "1"]


async def test_websites_and_cited_documents_are_links(reader: Editor) -> None:
    uri = reader.open(CLEAN)
    params = types.DocumentLinkParams(reader.text_document(uri))
    links = await reader.client.text_document_document_link_async(params) or []
    targets = {reader.cut(CLEAN, link.range): link.target or "" for link in links}
    assert targets["http://www.chengxi.gov.cn"] == "http://www.chengxi.gov.cn"
    assert "711" in targets["中华人民共和国政府信息公开条例"]


async def complete(reader: Editor, uri: str, place: types.Position) -> list[types.CompletionItem]:
    params = types.CompletionParams(reader.text_document(uri), place)
    found = await reader.client.text_document_completion_async(params)
    assert isinstance(found, types.CompletionList)
    return list(found.items)


async def test_a_missing_chapter_is_offered_with_its_table(reader: Editor) -> None:
    start, end = CLEAN.index("四、政府信息公开行政复议"), CLEAN.index("五、存在的")
    text = CLEAN[:start] + "@\n\n" + CLEAN[end:]
    place = reader.place(text, "@")
    text = text.replace("@", "")
    items = await complete(reader, reader.open(text), place)
    (item,) = [item for item in items if item.label.startswith("四、")]
    assert isinstance(item.text_edit, types.TextEdit)
    assert "未经复议直接起诉" in reader.apply(text, [item.text_edit])


async def test_a_missing_statement_is_offered(reader: Editor) -> None:
    text = CLEAN.replace("2024年，我局未收取信息处理费。", "@")
    place = reader.place(text, "@")
    items = await complete(reader, reader.open(text.replace("@", "")), place)
    assert any("信息处理费" in item.label for item in items)


async def test_cited_documents_are_offered_in_their_right_form(reader: Editor) -> None:
    text = CLEAN.replace("贯彻落实《条例》", "贯彻落实《信息处理费@")
    place = reader.place(text, "@")
    text = text.replace("@", "")
    items = await complete(reader, reader.open(text), place)
    (item,) = [item for item in items if "109" in (item.detail or "")]
    assert isinstance(item.text_edit, types.TextEdit)
    assert (
        "贯彻落实《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）"
        in reader.apply(text, [item.text_edit])
    )


async def test_codes_are_offered_in_a_suppression(reader: Editor) -> None:
    text = BROKEN.replace("三、收到和", "<!-- gpar-lint: ignore A@ -->\n三、收到和")
    place = reader.place(text, "@")
    items = await complete(reader, reader.open(text.replace("@", "")), place)
    assert {item.label for item in items} >= {"A301", "C421"}
    first = min(items, key=lambda item: item.sort_text or item.label)
    assert first.label == "A301"


@pytest.mark.parametrize("reason", ["C421 -- @", "C421 -- 含口头申请2件@", "C421, A301 -- A@"])
async def test_no_codes_are_offered_in_the_reason(reader: Editor, reason: str) -> None:
    text = BROKEN.replace("三、收到和", f"<!-- gpar-lint: ignore {reason} -->\n三、收到和")
    place = reader.place(text, "@")
    assert await complete(reader, reader.open(text.replace("@", "")), place) == []


async def test_what_is_no_report_shows_nothing(reader: Editor) -> None:
    uri = reader.open("一段文字。\n")
    document = reader.text_document(uri)
    client = reader.client
    assert await hover(reader, uri, types.Position(0, 1)) == ""
    assert not await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(document)
    )
    assert not await client.text_document_folding_range_async(types.FoldingRangeParams(document))
    assert await complete(reader, uri, types.Position(0, 0)) == []
    assert await reader.actions(uri, types.Range(types.Position(0, 0), types.Position(0, 1))) == []
