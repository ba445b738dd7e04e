"""The server's process: its streams, its start and its end."""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import TYPE_CHECKING, BinaryIO

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from gpar_lint import __version__
from gpar_lint.format.loading import load_rulebook
from gpar_lint.server.diagnosing import Outdated
from gpar_lint.server.linters import Linters
from gpar_lint.server.registration import register
from gpar_lint.server.session import Session

if TYPE_CHECKING:
    from pygls.server import ServerErrors

_log = logging.getLogger(__name__)


class Server(LanguageServer):
    """The language server. Its own faults go to the log, never into the person's way."""

    def __init__(self) -> None:
        # Whole texts: the library applies partial changes to lines that it counts otherwise than
        # editors do (at \x0b, U+2028 …).
        super().__init__("gpar-lint", __version__, types.TextDocumentSyncKind.Full)
        self.was_shut_down = False

    def report_server_error(self, error: Exception, source: ServerErrors) -> None:
        """Log an error; an answer that is the client's sign to ask again is none."""
        if not isinstance(error, Outdated):
            _log.error("%s: %s", source.__name__, error)


def serve(language: str | None, address: tuple[str, int] | None = None) -> int:
    """Serve one client, on standard input and output or over TCP; the exit status.

    `language` is what the user asked for; None: a configuration may say. Raises DataError.
    """
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    for handler in logging.getLogger().handlers:  # a logger's filters are not its children's
        handler.addFilter(_is_worth_saying)
    session = Session(Linters(load_rulebook(), language))
    server = Server()
    register(server, session)
    # What is loaded by now stays for good: the collector need not look at it again and again while
    # somebody waits.
    gc.collect()
    gc.freeze()
    if address:
        server.start_tcp(*address)
    else:
        server.start_io(sys.stdin.buffer, _guarded_output())
    return 0 if server.was_shut_down else 1


def _guarded_output() -> BinaryIO:
    """The way to the client, closed to everybody else: what is printed goes to standard error."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stdout = sys.stderr
    return output


def _is_worth_saying(record: logging.LogRecord) -> bool:
    """Drop what the library logs of everyday events.

    An answer that is the client's sign to ask again is no error; and a client that types on cancels
    requests that were answered a moment ago.
    """
    if record.exc_info and isinstance(record.exc_info[1], Outdated):
        return False
    return not str(record.msg).startswith("Cancel notification for unknown")
