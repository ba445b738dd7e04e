"""Paragraphs cut in two, spaces within words, page numbers in the text (F705, F706, F708)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gpar_lint.checks.claims.gaps import gaps
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding
from gpar_lint.checks.form.slips import Slip, finding_of, source
from gpar_lint.checks.layout import is_wrapped
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Joint, Passage, Report
from gpar_lint.source.document import Furniture, Paragraph
from gpar_lint.source.furniture import is_furniture
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.folding import fold
from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

_MOST_CUTS = 2  # a paragraph of more lines was wrapped, not cut
_LONG = 40  # code points
_FEW = 4  # passages that may be cut; more, and the text is wrapped in parts
_SHOWN = 4  # characters before a cut that are marked

# A blank for a figure (信息 条) is another rule's (C425).
_BLANKS = " \xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_SPACE = regex(f"[{_BLANKS}]{{1,2}}(?![条件次个篇份期项宗起][，。、；,;])")
_SENTENCE_MARKS = frozenset("，。；！？")

_PAGE_NUMBER = regex(r"[0-9一二三四五六七八九十]|page", re.IGNORECASE)
_SAFE_PAGE_NUMBER = regex(
    r"[-—–─~·•.]{1,3}[0-9]{1,4}[-—–─~·•.]{1,3}|第[^页]{1,6}页(?:共[0-9]{1,4}页)?"
)


def check_cut_paragraphs(context: Context, rule: Rule) -> Iterator[Finding]:
    """Paragraphs cut in mid-sentence, in a text whose other paragraphs are whole (F705)."""
    if is_wrapped(context) or context.report.document.kind == "html":
        return
    passages = context.report.passages
    cut = [passage for passage in passages if 0 < len(passage.joints) <= _MOST_CUTS]
    long = sum(1 for passage in passages if len(passage.content.text) > _LONG)
    if len(cut) > max(_FEW, long // 4):
        return
    text = context.report.document.text
    for passage in cut:
        slips = [_cut(text, passage, each) for each in passage.joints if _is_cut(text, each)]
        if slips:
            yield finding_of(rule, slips)


def _cut(text: str, passage: Passage, joint: Joint) -> Slip:
    start = max(passage.span.start, joint.span.start - _SHOWN)
    span = Span(start, joint.span.start)
    is_blank = not text[joint.span.start : joint.span.end].strip()
    return Slip(span, text[start : span.end], (Edit(joint.span, ""),) if is_blank else ())


def _is_cut(text: str, joint: Joint) -> bool:
    """Whether a sentence is cut here for certain.

    A web address is a matter of its own (D511); a bracket may end a paragraph without a full stop.
    """
    last, first = text[joint.span.start - 1], text[joint.span.end]
    address = (last + first).isascii() and not (last + first).isdigit()
    return not address and last not in ")）】"


def check_spaces(context: Context, rule: Rule) -> Iterator[Finding]:
    """A space within a run of Chinese characters (F706); line ends are no spaces.

    Where a figure is missing (C425) the space is its place, and to be filled in.
    """
    lacking = {gap.span.start for gap in context.once(gaps)}
    for passage in context.report.passages:
        if not passage.heading and _SENTENCE_MARKS.isdisjoint(passage.content.text):
            continue  # a signature: 局长 张三
        slips = list(_spaces_in(source(context, passage)))
        if wrong := [slip for slip in slips if slip.span.start not in lacking]:
            yield finding_of(rule, wrong)


def _spaces_in(content: Excerpt) -> Iterator[Slip]:
    """A space or two between Chinese characters."""
    text = content.text
    if not any(blank in text for blank in _BLANKS):
        return
    for found in _SPACE.finditer(text):
        stated = text[max(found.start() - 1, 0) : found.end() + 1]
        if "一" <= stated[0] <= "鿿" and "一" <= stated[-1] <= "鿿":
            span = content.span(*found.span())
            yield Slip(span, stated, (Edit(span, ""),))


def check_furniture(context: Context, rule: Rule) -> Iterator[Finding]:
    """Page numbers and running titles in the text (F708), all of them in one finding."""
    report = context.report
    if report.document.kind == "pdf":
        return  # pages have numbers there by right
    slips = [
        _page_number(block)
        for block in report.document.blocks
        if isinstance(block, Furniture) and _is_page_number(block)
    ]
    if slips:
        safe = all(slip.edits for slip in slips)
        yield finding_of(rule, slips if safe else [slip._replace(edits=()) for slip in slips])
    running = list(_running_titles(report))
    if running:
        yield finding_of(rule, running, text="running")


def _running_titles(report: Report) -> Iterator[Slip]:
    """The report's title where it stands again among the text, as the head of a page."""
    if report.title is None or not report.chapters:
        return
    title = report.title.content.text
    start = report.chapters[0].span.end
    for block in report.document.blocks:
        if isinstance(block, Paragraph) and block.span.start >= start:
            content = block.content
            if (
                len(title) <= len(content.text) <= 2 * len(title)
                and content.squeezed().text == title
            ):
                yield Slip(content.strip().span(), title)


def _is_page_number(block: Furniture) -> bool:
    """Whether it is one; a Word document's table of contents and notes stand aside, too."""
    text = block.content.text
    return is_furniture(text) and bool(_PAGE_NUMBER.search(text))


def _page_number(block: Furniture) -> Slip:
    text = fold(block.content.text).replace(" ", "")
    edits = (Edit(block.span, ""),) if _SAFE_PAGE_NUMBER.fullmatch(text) else ()
    return Slip(block.span, block.content.text.strip(), edits)
