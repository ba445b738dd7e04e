"""Which row of the format a segment is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.report.tables.labels import Label, TableLabels, letters, nearest, tail
from gpar_lint.report.tables.lines import Item
from gpar_lint.report.tables.segments import Segment
from gpar_lint.text.excerpt import Excerpt, joined
from gpar_lint.text.records import Record

_FURTHEST = 14  # label items looked back over: a long label wrapped to a few letters a line
_SHORTEST_HEAD = 4  # letters of a label's beginning that tell it, when its end follows the figures


class RowFound(Record):
    """A segment and the row it is."""

    segment: Segment
    label: Label | None  # None: a row that the format does not have
    text: Excerpt  # its label as found, squeezed
    slip: bool


def recognise(
    segments: Sequence[Segment], leftover: Sequence[Item], book: TableLabels
) -> list[RowFound]:
    """The rows that a table's segments are, in order."""
    found: list[RowFound] = []
    rest = [*_without_figures(segments, leftover, book)]
    for place, segment in enumerate(rest):
        stacked = _stacked(segment, book)
        if stacked:
            found += stacked
            continue
        following = rest[place + 1].labels if place + 1 < len(rest) else tuple(leftover)
        row, used = _row(segment, following, book)
        found.append(row)
        if used and place + 1 < len(rest):
            rest[place + 1] = rest[place + 1]._replace(labels=following[used:])
    return _with_gaps_filled(found, book)


def _without_figures(
    segments: Sequence[Segment], leftover: Sequence[Item], book: TableLabels
) -> Iterator[Segment]:
    """The segments, and one of its own for every row's label that no figure follows."""
    for segment in segments:
        start = 0
        for place, item in enumerate(segment.labels[:-1]):
            if book.is_row_only(item.bare) and not _goes_on(segment.labels[place:], book):
                lone = segment.labels[start : place + 1]
                yield Segment(lone, (), (), 1, grid=segment.grid)
                start = place + 1
        yield segment._replace(labels=segment.labels[start:])
    for item in leftover:
        if book.is_row_only(item.bare):
            yield Segment((item,), (), (), 1)


def _goes_on(items: Sequence[Item], book: TableLabels) -> bool:
    """Whether the first of these items is no whole label: a longer one begins with it, or it is
    repeated in the next column."""
    if items[0].bare == items[1].bare:
        return True
    text = items[0].bare + items[1].bare
    return any(label.bare.startswith(text) for label in book.rows)


def _row(segment: Segment, following: Sequence[Item], book: TableLabels) -> tuple[RowFound, int]:
    """The row a segment is, and how many of the following label items are the end of its label."""
    exact = _exact(segment, book)
    if exact:
        return exact, 0
    head = _head(segment, following, book)
    if head:
        return head
    near = _near(segment, book)
    return near or RowFound(segment, None, _own_label(segment), False), 0


def _own_label(segment: Segment) -> Excerpt:
    """The last label item, with the ordinal that a blank may have split from it."""
    last = segment.labels[-2:]
    split = len(last) == 2 and last[0].bare.isdigit()
    return _squeezed(last if split else last[-1:])


def _endings(segment: Segment) -> list[tuple[str, Sequence[Item]]]:
    """The last label item, the last two, the last three …: bare text and items."""
    endings: list[tuple[str, Sequence[Item]]] = []
    text = ""
    for count in range(1, min(len(segment.labels), _FURTHEST) + 1):
        text = segment.labels[-count].bare + text
        endings.append((text, segment.labels[-count:]))
    return endings


