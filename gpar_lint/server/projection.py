"""The text of a .docx or .pdf, for an editor to show: findings speak of its lines and columns."""

from __future__ import annotations

from gpar_lint.linter.files import read_bytes
from gpar_lint.server.analysis import Analysis
from gpar_lint.server.session import Session
from gpar_lint.server.texts import say
from gpar_lint.source.document import Unreadable
from gpar_lint.text.records import Record


class Projection(Record):
    """What there is to show of a file."""

    analysis: Analysis | None  # None: it cannot be read
    problem: str = ""  # why, in words


def project(session: Session, path: str) -> Projection:
    """The file at `path` as it lies on the disk."""
    linter = session.linters.linter_for(path)
    try:
        data = read_bytes(path)
    except Unreadable as error:
        return Projection(None, linter.unreadable(path, error).diagnostics[0].message)
    analysis = session.analyse_file(path, data)
    if analysis.look.document:
        return Projection(analysis)
    problem = [found.message for found in analysis.look.result.diagnostics]
    return Projection(None, problem[0] if problem else say("excluded", linter.language))
