"""Chapters: the first-level headings of a report, recognised by meaning as well as by ordinal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gpar_lint.format.edition import Edition
from gpar_lint.report.chapter_candidates import TRAILING, Candidate, find_candidates
from gpar_lint.report.chapter_titles import ChapterTitles, titles_of
from gpar_lint.report.model import Chapter
from gpar_lint.report.textlines import TextLine, text_lines
from gpar_lint.source.document import Document
from gpar_lint.text.span import Span

_STYLES = ("chinese", "part", "arabic", "none", "bracketed")  # of first-level headings, usual first


def find_chapters(
    document: Document, editions: Iterable[Edition], lines: Sequence[TextLine] | None = None
) -> list[Chapter]:
    """The first-level chapters in document order, those that no edition has included.

    Row labels of table 三 (一、本年新收…), lists in the text, a table of contents and titles quoted
    in the text are none.
    """
    lines = text_lines(document) if lines is None else lines
    titles = titles_of(tuple(editions))
    candidates = _without_contents(find_candidates(lines, titles))
    chosen = _chosen(candidates, titles.numbers)
    chosen = sorted([*chosen, *_renamed(candidates, chosen, titles)])
    chosen = sorted([*chosen, *_extra(candidates, chosen)])
    return _with_bodies(chosen, len(document.text))


def _without_contents(candidates: list[Candidate]) -> list[Candidate]:
    """Without a table of contents: titles line by line, all of which come again later."""
    kept: list[list[Candidate]] = []
    later: set[str | None] = set()
    for run in reversed(_runs(candidates)):
        numbers = {candidate.number for candidate in run if candidate.number}
        if len(numbers) < 3 or not numbers <= later:
            kept.append(run)
        later |= numbers
    return [candidate for run in reversed(kept) for candidate in run]


def _runs(candidates: list[Candidate]) -> list[list[Candidate]]:
    """Candidates line by line with nothing between; a title that comes again begins a new run."""
    runs: list[list[Candidate]] = []
    for candidate in candidates:
        run = runs[-1] if runs else []
        follows = run and candidate.line == run[-1].line + run[-1].lines
        if not follows or any(candidate.number == other.number for other in run[-6:]):
            runs.append([])
        runs[-1].append(candidate)
    return runs


def _chosen(candidates: list[Candidate], format_numbers: Sequence[str]) -> list[Candidate]:
    """The candidates that are the format's chapters."""
    numbers: dict[str, set[str]] = {style: set() for style in _STYLES}
    for candidate in candidates:
        if candidate.number:
            numbers[candidate.ordinal.style].add(candidate.number)
    main = max(_STYLES, key=lambda style: len(numbers[style]))
    chosen: list[Candidate] = []
    for number in format_numbers:
        own = [candidate for candidate in candidates if candidate.number == number]
        chosen.extend(_best_of(own, main))
    return chosen


def _best_of(candidates: list[Candidate], main: str) -> list[Candidate]:
    """The headings of one chapter: all exact ones of the chapters' style, else the best other.

    Lower headings may have a chapter's title or words of it: bracketed ones count only with the
    chapter's own number, loosely worded ones only in the chapters' style.
    """
    exact = [candidate for candidate in candidates if candidate.exact]
    for style in (main, "chinese", "part"):
        of_style = [candidate for candidate in exact if candidate.ordinal.style == style]
        if of_style:
            return of_style
    loose = [c for c in candidates if c.ordinal.style == main and not c.exact]
    others = [c for c in exact if c.ordinal.style != "bracketed" or c.in_place]
    return sorted(loose, key=lambda c: not c.in_place)[:1] or others[:1]


def _renamed(
    candidates: list[Candidate], chosen: list[Candidate], titles: ChapterTitles
) -> list[Candidate]:
    """Headings in the place and with the number of a chapter that is missed: its title differs.

    The last one has no chapter after it to hold its place: its title must share words.
    """
    by_number = {candidate.number: candidate for candidate in chosen}
    renamed: list[Candidate] = []
    for place, number in enumerate(titles.numbers):
        before, after = (by_number.get(other) for other in _neighbours(titles.numbers, place))
        neighbour = after or before
        if number in by_number or neighbour is None or (place and before is None):
            continue
        for candidate in candidates:
            in_place = candidate.ordinal.value == place + 1 and (
                (before.line if before else -1) < candidate.line
                and (candidate.line < after.line if after else _is_like(candidate, number, titles))
            )
            if in_place and _style(candidate) == _style(neighbour):
                renamed.append(candidate._replace(number=number))
                break
    return renamed


def _neighbours(numbers: Sequence[str], place: int) -> tuple[str, str]:
    """The numbers before and after a place, "" where there is none."""
    after = place + 1
    return numbers[place - 1] if place else "", numbers[after] if after < len(numbers) else ""


def _is_like(candidate: Candidate, number: str, titles: ChapterTitles) -> bool:
    title = candidate.text.text[candidate.ordinal.end :]
    return number == titles.numbers[-1] and titles.is_like(title, number)


def _style(candidate: Candidate) -> tuple[str, bool]:
    return candidate.ordinal.style, candidate.level is not None


def _extra(candidates: list[Candidate], chosen: list[Candidate]) -> list[Candidate]:
    """First-level headings in the chapters' own style that mean none of the format's chapters."""
    styles = [_style(candidate) for candidate in chosen]
    main = max(set(styles), key=styles.count, default=("none", False))
    if main[0] in ("none", "bracketed"):
        return []
    kept = {candidate.line for candidate in chosen}
    extra: list[Candidate] = []
    before: Candidate | None = None  # the first-level heading before, if it is a chapter
    for candidate in candidates:
        if _style(candidate) != main:
            continue
        if candidate.line in kept:
            before = candidate
        elif before and not candidate.exact and _follows(candidate, before):
            extra.append(candidate._replace(number=None))
            before = candidate
        else:
            before = None
    return extra


def _follows(candidate: Candidate, before: Candidate) -> bool:
    """Whether it counts on from the chapter before; a list within a chapter does not."""
    step = candidate.ordinal.value - before.ordinal.value
    return step == 1 or (step > 1 and candidate.level is not None)


def _with_bodies(chosen: list[Candidate], end: int) -> list[Chapter]:
    ends = [candidate.span.start for candidate in chosen[1:]] + [end]
    return [_chapter(candidate, body) for candidate, body in zip(chosen, ends, strict=False)]


def _chapter(candidate: Candidate, end: int) -> Chapter:
    text, ordinal = candidate.text, candidate.ordinal
    written = text.cut(ordinal.start, ordinal.end)
    title = text.cut(ordinal.end, len(text.text))
    return Chapter(
        candidate.number,
        written.text,
        written.span() if written.text else None,
        title.cut(0, len(title.text.rstrip(TRAILING))),
        candidate.span,
        candidate.level,
        Span(candidate.span.end, max(end, candidate.span.end)),
    )
