"""Texts whose line breaks were lost: chapters, title and paragraphs run together on one line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from gpar_lint.report.chapter_titles import ChapterTitles
from gpar_lint.report.ordinals import NUMERALS
from gpar_lint.report.title_text import TitleReader
from gpar_lint.source.document import Block, Document, Paragraph
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex

_LONG = 200  # code points of a line that may be several
_LONGEST_TITLE = 80
_ORDINALS = [form.format(numeral) for numeral in NUMERALS for form in ("{}、", "{}.", "第{}部分")]
_SENTENCE_END = regex("[。;](?!$)")
_LOWER_HEADING = regex(r"\([一二三四五六七八九十]\)")
_ENDS = frozenset("。;:!?)”》0123456789")  # what stands before a heading that lost its line
_LISTED = frozenset("、，;")  # after a title: it is one of a list


def unsqueezed(document: Document, titles: ChapterTitles, reader: TitleReader) -> Document:
    """The document, lines that hold several chapters taken apart; the text stays as it is."""
    blocks: list[Block] = []
    for block in document.blocks:
        pieces: list[Paragraph] = []
        if isinstance(block, Paragraph) and len(block.content.text) > _LONG:
            pieces = list(_pieces(block, titles, reader))
        blocks.extend(pieces or [block])
    if len(blocks) == len(document.blocks):
        return document
    return document.with_blocks(blocks)


def _pieces(block: Paragraph, titles: ChapterTitles, reader: TitleReader) -> Iterator[Paragraph]:
    content = block.content.squeezed()
    if not any(ordinal in content.text for ordinal in _ORDINALS):
        return
    headings = [
        found for found in titles.pattern.finditer(content.text) if _is_free(content, found)
    ]
    if len(headings) < 2:
        return
    cuts = {place for heading in headings for place in heading.span()}
    cuts.update(_paragraph_starts(content))
    cuts.add(_title_end(content, headings[0].start(), reader))
    for start, end in pairwise(sorted(cuts | {0, len(content.text)})):
        first = bisect_left(block.content.offsets, content.offsets[start])
        last = bisect_left(block.content.offsets, content.offsets[end - 1]) + 1
        piece = block.content.cut(first, last)
        yield Paragraph(piece, piece.span())


def _is_free(content: Excerpt, found: re.Match[str]) -> bool:
    """Whether a title with its ordinal stands for itself: no part of a sentence that lists it."""
    text, offsets = content.text, content.offsets
    start, end = found.span()
    if text[end : end + 1] in _LISTED:
        return False
    return start == 0 or text[start - 1] in _ENDS or offsets[start] > offsets[start - 1] + 1


def _paragraph_starts(content: Excerpt) -> Iterator[int]:
    """Where （一） follows a sentence, or a blank that was a line break does."""
    offsets = content.offsets
    for sentence in _SENTENCE_END.finditer(content.text):
        place = sentence.end()
        if _LOWER_HEADING.match(content.text, place) or offsets[place] > offsets[place - 1] + 1:
            yield place


def _title_end(content: Excerpt, end: int, reader: TitleReader) -> int:
    """Where the report's title ends that the line begins with; 0 where it does not."""
    place = 0
    while (place := content.text.find("报告", place, min(end, _LONGEST_TITLE))) >= 0:
        place += len("报告")
        if reader.read(content.cut(0, place)):
            return place
    return 0
