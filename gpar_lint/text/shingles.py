"""Near-duplicate texts: shingles, what two texts share, and sketches that tell which are alike.

A shingle is a run of so many characters. Which of many texts share most of theirs is told by their
sketches: the least hash in each of a number of bins, MinHash with one permutation (Li, Owen and
Zhang 2012), empty bins filled from the next (Shrivastava and Li 2014). Equal bins are as frequent
as equal shingles. Texts alike agree in a whole band of bins at least, so that each text is held
only against those of its bands (locality-sensitive hashing): linear in the number of texts.
"""

from __future__ import annotations

from zlib import crc32

from gpar_lint.text.records import Record

LENGTH = 15  # characters of a shingle: longer than the field's stock phrases
_BINS = 32
_BAND = 2  # bins; texts with 80 % of their words in common agree in one of 16 bands all but surely
_SPREAD = 0x9E3779B1  # 2**32 / golden ratio: makes a hash of a CRC, whose low bits tell little


class Shared(Record):
    """What a text shares with another."""

    length: int  # characters in runs that the other text has too
    start: int  # the longest run
    end: int


def shared(text: str, other: str) -> Shared:
    """The runs of `text`, of a shingle or more, that stand in `other` too. Linear."""
    places = {other[i : i + LENGTH]: i for i in range(len(other) - LENGTH, -1, -1)}
    length = start = end = place = 0
    while place <= len(text) - LENGTH:
        found = places.get(text[place : place + LENGTH])
        if found is None:
            place += 1
            continue
        run = _run(text, place, other, found)
        length += run
        if run > end - start:
            start, end = place, place + run
        place += run
    return Shared(length, start, end)


def _run(text: str, place: int, other: str, found: int) -> int:
    """How far two texts agree from these places on."""
    most = min(len(text) - place, len(other) - found)
    run = LENGTH
    while run < most and text[place + run] == other[found + run]:
        run += 1
    return run


def bands(text: str) -> list[int]:
    """The keys of a text's bands; texts alike have one in common. None for a text too short."""
    data = text.encode("utf-32-le", "surrogatepass")
    least: list[int | None] = [None] * _BINS
    for start in range(0, len(data) - 4 * LENGTH + 1, 4):
        value = crc32(data[start : start + 4 * LENGTH]) * _SPREAD & 0xFFFFFFFF
        place, rank = value % _BINS, value // _BINS
        known = least[place]
        if known is None or rank < known:
            least[place] = rank
    if not any(value is not None for value in least):
        return []
    filled = [_filled(least, place) for place in range(_BINS)]
    return [hash((start, *filled[start : start + _BAND])) for start in range(0, _BINS, _BAND)]


def _filled(least: list[int | None], place: int) -> int:
    """The value of a bin; for an empty one that of the next, told apart by the distance."""
    for distance in range(_BINS):
        value = least[(place + distance) % _BINS]
        if value is not None:
            return value + (distance << 32)
    raise ValueError("no bin has a value")
