"""Typed reading of a parsed TOML table, with errors that say where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, NoReturn, cast

from gpar_lint.format.errors import RulesError
from gpar_lint.format.nearest import nearest


class Source(NamedTuple):
    """A TOML file: its name as messages give it, and its text ("": lines cannot be told)."""

    name: str
    text: str


class Fields:
    """One table: its values by key, each read as the type that is due.

    `path` leads to it from the root of the file: ("rule", 3, "texts").
    """

    def __init__(
        self, source: Source, path: tuple[str | int, ...], values: Mapping[str, object]
    ) -> None:
        self.source = source
        self.path = path
        self.values = values

    def allow(self, known: frozenset[str]) -> None:
        """Refuse any key that is not known."""
        if not self.values.keys() <= known:
            key = next(key for key in self.values if key not in known)
            near = nearest(key, known)
            self.fail(f"unknown key; did you mean {near}?" if near else "unknown key", key)

    def text(self, key: str, default: str | None = None) -> str:
        """A string."""
        value = self.values.get(key, default)
        return value if isinstance(value, str) else self._missing(key, "a string")

    def choice(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """A string that must be one of `allowed`."""
        value = self.text(key, default)
        if value not in allowed:
            self.fail(f'"{value}" is none of {", ".join(allowed)}', key)
        return value

    def year(self, key: str) -> int | None:
        """A whole number, or None where the key is absent."""
        value = self.values.get(key)
        return value if value is None or type(value) is int else self._missing(key, "a number")

    def strings(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of strings; empty where the key is absent and not required."""
        value = self.values.get(key, None if required else [])
        if not (isinstance(value, list) and all(type(item) is str for item in value)):
            self._missing(key, "a list of strings")
        return tuple(cast("list[str]", value))

    def lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of strings."""
        value = self.values.get(key)
        if not isinstance(value, list):
            self._missing(key, "a list of lists of strings")
        items = Fields(self.source, (*self.path, key), {str(i): v for i, v in enumerate(value)})
        return tuple([items.strings(place) for place in items.values])

    def table(self, key: str, *, required: bool = True) -> Fields:
        """A table; an empty one where the key is absent and not required."""
        value = self.values.get(key, None if required else {})
        if not isinstance(value, dict):
            self._missing(key, "a table")
        return Fields(self.source, (*self.path, key), value)

    def tables(self, key: str, *, required: bool = True) -> list[Fields]:
        """A list of tables; empty where the key is absent and not required."""
        value = self.values.get(key, None if required else [])
        if not (isinstance(value, list) and all(type(item) is dict for item in value)):
            self._missing(key, "a list of tables")
        path = (*self.path, key)
        return [Fields(self.source, (*path, place), item) for place, item in enumerate(value)]

    def fail(self, problem: str, key: str = "") -> NoReturn:
        """Raise a RulesError for a key of this table (or the whole of it)."""
        path = (*self.path, key) if key else self.path
        name = "".join([f"[{step + 1}]" if type(step) is int else f".{step}" for step in path])
        raise RulesError(self.source.name, problem, name.lstrip("."), _line_of(self.source, path))

    def _missing(self, key: str, due: str) -> NoReturn:
        self.fail(f"must be {due}" if key in self.values else f"missing; must be {due}", key)


def _line_of(source: Source, path: Iterable[str | int]) -> int | None:
    """The line of the last step of a path that the text itself shows as a header or a key."""
    found: int | None = None
    offset = 0
    names: list[str] = []
    for step in path:
        if type(step) is int:
            header = re.compile(rf"^[ \t]*\[\[{re.escape('.'.join(names))}\]\]", re.MULTILINE)
            for _ in range(step + 1):
                match = header.search(source.text, offset)
                offset = match.end() if match else offset
        else:
            names.append(str(step))
            dotted = re.escape(".".join(names))
            key = re.compile(
                rf"^[ \t]*(?:\[{dotted}\]|{re.escape(str(step))}[ \t]*=)", re.MULTILINE
            )
            match = key.search(source.text, offset)
            offset = match.end() if match else offset
        if match:
            found = source.text.count("\n", 0, offset) + 1
    return found
