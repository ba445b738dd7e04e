"""Requests beyond the protocol. Each has `{uri}`, of a document or a file, for its parameters.

gpar-lint/status    -> {agency, year, edition, findings: {error, warning, info}}, or null
gpar-lint/project   -> {text, isReport, diagnostics}, or {problem}, of a file
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gpar_lint.server.convert.diagnostics import DiagnosticWriter
from gpar_lint.server.documents import file_uri
from gpar_lint.server.projection import project
from gpar_lint.server.session import Session
from gpar_lint.server.status import status_of
from gpar_lint.server.uris import path_of

if TYPE_CHECKING:
    from gpar_lint.server.running import Server

STATUS = "gpar-lint/status"
PROJECT = "gpar-lint/project"


def register_requests(server: Server, session: Session, writer: DiagnosticWriter) -> None:
    """Register them."""

    @server.feature(STATUS)
    def tell_status(params: Any) -> dict[str, Any] | None:
        """How an open document stands; null for what is not open, or no report."""
        analysis = session.analysis(params.uri)
        status = status_of(analysis) if analysis else None
        return status._asdict() if status else None

    @server.feature(PROJECT)
    def show_projection(params: Any) -> dict[str, Any] | None:
        """The text of a file, as the findings speak of it; null for a URI that names none."""
        path = path_of(file_uri(params.uri))
        if path is None:
            return None
        shown = project(session, path)
        analysis = shown.analysis
        if analysis is None:
            return {"problem": shown.problem}
        return {
            "text": analysis.text,
            "isReport": analysis.report is not None,
            "diagnostics": writer.diagnostics(analysis, params.uri),
        }
