"""The answer to a request for the diagnostics of the whole workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from lsprotocol import types

from gpar_lint.server.convert.diagnostics import DiagnosticWriter
from gpar_lint.server.session import Session
from gpar_lint.server.texts import say
from gpar_lint.server.workspace import FileReport, WorkspaceCheck

if TYPE_CHECKING:
    from gpar_lint.server.running import Server

DocumentReport = (
    types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport
)


class Survey:
    """Answers requests for the workspace, with progress; a request can be cancelled at any file."""

    def __init__(
        self,
        server: Server,
        session: Session,
        writer: DiagnosticWriter,
        roots: Callable[[], Iterable[str]],
    ) -> None:
        self._server = server
        self._session = session
        self._writer = writer
        self._roots = roots
        self._check = WorkspaceCheck(session)
        self._has_answered = False

    async def answer(
        self, params: types.WorkspaceDiagnosticParams
    ) -> types.WorkspaceDiagnosticReport:
        """The diagnostics of every file that is not open.

        A client that has asked before asks again as soon as it is answered; so it is answered when
        there is something new.
        """
        known = {each.uri: each.value for each in params.previous_result_ids}
        while True:
            items = await self._round(params, known)
            if not self._has_answered or any(isinstance(item, _FULL) for item in items):
                self._has_answered = True
                return types.WorkspaceDiagnosticReport(items)
            await self._session.stirred()

    async def _round(
        self, params: types.WorkspaceDiagnosticParams, known: dict[str, str]
    ) -> list[DocumentReport]:
        items: list[DocumentReport] = []
        progress = _Progress(self._server, params.work_done_token, self._session.language)
        told = set()
        progress.begin()
        try:
            async for report in self._check.reports(self._roots(), known):
                told.add(report.uri)
                items.extend(self._written(report, known))
                progress.report(report)
                if progress.is_cancelled:
                    return items
        finally:
            progress.end()
        gone = [uri for uri in known if uri not in told and not self._session.document(uri)]
        return items + [types.WorkspaceFullDocumentDiagnosticReport(uri, []) for uri in gone]

    def _written(self, report: FileReport, known: dict[str, str]) -> Iterable[DocumentReport]:
        if report.analysis is None:
            yield types.WorkspaceUnchangedDocumentDiagnosticReport(report.uri, report.result_id)
            return
        found = self._writer.diagnostics(report.analysis, report.uri)
        if found or report.uri in known:
            yield types.WorkspaceFullDocumentDiagnosticReport(
                report.uri, found, result_id=report.result_id
            )


_FULL = types.WorkspaceFullDocumentDiagnosticReport


class _Progress:
    """How far the work is, shown where the client has asked for it."""

    def __init__(self, server: Server, token: types.ProgressToken | None, language: str) -> None:
        self._shown = server.work_done_progress
        self._token = token
        self._language = language

    @property
    def is_cancelled(self) -> bool:
        """Whether the person has had enough."""
        return self._token is not None and self._shown.tokens[self._token].cancelled()

    def begin(self) -> None:
        """The work begins."""
        if self._token is not None:
            title = say("progress", self._language)
            value = types.WorkDoneProgressBegin(title, cancellable=True, percentage=0)
            self._shown.begin(self._token, value)

    def report(self, report: FileReport) -> None:
        """Another file is done."""
        if self._token is not None:
            message = say("progress-file", self._language, done=report.done, total=report.total)
            share = 100 * report.done // report.total
            value = types.WorkDoneProgressReport(message=message, percentage=share)
            self._shown.report(self._token, value)

    def end(self) -> None:
        """The work is done, or was broken off."""
        if self._token is not None:
            self._shown.end(self._token, types.WorkDoneProgressEnd())
