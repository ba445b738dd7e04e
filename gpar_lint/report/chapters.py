"""Chapters: the first-level headings of a report, recognised by meaning as well as by ordinal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gpar_lint.format.edition import Edition
from gpar_lint.report.chapter_titles import ChapterTitles, titles_of
from gpar_lint.report.model import Chapter
from gpar_lint.report.ordinals import NO_ORDINAL, NUMERALS, Ordinal, read_ordinal
from gpar_lint.report.textlines import TextLine, text_lines
from gpar_lint.source.document import Document
from gpar_lint.text.excerpt import Excerpt, joined
from gpar_lint.text.span import Span

_SENTENCE_MARKS = frozenset("，。;!?")  # as squeezed
_DIGITS = frozenset("0123456789")
_LONGEST_TITLE = 40  # code points
_FIRST_LEVEL = ("chinese", "part", "arabic", "none", "bracketed")  # the likelier first
_TRAILING = "。:.-—_"


class _Candidate(NamedTuple):
    """A line that may be a chapter's heading."""

    line: int
    lines: int  # how many lines it takes
    number: str | None  # the chapter it means
    exact: bool  # word for word a title, or a variant of one
    ordinal: Ordinal
    text: Excerpt  # squeezed, ordinal and title
    span: Span
    level: int | None


def find_chapters(
    document: Document, editions: Iterable[Edition], lines: Sequence[TextLine] | None = None
) -> list[Chapter]:
    """The first-level chapters in document order, those that no edition has included.

    Row labels of table 三 (一、本年新收…), lists in the text, a table of contents and titles quoted
    in the text are none.
    """
    lines = text_lines(document) if lines is None else lines
    titles = titles_of(tuple(editions))
    candidates = [found for index in range(len(lines)) if (found := _read(lines, index, titles))]
    candidates = _without_contents(candidates)
    chosen = _chosen(candidates)
    chosen = sorted([*chosen, *_extra(candidates, chosen)])
    return _with_bodies(chosen, len(document.text))


def _read(lines: Sequence[TextLine], index: int, titles: ChapterTitles) -> _Candidate | None:
    """The line as a candidate; also one that only counts as a sibling of others (number None)."""
    line = lines[index]
    text = line.text.text
    if not titles.may_start(text) and line.level is None:
        return None
    ordinal = read_ordinal(text)
    if ordinal is NO_ORDINAL and text[0] in NUMERALS and titles.exact(text[1:]):
        ordinal = Ordinal("chinese", NUMERALS.index(text[0]) + 1, 0, 1)
    if titles.is_row_label(text[ordinal.start :]):
        return None
    return _over_two_lines(lines, index, ordinal, titles) or _on_one_line(
        line, index, ordinal, titles
    )


def _over_two_lines(
    lines: Sequence[TextLine], index: int, ordinal: Ordinal, titles: ChapterTitles
) -> _Candidate | None:
    if index + 1 == len(lines) or len(lines[index].text.text) > _LONGEST_TITLE:
        return None
    first, second = lines[index].text, lines[index + 1].text
    if lines[index + 1].apart or len(second.text) > _LONGEST_TITLE:
        return None
    start = first.text[ordinal.end :]
    number = titles.exact(start + second.text.rstrip(_TRAILING))
    # "总体情况" and a second line are two lines; a title that starts one is put together.
    if number is None or (start and titles.exact(start)) or titles.exact(second.text):
        return None
    if ordinal is NO_ORDINAL and not start:
        return None
    span = lines[index].span.join(lines[index + 1].span)
    text = joined((first, second))
    return _Candidate(index, 2, number, True, ordinal, text, span, lines[index].level)


def _on_one_line(
    line: TextLine, index: int, ordinal: Ordinal, titles: ChapterTitles
) -> _Candidate | None:
    text = line.text.text
    title = text[ordinal.end :].rstrip(_TRAILING)
    number = titles.exact(title)
    if number:
        return _Candidate(index, 1, number, True, ordinal, line.text, line.span, line.level)
    if line.cell or (ordinal is NO_ORDINAL and line.level is None):
        return None
    if ordinal is not NO_ORDINAL and (length := titles.run_together(line.text, ordinal.end)):
        heading = line.text.cut(0, ordinal.end + length)
        number = titles.exact(heading.text[ordinal.end :])
        return _Candidate(index, 1, number, True, ordinal, heading, heading.span(), line.level)
    if not 0 < len(title) <= _LONGEST_TITLE or not _SENTENCE_MARKS.isdisjoint(title):
        return None
    if title[-1] in _DIGITS:  # a row of a table, or a table of contents with its page number
        return None
    number = titles.by_meaning(title, ordinal) if ordinal.style != "bracketed" else None
    return _Candidate(index, 1, number, False, ordinal, line.text, line.span, line.level)


