"""Code actions asked for, and their changes when one was chosen."""

from __future__ import annotations

from typing import Any, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified

from gpar_lint.server.actions import Action, actions_at
from gpar_lint.server.convert.edits import ActionWriter
from gpar_lint.server.convert.places import range_span
from gpar_lint.server.session import Session
from gpar_lint.text.span import Span


class Acting:
    """Answers the requests for code actions."""

    def __init__(self, session: Session, writer: ActionWriter) -> None:
        self._session = session
        self._writer = writer

    def offer(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """What may be done in a range."""
        uri = params.text_document.uri
        document, analysis = self._session.document(uri), self._session.analysis(uri)
        if document is None or analysis is None:
            return []
        span = range_span(analysis.positions, params.range)
        kinds = params.context.only
        known = {"uri": uri, "version": document.version, "span": [*span], "kinds": kinds}
        return [
            self._writer.action(action, analysis, document, {**known, "place": place})
            for place, action in enumerate(actions_at(analysis, span, kinds))
        ]

    def resolve(self, chosen: types.CodeAction) -> types.CodeAction:
        """The changes of the action chosen. Raises JsonRpcContentModified on another text."""
        data = cast("dict[str, Any]", chosen.data)
        document = self._session.document(data["uri"])
        analysis = self._session.analysis(data["uri"])
        if document is None or analysis is None or document.version != data["version"]:
            raise JsonRpcContentModified
        actions: list[Action] = actions_at(analysis, Span(*data["span"]), data["kinds"])
        action = actions[data["place"]]
        chosen.edit = self._writer.edit(action, analysis.positions, document)
        return chosen
