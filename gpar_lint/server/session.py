"""A session: what the editor has open, and what is known of it."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from gpar_lint.server.analysis import Analysis
from gpar_lint.server.documents import OpenDocument
from gpar_lint.server.linters import Linters
from gpar_lint.server.uris import key

_serials = count(1)


class _Known(NamedTuple):
    document: OpenDocument
    generation: int
    analysis: Analysis
    serial: int


class Session:
    """The open documents, each with its analysis, which is made when first asked for.

    Everything runs on the server's loop: an analysis takes milliseconds, and the text it is made
    of cannot change under it.
    """

    def __init__(self, linters: Linters) -> None:
        self.linters = linters
        self.encoding = "utf-16"
        self.generation = 0  # of what findings depend on besides their own text
        self._documents: dict[str, OpenDocument] = {}
        self._known: dict[str, _Known] = {}

    @property
    def language(self) -> str:
        """The language of everything shown."""
        return self.linters.language

    @property
    def documents(self) -> list[OpenDocument]:
        """What is open."""
        return list(self._documents.values())

    def document(self, uri: str) -> OpenDocument | None:
        """The document at a URI, if it is open."""
        return self._documents.get(key(uri))

    def put(self, document: OpenDocument) -> None:
        """A document was opened or changed."""
        self._documents[key(document.uri)] = document

    def close(self, uri: str) -> None:
        """A document was closed."""
        self._documents.pop(key(uri), None)
        self._known.pop(key(uri), None)

    def outdate(self) -> None:
        """What findings depend on has changed: every document is to be looked at again."""
        self.generation += 1

    def analysis(self, uri: str) -> Analysis | None:
        """What is known of a document as it stands now; None for what is not open."""
        known = self._current(uri)
        return known.analysis if known else None

    def result_id(self, uri: str) -> str:
        """A name for the current findings in a document; another one as soon as they may differ."""
        known = self._current(uri)
        return str(known.serial) if known else ""

    def _current(self, uri: str) -> _Known | None:
        place = key(uri)
        document = self._documents.get(place)
        if document is None:
            return None
        known = self._known.get(place)
        if not known or known.document is not document or known.generation != self.generation:
            analysis = self.analyse(document.path, document.text)
            known = _Known(document, self.generation, analysis, next(_serials))
            self._known[place] = known
        return known

    def analyse(self, path: str, text: str) -> Analysis:
        """A text looked at, as the file `path` would be."""
        look = self.linters.linter_for(path).look(path, text)
        return Analysis(look, text, self.linters.rulebook, self.language, self.encoding)
