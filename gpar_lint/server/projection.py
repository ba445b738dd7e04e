"""The text of a .docx or .pdf, for an editor to show: findings speak of its lines and columns."""

from __future__ import annotations

from gpar_lint.linter.files import read_bytes
from gpar_lint.server.session import Session
from gpar_lint.server.texts import say
from gpar_lint.source.document import Unreadable
from gpar_lint.text.records import Record


class Projection(Record):
    """What there is to show of a file."""

    text: str | None  # None: it cannot be read
    problem: str = ""  # why, in words
    is_report: bool = False


def project(session: Session, path: str) -> Projection:
    """The text of the file at `path`; line ends are \\n."""
    linter = session.linters.linter_for(path)
    try:
        data = read_bytes(path)
    except Unreadable as error:
        return Projection(None, linter.unreadable(path, error).diagnostics[0].message)
    look = session.analyse_file(path, data).look
    if look.document:
        return Projection(look.document.text, is_report=look.context is not None)
    problem = [found.message for found in look.result.diagnostics]
    return Projection(None, problem[0] if problem else say("excluded", linter.language))
