"""Where each table stands: the lines from its first label to its last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gpar_lint.format.edition import TableFormat
from gpar_lint.report.model import Chapter
from gpar_lint.report.tables.labels import labels_of
from gpar_lint.report.tables.lines import Line
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_FEWEST_LABELS = 3  # distinct labels of a table that make a region
_WIDEST_GAP = 30  # lines between two labels: the fragments of a header wrapped word by word
_TALLEST_ROW = 4  # lines of a row's label and its figures
_LONGEST_LABEL = 40  # letters before figures; what is longer is prose
_SHARED = frozenset({"其他", "总计"})  # stand in several tables: they start none


class Region(Record):
    """Lines `start` to `end` (exclusive) hold the table `name`."""

    name: str
    start: int
    end: int
    labels: int  # how many distinct labels of the table they hold


def find_regions(
    lines: Sequence[Line], forms: tuple[TableFormat, ...], chapters: Sequence[Chapter]
) -> dict[str, Region]:
    """The region of each table, by name. `forms`: the tables of every edition, for their labels."""
    starts = sorted(chapter.span.start for chapter in chapters)
    found: dict[str, Region] = {}
    for run in _runs(list(_anchors(lines, _owners(forms))), lines, starts):
        region = _region(run, lines)
        rival = found.get(region.name)
        if region.labels >= _FEWEST_LABELS and (not rival or region.labels > rival.labels):
            found[region.name] = region
    words = _words(forms)
    regions = {name: _extended(found[name], lines, starts, words[name]) for name in found}
    for name in words.keys() - regions.keys():
        pieced = _pieced(name, lines, _body(chapters, name), words[name])
        if pieced:
            regions[name] = pieced
    return regions


def _body(chapters: Sequence[Chapter], name: str) -> Span:
    """The longest body of a chapter that has a table's number."""
    bodies = [chapter.body for chapter in chapters if chapter.number == name]
    return max(bodies, key=lambda body: body.end - body.start, default=Span(0, 0))


def _pieced(name: str, lines: Sequence[Line], body: Span, words: frozenset[str]) -> Region | None:
    """A table whose labels are all broken into pieces: lines of nothing but these and figures."""
    run: list[int] = []
    for number, line in enumerate(lines):
        if body.covers(line.span) and _continues(line, words):
            run.append(number)
        elif run:
            break
    while run and not any(item.figure for item in lines[run[-1]].items):
        run.pop()
    text = "".join([item.bare for number in run for item in lines[number].items])
    labels = sum(1 for word in words if word in text)
    return Region(name, run[0], run[-1] + 1, labels) if labels >= _FEWEST_LABELS else None


@lru_cache(maxsize=8)
def _words(forms: tuple[TableFormat, ...]) -> dict[str, frozenset[str]]:
    """The labels of each table, of all editions."""
    names = {form.name for form in forms}
    return {
        name: frozenset().union(*(labels_of(form).words for form in forms if form.name == name))
        for name in names
    }


@lru_cache(maxsize=8)
def _owners(forms: tuple[TableFormat, ...]) -> dict[str, str]:
    """Which table a label belongs to; labels of several tables belong to none."""
    owners: dict[str, str] = {}
    shared: set[str] = set(_SHARED)
    for form in forms:
        for word in labels_of(form).words:
            if owners.setdefault(word, form.name) != form.name:
                shared.add(word)
    return {word: name for word, name in owners.items() if word not in shared}


class _Anchor(Record):
    line: int
    name: str
    word: str


def _anchors(lines: Sequence[Line], owners: dict[str, str]) -> Iterator[_Anchor]:
    for number, line in enumerate(lines):
        if line.heading:
            continue
        for item in line.items:
            name = owners.get(item.bare)
            if name:
                yield _Anchor(number, name, item.bare)


