"""A session: what the editor has open, and what is known of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count

from gpar_lint.linter.checking import Linter, Look, Result
from gpar_lint.linter.files import read_bytes
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.documents import OpenDocument
from gpar_lint.server.linters import Linters
from gpar_lint.server.neighbours import Neighbours
from gpar_lint.server.positions import Positions
from gpar_lint.server.uris import key, uri_of
from gpar_lint.source.document import Unreadable
from gpar_lint.source.reading import read
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.records import Record

_serials = count(1)


class _Known(Record):
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
        self.neighbours = Neighbours(linters)
        self.encoding = "utf-16"
        self.generation = 0  # of what findings depend on besides their own text
        self._documents: dict[str, OpenDocument] = {}
        self._stirring = asyncio.Event()
        self._known: dict[str, _Known] = {}

    @property
    def language(self) -> str:
        """The language of what is said of no one document."""
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
        self._stir()

    def outdate(self) -> None:
        """What findings depend on has changed: every document is to be looked at again."""
        self.generation += 1
        self._stir()

    async def stirred(self) -> None:
        """Wait until something has changed on the disk, or a document was closed."""
        await self._stirring.wait()

    def _stir(self) -> None:
        self._stirring.set()
        self._stirring = asyncio.Event()

    def analysis(self, uri: str) -> Analysis | None:
        """What is known of a document as it stands now; None for what is not open."""
        known = self._current(uri)
        return known.analysis if known else None

    def result_id(self, uri: str) -> str:
        """A name for the current findings in a document; another one as soon as they may differ."""
        known = self._current(uri)
        return str(known.serial) if known else ""

    def positions_in(self, path: str) -> Positions | None:
        """The positions in another file, by its path; None where it cannot be read."""
        analysis = self.analysis(uri_of(path))
        if analysis:
            return analysis.positions
        try:
            text = read(path, read_bytes(path)).text
        except (Unreadable, OSError):
            return None
        return Positions(LineIndex(text), self.encoding)

    def _current(self, uri: str) -> _Known | None:
        place = key(uri)
        document = self._documents.get(place)
        if document is None:
            return None
        known = self._known.get(place)
        if not known or known.document is not document or known.generation != self.generation:
            analysis = self._look_at(document)
            known = _Known(document, self.generation, analysis, next(_serials))
            self._known[place] = known
        return known

    def _look_at(self, document: OpenDocument) -> Analysis:
        if document.is_projection:
            return self._look_at_projection(document)
        return self.analyse(document.path, document.text)

    def _look_at_projection(self, document: OpenDocument) -> Analysis:
        """The findings in its file; none while it shows the file as it no longer is."""
        path = document.path
        try:
            analysis = self.analyse_file(path, read_bytes(path))
        except Unreadable:
            analysis = None
        if analysis is None or analysis.text != document.text:
            analysis = self._analysis(path, document.text, lambda _: Look(Result(path, [])))
        analysis.may_fix = False
        return analysis

    def analyse(self, path: str, text: str) -> Analysis:
        """A text looked at, as the file `path` would be."""
        return self._analysis(path, text, lambda linter: linter.look(path, text))

    def analyse_file(self, path: str, data: bytes) -> Analysis:
        """A file looked at as it lies on the disk."""
        return self._analysis(path, "", lambda linter: linter.look_into(path, data))

    def _analysis(self, path: str, text: str, look_at: Callable[[Linter], Look]) -> Analysis:
        """What is found; nothing in a file that its configuration excludes."""
        linter = self.linters.linter_for(path)
        if linter.exemptions and linter.exemptions.excludes(path):
            look = Look(Result(path, []))
        else:
            self.neighbours.relate(linter)
            look = look_at(linter)
        text = look.document.text if look.document else text
        analysis = Analysis(look, text, linter.rulebook, linter.language, self.encoding)
        analysis.may_fix = self.linters.is_sound(path)
        return analysis
