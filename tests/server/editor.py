"""An editor as far as the tests need one: its documents, and what it is shown."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
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
        assert client.capabilities and client.capabilities.text_document
        self.pulls = client.capabilities.text_document.diagnostic is not None

    def uri(self, name: str) -> str:
        """The URI of a file of this name in the workspace."""
        return (self.folder / name).as_uri()

    def open(self, text: str, name: str = "年报.txt", language: str = "plaintext") -> str:
        """Open a document with this text; its URI."""
        uri = name if ":" in name else self.uri(name)
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, text: str) -> None:
        """Change the whole text of a document."""
        self.versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def close(self, uri: str) -> None:
        """Close a document."""
        self.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """The diagnostics shown once the server has caught up."""
        if self.pulls:
            return await self.pulled(uri)
        while True:
            before = self.client.diagnostics.get(uri)
            try:
                await asyncio.wait_for(self._published(uri, before), 0.5)
            except asyncio.TimeoutError:
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