def _runs(
    anchors: Sequence[_Anchor], lines: Sequence[Line], starts: Sequence[int]
) -> Iterator[list[_Anchor]]:
    """Anchors of one table that follow each other without a chapter's heading or a gap between."""
    run: list[_Anchor] = []
    for anchor in anchors:
        if run and (
            anchor.name != run[-1].name
            or anchor.line - run[-1].line > _WIDEST_GAP
            or _divided(lines[run[-1].line], lines[anchor.line], starts)
        ):
            yield run
            run = []
        run.append(anchor)
    if run:
        yield run


def _divided(before: Line, after: Line, starts: Sequence[int]) -> bool:
    return bisect_right(starts, before.span.start) < bisect_right(starts, after.span.start)


def _region(run: Sequence[_Anchor], lines: Sequence[Line]) -> Region:
    words = {anchor.word for anchor in run}
    return Region(run[0].name, run[0].line, run[-1].line + 1, len(words))


def _extended(
    region: Region, lines: Sequence[Line], starts: Sequence[int], words: frozenset[str]
) -> Region:
    """The region with the lines around it that can only be its own.

    After it: figures and pieces of its labels. Before it: its header's rows or pieces.
    """
    start, end = region.start, region.end
    while start and not _starts_chapter(lines[start - 1], starts):
        if not _is_header(lines, start, words):
            height = _unknown_row_above(lines, start, words)
            if not height:
                break
            start -= height
        start -= 1
    place = end
    while place < len(lines) and not _starts_chapter(lines[place], starts):
        if not _continues(lines[place], words) and not _labels_next(lines, place):
            break
        place += 1
        if any(item.figure for item in lines[place - 1].items):
            end = place
    while end < len(lines) and lines[end].follows and _is_blank(lines[end]):
        end += 1
    return region._replace(start=start, end=end)


def _is_blank(line: Line) -> bool:
    """Whether a row of a grid holds nothing: figures not filled in."""
    return all(item.blank for item in line.items)


def _is_header(lines: Sequence[Line], start: int, words: frozenset[str]) -> bool:
    """Whether the line before `start` is of the same table's header: a row of the same grid, or
    pieces of its labels."""
    before = lines[start - 1]
    if any(item.figure for item in before.items):
        return False
    if before.grid:
        return lines[start].follows
    return _continues(before, words)


def _unknown_row_above(lines: Sequence[Line], start: int, words: frozenset[str]) -> int:
    """How many lines a first row with a slip takes, between the header and the rows known: its
    label, wrapped or not, then its figures; 0 where none stands there."""
    for height in range(1, min(_TALLEST_ROW, start - 1) + 1):
        row = lines[start - height : start]
        if any(line.heading or line.grid or not line.items for line in row):
            return 0
        labels = [item for line in row for item in line.items if not item.figure]
        if not row[-1].items[-1].figure or sum(len(item.bare) for item in labels) > _LONGEST_LABEL:
            return 0
        if labels and _is_header(lines, start - height, words):
            return height
    return 0


def _labels_next(lines: Sequence[Line], place: int) -> bool:
    """Whether a line may be a label with a slip: short, and nothing but figures after it."""
    label = lines[place].items
    after = lines[place + 1].items if place + 1 < len(lines) else ()
    return (
        len(label) == 1
        and len(label[0].bare) <= _LONGEST_LABEL
        and bool(after)
        and all(item.figure for item in after)
    )


def _continues(line: Line, words: frozenset[str]) -> bool:
    """Whether a line is pieces of labels, or figures after one label at most."""
    filled = [item for item in line.items if not item.blank]
    labels = [place for place, item in enumerate(filled) if not item.figure]
    if line.heading or not filled:
        return False
    if all(any(filled[place].bare in word for word in words) for place in labels):
        return True
    return len(labels) < len(filled) and (
        line.grid or (labels == [0] and len(filled[0].bare) <= _LONGEST_LABEL)
    )


def _starts_chapter(line: Line, starts: Sequence[int]) -> bool:
    end = max(line.span.end, line.span.start + 1)
    return bisect_left(starts, line.span.start) < bisect_left(starts, end)
