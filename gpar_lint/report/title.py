"""The title of a report: one line or a few, naming the agency and the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.report.model import Title
from gpar_lint.report.ordinals import NO_ORDINAL, read_ordinal
from gpar_lint.report.textlines import TextLine
from gpar_lint.report.title_text import SITE_NAME, TitleReader
from gpar_lint.report.wrapping import is_ended
from gpar_lint.text.excerpt import joined
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_MOST_LINES = 3  # that a title takes
_LOOKED_AT = 80  # lines from the start in which a title may stand
_LONGEST = 80  # code points of a title
_LONGEST_LINE = 40  # code points of a line of a title that takes several
_PROPER = "政府信息公开工作年度报告"
_SENTENCE_MARKS = frozenset("，。;!?")  # as squeezed
_YEAR_LINE = regex(r"\([〇零O一二三四五六七八九0-9]{4}年?度?\)")
_YEAR_AND_MORE = regex("^[^:>0-9]*[0-9]{4}年度?[^0-9:>]{3,}$")
_DOCUMENT_NUMBER = regex(r"[〔\[【(][0-9]{4}[〕\]】)][0-9]{1,5}号$")


class _Reading(Record):
    title: Title
    merit: int


def find_title(
    lines: Sequence[TextLine], reader: TitleReader, end: int | None = None
) -> Title | None:
    """The best title among the first lines, before the offset `end` (the first chapter).

    A page often shows the title twice, once shortened: the one that names agency and year is
    taken, of equals the last, which stands in the document itself.
    """
    best: _Reading | None = None
    head = [line for line in lines[:_LOOKED_AT] if end is None or line.span.start < end]
    for index, line in enumerate(head):
        if not _may_be_title(line.text.text) or (index and _runs_on(head[index - 1])):
            continue
        for reading in _readings(head, index, reader):
            if best is None or reading.merit >= best.merit:
                best = reading
    return best.title if best else None


def _may_be_title(text: str) -> bool:
    return (
        (
            text.endswith(("告", "报", ")", "》", "〉", ">", "*"))
            or SITE_NAME.search(text) is not None
        )
        and len(text) <= _LONGEST
        and _SENTENCE_MARKS.isdisjoint(text)
        and read_ordinal(text) is NO_ORDINAL
    )


def _runs_on(line: TextLine) -> bool:
    """Whether a sentence goes on after a line: what follows is no title."""
    text = line.text.text
    return not _SENTENCE_MARKS.isdisjoint(text) and not is_ended(text)


def _readings(lines: Sequence[TextLine], index: int, reader: TitleReader) -> Iterator[_Reading]:
    """The title that ends on this line: alone, or with lines before and the year after it."""
    group = [lines[index]]
    if index + 1 < len(lines) and _YEAR_LINE.fullmatch(lines[index + 1].text.text):
        group.append(lines[index + 1])
    alone = _read(group, reader)
    if alone is not None:
        yield alone
        named = reader.names_agency(alone.title)
        if (alone.title.agency and alone.title.year) or (named and not _breaks_off(lines, index)):
            return  # else its beginning may be the end of a word broken after the line before
        below = _agency_below(lines, index + len(group), reader)
        if below:
            yield _Reading(alone.title._replace(agency=below), alone.merit + 1)
    for before in _lines_before(lines, index, reader):
        group.insert(0, before)
        reading = _read(group, reader)
        if reading is not None and reader.names_agency(reading.title):
            yield reading
            return


def _breaks_off(lines: Sequence[TextLine], index: int) -> bool:
    """Whether the line before is the beginning of a title: a year, no date, and more words."""
    text = lines[index - 1].text.text if index else ""
    return _YEAR_AND_MORE.search(text) is not None and _SENTENCE_MARKS.isdisjoint(text)


def _lines_before(lines: Sequence[TextLine], index: int, reader: TitleReader) -> Iterator[TextLine]:
    """Lines before that may belong to the title; a document number may stand between."""
    taken = 1
    for line in reversed(lines[max(0, index - _MOST_LINES - 1) : index]):
        text = line.text.text
        if _DOCUMENT_NUMBER.search(text) or text.startswith(reader.between):
            continue
        plain = _SENTENCE_MARKS.isdisjoint(text) and ":" not in text
        if taken == _MOST_LINES or len(text) > _LONGEST_LINE or not plain:
            return
        taken += 1
        yield line


def _agency_below(lines: Sequence[TextLine], index: int, reader: TitleReader) -> str:
    """The agency on a line of its own below a title that names none, as on a cover page."""
    text = lines[index].text.text if index < len(lines) else ""
    text = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    plain = len(text) <= _LONGEST_LINE and _SENTENCE_MARKS.isdisjoint(text) and ":" not in text
    return text if plain and reader.is_agency(text) else ""


def _read(group: Sequence[TextLine], reader: TitleReader) -> _Reading | None:
    title = reader.read(joined([line.text for line in group]))
    if title is None:
        return None
    named = 4 if reader.names_agency(title) else 2 if title.agency else 0
    dated = 3 if title.year else 0
    return _Reading(title, named + dated + (_PROPER in title.content.text) - len(group))
