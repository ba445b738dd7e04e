"""The documents that the editor has open: immutable snapshots, replaced at every change."""

from __future__ import annotations

from gpar_lint.server.uris import path_of
from gpar_lint.text.records import Record

_SUFFIXES = {"markdown": ".md", "html": ".html"}
#: Under this scheme, with the path of a .docx or .pdf, a client shows the text that findings in
#: that file speak of. It cannot be edited.
PROJECTION = "gpar-lint-text"


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
        path = path_of(file_uri(self.uri))
        return path or "untitled" + _SUFFIXES.get(self.language_id, ".txt")

    @property
    def is_projection(self) -> bool:
        """Whether it shows the text of another file, to be read only."""
        return self.uri.startswith(f"{PROJECTION}:")


def file_uri(uri: str) -> str:
    """The URI of the file that a document shows; any other document's own URI."""
    scheme, colon, rest = uri.partition(":")
    return f"file{colon}{rest}" if scheme == PROJECTION else uri
