"""Whose figures those of a whole area are: for its government, they are its own."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.report.agency import Agency, is_government
from gpar_lint.report.claims.tokens import Token

_SUFFIXES = ("自治区", "自治州", "省", "市", "州", "盟", "县", "区", "旗", "镇", "乡")
_NARROWER = "本级"  # 市政府本级: the area's figures are told apart from the government's


def own_area(agency: Agency) -> frozenset[str]:
    """What a government calls its area: 全市, 我市; nothing for any other agency.

    A government's report is that of all its departments and parts (国办公开办函〔2021〕30号).
    """
    if not is_government(agency) or not agency.places:
        return frozenset()
    suffix = next((each for each in _SUFFIXES if agency.places[-1].endswith(each)), "")
    names = (before + each for each in (suffix, suffix[-1:]) for before in "全我本" if each)
    return frozenset((*names, "各级"))


def with_own_area(tokens: Sequence[Token], text: str, area: frozenset[str]) -> Sequence[Token]:
    """The tokens of a passage, those that name the agency's area no longer another's."""
    if not area or _NARROWER in text:
        return tokens
    return [
        token._replace(sense="self")
        if token.sense == "wider" and text[token.start : token.end] in area
        else token
        for token in tokens
    ]
