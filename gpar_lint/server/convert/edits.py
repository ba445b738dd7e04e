"""Actions and their changes, as the protocol's code actions and edits."""

from __future__ import annotations

from lsprotocol import types

from gpar_lint.linter.edits import Replacement
from gpar_lint.server.actions import Action
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.client import Client
from gpar_lint.server.convert.diagnostics import DiagnosticWriter
from gpar_lint.server.convert.places import span_range
from gpar_lint.server.documents import OpenDocument
from gpar_lint.server.positions import Positions

SHOW_RULE = "gpar-lint.showRule"


class ActionWriter:
    """Writes actions in the form that a client takes.

    Changes are those of one version of the document, and the client is told so. Where it can ask
    for them when the person has chosen, they are made then, and refused if the text has changed.
    """

    def __init__(self, client: Client, diagnostics: DiagnosticWriter) -> None:
        self._diagnostics = diagnostics
        self._versioned = client.can("workspace.workspace_edit.document_changes")
        self._preferred = client.can("text_document.code_action.is_preferred_support")
        self.resolves = "edit" in client.list_of(
            "text_document.code_action.resolve_support.properties"
        ) and client.can("text_document.code_action.data_support")

    def action(
        self, action: Action, analysis: Analysis, document: OpenDocument, data: dict[str, object]
    ) -> types.CodeAction:
        """An action; `data` is what it is known by when the client asks for its changes."""
        found = action.finding
        written = types.CodeAction(
            action.title,
            kind=action.kind,
            is_preferred=True if action.preferred and self._preferred else None,
        )
        if found:
            written.diagnostics = [self._diagnostics.diagnostic(found, analysis, document.uri)]
        if action.shows:
            written.command = types.Command(action.title, SHOW_RULE, arguments=[action.shows])
        elif self.resolves:
            written.data = data
        else:
            written.edit = self.edit(action, analysis.positions, document)
        return written

    def edit(
        self, action: Action, positions: Positions, document: OpenDocument
    ) -> types.WorkspaceEdit:
        """The changes of an action."""
        edits = [_text_edit(positions, change) for change in action.changes]
        if not self._versioned:
            return types.WorkspaceEdit(changes={document.uri: edits})
        identifier = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, edits)])


def _text_edit(positions: Positions, change: Replacement) -> types.TextEdit:
    return types.TextEdit(span_range(positions, change.span), change.text)
