"""Which lines are headings, and which two lines belong to one paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from gpar_lint.report.agency import words
from gpar_lint.report.textlines import TextLine
from gpar_lint.report.wrapping import Layout, is_ended
from gpar_lint.text.patterns import regex

_MARKS = frozenset("，。;!?")  # as squeezed
_CLOSERS = frozenset("”’」』)》〉】\"'")
_GOES_ON = frozenset("，、,(《〈“‘「『【〔")  # no paragraph ends so
_CLOSING = frozenset("，。、；:;)》〉”’%")  # no paragraph begins so
_BRACKETS = (("(", ")"), ("《", "》"))
_LONGEST_BRACKET = 200  # code points; a bracket open for longer was never closed
_PROSE = 25  # code points from which a line without any punctuation is no heading
_LONGEST_HEADING = 40
_LONGEST_ITEM = 30  # of a heading with an ordinal
_LONGEST_BARE = 16  # of a heading without one, recognised by its last word
_LONGEST_SIGNATURE = 30

_CONTINUES = regex(r"[a-z0-9./:@，。、；：！？”’)》〉】〕%]")
_ITEM = regex(
    r"\(?[一二三四五六七八九十]{1,3}[)、.]|\([0-9]{1,2}\)|[0-9]{1,2}[.、)](?![0-9])|[①-⑳]"
    r"|第[一二三四五六七八九十]{1,3}(?:部分|章|节)"
)
_CITING = ("第", "条", "、", "，", "(", "和", "及", "至")  # （五）项 goes on after these
_YEAR_OPENING = regex(r"(?:19|20)[0-9]{2}年")
_COUNT = regex(r"[0-9][余多]?[件条次个篇份期人元万]")


class Joiner:
    """Tells headings from paragraphs, and the end of a paragraph from the end of a line."""

    def __init__(self, layout: Layout, vocabulary: Mapping[str, object]) -> None:
        self._layout = layout
        self._paragraph_openers = tuple(words(vocabulary, "paragraph_openers"))
        self._heading_endings = tuple(words(vocabulary, "heading_endings"))
        self._denials = tuple(words(vocabulary, "denials"))
        self._signature_endings = tuple(words(vocabulary, "signature_endings"))
        self._terms = tuple(words(vocabulary, "terms"))

    def is_heading(self, line: TextLine, following: TextLine | None) -> bool:
        """Whether a line is a heading on a line of its own: no sentence, nor the start of one."""
        if following and line.level is None and self._layout.wrapped:
            return self._reads_as_heading(line) and not self._layout.is_full(line, following)
        return self._reads_as_heading(line)

    def _reads_as_heading(self, line: TextLine) -> bool:
        text = line.text.text
        core = text.rstrip("。:")
        if len(core) > _LONGEST_HEADING or not _MARKS.isdisjoint(core) or _COUNT.search(core):
            return False
        if line.level is not None or line.bold:
            return True
        if any(word in core for word in self._denials):
            return False
        item = _ITEM.match(core)
        stopped = text.endswith("。")
        if item and not stopped:
            return len(core) <= _LONGEST_ITEM and item.end() < len(core)
        longest = _LONGEST_ITEM if item else 0 if stopped else _LONGEST_BARE
        return len(core) <= longest and core.endswith(self._heading_endings)

    def belong_together(self, before: str, line: TextLine, following: TextLine) -> bool:
        """Whether `following` goes on with the paragraph whose last line is `line`.

        `before` is the end of the paragraph so far.
        """
        if following.level is not None or following.apart:
            return False
        start = following.text.text
        ended = is_ended(before)
        if _ITEM.match(start) and (ended or not before.endswith(_CITING)):
            return False
        if self._layout.wrapped and self._is_wrapped(before, line, following, ended):
            return True
        return not ended and self._is_cut(before, following)

    def _is_wrapped(self, before: str, line: TextLine, following: TextLine, ended: bool) -> bool:
        """In a text of wrapped lines: the line ends because it is full."""
        if following.text.text[0] in _CLOSING or _is_open(before):
            return True
        if ended:  # only if not even the next character had room
            return not self._opens(following) and self._layout.is_full(line, following, slack=1)
        return before[-1] in _GOES_ON or self._layout.is_full(line, following)

    def _is_cut(self, before: str, following: TextLine) -> bool:
        """In a text of whole paragraphs: cut in mid-sentence by a blank line or a page break."""
        start = following.text.text
        if self._breaks_term(before, start):
            return True
        if len(before) < _PROSE and _MARKS.isdisjoint(before):
            return False
        if before[-1] in _CLOSERS:
            return _CONTINUES.match(start) is not None
        if before[-1] in _GOES_ON or start[0] in _CLOSING:
            return True
        if self._opens(following) or self._is_signature(start):
            return False
        return is_ended(start) or len(start) >= _PROSE or _CONTINUES.match(start) is not None

    def _breaks_term(self, before: str, start: str) -> bool:
        """Whether a term of the field stands across the break: 行政复 / 议."""
        return any(
            before.endswith(term[:place]) and start.startswith(term[place:])
            for term in self._terms
            for place in range(1, len(term))
        )

    def _opens(self, line: TextLine) -> bool:
        text = line.text.text
        return (
            line.indented
            or text.startswith(self._paragraph_openers)
            or _YEAR_OPENING.match(text) is not None
        )

    def _is_signature(self, text: str) -> bool:
        return len(text) <= _LONGEST_SIGNATURE and text.endswith(self._signature_endings)


def _is_open(text: str) -> bool:
    """Whether a bracket is still open at the end of a text."""
    near = text[-_LONGEST_BRACKET:]
    return any(near.rfind(opening) > near.rfind(closing) for opening, closing in _BRACKETS)
