"""Whose figures are the agency's own, though they are told of an area or of its government."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gpar_lint.report.agency import Agency, is_government, short_names
from gpar_lint.report.claims.tokens import Token
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_SUFFIXES = ("自治区", "自治州", "省", "市", "州", "盟", "县", "区", "旗", "镇", "乡")
_SHORTEST = 2  # characters of a name; fewer are no agency's alone
_NARROWER = "本级"  # 市政府本级: the area's figures are told apart from the government's
_WITH_ITS_OFFICE = regex(r"政府(?:及其?|以?及|和|与|、|\(含)[^，。;]{0,4}(?:政府办|办公室)")


class Area(Record):
    """Names that another agency would use of what is not its own."""

    always: frozenset[str]
    with_office: frozenset[str]  # own where the government is named together with its office


def own_area(agency: Agency) -> Area:
    """A government's area (全市, 我市); for its office the office, and both together.

    A government's report is that of all its departments and parts (国办公开办函〔2021〕30号).
    """
    place = agency.places[-1] if agency.places else ""
    suffix = next((each for each in _SUFFIXES if place.endswith(each)), "")
    if suffix and is_government(agency):
        names = (before + each for each in (suffix, suffix[-1]) for before in "全我本")
        return Area(frozenset((*names, "各级")), frozenset())
    if suffix and agency.kind == "office":
        government = frozenset((f"{suffix}政府", f"{suffix}人民政府"))
        return Area(frozenset((f"{suffix}政府办公室",)), government)
    return Area(frozenset(), frozenset())


def with_own_area(tokens: Sequence[Token], text: str, area: Area) -> Sequence[Token]:
    """The tokens of a passage, those that name what is the agency's no longer another's."""
    names = area.always
    if area.with_office and _WITH_ITS_OFFICE.search(text):
        names |= area.with_office
    if not names or _NARROWER in text:
        return tokens
    return [
        token._replace(sense="self")
        if token.sense == "wider" and text[token.start : token.end] in names
        else token
        for token in tokens
    ]


def own_names(agency: Agency, vocabulary: Mapping[str, object]) -> tuple[str, ...]:
    """The names that a text may call the agency by, in which words of areas may stand: 安镇街道.

    What 县政府 is to a government and to its office, `own_area` tells.
    """
    if is_government(agency) or agency.kind == "office":
        return ()
    names = (agency.name, agency.core, *short_names(agency, vocabulary))
    return tuple(name for name in dict.fromkeys(names) if len(name) > _SHORTEST)


def with_own_names(tokens: Sequence[Token], text: str, names: Sequence[str]) -> Sequence[Token]:
    """The tokens of a passage, those that are but part of the agency's own name its own.

    安镇街道 holds 镇街, and where a 公安局某某分局 reports, 分局 is no other agency's.
    """
    if not any(token.sense == "wider" for token in tokens):
        return tokens
    called = [name for name in names if name in text]
    return [
        token._replace(sense="self")
        if token.sense == "wider" and _is_in_name(token, text, called, names)
        else token
        for token in tokens
    ]


def _is_in_name(token: Token, text: str, called: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a name covers the token, or the agency's name ends with it."""
    if names and names[0].endswith(text[token.start : token.end]):
        return True
    return any(
        name in text[max(token.end - len(name), 0) : token.start + len(name)] for name in called
    )