def _exact(segment: Segment, book: TableLabels) -> RowFound | None:
    """The longest ending of the labels that is a row's label, or ends with one."""
    endings = _endings(segment)
    for text, items in reversed(endings):
        label = book.exact_row(text)
        if label:
            return RowFound(segment, label, _squeezed(items), False)
    if not endings:
        return None
    text, items = endings[-1]
    match = book.label_at_end(text)
    if not match:
        return None
    last = endings[0][0]
    extra = last[: len(last) - len(match.label.bare)] if len(last) > len(match.label.bare) else ""
    slip = bool(extra) and not book.is_context(extra)
    if slip and segment.grid and len(match.label.bare) < 4:
        return None  # 地方规章 may be 规章; 本项其他 is not certain to be 其他
    found = _squeezed(items)
    return RowFound(
        segment, match.label, found if slip else tail(found, len(match.label.bare)), slip
    )


def _squeezed(items: Sequence[Item]) -> Excerpt:
    return joined(item.content.squeezed() for item in items)


def _head(
    segment: Segment, following: Sequence[Item], book: TableLabels
) -> tuple[RowFound, int] | None:
    """A label that begins before the figures and ends after them."""
    if segment.grid or not following:
        return None
    for text, items in _endings(segment):
        if len(text) < _SHORTEST_HEAD:
            continue
        for label in book.rows:
            if label.bare.startswith(text) and len(text) < len(label.bare):
                used = _items_that_are(label.bare[len(text) :], following)
                if used:
                    whole = _squeezed([*items, *following[:used]])
                    return RowFound(segment, label, whole, False), used
    return None


def _items_that_are(rest: str, following: Sequence[Item]) -> int:
    """How many of the items, from the first, are together the rest of a label."""
    text = ""
    for count, item in enumerate(following, 1):
        text += letters(item.content.text)
        if text == rest:
            return count
        if not rest.startswith(text):
            break
    return 0


def _near(segment: Segment, book: TableLabels) -> RowFound | None:
    for text, items in _endings(segment)[:4]:
        if text in book.row_context:
            continue
        match = nearest(text, book.rows)
        if match:
            return RowFound(segment, match.label, _squeezed(items), True)
    return None


def _stacked(segment: Segment, book: TableLabels) -> list[RowFound] | None:
    """Several labels, then the figures of all of them (a table flattened to a line or two)."""
    figures = segment.figures
    if segment.grid or len(figures) < 2:
        return None
    formats = {row.key: row for row in book.table.rows}
    rows = _labels_in_order(segment, book)
    if len(figures) == book.table.cell_count() and len(rows) != len(formats):
        rows = [(book.row_by_key(key), Excerpt("", ())) for key in formats]
    expected = [len(formats[label.key].columns) for label, _ in rows]
    if len(rows) < 2 or sum(expected) != len(figures):
        return None
    found, place = [], 0
    for (label, text), count in zip(rows, expected, strict=True):
        values = figures[place : place + count]
        found.append(RowFound(segment.with_values(values), label, text, False))
        place += count
    return found


def _labels_in_order(segment: Segment, book: TableLabels) -> list[tuple[Label, Excerpt]]:
    found: list[tuple[Label, Excerpt]] = []
    start = 0
    for end in range(1, len(segment.labels) + 1):
        items = segment.labels[start:end]
        match = book.label_at_end("".join(item.bare for item in items[-_FURTHEST:]))
        if match:
            found.append((match.label, tail(_squeezed(items), len(match.label.bare))))
            start = end
    return found


def _with_gaps_filled(found: list[RowFound], book: TableLabels) -> list[RowFound]:
    """An unknown row that stands where exactly one row of the format is lacking, and has something
    of its wording, is that row with a slip."""
    order = [label.key for label in book.rows]
    known = [order.index(row.label.key) if row.label else None for row in found]
    for place, row in enumerate(found):
        before = known[place - 1] if place else -1
        after = known[place + 1] if place + 1 < len(found) else len(order)
        if row.label is None and before is not None and after == before + 2:
            label = book.rows[before + 1]
            if _shares_wording(row.text.text, label.bare):
                found[place] = row._replace(label=label, slip=True)
    return found


def _shares_wording(text: str, label: str) -> bool:
    shared = set(text) & set(label)
    return len(shared) * 2 >= len(set(label))
