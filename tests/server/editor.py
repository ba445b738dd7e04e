"""An editor as far as the tests need one: its documents, and what it is shown."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities

CLEAN = (Path(__file__).parents[2] / "rules" / "manual" / "clean-2021.txt").read_text("utf-8")


def vscode() -> types.ClientCapabilities:
    """Visual Studio Code of today: what its language client 9 adds to the recorded 1.65."""
    capabilities = client_capabilities("visual_studio_code")
    assert capabilities.text_document and capabilities.workspace
    capabilities.text_document.diagnostic = types.DiagnosticClientCapabilities(
        dynamic_registration=True, related_document_support=False
    )
    capabilities.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(
        refresh_support=True
    )
    capabilities.general = types.GeneralClientCapabilities(
        position_encodings=[types.PositionEncodingKind.Utf16]
    )
    return capabilities


CAPABILITIES: dict[str, Callable[[], types.ClientCapabilities]] = {
    "neovim": lambda: client_capabilities("neovim@0.11"),
    "vscode": vscode,
    "vscode-1.65": lambda: client_capabilities("visual_studio_code"),
}


class Editor:
    """Documents opened, changed and closed over one client."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.versions: dict[str, int] = {}
        self.outdated: dict[str, object] = {}  # what was shown before the last change
        assert client.capabilities and client.capabilities.text_document
        self.pulls = client.capabilities.text_document.diagnostic is not None

    def uri(self, name: str) -> str:
        """The URI of a file of this name in the workspace."""
        return (self.folder / name).as_uri()

    def open(self, text: str, name: str = "年报.txt", language: str = "plaintext") -> str:
        """Open a document with this text; its URI."""
        uri = name if ":" in name else self.uri(name)
        self.versions[uri] = 1
        self.outdated[uri] = self.client.diagnostics.get(uri)
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, text: str) -> None:
        """Change the whole text of a document."""
        self.versions[uri] += 1
        self.outdated[uri] = self.client.diagnostics.get(uri)
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def close(self, uri: str) -> None:
        """Close a document."""
        self.outdated[uri] = self.client.diagnostics.get(uri)
        self.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """The diagnostics shown once the server has caught up."""
        if self.pulls:
            return await self.pulled(uri)
        if uri in self.outdated:  # every change is answered once
            before = self.outdated.pop(uri)
            await asyncio.wait_for(self._published(uri, before), 60)
        return list(self.client.diagnostics.get(uri, []))

    async def _published(self, uri: str, before: object) -> None:
        while self.client.diagnostics.get(uri) is before:
            await asyncio.sleep(0.01)

    async def pulled(self, uri: str) -> list[types.Diagnostic]:
        """The diagnostics, pulled."""
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        report = await self.client.text_document_diagnostic_async(params)
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return list(report.items)

    async def codes(self, uri: str) -> list[str]:
        """The codes shown for a document."""
        return [str(found.code) for found in await self.diagnostics(uri)]

    def text_document(self, uri: str) -> types.TextDocumentIdentifier:
        """How a request names a document."""
        return types.TextDocumentIdentifier(uri)

    def place(self, text: str, passage: str, after: int = 0) -> types.Position:
        """The position `after` characters into the first place where a passage stands in a text.

        Written without the server's own conversion: lines are parted and units are counted here.
        """
        offset = text.index(passage) + after
        before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n"), before[before.rfind("\n") + 1 :]
        return types.Position(line, len(column.encode(self.codec)) // self.unit)

    @property
    def codec(self) -> str:
        """The encoding whose units the client counts."""
        return {"utf-8": "utf-8", "utf-16": "utf-16-le"}[self.encoding]

    @property
    def unit(self) -> int:
        """Bytes of a unit."""
        return 1 if self.encoding == "utf-8" else 2

    @property
    def encoding(self) -> str:
        """What was negotiated: the first that the client offers."""
        general = self.client.capabilities.general if self.client.capabilities else None
        offered = general.position_encodings if general else None
        return types.PositionEncodingKind(offered[0]).value if offered else "utf-16"

    def at(self, text: str, place: types.Position) -> int:
        """The offset of a position in a text, counted here."""
        lines = re.split("(?<=\n)|(?<=\r)(?!\n)", text)
        line = lines[place.line] if place.line < len(lines) else ""
        column = line.encode(self.codec)[: place.character * self.unit].decode(self.codec)
        return sum(map(len, lines[: place.line])) + len(column)

    def cut(self, text: str, place: types.Range) -> str:
        """The text within a range."""
        return text[self.at(text, place.start) : self.at(text, place.end)]

    def apply(self, text: str, edits: Sequence[types.TextEdit]) -> str:
        """A text with edits made."""
        spans = [(self.at(text, e.range.start), self.at(text, e.range.end), e) for e in edits]
        for start, end, edit in sorted(spans, key=lambda span: span[:2], reverse=True):
            text = text[:start] + edit.new_text + text[end:]
        return text

    async def actions(
        self, uri: str, place: types.Range, only: list[str] | None = None
    ) -> list[types.CodeAction]:
        """The code actions in a range."""
        context = types.CodeActionContext([], only=only)
        params = types.CodeActionParams(self.text_document(uri), place, context)
        found = await self.client.text_document_code_action_async(params)
        return [action for action in found or [] if isinstance(action, types.CodeAction)]

    async def edits(self, action: types.CodeAction) -> Sequence[types.TextEdit]:
        """The edits of an action, asked for as the client does."""
        if action.edit is None and action.command is None:
            action = await self.client.code_action_resolve_async(action)
        assert action.edit
        if action.edit.changes:
            (edits,) = action.edit.changes.values()
            return edits
        assert action.edit.document_changes
        (change,) = action.edit.document_changes
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.version == self.versions[change.text_document.uri]
        return [edit for edit in change.edits if isinstance(edit, types.TextEdit)]
