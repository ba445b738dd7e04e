"""Other agencies' reports that may say the same as a report (X903), found without trying them all.

Each chapter is filed under the bands of its sketch (text/shingles); a report is held only against
the chapters that it shares most bands with. Linear in the number of reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from zlib import compress, decompress

from gpar_lint.checks.across.imprint import Imprint, Narrative
from gpar_lint.checks.finding import Elsewhere
from gpar_lint.report.agency import Agency, is_same_agency
from gpar_lint.text.records import Record
from gpar_lint.text.shingles import bands

_MOST_FILED = 8  # chapters under one band: of a text that a hundred reports share, these are enough
_MOST_TRIED = 3  # chapters that one is held against


class _Entry(Record):
    """A chapter of a report, kept small."""

    path: str
    agency: Agency
    year: int
    edition: str
    number: str
    words: bytes  # compressed
    place: Elsewhere


class Lookalikes:
    """Chapters of many reports, by what their texts look like."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._bands: dict[int, list[int]] = {}  # band → indices of entries

    def add(self, imprint: Imprint, agency: Agency, year: int) -> None:
        """File the chapters of a report."""
        for number, chapter in imprint.chapters.items():
            words = compress(chapter.words.encode("utf-8", "surrogatepass"))
            entry = _Entry(
                imprint.path, agency, year, imprint.edition, number, words, chapter.place
            )
            for band in bands(chapter.words):
                filed = self._bands.setdefault(_key(number, band), [])
                if len(filed) < _MOST_FILED:
                    filed.append(len(self._entries))
            self._entries.append(entry)

    def alike(self, imprint: Imprint, agency: Agency, year: int) -> list[Imprint]:
        """Other agencies' reports on the same year or before it, each with one chapter alike."""
        found = []
        for number, chapter in imprint.chapters.items():
            common = Counter(self._candidates(number, chapter.words, agency, year))
            found.extend([self._unpacked(index) for index, _ in common.most_common(_MOST_TRIED)])
        return found

    def _candidates(self, number: str, words: str, agency: Agency, year: int) -> Iterator[int]:
        for band in bands(words):
            for index in self._bands.get(_key(number, band), ()):
                entry = self._entries[index]
                if entry.year <= year and not is_same_agency(entry.agency, agency):
                    yield index

    def _unpacked(self, index: int) -> Imprint:
        entry = self._entries[index]
        words = decompress(entry.words).decode("utf-8", "surrogatepass")
        chapters = {entry.number: Narrative(words, entry.place)}
        return Imprint(entry.path, entry.agency.name, entry.year, entry.edition, {}, chapters)


def _key(number: str, band: int) -> int:
    return hash((ord(number[0]), band))