def _without_contents(candidates: list[_Candidate]) -> list[_Candidate]:
    """Without a table of contents: titles line by line, all of which come again later."""
    kept: list[list[_Candidate]] = []
    later: set[str | None] = set()
    for run in reversed(_runs(candidates)):
        numbers = {candidate.number for candidate in run if candidate.number}
        if len(numbers) < 3 or not numbers <= later:
            kept.append(run)
        later |= numbers
    return [candidate for run in reversed(kept) for candidate in run]


def _runs(candidates: list[_Candidate]) -> list[list[_Candidate]]:
    """Candidates line by line with nothing between; a title that comes again begins a new run."""
    runs: list[list[_Candidate]] = []
    for candidate in candidates:
        run = runs[-1] if runs else []
        follows = run and candidate.line == run[-1].line + run[-1].lines
        if not follows or any(candidate.number == other.number for other in run[-6:]):
            runs.append([])
        runs[-1].append(candidate)
    return runs


def _style(candidate: _Candidate) -> tuple[str, bool]:
    return candidate.ordinal.style, candidate.level is not None


def _chosen(candidates: list[_Candidate]) -> list[_Candidate]:
    """The candidates that are the format's chapters."""
    styles: dict[tuple[str, bool], set[str]] = {}
    for candidate in candidates:
        if candidate.number:
            styles.setdefault(_style(candidate), set()).add(candidate.number)
    ranked = sorted(
        styles, key=lambda style: (-len(styles[style]), _FIRST_LEVEL.index(style[0]), not style[1])
    )
    chosen: list[_Candidate] = []
    for number in NUMERALS[:6]:
        chosen.extend(_best_of([c for c in candidates if c.number == number], ranked))
    return chosen


def _best_of(candidates: list[_Candidate], ranked: list[tuple[str, bool]]) -> list[_Candidate]:
    """The headings of one chapter: all exact ones of the best style, or the best other one."""
    if not candidates:
        return []
    main = ranked[0]
    exact = [candidate for candidate in candidates if candidate.exact]
    for style in ranked:
        of_style = [c for c in exact if _style(c) == style]
        if of_style and (style == main or style[0] in ("chinese", "part")):
            return of_style
        if of_style:
            break
    own = [c for c in candidates if _style(c)[0] == main[0]]
    own.sort(key=lambda c: (NUMERALS[c.ordinal.value - 1] != c.number, c.line))
    return (own or exact or candidates)[:1]


def _extra(candidates: list[_Candidate], chosen: list[_Candidate]) -> list[_Candidate]:
    """First-level headings in the chapters' own style that mean none of the format's chapters."""
    if not chosen:
        return []
    styles = [_style(candidate) for candidate in chosen]
    main = max(set(styles), key=styles.count)
    if main[0] in ("none", "bracketed"):
        return []
    kept = {candidate.line for candidate in chosen}
    extra: list[_Candidate] = []
    before: _Candidate | None = None  # the first-level heading before, if it is a chapter
    for candidate in candidates:
        if _style(candidate) != main:
            continue
        if candidate.line in kept:
            before = candidate
        elif candidate.number is None and before and _follows(candidate, before):
            extra.append(candidate)
            before = candidate
        else:
            before = None
    return extra


def _follows(candidate: _Candidate, before: _Candidate) -> bool:
    """Whether it counts on from the chapter before; a list within a chapter does not."""
    step = candidate.ordinal.value - before.ordinal.value
    return step == 1 or (step > 1 and candidate.level is not None)


def _with_bodies(chosen: list[_Candidate], end: int) -> list[Chapter]:
    ends = [candidate.span.start for candidate in chosen[1:]] + [end]
    return [_chapter(candidate, body) for candidate, body in zip(chosen, ends, strict=False)]


def _chapter(candidate: _Candidate, end: int) -> Chapter:
    text, ordinal = candidate.text, candidate.ordinal
    written = text.cut(ordinal.start, ordinal.end)
    title = text.cut(ordinal.end, len(text.text))
    return Chapter(
        candidate.number,
        written.text,
        written.span() if written.text else None,
        title.cut(0, len(title.text.rstrip(_TRAILING))),
        candidate.span,
        candidate.level,
        Span(candidate.span.end, max(end, candidate.span.end)),
    )
