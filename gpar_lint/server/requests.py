"""Requests beyond the protocol. Each has `{uri}`, of a document or a file, for its parameters.

gpar-lint/status    -> {agency, year, edition, findings: {error, warning, info}}, or null
gpar-lint/project   -> {text, isReport}, or {problem}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gpar_lint.server.documents import file_uri
from gpar_lint.server.projection import project
from gpar_lint.server.session import Session
from gpar_lint.server.status import status_of
from gpar_lint.server.uris import path_of

if TYPE_CHECKING:
    from gpar_lint.server.running import Server

STATUS = "gpar-lint/status"
PROJECT = "gpar-lint/project"


def register_requests(server: Server, session: Session) -> None:
    """Register them."""

    @server.feature(STATUS)
    def tell_status(params: Any) -> dict[str, Any] | None:
        """How an open document stands; null for what is not open, or no report."""
        analysis = session.analysis(params.uri)
        status = status_of(analysis) if analysis else None
        return status._asdict() if status else None

    @server.feature(PROJECT)
    def show_projection(params: Any) -> dict[str, Any] | None:
        """The text of a file; null for a URI that names none."""
        path = path_of(file_uri(params.uri))
        if path is None:
            return None
        shown = project(session, path)
        if shown.text is None:
            return {"problem": shown.problem}
        return {"text": shown.text, "isReport": shown.is_report}
