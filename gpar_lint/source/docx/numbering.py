"""Automatic numbering: the 一、（一）1. that Word shows and that stand nowhere in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpar_lint.source.docx.counting import in_format
from gpar_lint.source.docx.names import child, children, is_on, number, value
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from gpar_lint.source.docx.styles import Styles

_PLACE = regex("%([1-9])")
_CLOSED = "、）)．。：」】〕》"  # no blank is needed after a label that ends so
_LONGEST_LABEL = 40
_LEVELS = range(9)


class Level(Record):
    """A level of a list."""

    start: int
    form: str
    text: str  # 第%1条
    suffix: str  # "tab", "space" or "nothing" between the label and the text
    restart: int | None  # 0: it counts on; n: it begins anew after one of the first n levels
    legal: bool  # all its numbers in digits
    style: str | None  # paragraphs of this style are of this level


class List(Record):
    """A list that paragraphs refer to by number."""

    abstract: str  # lists of one abstract list count together
    starts: dict[int, int]  # levels that begin anew where this list begins
    levels: dict[int, Level]


class Numbering:
    """The lists of a document, counting as its paragraphs come."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._lists: dict[str, List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root, styles)

    def label(self, list_id: str, level: int | None, style: str | None) -> str:
        """The label of the next paragraph of a list, with what parts it from the text."""
        found = self._lists.get(list_id)
        if found is None:
            return ""
        if level is None:
            level = next((at for at, each in found.levels.items() if each.style == style), 0)
        form = found.levels.get(level)
        if form is None:
            return ""
        counts = self._count(list_id, found, level, form)
        return _label(form, counts, found.levels)

    def _count(self, list_id: str, found: List, level: int, form: Level) -> dict[int, int]:
        counts = self._counts.setdefault(found.abstract, {})
        if (list_id, level) not in self._begun:
            self._begun.add((list_id, level))
            if level in found.starts:
                counts[level] = found.starts[level] - 1
        counts[level] = counts.get(level, form.start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            other = found.levels.get(deeper)
            if other is None or other.restart is None or level < other.restart:
                del counts[deeper]
        return counts

    def _read(self, root: Element, styles: Styles) -> None:
        abstracts = {
            value(each, "abstractNumId") or "": each for each in children(root, "abstractNum")
        }
        lists = {value(each, "numId") or "": each for each in children(root, "num")}
        levels_of: dict[str, dict[int, Level]] = {}
        for list_id, element in lists.items():
            abstract = value(child(element, "abstractNumId")) or ""
            linked = value(child(abstracts.get(abstract), "numStyleLink"))
            if linked is not None:
                other = lists.get(styles.of(linked).list or "")
                abstract = value(child(other, "abstractNumId")) or abstract
            if abstract not in levels_of:
                levels_of[abstract] = _levels(abstracts.get(abstract))
            levels = levels_of[abstract]
            starts: dict[int, int] = {}
            for override in children(element, "lvlOverride"):
                at = number(override, "ilvl") or 0
                start = number(child(override, "startOverride"))
                if start is not None:
                    starts[at] = start
                levels = levels | _levels(override)
            self._lists[list_id] = List(abstract, starts, levels)


def _levels(element: Element | None) -> dict[int, Level]:
    if element is None:
        return {}
    levels = {number(each, "ilvl") or 0: each for each in children(element, "lvl")}
    return {at: _level(levels[at]) for at in _LEVELS if at in levels}


def _level(element: Element) -> Level:
    start, restart = number(child(element, "start")), number(child(element, "lvlRestart"))
    return Level(
        1 if start is None else start,
        _form(element),
        (value(child(element, "lvlText")) or "")[:_LONGEST_LABEL],
        value(child(element, "suff")) or "tab",
        restart,
        is_on(child(element, "isLgl")),
        value(child(element, "pStyle")),
    )


def _form(level: Element) -> str:
    form = child(level, "numFmt")
    if form is None:  # a form of Word 2010 and its stand-in for older versions
        form = child(child(child(level, "mc:AlternateContent"), "mc:Fallback"), "numFmt")
    return value(form) or "decimal"


def _label(form: Level, counts: dict[int, int], levels: dict[int, Level]) -> str:
    if form.form == "bullet":  # a sign, often of a font of its own; it says nothing
        return ""
    text, end = "", 0
    for place in _PLACE.finditer(form.text):
        at = int(place[1]) - 1
        other = levels.get(at, form)
        written = in_format(counts.get(at, other.start), "decimal" if form.legal else other.form)
        text += form.text[end : place.start()] + written
        end = place.end()
    text = "".join((text + form.text[end:])[:_LONGEST_LABEL].split("\n"))
    parted = form.suffix == "nothing" or not text or text[-1] in _CLOSED or text[-1].isspace()
    return text if parted else text + " "
