"""Whether a text is wrapped line by line, and whether two lines belong to one paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gpar_lint.report.agency import words
from gpar_lint.report.textlines import TextLine

_ENDS = frozenset("。！？；：!?;:…")
_CLOSERS = "”’」』)》〉】\"'"
_OPENERS = "(《〈“‘「『【〔"
_GOES_ON = "，、,(《〈“‘「『【〔"  # a line that ends so is not the end of a paragraph
_CONTINUES = re.compile(r"[a-z0-9./:@，。、；：！？”’)》〉】〕%]")
_MARKS = frozenset("，。；！？")
_PROSE = 25  # code points from which a line without any punctuation is no heading
_SLACK = 6  # half-widths by which a wrapped line may fall short: punctuation, figures kept whole
_ITEM = re.compile(
    r"\(?[一二三四五六七八九十]{1,3}[)、.]|\([0-9]{1,2}\)|[0-9]{1,2}[.、)](?![0-9])|[①-⑳]"
    r"|第[一二三四五六七八九十]{1,3}(?:部分|章|节)"
)
_CITING = ("第", "条", "、", "，", "(", "和", "及", "至")  # （五）项 goes on after these
_YEAR_OPENING = re.compile(r"(?:19|20)[0-9]{2}年")
_COUNT = re.compile(r"[0-9][余多]?[件条次个篇份期人元万]")
_TOKEN = re.compile(r"[（《〈“‘]*[!-~]*[，。；：、！？）》〉”’％]*")


class Layout(NamedTuple):
    """How a document's text is laid out in lines."""

    wrapped: bool
    width: int  # of a full line, in half-widths


def is_ended(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    rest = text.rstrip(_CLOSERS)
    return rest[-1:] in _ENDS


def width(text: str) -> int:
    """Width of a text in half-widths."""
    return len(text.encode("gb18030", "replace"))


def layout_of(lines: Sequence[TextLine]) -> Layout:
    """Lines wrapped in the source end anywhere, all at about the same width."""
    widths = [(width(line.raw.text), is_ended(line.text.text)) for line in lines]
    longer = [item for item in widths if item[0] >= 24]
    unended = sorted(wide for wide, ended in longer if not ended)
    if len(unended) < 3 or len(unended) < 0.4 * len(longer):
        return Layout(False, 0)
    full = unended[(3 * len(unended)) // 4]
    near = sum(1 for wide in unended if 0.8 * full <= wide <= 1.15 * full)
    return Layout(near >= 0.6 * len(unended), full)


class Joiner:
    """Decides of two neighbouring lines whether they are one paragraph."""

    def __init__(self, layout: Layout, vocabulary: Mapping[str, object]) -> None:
        self.layout = layout
        self._paragraph_openers = tuple(words(vocabulary, "paragraph_openers"))
        self._heading_endings = tuple(words(vocabulary, "heading_endings"))
        self._denials = tuple(words(vocabulary, "denials"))
        self._signature_endings = tuple(words(vocabulary, "signature_endings"))

    def is_heading(self, line: TextLine) -> bool:
        """Whether a line is a heading on its own line, not a sentence."""
        text = line.text.text
        core = text.rstrip("。:")
        if len(core) > 40 or not _MARKS.isdisjoint(core) or _COUNT.search(core):
            return False
        if line.level is not None or line.bold:
            return True
        if any(word in core for word in self._denials):
            return False
        item = _ITEM.match(core)
        if item and not text.endswith("。"):
            return len(core) <= 30 and item.end() < len(core)
        short = len(core) <= 30 if item else len(core) <= 16 and not text.endswith("。")
        return short and core.endswith(self._heading_endings)

    def belong_together(self, text: str, line: TextLine, following: TextLine) -> bool:
        """Whether `following` goes on with the paragraph `text`, whose last line is `line`."""
        if following.level is not None or following.apart:
            return False
        if self.layout.wrapped:
            return self._goes_on_wrapped(text, line, following.text.text, following)
        return self._is_cut(text, following)

    def _goes_on_wrapped(self, text: str, line: TextLine, start: str, following: TextLine) -> bool:
        ended = is_ended(text)
        if _ITEM.match(start) and (ended or not text.endswith(_CITING)):
            return False
        if ended:
            return self._is_full(line, following) and not self._opens_paragraph(following)
        return (
            self._is_full(line, following)
            or text.endswith(tuple(_GOES_ON))
            or (start[0] in "，。、；：)》”" or _is_open(text))
        )

    def _is_full(self, line: TextLine, following: TextLine) -> bool:
        token = _TOKEN.match(following.raw.text)
        needed = width(token[0]) if token else 0
        return width(line.raw.text) + needed + _SLACK >= self.layout.width

    def _is_cut(self, text: str, following: TextLine) -> bool:
        """In a text of whole paragraphs: cut in mid-sentence by a blank line or a page break."""
        start = following.text.text
        if is_ended(text) or _ITEM.match(start) or not self._is_prose(text):
            return False
        if text[-1] in _CLOSERS:
            return _CONTINUES.match(start) is not None
        if text[-1] in _GOES_ON or start[0] in "，。、；：)》”%":
            return True
        if self._opens_paragraph(following) or self._is_signature(start):
            return False
        return is_ended(start) or len(start) >= _PROSE or _CONTINUES.match(start) is not None

    def _is_prose(self, text: str) -> bool:
        return len(text) >= _PROSE or not _MARKS.isdisjoint(text)

    def _opens_paragraph(self, line: TextLine) -> bool:
        text = line.text.text
        return (
            line.indented
            or text.startswith(self._paragraph_openers)
            or _YEAR_OPENING.match(text) is not None
        )

    def _is_signature(self, text: str) -> bool:
        return len(text) <= 30 and text.endswith(self._signature_endings)


def _is_open(text: str) -> bool:
    """Whether a bracket or quotation mark is still open at the end of a text."""
    return text.count("(") > text.count(")") or text.count("《") > text.count("》")
