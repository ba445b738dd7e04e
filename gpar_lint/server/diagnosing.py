"""Diagnostics, pushed to a client or pulled by it: one of the two for a session, never both."""

from __future__ import annotations

import asyncio
from typing import Protocol

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from gpar_lint.server.client import Client
from gpar_lint.server.convert.diagnostics import DiagnosticWriter
from gpar_lint.server.documents import OpenDocument
from gpar_lint.server.session import Session
from gpar_lint.server.uris import key


class Diagnosing(Protocol):
    """What becomes of diagnostics when documents come, change and go."""

    def opened(self, document: OpenDocument) -> None:
        """A document was opened."""

    def changed(self, document: OpenDocument) -> None:
        """A document was changed."""

    def closed(self, uri: str) -> None:
        """A document was closed, or its file is gone."""

    def refresh(self) -> None:
        """Something that findings depend on has changed."""


class Push:
    """Diagnostics are sent when the typing pauses for `delay` seconds."""

    def __init__(
        self, session: Session, client: Client, writer: DiagnosticWriter, delay: float
    ) -> None:
        self._session = session
        self._client = client
        self._writer = writer
        self._delay = delay
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    def opened(self, document: OpenDocument) -> None:
        """A document is checked at once when it is opened."""
        self._publish(document.uri)

    def changed(self, document: OpenDocument) -> None:
        """A burst of changes costs one run, after the last of them."""
        self._cancel(document.uri)
        loop = asyncio.get_running_loop()
        timer = loop.call_later(self._delay, self._publish, document.uri)
        self._waiting[key(document.uri)] = timer

    def closed(self, uri: str) -> None:
        """Nothing stays on the screen of what is no longer there."""
        self._cancel(uri)
        self._client.publish(uri, [])

    def refresh(self) -> None:
        """Every open document is checked again."""
        for document in self._session.documents:
            self._publish(document.uri)

    def _publish(self, uri: str) -> None:
        self._cancel(uri)
        document, analysis = self._session.document(uri), self._session.analysis(uri)
        if document and analysis:
            found = self._writer.diagnostics(analysis, document.uri)
            self._client.publish(document.uri, found, document.version)

    def _cancel(self, uri: str) -> None:
        timer = self._waiting.pop(key(uri), None)
        if timer:
            timer.cancel()


class Outdated(JsonRpcException):
    """The answer to a request that the document has overtaken; the client asks again."""

    CODE = types.LSPErrorCodes.ServerCancelled.value
    MESSAGE = "the document has changed"

    def __init__(self) -> None:
        super().__init__(data={"retriggerRequest": True})


class Pull:
    """Diagnostics are given when the client asks and the typing has paused."""

    def __init__(
        self, session: Session, client: Client, writer: DiagnosticWriter, delay: float
    ) -> None:
        self._session = session
        self._client = client
        self._writer = writer
        self._delay = delay

    def opened(self, document: OpenDocument) -> None:
        """The client asks by itself."""

    def changed(self, document: OpenDocument) -> None:
        """The client asks by itself."""

    def closed(self, uri: str) -> None:
        """The client forgets by itself."""

    def refresh(self) -> None:
        """Have the client ask again."""
        self._client.ask_to_pull()

    async def answer(
        self, params: types.DocumentDiagnosticParams
    ) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
        """The diagnostics of a document as it stands. Raises Outdated if it changes meanwhile."""
        uri = params.text_document.uri
        await self._pause(uri)
        analysis, result_id = self._session.analysis(uri), self._session.result_id(uri)
        if analysis is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        if params.previous_result_id == result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=result_id)
        items = self._writer.diagnostics(analysis, uri)
        return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=result_id)

    async def _pause(self, uri: str) -> None:
        """Wait until the document has rested. Raises Outdated if it does not."""
        document = self._session.document(uri)
        if document is None:
            return
        rest = document.changed_at + self._delay - asyncio.get_running_loop().time()
        if rest > 0:
            await asyncio.sleep(rest)
            if self._session.document(uri) is not document:
                raise Outdated
