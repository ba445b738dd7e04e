"""Facts about an agency that its name tells: its kind, its rank, its place, its short names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast


class Agency(NamedTuple):
    """What the name of an agency says of it."""

    name: str  # squeezed, as the report writes it
    place: (
        str  # its place or places: 中卫市沙坡头区 of 中卫市沙坡头区卫生健康局; "" if it names none
    )
    own: str  # without its place: 卫生健康局
    kind: str  # "government", "office" (of a government), "department", "subdistrict", "town",
    # "ministry" (an organ of the State Council), "" where the name does not tell
    rank: str  # "state", "province", "prefecture", "city" (of unknown rank), "county", "town", ""


def ends_as_agency(name: str, vocabulary: Mapping[str, object]) -> bool:
    """Whether a name ends as names of agencies do."""
    return name.endswith(tuple(words(vocabulary, "endings")))


def is_place(name: str, vocabulary: Mapping[str, object]) -> bool:
    """Whether a name is that of a place: 某某市, 某某区, 某某镇."""
    return 2 < len(name) < 20 and name.endswith(tuple(words(vocabulary, "place_endings")))


def words(vocabulary: Mapping[str, object], key: str) -> list[str]:
    """A list of words of the vocabulary; empty where it has none."""
    return cast("list[str]", vocabulary.get(key, []))
