"""The title of a report: one line or a few, naming the agency and the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gpar_lint.report.agency import ends_as_agency, is_place
from gpar_lint.report.model import Title
from gpar_lint.report.textlines import TextLine
from gpar_lint.text.excerpt import Excerpt, joined
from gpar_lint.text.span import Span

_LINES = 3  # a title takes three lines at most
_LOOKED_AT = 80  # lines from the start in which a title may stand
_LONGEST = 80  # code points
_PROPER = "政府信息公开工作年度报告"

# 政府信息公开工作年度报告 and its slips: 信息公开工作年度报告, 年度工作报告, 工作的年度报告 …
_WORDING = re.compile(
    r"(?:年?度?的?(?:政府|政务)?信息公开|年?度?的?政务公开)"
    r"[工作年度情况的]{0,14}(?:报告|年报)(?:的报告)?"
    r"(?P<tail>\([^()]{0,20}\))?$"
)
_YEAR = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])|二[〇零O0][〇零O0一二][〇零O0一二三四五六七八九]"
)
_DIGITS = str.maketrans("〇零O一二三四五六七八九", "000123456789")
_NO_TITLE = frozenset("，。；！？;!?")
_DOCUMENT_NUMBER = re.compile(
    r"[〔\[【(][0-9]{4}[〕\]】)][0-9]{1,5}号$|^索引号|^发文?[布日机]|^来源|^日期"
)
_LABEL = re.compile(r"^(?:标题|名称|信息名称|文件名称|文章标题):")
_ABOUT = re.compile(r"^(?:中共)?关于(?:发布|公布|印发)?")
_SENT = re.compile(
    r"^(?:关于)?(?:报送|呈报|上报|做好|编制|填报|根据|按照|现发布|现将|现公布|本报告)"
)
_SENTENCE_END = "。！？；：!?;:"


class _Reading(NamedTuple):
    title: Title
    merit: int


def find_title(
    lines: Sequence[TextLine], vocabulary: Mapping[str, object], end: int | None = None
) -> Title | None:
    """The best title among the first lines, before the offset `end` (the first chapter).

    A page often shows the title twice, once shortened: the one that names agency and year is
    taken, of equals the last, which stands in the document itself.
    """
    best: _Reading | None = None
    head = [line for line in lines[:_LOOKED_AT] if end is None or line.span.start < end]
    for index, line in enumerate(head):
        if "报告" not in line.text.text and "年报" not in line.text.text:
            continue
        if _NO_TITLE.isdisjoint(line.text.text) and len(line.text.text) <= _LONGEST:
            for reading in _readings(head, index, vocabulary):
                if best is None or reading.merit >= best.merit:
                    best = reading
    return best.title if best else None


def _readings(
    lines: Sequence[TextLine], index: int, vocabulary: Mapping[str, object]
) -> Iterator[_Reading]:
    """The title that ends on this line: alone, or with lines before and the year after it."""
    group = [lines[index]]
    alone = _read(group, vocabulary)
    if alone is not None:
        yield alone
    after = _year_after(lines, index)
    if after is not None and (dated := _read([*group, after], vocabulary)):
        yield dated
    if alone is not None and alone.title.agency:
        return
    for before in _lines_before(lines, index):
        group.insert(0, before)
        reading = _read(group, vocabulary)
        if reading is not None and (len(group) == 1 or _is_agency(reading.title, vocabulary)):
            yield reading


def _lines_before(lines: Sequence[TextLine], index: int) -> Iterator[TextLine]:
    taken = 1
    for line in reversed(lines[max(0, index - _LINES - 1) : index]):
        text = line.text.text
        if _DOCUMENT_NUMBER.search(text):
            continue
        if taken == _LINES or len(text) > 40 or not _NO_TITLE.isdisjoint(text) or ":" in text:
            return
        taken += 1
        yield line


def _year_after(lines: Sequence[TextLine], index: int) -> TextLine | None:
    """A line `（2024年度）` below the title."""
    if index + 1 < len(lines) and len(lines[index + 1].text.text) < 12:
        text = lines[index + 1].text.text
        if text.startswith("(") and text.endswith(")") and _YEAR.search(text):
            return lines[index + 1]
    return None


def _is_agency(title: Title, vocabulary: Mapping[str, object]) -> bool:
    return ends_as_agency(title.agency, vocabulary) or is_place(title.agency, vocabulary)


def _read(group: Sequence[TextLine], vocabulary: Mapping[str, object]) -> _Reading | None:
    content = _unwrapped(joined([line.text for line in group]))
    text = content.text
    wording = _WORDING.search(text)
    if wording is None or _SENT.match(text):
        return None
    head = content.cut(0, wording.start())
    year = _YEAR.search(text)
    agency = _agency(head.text)
    title = Title(
        content,
        _span(group, content),
        agency,
        _year(year[0]) if year else None,
        content.span(*year.span()) if year else None,
        _wording(text, wording, year),
    )
    named = 4 if agency and _is_agency(title, vocabulary) else 2 if agency else 0
    merit = named + (3 if year else 0) + (_PROPER in text) - (len(group) > 1)
    return _Reading(title, merit + (group[-1].level is not None))


def _span(group: Sequence[TextLine], content: Excerpt) -> Span:
    """The lines of the title; without the marks and labels around it."""
    if len(group) == 1:
        return content.span()
    return group[0].text.span().join(group[-1].text.span())


def _unwrapped(content: Excerpt) -> Excerpt:
    """Without a label (标题：) before it and book-title marks around it."""
    label = _LABEL.match(content.text)
    if label:
        content = content.cut(label.end(), len(content.text))
    text = content.text
    if text[:1] in ("《", "*") and text[-1:] in ("》", "*"):
        inside = text.strip("《》*")
        start = text.index(inside) if inside else 0
        content = content.cut(start, start + len(inside))
    return content


def _agency(head: str) -> str:
    """The agency in what stands before 政府信息公开…: without the year and 关于."""
    name = _ABOUT.sub("", head)
    year = _YEAR.search(name)
    if year:
        before, after = name[: year.start()], name[year.end() :]
        after = re.sub(r"^年?度?\)?", "", after)
        name = before.rstrip("(《") + after
    return name.strip("()《》〈〉:、-—_|*#的 ")


def _wording(text: str, wording: re.Match[str], year: re.Match[str] | None) -> str:
    """What follows agency and year: 年政府信息公开工作年度报告."""
    core = text[wording.start() : wording.end("tail") if wording["tail"] else wording.end()]
    if wording["tail"]:
        core = text[wording.start() : wording.start("tail")]
    unit = ""
    if year and year.end() < wording.start():
        unit = "年度" if text.startswith("年度", year.end()) else text[year.end()]
        unit = unit if unit[0] == "年" else ""
    return unit + core


def _year(text: str) -> int:
    return int(text.translate(_DIGITS))
