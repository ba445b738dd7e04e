"""Everything that the server answers to, in one place."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

from gpar_lint.server.client import Client
from gpar_lint.server.convert.diagnostics import DiagnosticWriter
from gpar_lint.server.diagnosing import Diagnosing, Pull, Push
from gpar_lint.server.documents import OpenDocument
from gpar_lint.server.session import Session
from gpar_lint.server.watchdog import end_with

if TYPE_CHECKING:
    from gpar_lint.server.running import Server

_DELAY = 0.2  # seconds without a change before a document is checked


def register(server: Server, session: Session) -> None:
    """Register what every client gets; the rest follows what the client says it can do."""
    client = Client(server)
    tasks: list[asyncio.Task[None]] = []  # kept: the loop forgets a task that nobody holds

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        client.introduce(params.capabilities)
        session.encoding = server.workspace.position_encoding or "utf-16"
        writer = DiagnosticWriter(client, lambda path: None)
        if params.process_id is not None:
            tasks.append(asyncio.ensure_future(end_with(params.process_id)))
        _register_documents(server, session, _diagnosing(server, session, client, writer))

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        server.was_shut_down = True


def _diagnosing(
    server: Server, session: Session, client: Client, writer: DiagnosticWriter
) -> Diagnosing:
    """Diagnostics are pulled by a client that can, and pushed to any other."""
    if not client.pulls:
        return Push(session, client, writer, _DELAY)
    pull = Pull(session, client, writer, _DELAY)
    options = types.DiagnosticOptions(
        inter_file_dependencies=True, workspace_diagnostics=False, identifier="gpar-lint"
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def diagnose(
        params: types.DocumentDiagnosticParams,
    ) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
        return await pull.answer(params)

    return pull


def _register_documents(server: Server, session: Session, diagnosing: Diagnosing) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        document = OpenDocument(item.uri, item.version, item.text, item.language_id, 0.0)
        session.put(document)
        diagnosing.opened(document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        before = session.document(uri)
        if before and params.content_changes:
            now = asyncio.get_running_loop().time()
            text = params.content_changes[-1].text
            document = before._replace(version=version, text=text, changed_at=now)
            session.put(document)
            diagnosing.changed(document)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        session.close(params.text_document.uri)
        diagnosing.closed(params.text_document.uri)
