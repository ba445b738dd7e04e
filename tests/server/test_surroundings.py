"""What findings depend on besides their own text: configurations, other reports, the disk."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient

from tests.server.editor import CLEAN, Editor

DEFECTIVE = CLEAN.replace("新收政府信息公开申请23件", "新收政府信息公开申请25件")
# Last year's report: 2 applications carried forward, of which this year's takes over 3.
LAST_YEAR = CLEAN.replace("2024", "2023").replace("2025", "2024")


async def settled(editor: Editor, uri: str, codes: list[str]) -> None:
    """Wait until these codes are shown."""
    for _ in range(100):
        found = await editor.codes(uri)
        if found == codes:
            return
        await asyncio.sleep(0.05)
    assert found == codes


def tell(editor: Editor, path: Path, kind: types.FileChangeType) -> None:
    """The client tells that a file has changed on the disk."""
    changes = [types.FileEvent(path.as_uri(), kind)]
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes))


def save(editor: Editor, uri: str) -> None:
    """The client tells that a document was saved."""
    document = editor.text_document(uri)
    editor.client.text_document_did_save(types.DidSaveTextDocumentParams(document))


async def test_a_configuration_holds_as_soon_as_it_is_written(editor: Editor) -> None:
    uri = editor.open(DEFECTIVE)
    assert await editor.codes(uri) == ["C401"]
    config = editor.folder / "gpar-lint.toml"
    config.write_text('ignore = ["C401"]\n', "utf-8")
    tell(editor, config, types.FileChangeType.Created)
    await settled(editor, uri, [])
    config.write_text("", "utf-8")
    tell(editor, config, types.FileChangeType.Changed)
    await settled(editor, uri, ["C401"])


async def test_a_broken_configuration_is_said_in_its_file_and_stops_fixes(editor: Editor) -> None:
    text = DEFECTIVE.replace("规范登记、审核", "规范登记,审核")
    uri = editor.open(text)
    assert set(await editor.codes(uri)) == {"C401", "F702"}
    whole = types.Range(types.Position(0, 0), types.Position(0, 0))
    assert await editor.actions(uri, whole, ["source.fixAll"])
    config = editor.folder / "gpar-lint.toml"
    config.write_text('edition = "2021"\nignor = ["C401"]\n', "utf-8")
    tell(editor, config, types.FileChangeType.Created)
    for _ in range(100):
        if editor.client.diagnostics.get(config.as_uri()):
            break
        await asyncio.sleep(0.05)
    (problem,) = editor.client.diagnostics[config.as_uri()]
    assert "ignor" in problem.message and "ignore" in problem.message
    assert problem.range.start.line == 1
    assert "C401" in await editor.codes(uri)
    assert await editor.actions(uri, whole, ["source.fixAll"]) == []
    config.unlink()
    tell(editor, config, types.FileChangeType.Deleted)
    for _ in range(100):
        if not editor.client.diagnostics[config.as_uri()]:
            break
        await asyncio.sleep(0.05)
    assert not editor.client.diagnostics[config.as_uri()]
    assert await editor.actions(uri, whole, ["source.fixAll"])


async def test_an_excluded_file_is_let_be(editor: Editor) -> None:
    (editor.folder / "gpar-lint.toml").write_text('exclude = ["草稿"]\n', "utf-8")
    assert await editor.codes(editor.open(DEFECTIVE, "草稿/年报.txt")) == []
    assert await editor.codes(editor.open(DEFECTIVE, "定稿/年报.txt")) == ["C401"]


async def test_last_years_report_is_found_and_followed(editor: Editor) -> None:
    last = editor.folder / "2023.txt"
    (editor.folder / "2024.txt").write_text(CLEAN, "utf-8")
    last.write_text(LAST_YEAR, "utf-8")
    uri = editor.open(CLEAN, "2024.txt")
    for _ in range(100):
        found = await editor.diagnostics(uri)
        if found:
            break
        await asyncio.sleep(0.05)
    (finding,) = [each for each in found if each.code == "X901"]
    places = [place.location for place in finding.related_information or []]
    figures = [editor.cut(LAST_YEAR, place.range) for place in places if place.uri == last.as_uri()]
    assert "2" in figures
    last.unlink()
    tell(editor, last, types.FileChangeType.Deleted)
    await settled(editor, uri, [])


async def test_a_closed_document_shows_nothing(pushed: LanguageClient, tmp_path: Path) -> None:
    editor = Editor(pushed, tmp_path)
    uri = editor.open(DEFECTIVE)
    assert await editor.codes(uri) == ["C401"]
    editor.close(uri)
    assert await editor.codes(uri) == []


async def test_a_deleted_file_shows_nothing(pushed: LanguageClient, tmp_path: Path) -> None:
    editor = Editor(pushed, tmp_path)
    uri = editor.open(DEFECTIVE)
    assert await editor.codes(uri) == ["C401"]
    editor.close(uri)
    pushed.workspace_did_delete_files(types.DeleteFilesParams([types.FileDelete(uri)]))
    renamed = types.FileRename(uri, editor.uri("另名.txt"))
    pushed.workspace_did_rename_files(types.RenameFilesParams([renamed]))
    assert await editor.codes(uri) == []


async def test_pushed_or_pulled_never_both(pulling: LanguageClient, tmp_path: Path) -> None:
    editor = Editor(pulling, tmp_path)
    uri = editor.open(DEFECTIVE)
    assert await editor.codes(uri) == ["C401"]
    editor.change(uri, CLEAN)
    assert await editor.codes(uri) == []
    assert uri not in pulling.diagnostics


async def test_an_overtaken_pull_is_answered_so(patient: LanguageClient, tmp_path: Path) -> None:
    editor = Editor(patient, tmp_path)
    uri = editor.open(CLEAN)
    editor.change(uri, DEFECTIVE)
    pull = asyncio.ensure_future(editor.pulled(uri))
    await asyncio.sleep(0)
    editor.change(uri, CLEAN)
    with pytest.raises(Exception) as caught:
        await pull
    assert caught.value.code == -32802  # type: ignore[attr-defined]
    data = caught.value.data  # type: ignore[attr-defined]
    assert data.get("retriggerRequest") if isinstance(data, dict) else data.retriggerRequest


async def test_what_has_not_changed_is_not_sent_again(
    pulling: LanguageClient, tmp_path: Path
) -> None:
    editor = Editor(pulling, tmp_path)
    uri = editor.open(DEFECTIVE)
    document = editor.text_document(uri)
    params = types.DocumentDiagnosticParams(document)
    first = await pulling.text_document_diagnostic_async(params)
    params = types.DocumentDiagnosticParams(document, previous_result_id=first.result_id)
    again = await pulling.text_document_diagnostic_async(params)
    assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)


async def test_the_workspace_is_checked_with_progress(
    pulling: LanguageClient, tmp_path: Path
) -> None:
    (tmp_path / "县").mkdir()
    for number in range(5):
        path = tmp_path / "县" / f"{number}.txt"
        path.write_text(DEFECTIVE.replace("澄溪县", f"澄溪{number}县"), "utf-8")
    (tmp_path / "自述.md").write_text("# 说明\n", "utf-8")
    editor = Editor(pulling, tmp_path)
    editor.open(CLEAN, "县/0.txt")
    pulling.progress_reports["token"] = []
    params = types.WorkspaceDiagnosticParams([], work_done_token="token")
    report = await pulling.workspace_diagnostic_async(params)
    found = {Path(item.uri).name: item for item in report.items}
    assert sorted(found) == ["1.txt", "2.txt", "3.txt", "4.txt"]
    assert [each.code for each in found["1.txt"].items] == ["C401"]  # type: ignore[union-attr]
    told = pulling.progress_reports["token"]
    for _ in range(200):  # a notification may be handled after the answer that it came before
        if told and isinstance(told[-1], types.WorkDoneProgressEnd):
            break
        await asyncio.sleep(0.05)
    kinds = [type(each) for each in told]
    assert kinds[0] is types.WorkDoneProgressBegin
    assert kinds[-1] is types.WorkDoneProgressEnd
    assert types.WorkDoneProgressReport in kinds

    (tmp_path / "县" / "2.txt").write_text(CLEAN, "utf-8")
    known = [types.PreviousResultId(item.uri, item.result_id or "") for item in report.items]
    again = await pulling.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(known))
    full = [each for each in again.items if each.kind == "full"]
    assert [(Path(each.uri).name, list(each.items)) for each in full] == [("2.txt", [])]


async def test_a_client_that_has_heard_all_is_answered_when_there_is_something_new(
    pulling: LanguageClient, tmp_path: Path
) -> None:
    """VS Code asks again two seconds after every answer."""
    path = tmp_path / "年报.txt"
    path.write_text(CLEAN, "utf-8")
    params = types.WorkspaceDiagnosticParams([])
    assert not (await pulling.workspace_diagnostic_async(params)).items
    pending = asyncio.ensure_future(pulling.workspace_diagnostic_async(params))
    path.write_text(DEFECTIVE, "utf-8")
    changes = [types.FileEvent(path.as_uri(), types.FileChangeType.Changed)]
    pulling.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes))
    (report,) = (await asyncio.wait_for(pending, 60)).items
    assert report.kind == "full" and [each.code for each in report.items] == ["C401"]


async def test_the_check_of_the_workspace_can_be_cancelled(
    pulling: LanguageClient, tmp_path: Path
) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text(CLEAN, "utf-8")
    params = types.WorkspaceDiagnosticParams([], work_done_token="token")
    pulling.progress_reports["token"] = []
    request = pulling.protocol.send_request_async(
        types.WORKSPACE_DIAGNOSTIC, params, msg_id="survey"
    )
    pending = asyncio.ensure_future(request)
    while not pulling.progress_reports["token"]:
        await asyncio.sleep(0.01)
    pulling.cancel_request(types.CancelParams("survey"))
    with pytest.raises(Exception) as caught:
        await asyncio.wait_for(pending, 5)
    assert caught.value.code == -32800  # type: ignore[attr-defined]
