"""Findings as the protocol's diagnostics."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types

from gpar_lint.linter.diagnostics import Diagnostic, RelatedPlace
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.client import Client
from gpar_lint.server.convert.places import located
from gpar_lint.server.linters import Problem
from gpar_lint.server.positions import Positions
from gpar_lint.server.uris import uri_of

SOURCE = "gpar-lint"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}

Elsewhere = Callable[[str], Positions | None]  # the positions in another file, by its path


class DiagnosticWriter:
    """Writes the diagnostics of documents in the form that a client takes."""

    def __init__(self, client: Client, elsewhere: Elsewhere) -> None:
        publishing = "text_document.publish_diagnostics"
        # A client that pulls says what it takes under another name.
        names = [publishing, "text_document.diagnostic"] if client.pulls else [publishing]
        self._related, self._described, self._data = (
            any(client.can(f"{name}.{ability}") for name in names)
            for ability in ("related_information", "code_description_support", "data_support")
        )
        self._elsewhere = elsewhere

    def diagnostics(self, analysis: Analysis, uri: str) -> list[types.Diagnostic]:
        """All findings in a document."""
        return [self.diagnostic(found, analysis, uri) for found in analysis.diagnostics]

    def diagnostic(self, found: Diagnostic, analysis: Analysis, uri: str) -> types.Diagnostic:
        """One finding. `uri` is the document's, as the client spells it."""
        related = [self._related_place(place, analysis, uri, found) for place in found.related]
        return types.Diagnostic(
            range=located(analysis.positions, found.range),
            message="\n".join(filter(None, (found.message, found.hint))),
            severity=_SEVERITIES[found.severity],
            code=found.code,
            code_description=types.CodeDescription(found.url) if self._described else None,
            source=SOURCE,
            related_information=related if self._related and related else None,
            data={"fingerprint": found.fingerprint} if self._data else None,
        )

    def problem(self, problem: Problem) -> types.Diagnostic:
        """What is wrong with a configuration, over its whole line."""
        start, end = types.Position(problem.line, 0), types.Position(problem.line + 1, 0)
        return types.Diagnostic(
            types.Range(start, end),
            problem.message,
            severity=types.DiagnosticSeverity.Error,
            source=SOURCE,
        )

    def _related_place(
        self, place: RelatedPlace, analysis: Analysis, uri: str, found: Diagnostic
    ) -> types.DiagnosticRelatedInformation:
        positions: Positions | None = analysis.positions
        if place.path != found.path:
            uri, positions = uri_of(place.path), self._elsewhere(place.path)
        there = located(positions, place.range) if positions else _as_it_is(place)
        return types.DiagnosticRelatedInformation(types.Location(uri, there), place.message)


def _as_it_is(place: RelatedPlace) -> types.Range:
    """A place in a file that cannot be read here: its columns, taken for the client's."""
    start, end = place.range
    return types.Range(
        types.Position(start.line - 1, start.column - 1),
        types.Position(end.line - 1, end.column - 1),
    )
