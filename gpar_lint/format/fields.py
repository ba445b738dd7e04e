"""Typed reading of a parsed TOML table, with errors that say where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NoReturn, cast

from gpar_lint.format.errors import DataError
from gpar_lint.format.nearest import nearest
from gpar_lint.text.records import Record


class Source(Record):
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
            self.fail("unknown-key", key, nearest=nearest(key, known))

    def text(self, key: str, default: str | None = None) -> str:
        """A string."""
        value = self.values.get(key, default)
        return value if isinstance(value, str) else self._missing(key, "text")

    def choice(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """A string that must be one of `allowed`."""
        value = self.text(key, default)
        if value not in allowed:
            allowed = list(allowed)
            near = nearest(value, allowed)
            self.fail("no-choice", key, word=value, choices=", ".join(allowed), nearest=near)
        return value

    def year(self, key: str) -> int | None:
        """A whole number, or None where the key is absent."""
        value = self.values.get(key)
        return value if value is None or type(value) is int else self._missing(key, "number")

    def strings(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of strings; empty where the key is absent and not required."""
        value = self.values.get(key, None if required else [])
        if not (isinstance(value, list) and all(type(item) is str for item in value)):
            self._missing(key, "strings")
        return tuple(cast("list[str]", value))

    def lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of strings."""
        value = self.values.get(key)
        if not isinstance(value, list):
            self._missing(key, "lists")
        items = Fields(self.source, (*self.path, key), {str(i): v for i, v in enumerate(value)})
        return tuple([items.strings(place) for place in items.values])

    def table(self, key: str, *, required: bool = True) -> Fields:
        """A table; an empty one where the key is absent and not required."""
        value = self.values.get(key, None if required else {})
        if not isinstance(value, dict):
            self._missing(key, "table")
        return Fields(self.source, (*self.path, key), value)

    def tables(self, key: str, *, required: bool = True) -> list[Fields]:
        """A list of tables; empty where the key is absent and not required."""
        value = self.values.get(key, None if required else [])
        if not (isinstance(value, list) and all(type(item) is dict for item in value)):
            self._missing(key, "tables")
        path = (*self.path, key)
        return [Fields(self.source, (*path, place), item) for place, item in enumerate(value)]

    @property
    def line(self) -> int:
        """The line on which this table begins."""
        from gpar_lint.format.places import line_of

        return line_of(self.source.text, self.path) or 1

    def fail(self, problem: str, *steps: str | int, **values: object) -> NoReturn:
        """Raise a DataError (see there) for a key of this table, or what lies further below it."""
        from gpar_lint.format.places import line_of  # nothing but an error needs it

        path = (*self.path, *steps)
        name = "".join([f"[{step + 1}]" if type(step) is int else f".{step}" for step in path])
        line = line_of(self.source.text, path)
        raise DataError(self.source.name, problem, name.lstrip("."), line, **values)

    def _missing(self, key: str, due: str) -> NoReturn:
        self.fail("wrong-type" if key in self.values else "missing", key, due=due)
