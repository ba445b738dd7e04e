"""What findings depend on besides their own text: configurations and other reports."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence

from gpar_lint.linter.files import SUFFIXES
from gpar_lint.server.client import Client
from gpar_lint.server.convert.diagnostics import DiagnosticWriter
from gpar_lint.server.diagnosing import Diagnosing
from gpar_lint.server.documents import OpenDocument
from gpar_lint.server.neighbours import is_below
from gpar_lint.server.session import Session
from gpar_lint.server.uris import path_of, uri_of
from gpar_lint.text.records import Record

#: Files whose changes are told by a client that can watch them.
WATCHED = ("**/*.{toml,json}", "**/*.{txt,md,markdown,html,htm,docx,pdf}")


class FileChange(Record):
    """A file that has changed on the disk."""

    uri: str
    gone: bool


class Surroundings:
    """Has reports checked again when something that bears on them changes."""

    def __init__(
        self,
        session: Session,
        client: Client,
        writer: DiagnosticWriter,
        diagnosing: Diagnosing,
        roots: Callable[[], Iterable[str]],  # the folders of the workspace as they are
    ) -> None:
        self._session = session
        self._client = client
        self._writer = writer
        self._diagnosing = diagnosing
        self._roots = roots
        self._shown: dict[str, str] = {}  # problems of configurations: message by path
        self._tasks: set[asyncio.Task[None]] = set()

    def opened(self, document: OpenDocument) -> None:
        """The first report of a folder is opened: learn what other reports there are."""
        analysis = self._session.analysis(document.uri)
        self.show_problems()
        path = path_of(document.uri)
        if analysis and analysis.report and path:
            self._start_learning(path)

    def _start_learning(self, path: str) -> None:
        """The workspace folder that a file lies in; outside of all, what lies beside it."""
        around = [root for root in self._roots() if is_below(path, root)]
        folder = max(around, key=len, default=os.path.dirname(path))
        learning = self._session.neighbours.learn(folder, bool(around), self.refresh)
        task = asyncio.ensure_future(learning)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def saved(self, uri: str) -> None:
        """A document was saved. A client that watches files tells of it by itself."""
        if not self._client.watches:
            self.files_changed([FileChange(uri, gone=False)])

    def files_changed(self, changes: Sequence[FileChange]) -> None:
        """Files have changed on the disk."""
        paths = {path: change.gone for change in changes if (path := path_of(change.uri))}
        if not self._client.watches or any(map(self._session.linters.depends_on, paths)):
            self._session.linters.reload()
        for path, gone in paths.items():
            if path.lower().endswith(SUFFIXES):
                self._session.neighbours.changed(path, gone=gone)
        for change in changes:
            if change.gone and self._session.document(change.uri) is None:
                self._diagnosing.closed(change.uri)
        self.refresh()

    def reload(self) -> None:
        """Read the configurations again."""
        self._session.linters.reload()
        self.refresh()

    def refresh(self) -> None:
        """Check everything again."""
        self._session.outdate()
        for document in self._session.documents:
            self._session.linters.linter_for(document.path)
        self._diagnosing.refresh()
        self._client.refresh_lenses()
        self.show_problems()

    def show_problems(self) -> None:
        """Show what is wrong with configurations, each in its own file, and what no longer is."""
        problems = self._session.linters.problems
        for path in [path for path in self._shown if path not in problems]:
            del self._shown[path]
            self._client.publish(self._uri(path), [])
        for path, problem in problems.items():
            if self._shown.get(path) != problem.message:
                self._shown[path] = problem.message
                self._client.publish(self._uri(path), [self._writer.problem(problem)])

    def _uri(self, path: str) -> str:
        """The URI of a file, as the client spells it if it is open there."""
        uri = uri_of(path)
        document = self._session.document(uri)
        return document.uri if document else uri
