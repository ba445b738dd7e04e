"""Diagnostics of the whole workspace: the one work that takes its time and yields."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterable
from itertools import count

from gpar_lint.linter.files import Target, find_targets, read_bytes
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.session import Session
from gpar_lint.server.uris import uri_of
from gpar_lint.source.document import Unreadable
from gpar_lint.text.records import Record

# What an editor shows as the text that findings speak of: no .docx, no .pdf.
_TEXTS = (".txt", ".md", ".markdown", ".html", ".htm")
_serials = count(1)


class _Seen(Record):
    state: tuple[int, int, int]  # modified, size, generation of what findings depend on
    result_id: str
    is_clean: bool  # nothing was found, so a client need not have heard of it


class FileReport(Record):
    """What there is to say of a file that is not open."""

    uri: str
    result_id: str
    analysis: Analysis | None  # None: nothing has changed since the client was told
    done: int
    total: int


class WorkspaceCheck:
    """Checks the files of the workspace that are not open."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen: dict[str, _Seen] = {}

    async def reports(
        self, folders: Iterable[str], known: dict[str, str]
    ) -> AsyncIterator[FileReport]:
        """The files one by one; between two of them the loop is free for what a person waits for.

        `known` are the results that the client has, by URI.
        """
        found = await asyncio.to_thread(find_targets, list(folders))
        targets = [target for target in found if target.path.lower().endswith(_TEXTS)]
        for done, target in enumerate(targets, 1):
            await asyncio.sleep(0)
            uri = uri_of(os.path.abspath(target.path))
            if self._session.document(uri) is not None:
                continue
            seen, analysis = self._looked(target, uri, known.get(uri))
            if seen:
                yield FileReport(uri, seen.result_id, analysis, done, len(targets))

    def _looked(
        self, target: Target, uri: str, known: str | None
    ) -> tuple[_Seen | None, Analysis | None]:
        """The state of a file, and its analysis where the client does not have it."""
        try:
            status = os.stat(target.path)
            state = status.st_mtime_ns, status.st_size, self._session.generation
            seen = self._seen.get(target.path)
            if seen and seen.state == state:
                if seen.result_id == known:
                    return seen, None
                if seen.is_clean and known is None:
                    return None, None
            data = read_bytes(target.path)
        except (OSError, Unreadable):
            return None, None
        analysis = self._session.analyse_file(os.path.abspath(target.path), data)
        name = f"file-{next(_serials)}"
        seen = self._seen[target.path] = _Seen(state, name, is_clean=not analysis.diagnostics)
        return seen, analysis
