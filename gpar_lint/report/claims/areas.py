"""Whose figures are the agency's own, though they are told of an area or of its government."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.report.agency import Agency, is_government
from gpar_lint.report.claims.tokens import Token
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_SUFFIXES = ("自治区", "自治州", "省", "市", "州", "盟", "县", "区", "旗", "镇", "乡")
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
