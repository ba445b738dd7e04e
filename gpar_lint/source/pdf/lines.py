"""Characters to lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf

from gpar_lint.source.pdf.drawn import Glyph
from gpar_lint.text.folding import BLANK_CHARS
from gpar_lint.text.records import Record

_SAME_LINE = 0.35  # of a character's size, by which those of one line stand higher or lower
_WORD_GAP = 0.16  # of a character's size, from which two words of Latin letters are apart
# From which a blank was typed between a hanzi and a letter or figure: LibreOffice keeps its room
# and drops the blank. The space that programs leave there by themselves is 0.2 to 0.25.
_MIXED_GAP = 0.28
_CELL_GAP = 0.6  # from which, with no blank typed there, what follows is another cell
_COLUMN_GAP = 1.4  # from which what follows is another column, whatever is typed between
_COLUMN = "   "  # as the readers of tables in plain text know it
_CLOSERS = frozenset("，。、；：！？）》〉”’」』】〕％%)]")
_OPENERS = frozenset("（《〈“‘「『【〔([")


class TextLine(Record):
    """A line of text on a page."""

    text: str
    left: float
    right: float
    base: float
    size: float  # of most of its characters
    page: int
    lead: float = 0.0  # width of its first word, with the marks that may not begin a line
    columns: bool = False  # wide gaps stand in it

    @property
    def middle(self) -> float:
        """x of its middle."""
        return (self.left + self.right) / 2


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[TextLine]:
    """The lines that characters make, from the top; what is drawn twice (as bold) is read once."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if rows and glyph.base - rows[-1][0].base <= _SAME_LINE * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [line for row in rows if (line := _line(row, page))]


def _line(row: list[Glyph], page: int) -> TextLine | None:
    glyphs = _once(sorted(row, key=lambda glyph: (glyph.left, glyph.right)))
    while glyphs and glyphs[-1].char in BLANK_CHARS:
        glyphs.pop()
    first = next((i for i, glyph in enumerate(glyphs) if glyph.char not in BLANK_CHARS), None)
    if first is None:
        return None
    glyphs = glyphs[first:]
    text, wide = _text(glyphs)
    sizes = sorted([glyph.size for glyph in glyphs])
    return TextLine(
        text,
        glyphs[0].left,
        max([glyph.right for glyph in glyphs]),
        max([glyph.base for glyph in glyphs]),
        sizes[len(sizes) // 2],
        page,
        _lead(glyphs),
        wide,
    )


def _once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in glyphs:
        near = kept[-3:]
        if not any(
            other.char == glyph.char and abs(other.left - glyph.left) < 0.25 * glyph.size
            for other in near
        ):
            kept.append(glyph)
    return kept


def _text(glyphs: Sequence[Glyph]) -> tuple[str, bool]:
    """The text of a line, blanks where its gaps are; whether there are wide ones."""
    pieces: list[str] = []
    wide = blank = False
    stretch = _stretch(glyphs)
    end = glyphs[0].left
    for glyph in glyphs:
        if glyph.char in BLANK_CHARS:
            blank = blank or glyph.char.isspace()
            continue
        gap = (glyph.left - end) / max(glyph.size, 1) - stretch
        if pieces and gap >= (_COLUMN_GAP if blank else _CELL_GAP):
            pieces.append(_COLUMN)
            wide = wide or gap >= _COLUMN_GAP
        elif pieces and (blank or gap >= _blank_width(pieces[-1], glyph.char)):
            pieces.append(" ")
        pieces.append(glyph.char)
        end, blank = max(end, glyph.right), False
    return "".join(pieces), wide


def _stretch(glyphs: Sequence[Glyph]) -> float:
    """How far a line's characters are drawn apart to fill it, or to make a title stately."""
    gaps = sorted([
        (following.left - glyph.right) / max(glyph.size, 1) for glyph, following in pairwise(glyphs)
    ])  # fmt: skip
    return min(max(gaps[len(gaps) // 2], 0.0), 0.4) if len(gaps) > 5 else 0.0


def _blank_width(char: str, following: str) -> float:
    """How wide a gap between two characters is a blank, of a character's size."""
    latin = ("!" <= char <= "~") + ("!" <= following <= "~")
    if latin == 1:
        other = following if "!" <= char <= "~" else char
        return _MIXED_GAP if other.isalpha() else inf
    return _WORD_GAP if latin else inf


def _lead(glyphs: Sequence[Glyph]) -> float:
    """The width of what is not parted at a line's end: a word or figure, with its brackets."""
    start, end = glyphs[0].left, glyphs[0].right
    seen = glyphs[0].char not in _OPENERS
    latin = "!" <= glyphs[0].char <= "~"
    for glyph in glyphs[1:]:
        inside = "!" <= glyph.char <= "~" and latin
        if seen and not inside and glyph.char not in _CLOSERS:
            break
        latin = "!" <= glyph.char <= "~" and (latin or not seen)
        seen = seen or glyph.char not in _OPENERS
        end = glyph.right
    return end - start
