"""What was disclosed on application, told by a bare 公开 among other results."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gpar_lint.report.claims.attribution import Attribution
from gpar_lint.report.claims.mentions import Mention
from gpar_lint.report.claims.subjects import Subject

_GRANTED = "公开"
_EMPTY = frozenset(("filler", "list", "mark"))


def with_grants(
    about: Sequence[Attribution], figures: Sequence[Mention], text: str, granted: Subject
) -> list[Attribution]:
    """公开5件、部分公开1件: the word alone may be said of any publication, before a result of none
    but the applications that were answered so."""
    told = list(about)
    for mention, following in pairwise(figures):
        beside = about[following.number]
        if beside.kind == "result" and _is_bare(mention, text) and _is_beside(mention, following):
            told[mention.number] = Attribution(granted, beside.sure, "result")
    return told


def _is_bare(mention: Mention, text: str) -> bool:
    """Whether 公开 is all that is said before the figure."""
    words = [token for token in mention.left if token.kind not in _EMPTY]
    return [text[token.start : token.end] for token in words] == [_GRANTED]


def _is_beside(mention: Mention, following: Mention) -> bool:
    one, other = mention.clause, following.clause
    same = mention.figure.unit == following.figure.unit
    return same and (one.sentence, one.depth) == (other.sentence, other.depth)
