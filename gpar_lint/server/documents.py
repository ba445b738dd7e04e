"""The documents that the editor has open: immutable snapshots, replaced at every change."""

from __future__ import annotations

from gpar_lint.server.uris import path_of
from gpar_lint.text.records import Record

_SUFFIXES = {"markdown": ".md", "html": ".html"}


class OpenDocument(Record):
    """A document as the editor has it."""

    uri: str  # as the client spells it
    version: int
    text: str
    language_id: str
    changed_at: float  # the loop's time of its last change; 0: as it was opened

    @property
    def path(self) -> str:
        """Its path; a name of the right type for what is no file yet."""
        path = path_of(self.uri)
        return path or "untitled" + _SUFFIXES.get(self.language_id, ".txt")
