"""Excerpts: text that knows where each of its characters stands in the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gpar_lint.text.folding import BLANK_CHARS, fold
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_BLANK = regex(f"[{BLANK_CHARS}]")
_SEEN = regex(f"[^{BLANK_CHARS}]+")


class Excerpt(Record):
    """A piece of a document, perhaps with characters left out or folded.

    `offsets[i]` is the place of `text[i]` in the document's text; where nothing was left out it
    is a `range`. Positions are found once, by the parser, and carried along in this form.
    """

    text: str
    offsets: Sequence[int]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Excerpt:
        """The characters `start` to `end` of a document's text, as they are."""
        return cls(text[start:end], range(start, end))

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The span in the document of the characters `start` to `end` of this excerpt."""
        end = len(self.text) if end is None else end
        if start < end:
            return Span(self.offsets[start], self.offsets[end - 1] + 1)
        if not self.offsets:
            return Span(0, 0)
        place = self.offsets[start] if start < len(self.offsets) else self.offsets[-1] + 1
        return Span(place, place)

    def cut(self, start: int, end: int) -> Excerpt:
        """The characters `start` to `end` of this excerpt."""
        return Excerpt(self.text[start:end], self.offsets[start:end])

    def strip(self) -> Excerpt:
        """Without white space and invisible characters at both ends."""
        if self.text.strip(BLANK_CHARS) == self.text:
            return self
        left = self.text.lstrip(BLANK_CHARS)
        start = len(self.text) - len(left)
        return self.cut(start, start + len(left.rstrip(BLANK_CHARS)))

    def squeezed(self) -> Excerpt:
        """Folded (see folding.fold), without any white space and invisible characters.

        The form in which labels, headings and sentences are compared: spaces, width, line breaks
        and look-alike characters no longer matter, and every position is kept.
        """
        folded = fold(self.text)
        if not _BLANK.search(folded):
            return Excerpt(folded, self.offsets)
        pieces: list[str] = []
        offsets: list[int] = []
        for piece in _SEEN.finditer(folded):
            pieces.append(piece[0])
            offsets.extend(self.offsets[piece.start() : piece.end()])
        return Excerpt("".join(pieces), offsets)


def joined(excerpts: Iterable[Excerpt]) -> Excerpt:
    """Several excerpts as one, in the order given, with nothing between them."""
    pieces = [excerpt for excerpt in excerpts if excerpt.text]
    if len(pieces) == 1:
        return pieces[0]
    offsets: list[int] = []
    for piece in pieces:
        offsets.extend(piece.offsets)
    return Excerpt("".join([piece.text for piece in pieces]), offsets)
