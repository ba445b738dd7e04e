"""A report as it is drawn up: parts with names, tables as sheets.

Every part keeps its name through the layout, so that a test can ask on which lines it stands.
"""

from __future__ import annotations

from typing import NamedTuple

from gpar_lint.format.edition import Edition
from tests.support.layouts import Figures, Sheet, sheets


class Part(NamedTuple):
    """A title, heading or paragraph."""

    name: str
    text: str
    level: int = 0  # 0 a paragraph, 1 the title, 2 a chapter, 3 a topic


class Agency(NamedTuple):
    """Who reports, and what it calls itself."""

    name: str
    short: str  # 我局, 我镇, 我县
    named: str  # 县水务局, 望川镇, 青禾县
    place: str  # 青禾县
    whole: str  # 全县, 全镇, 全局
    government: bool
    area: bool = False  # it reports on a whole county, city or development zone


class Draft:
    """A consistent report, to be spoilt in one place."""

    def __init__(
        self, edition: Edition, year: int, agency: Agency, figures: dict[str, str]
    ) -> None:
        self.edition, self.year, self.agency = edition, year, agency
        self.figures: Figures = figures
        self.sheets: dict[str, Sheet] = sheets(edition, figures)
        self.parts: list[Part] = []  # a table stands in it as a part named "表" + its name

    def count(self, cell: str) -> int:
        return int(self.figures[cell])

    def sum(self, start: str, column: str = "total") -> int:
        """The sum over the rows of table 三 whose keys begin alike: denied, rejected."""
        rows = [row.key for row in self.sheets["三"].rows]
        return sum(self.count(f"三.{key}.{column}") for key in rows if key.startswith(start))

    def place(self, name: str) -> int:
        return next(place for place, part in enumerate(self.parts) if part.name == name)

    def has(self, name: str) -> bool:
        return any(part.name == name for part in self.parts)

    def text(self, name: str) -> str:
        return self.parts[self.place(name)].text

    def rewrite(self, name: str, text: str) -> None:
        place = self.place(name)
        self.parts[place] = self.parts[place]._replace(text=text)

    def add(self, name: str, sentence: str) -> None:
        """A sentence at the end of a part."""
        self.rewrite(name, self.text(name) + sentence)

    def drop(self, name: str) -> None:
        del self.parts[self.place(name)]

    def insert_after(self, name: str, part: Part) -> None:
        self.parts.insert(self.place(name) + 1, part)
