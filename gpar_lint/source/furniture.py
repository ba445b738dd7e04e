"""Lines that are no text: page numbers, rules, pictures."""

from __future__ import annotations

import re

from gpar_lint.text.folding import fold
from gpar_lint.text.patterns import regex

_NUMBER = "[0-9]{1,4}"
_PAGE_NUMBER = regex(
    rf"[-—–─~·•.]{{1,3}} *{_NUMBER} *[-—–─~·•.]{{1,3}}"  # - 1 -, — 2 —
    rf"|第 *(?:{_NUMBER}|[一二三四五六七八九十]{{1,4}}) *页(?: *[,，/、]? *共 *{_NUMBER} *页)?"
    rf"|共 *{_NUMBER} *页 *[,，/、]? *第 *{_NUMBER} *页"
    rf"|(?:page|p\.?) *{_NUMBER}(?: *(?:of|/) *{_NUMBER})?",
    re.IGNORECASE,
)
_STARTS = frozenset("-—–─~·•.第共pP")  # of page numbers
_RULE_CHARS = "-=_*~—–─━═＿－＝"
_PICTURE = regex(
    r"!\[[^\[\]]*\]\([^()]*\)"
    r"|<img\b[^<>]*>"
    r"|[\[【](?:[^\[\]【】]{0,6}图片|图|image)[0-9]{0,3}[\]】]",
    re.IGNORECASE,
)


def is_furniture(body: str) -> bool:
    """Whether a line without its blanks is a page break, a page number or a rule.

    A bare number is none: it may be a table's figure. Nor is a dash or two: a cell left open.
    """
    if len(body) > 40 and body[0] not in _RULE_CHARS:
        return False
    if body == "\x0c" or is_rule(body):
        return True
    folded = fold(body)
    return folded[0] in _STARTS and bool(_PAGE_NUMBER.fullmatch(folded))


def is_rule(body: str) -> bool:
    """Whether a line is a rule: ----, ====, * * *."""
    return body[0] in _RULE_CHARS and len(body) >= 3 and len(set(body.replace(" ", ""))) == 1


def pictures(body: str) -> list[tuple[int, int]]:
    """Where in a line pictures stand."""
    if "[" not in body and "【" not in body and "<" not in body:
        return []
    return [found.span() for found in _PICTURE.finditer(body)]
