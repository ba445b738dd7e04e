"""TOML files parsed, and the parsed form kept for a quick start.

Parsing the rules takes longer than checking a report by them, so the result is kept beside Python's
own compiled modules, by the same custom: made anew whenever a file's size or time differs, left out
where Python may not write (a zip, a read-only folder, PYTHONDONTWRITEBYTECODE), never required.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from collections.abc import Iterable, Mapping

from gpar_lint.format.errors import DataError
from gpar_lint.format.fields import Fields, Source
from gpar_lint.format.resources import Resources, Stamp
from gpar_lint.text.patterns import regex

_TOML_ERROR = regex(r"(.*) \(at (?:line ([0-9]+), column [0-9]+|end of document)\)", re.DOTALL)


def parse(name: str, data: bytes) -> Fields:
    """The table at the root of a TOML file. Raises DataError."""
    import tomli  # not needed where the parsed form was kept

    try:
        text = data.decode("utf-8-sig")
        return Fields(Source(name, text), (), tomli.loads(text))
    except UnicodeDecodeError as error:
        raise DataError(name, "not-utf-8", error=error) from error
    except tomli.TOMLDecodeError as error:
        found = _TOML_ERROR.fullmatch(str(error))
        message, line = found.groups() if found else (str(error), None)
        last = text.count("\n") + 1
        place = int(line) if line else last
        raise DataError(name, "not-toml", line=place, error=message) from error


class Kept:
    """The parsed form of some files, kept in one file of its own."""

    def __init__(self, path: str, stamps: list[Stamp]) -> None:
        self.path = path
        self.stamps = stamps

    @classmethod
    def of(cls, resources: Resources, paths: Iterable[str]) -> Kept | None:
        """Where the parsed form of the built-in rules is kept; None where Python keeps nothing."""
        stamps = resources.stamps(paths)
        compiled = __spec__.cached if __spec__ else None
        if stamps is None or compiled is None or sys.dont_write_bytecode:
            return None
        return cls(f"{compiled}.rules", stamps)

    def recall(self) -> dict[str, Fields] | None:
        """What was kept; None where there is nothing, or a file has changed since."""
        try:
            with open(self.path, "rb") as file:  # noqa: PTH123 (pathlib is slow to import)
                stamps, tables = marshal.loads(file.read())
        except (OSError, ValueError, EOFError, TypeError):
            return None
        if stamps != self.stamps:
            return None
        return {path: Fields(Source(path, ""), (), table) for path, table in tables.items()}

    def keep(self, files: Mapping[str, Fields]) -> None:
        """Keep what was parsed, for the next start; says nothing where that cannot be."""
        tables = {path: fields.values for path, fields in files.items()}
        passing = f"{self.path}.{os.getpid()}"  # two runs may keep at the same time
        try:
            with open(passing, "wb") as file:  # noqa: PTH123
                file.write(marshal.dumps((self.stamps, tables)))
            os.replace(passing, self.path)  # noqa: PTH105
        except (OSError, ValueError):
            return
