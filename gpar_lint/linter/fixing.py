"""Fixes applied to a file's text, over and over until there is nothing more to fix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from gpar_lint.linter.checking import Linter, Result
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.linter.edits import Batch
from gpar_lint.text.decoding import Decoded
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.records import Record

# Fixes that overlap wait for the next round; more rounds than this only rules that undo each
# other's work would need.
_MOST_ROUNDS = 20


class Change(Record):
    """A file's text, and the one to be put in its place."""

    before: Decoded
    after: str

    @property
    def old_bytes(self) -> bytes:
        """The bytes of the file as it was read."""
        return self.before.encode(self.before.text)

    @property
    def new_bytes(self) -> bytes:
        """What is to be written: the same encoding, byte order mark and line ends."""
        return self.before.encode(self.after)


class Mending(Record):
    """What became of one file."""

    found: Result  # in the file as it was read
    left: Result  # in the text with its fixes applied
    change: Change | None = None  # None: there is nothing to change
    fixed: Mapping[str, int] = {}  # how many findings were fixed, by code
    doubtful: int = 0  # how many of them by unsafe fixes
    hindrance: str = ""  # why nothing can be fixed: "no-text", "not-encodable"


def mend(linter: Linter, path: str, data: bytes, *, unsafe: bool) -> Mending:
    """Apply the safe fixes, and the unsafe ones if they are wanted, to a file's bytes.

    Nothing is written. A .docx or .pdf file has no text to write back ("no-text").
    """
    look = linter.look_into(path, data)
    found, document = look.result, look.document
    if document is None or not found.diagnostics:
        return Mending(found, found)
    if document.decoded is None:
        return Mending(found, found, hindrance="no-text")
    if not _fixable(found, unsafe):
        return Mending(found, found)
    if not _survives(document.decoded, data):
        return Mending(found, found, hindrance="not-encodable")
    return _mended(linter, path, found, document.decoded, unsafe)


def _survives(decoded: Decoded, data: bytes) -> bool:
    """Whether what is not edited would be written back byte by byte as it was.

    GB18030 has a few bytes that stand for the character of others.
    """
    try:
        return decoded.encode(decoded.text) == data
    except UnicodeEncodeError:
        return False


def _mended(linter: Linter, path: str, found: Result, decoded: Decoded, unsafe: bool) -> Mending:
    text, left = decoded.text, found
    mended: list[Diagnostic] = []
    for _ in range(_MOST_ROUNDS):
        batch = Batch(left.lines or LineIndex(text))
        batch.take(_fixable(left, unsafe))
        if not batch.mended:
            break
        text = batch.applied()
        try:
            left = linter.check(path, decoded.encode(text))
        except UnicodeEncodeError:
            return Mending(found, found, hindrance="not-encodable")
        mended += batch.mended
    return Mending(
        found,
        left,
        Change(decoded, text) if text != decoded.text else None,
        fixed=Counter([diagnostic.code for diagnostic in mended]),
        doubtful=sum([not diagnostic.remedy.safe for diagnostic in mended if diagnostic.remedy]),
    )


def _fixable(result: Result, unsafe: bool) -> list[Diagnostic]:
    """The findings whose fixes are wanted; those with safe fixes first."""
    safe: list[Diagnostic] = []
    doubtful: list[Diagnostic] = []
    for diagnostic in result.diagnostics:
        if diagnostic.remedy:
            (safe if diagnostic.remedy.safe else doubtful).append(diagnostic)
    return [*safe, *doubtful] if unsafe else safe
