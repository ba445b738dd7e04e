"""The rulebook: everything in rules/, read once."""

from __future__ import annotations

from collections.abc import Mapping

from gpar_lint.format.catalogue import Rule
from gpar_lint.format.edition import Edition
from gpar_lint.text.records import Record


class Rulebook(Record):
    """The catalogue, the editions and the vocabularies."""

    rules: Mapping[str, Rule]  # by code, in the order of the catalogue
    editions: Mapping[str, Edition]  # by name, oldest first
    vocabulary: Mapping[str, Mapping[str, object]]  # rules/vocabulary/NAME.toml by NAME

    def edition_for(self, year: int | None) -> Edition:
        """The edition for reports on a year; the newest where the year is unknown or too new."""
        if year is not None:
            for edition in self.editions.values():
                if edition.holds_for(year):
                    return edition
            oldest = next(iter(self.editions.values()))
            if year < oldest.first_year:
                return oldest
        return list(self.editions.values())[-1]
