"""The baseline: findings known and let be for now, so that a run gives only what is new.

A JSON file, sorted, a line a finding, to be kept with the reports and read by people. A finding is
known by its file (relative to the baseline's folder) and its fingerprint, never by its line.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gpar_lint.format.errors import DataError
from gpar_lint.linter.config_files import read_content, shown_path
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.linter.selection import ALWAYS
from gpar_lint.text.records import Record

_VERSION = 1


class Entry(Record):
    """A known finding; code and message are for people."""

    code: str
    message: str
    fingerprint: str


class Baseline:
    """Known findings by the file that they are in."""

    def __init__(self, path: str, entries: Mapping[str, Iterable[Entry]] = {}) -> None:
        self.path = path
        self._entries = {name: set(known) for name, known in entries.items()}

    @classmethod
    def read(cls, path: str) -> Baseline:
        """The baseline in a file. Raises DataError."""
        shown = shown_path(path)
        try:
            entries = _entries(json.loads(read_content(path).decode("utf-8-sig")))
        except json.JSONDecodeError as error:
            raise DataError(shown, "no-baseline", line=error.lineno, error=error.msg) from None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DataError(shown, "no-baseline", error=error) from None
        return cls(path, entries)

    def new_ones(self, path: str, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        """The findings in a file that are not known."""
        known = {entry.fingerprint for entry in self._entries.get(self._name(path), ())}
        if not known:
            return diagnostics
        return [
            each for each in diagnostics if each.code in ALWAYS or each.fingerprint not in known
        ]

    def replace(self, path: str, diagnostics: Iterable[Diagnostic]) -> int:
        """Take the findings in a file for known, and no others; how many there are."""
        known = {
            Entry(each.code, each.message, each.fingerprint)
            for each in diagnostics
            if each.code not in ALWAYS
        }
        self._entries[self._name(path)] = known
        return len(known)

    def write(self) -> None:
        """Write the file, wholly or not at all; what is known of files that are gone is left out.

        Raises OSError.
        """
        passing = f"{self.path}.{os.getpid()}"
        try:
            with open(passing, "w", encoding="utf-8", newline="\n") as file:
                file.writelines(self._lines())
            os.replace(passing, self.path)
        except OSError:
            if os.path.exists(passing):
                os.unlink(passing)
            raise

    def _name(self, path: str) -> str:
        folder = os.path.dirname(self.path) or os.curdir
        return os.path.relpath(path, folder).replace(os.sep, "/")

    def _lines(self) -> Iterator[str]:
        yield f'{{\n"version": {_VERSION},\n"findings": {{'
        separator = "\n"
        for name in sorted(self._entries):
            entries = sorted(self._entries[name])
            if entries and os.path.exists(os.path.join(os.path.dirname(self.path), name)):
                yield f"{separator}{_quoted(name)}: [\n"
                yield ",\n".join([_quoted(entry._asdict()) for entry in entries])
                yield "\n]"
                separator = ",\n"
        yield "\n}\n}\n"


def _quoted(value: object) -> str:
    """JSON on one line; what is no character, as in the name of a damaged file, is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    is_text = text.encode("utf-8", "replace").decode() == text
    return text if is_text else json.dumps(value)


def _entries(root: dict[str, Any]) -> dict[str, list[Entry]]:
    """The entries of a parsed file. Raises KeyError, TypeError or ValueError for another form."""
    if root["version"] != _VERSION:
        raise ValueError(f"version {root['version']}")
    return {
        name: [Entry(each["code"], each["message"], each["fingerprint"]) for each in entries]
        for name, entries in root["findings"].items()
    }
