"""Which lines of text are one paragraph: known by where they end and begin on the page.

Lines are put together only where that is certain; the others are left to report/joining, which
knows wordings but no margins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from gpar_lint.source.pdf.lines import TextLine
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_INDENT = 0.9  # characters by which a paragraph's first line is set in, at least
_SLACK = 0.55  # characters by which a full line may fall short
_CENTRED_SLACK = 1.5
_OPEN_SLACK = 2.5
_LEADING = 2.4  # characters from one line of a paragraph to the next, at most
_SAME_SIZE = 0.08
_STARTS = regex(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?[0-9０-９]{1,2}[.．、）)](?![0-9])|[①-⑳]"
)
_ADDRESS = regex(r".{0,2}(?:https?://|www[.])")
_ENDED = frozenset("。！？；：")
_HANGING = frozenset("，。、；：！？）》”")  # that may stand beyond the margin


class Margins(Record):
    """Where the lines of a text begin and end on its pages."""

    left: float
    right: float
    indents: bool  # paragraphs begin set in


def margins_of(lines: Iterable[TextLine]) -> Margins | None:
    """The margins of the lines of pages of the same width; None where there are too few lines."""
    lines = list(lines)
    longest = max([line.right - line.left for line in lines], default=0)
    long = [line for line in lines if line.right - line.left > 0.75 * longest and not line.columns]
    if len(long) < 2:
        return None
    lefts = Counter([round(line.left) for line in long])
    usual = sorted([left for left, count in lefts.items() if count >= max(2, len(long) // 12)])
    left = usual[0] if usual else min(lefts)
    held = [line for line in long if line.text[-1] not in _HANGING]
    rights = sorted([line.right for line in held or long])
    right = rights[(9 * len(rights)) // 10]
    set_in = [line for line in long if _INDENT <= (line.left - left) / line.size <= 3]
    return Margins(left, right, len(set_in) > 1 and len(set_in) >= 0.08 * len(long))


def belong_together(line: TextLine, following: TextLine, margins: Margins) -> bool:
    """Whether `following`, the next line of the text, certainly goes on with the paragraph."""
    if line.columns or following.columns:
        return False
    if abs(line.size - following.size) > _SAME_SIZE * line.size:
        return False
    if line.page == following.page and following.base - line.base > _LEADING * line.size:
        return False
    if not _is_full(line, following, margins):
        return False
    if _is_centred(line, margins) and _is_centred(following, margins):
        return not _STARTS.match(following.text)
    if following.left - margins.left > 0.7 * following.size:
        return False
    ended, starts = line.text[-1] in _ENDED, bool(_STARTS.match(following.text))
    return not (ended and starts) if margins.indents else not (ended or starts)


def _is_full(line: TextLine, following: TextLine, margins: Margins) -> bool:
    """Whether the next line's first word had no room on this line.

    Where paragraphs begin set in, a line that does not and goes on with a sentence may follow a
    line that falls somewhat short.
    """
    if line.text[-1] not in _ENDED and _ADDRESS.match(following.text):
        return True  # no program parts an address, and some keep the word before it with it
    centred = _is_centred(line, margins)
    slack = _CENTRED_SLACK if centred else _SLACK
    if margins.indents and not centred and line.text[-1] not in _ENDED:
        slack = _OPEN_SLACK
    return margins.right - line.right < following.lead + slack * line.size


def _is_centred(line: TextLine, margins: Margins) -> bool:
    middle = (margins.left + margins.right) / 2
    set_in = line.left - margins.left > 0.7 * line.size
    return set_in and abs(line.middle - middle) < 0.5 * line.size
