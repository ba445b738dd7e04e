"""Facts about an agency that its name tells: its kind, its rank, its place, its short names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

# 沙坡头区, 自治州 before 州, 市中区 (not 市): the shortest name, with all suffixes that follow on.
_SUFFIXES = (
    "自治区", "自治州", "自治县", "自治旗", "特别行政区",
    "省", "市", "州", "盟", "地区", "县", "区", "旗", "镇", "乡", "街道",
)  # fmt: skip
_UNIT = regex(f"(?:(?!\0).){{1,12}}?(?:{'|'.join(_SUFFIXES)})+")
_RANKS = (
    (("省", "自治区", "特别行政区"), "province"),
    (("自治州", "州", "盟", "地区"), "prefecture"),
    (("县", "区", "旗"), "county"),
    (("镇", "乡", "街道"), "town"),
)
_HIDDEN = "\0"


class Agency(Record):
    """What the name of an agency says of it."""

    name: str  # squeezed, as the report writes it
    places: tuple[str, ...]  # 中卫市 and 沙坡头区 of 中卫市沙坡头区卫生健康局
    own: str  # without its places: 卫生健康局; "" where the name is that of a place
    kind: str  # "government", "office" (of a government), "department", "subdistrict",
    # "ministry" (an organ of the State Council), "" where the name does not tell
    rank: str  # "state", "province", "prefecture", "city" (of unknown rank), "county", "town", ""

    @property
    def core(self) -> str:
        """The name without superior places: 沙坡头区卫生健康局."""
        return (self.places[-1] if self.places else "") + self.own

    @property
    def is_judicial(self) -> bool:
        """Whether it is the 司法厅 or 司法局, which counts for its government (规章)."""
        return self.own.startswith("司法")


def describe_agency(name: str, vocabulary: Mapping[str, object]) -> Agency:
    """What a name, squeezed, says of the agency; `vocabulary` is rules/vocabulary/agency.toml."""
    local = _without_superior(name, vocabulary)
    places = tuple(_places(local, vocabulary))
    own = local[sum(map(len, places)) :]
    if not places and _is_ministry(name, vocabulary):
        return Agency(name, (), name, "ministry", "state")
    return Agency(name, places, own, _kind(places, own, vocabulary), _rank(places, vocabulary))


def is_same_agency(one: Agency, other: Agency) -> bool:
    """Whether two names are those of one agency, whatever superior places each of them names."""
    fewer = min(len(one.places), len(other.places))
    return one.core == other.core and one.places[-fewer:] == other.places[-fewer:]


def may_make_regulations(agency: Agency) -> bool | None:
    """Whether an agency has the power to make 规章 (立法法第九十一条、第九十三条).

    Ministries have it; so have the governments of provinces, of cities with districts and of
    autonomous prefectures, for which their offices and judicial departments count. None where the
    name does not tell (a city of unknown rank, a name that is not understood).
    """
    if agency.kind == "ministry":
        return True
    if agency.rank in ("county", "town") or agency.kind == "subdistrict":
        return False
    if agency.kind == "department" and not agency.is_judicial:
        return False
    if agency.rank == "province" or (agency.places and agency.places[-1].endswith("自治州")):
        return True
    return None


def is_government(agency: Agency) -> bool:
    """Whether it is a government, not its office, a department or a subdistrict."""
    return agency.kind == "government"


def short_names(agency: Agency, vocabulary: Mapping[str, object]) -> list[str]:
    """Other names of an agency that its reports use: 区卫健局, 沙坡头区卫健局, 卫健局 …"""
    owns = [agency.own, *_shortened(agency.own, vocabulary)]
    names: list[str] = []
    for own in owns:
        if not own:
            continue
        names.append(own)
        for place in agency.places[-1:]:
            suffix = next((suffix for suffix in _SUFFIXES if place.endswith(suffix)), "")
            names += (place + own, place.removesuffix(suffix) + own, suffix + own)
    return list(dict.fromkeys(name for name in names if name != agency.name))


def ends_as_agency(name: str, vocabulary: Mapping[str, object]) -> bool:
    """Whether a name ends as names of agencies do."""
    return name.endswith(tuple(words(vocabulary, "endings")))


def is_place(name: str, vocabulary: Mapping[str, object]) -> bool:
    """Whether a name is that of a place: 某某市, 某某区, 某某镇."""
    return 2 <= len(name) < 20 and name.endswith(tuple(words(vocabulary, "place_endings")))


def words(vocabulary: Mapping[str, object], key: str) -> list[str]:
    """A list of words of a vocabulary; empty where it has none."""
    return cast("list[str]", vocabulary.get(key, []))


def _without_superior(name: str, vocabulary: Mapping[str, object]) -> str:
    """国家税务总局某某县税务局 → 某某县税务局."""
    for organ in words(vocabulary, "superior_organs"):
        if name.startswith(organ) and len(name) > len(organ) + 3:
            rest = name[len(organ) :]
            return rest if next(_places(rest, vocabulary), None) else name
    return name


def _places(name: str, vocabulary: Mapping[str, object]) -> Iterator[str]:
    """The places that a name begins with, the highest first."""
    hidden = name
    for word in words(vocabulary, "no_places"):
        hidden = hidden.replace(word, _HIDDEN * len(word))
    start = 0
    while unit := _UNIT.match(hidden, start):
        yield name[start : unit.end()]
        start = unit.end()


def _is_ministry(name: str, vocabulary: Mapping[str, object]) -> bool:
    return name.startswith(tuple(words(vocabulary, "state_beginnings"))) or (
        name.endswith(tuple(words(vocabulary, "state_endings")))
    )


def _kind(places: tuple[str, ...], own: str, vocabulary: Mapping[str, object]) -> str:
    if not own:
        return "" if not places else "subdistrict" if places[-1].endswith("街道") else "government"
    if places and places[-1].endswith("街道") and own in ("办事处", "办"):
        return "subdistrict"
    kinds = cast("Mapping[str, list[str]]", vocabulary.get("kinds", {}))
    return next((kind for kind, ends in kinds.items() if own.endswith(tuple(ends))), "")


def _rank(places: tuple[str, ...], vocabulary: Mapping[str, object]) -> str:
    if not places:
        return ""
    place = places[-1]
    if place in words(vocabulary, "municipalities"):
        return "province"
    if place.endswith("市"):
        above = [other for other in places[:-1] if not other.endswith(("省", "自治区"))]
        return "county" if above else "city"
    return next((rank for ends, rank in _RANKS if place.endswith(ends)), "")


def _shortened(own: str, vocabulary: Mapping[str, object]) -> list[str]:
    """The name without its place in its usual abbreviations: 卫生健康委员会 → 卫健委."""
    short = cast("Mapping[str, list[str]]", vocabulary.get("short", {}))
    found: list[str] = []
    for form, abbreviations in sorted(short.items(), key=lambda item: -len(item[0])):
        if form not in own:
            continue
        for name in (own, *found):
            if form in name:
                found.extend(name.replace(form, brief) for brief in abbreviations)
        if len(found) > 20:
            break
    return list(dict.fromkeys(found))
