"""Whether a text is wrapped line by line in its source, and which of its lines are full."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gpar_lint.report.textlines import TextLine
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_ENDS = frozenset("。!?;:…")  # as squeezed
_CLOSERS = "”’」』)》〉】\"'"
_SHORT = 24  # half-widths; shorter lines say nothing of how a text is wrapped
_NEAR = 0.2  # how far, as a share, full lines differ in size
_SLACK = 3  # characters by which a full line may fall short, as punctuation is kept off line starts
# What is never broken over two lines: figures, words and addresses, and the marks after them.
_TOKEN = regex(r"[（《〈“‘]*[!-~]*[，。；：、！？）》〉”’％]*")


def width(text: str) -> int:
    """The width of a text in half-widths: Chinese characters count two."""
    return len(text.encode("gb18030", "replace"))


def is_ended(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return text.rstrip(_CLOSERS)[-1:] in _ENDS


class Layout(Record):
    """How a document's text is laid out in lines."""

    wrapped: bool
    full: int = 0  # size of a full line, by `measure`
    measure: Callable[[str], int] = len  # half-widths (PDF) or code points (converters)

    def is_full(self, line: TextLine, following: TextLine, slack: int = _SLACK) -> bool:
        """Whether the next line's first word had no room on this line."""
        token = _TOKEN.match(following.raw.text)
        size = self.measure(line.raw.text + token[0] if token else line.raw.text)
        return size + slack * self.measure("一") >= self.full


def layout_of(lines: Sequence[TextLine]) -> Layout:
    """Lines wrapped in the source end anywhere, all of about the same size."""
    longer = [line for line in lines if width(line.raw.text) >= _SHORT]
    unended = [line.raw.text for line in longer if not is_ended(line.text.text)]
    if len(unended) < 3 or len(unended) < 0.4 * len(longer):
        return Layout(False)
    by_width, by_length = _usual(unended, width), _usual(unended, len)
    near, full = max(by_width, by_length)
    return Layout(near >= 0.5, full, width if by_width >= by_length else len)


def _usual(texts: Sequence[str], measure: Callable[[str], int]) -> tuple[float, int]:
    """How well texts agree in size (0 to 1), and the size of a full one."""
    sizes = sorted(map(measure, texts))
    full = sizes[(3 * len(sizes)) // 4]
    off = (abs(size - full) / full for size in sizes)
    return sum(1 - share for share in off if share <= _NEAR) / len(sizes), full
