"""The client: what it can do, and what is said to it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer

_log = logging.getLogger(__name__)


class Client:
    """What a client says it supports is asked here, and nowhere else."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._capabilities = types.ClientCapabilities()

    def introduce(self, capabilities: types.ClientCapabilities) -> None:
        """The client has said what it can do."""
        self._capabilities = capabilities

    def can(self, capability: str) -> bool:
        """Whether it supports a capability, by its path: text_document.hover."""
        return bool(get_capability(self._capabilities, capability, False))

    @property
    def pulls(self) -> bool:
        """Whether it asks for diagnostics; they are pushed otherwise."""
        return self._capabilities.text_document is not None and (
            self._capabilities.text_document.diagnostic is not None
        )

    def list_of(self, capability: str) -> Sequence[Any]:
        """What a capability lists; nothing where it is not there."""
        listed: Sequence[Any] = get_capability(self._capabilities, capability, ()) or ()
        return listed

    def takes_markdown(self, capability: str) -> bool:
        """Whether Markdown is among the formats that a capability lists."""
        return types.MarkupKind.Markdown in self.list_of(capability)

    def publish(
        self, uri: str, diagnostics: Sequence[types.Diagnostic], version: int | None = None
    ) -> None:
        """Show the diagnostics of a document."""
        if not self.can("text_document.publish_diagnostics.version_support"):
            version = None
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, list(diagnostics), version)
        )

    def ask_to_pull(self) -> None:
        """Have all diagnostics asked for again."""
        if self.can("workspace.diagnostics.refresh_support"):
            self._server.workspace_diagnostic_refresh(None)

    def refresh_lenses(self) -> None:
        """Have the code lenses asked for again."""
        if self.can("workspace.code_lens.refresh_support"):
            self._server.workspace_code_lens_refresh(None)

    @property
    def watches(self) -> bool:
        """Whether it can watch files for a server."""
        return self.can("workspace.did_change_watched_files.dynamic_registration")

    def watch(self, patterns: Sequence[str]) -> None:
        """Have changes of these files told, where that can be had."""
        if not self.watches:
            return
        watchers = [types.FileSystemWatcher(pattern) for pattern in patterns]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration(
            "watched-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options
        )
        self._server.client_register_capability(types.RegistrationParams([registration]))

    def say(self, message: str) -> None:
        """Tell the person at the editor something."""
        self._server.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))

    def show(self, address: str) -> bool:
        """Open a web page; False where the client cannot."""
        if not self.can("window.show_document.support"):
            return False
        self._server.window_show_document(types.ShowDocumentParams(address, external=True))
        return True
