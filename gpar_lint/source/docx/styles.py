"""Styles: what a paragraph or a run has by its style, and by those that this is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpar_lint.source.docx.names import by_name, child, children, is_on, name_of, number, value
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING = regex(r"(?:heading|标题) {0,2}([1-9])")
_CONTENTS = regex(r"(?:toc|目录) {0,2}(?:[1-9]|heading|标题)")
_LONGEST_CHAIN = 20  # styles based on one another; more is a circle
BODY_LEVEL = 9  # the outline level that is none


class Style(Record):
    """What a style says; None: nothing of this."""

    level: int | None = None  # of the outline, 0 is the highest, BODY_LEVEL is none
    list: str | None = None  # the number of its list; "0" is none
    list_level: int | None = None
    hidden: bool | None = None
    contents: bool | None = None  # it is for a table of contents


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._raw: dict[str, tuple[str, Style]] = {}  # what each is based on, what it says itself
        self._resolved: dict[str, Style] = {}
        self._default = ""
        for element in children(root, "style") if root is not None else ():
            self._add(element)
        self.plain = properties_by(None, self.of(None))  # of a paragraph that says nothing

    def of(self, style_id: str | None) -> Style:
        """What a paragraph or run of this style has; None: the paragraph names no style."""
        key = self._default if style_id is None else style_id
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def _add(self, element: Element) -> None:
        style_id = value(element, "styleId")
        if style_id is None:
            return
        based_on = value(child(element, "basedOn")) or ""
        self._raw.setdefault(style_id, (based_on, _own(element)))
        default = (value(element, "default") or "0") in ("1", "true", "on")
        if default and value(element, "type") == "paragraph":
            self._default = style_id

    def _resolve(self, style_id: str) -> Style:
        said = Style()
        for _ in range(_LONGEST_CHAIN):
            if style_id not in self._raw:
                break
            style_id, own = self._raw[style_id]
            said = said._replace(
                **{field: of for field, of in own._asdict().items() if getattr(said, field) is None}
            )
        return said


def _own(element: Element) -> Style:
    name = (value(child(element, "name")) or "").lower()
    properties = child(element, "pPr")
    numbering = child(properties, "numPr")
    hidden = child(child(element, "rPr"), "vanish")
    heading = _HEADING.fullmatch(name)
    level = number(child(properties, "outlineLvl"))
    if level is None and heading:
        level = int(heading[1]) - 1
    return Style(
        level,
        value(child(numbering, "numId")),
        number(child(numbering, "ilvl")),
        is_on(hidden) if hidden is not None else None,
        bool(_CONTENTS.fullmatch(name)) or None,
    )


class Properties(Record):
    """What a paragraph has, by itself and by its style."""

    style: str | None
    level: int | None  # of a heading: 0 is the highest; None: it is none
    list: str | None
    list_level: int | None
    hidden: bool  # what is in it is not shown
    contents: bool
    joined: bool  # its end was deleted: the next paragraph goes on with it


def properties_of(paragraph: Element, styles: Styles) -> Properties:
    """The properties of a paragraph."""
    first = paragraph[0] if len(paragraph) else None
    if first is None or name_of(first) != "pPr":
        return styles.plain
    own = by_name(first)
    style_id = value(own.get("pStyle"))
    found = properties_by(style_id, styles.of(style_id))
    if "outlineLvl" in own:
        found = found._replace(level=_heading_level(number(own["outlineLvl"])))
    numbering = own.get("numPr")
    if numbering is not None:
        list_id, list_level = value(child(numbering, "numId")), number(child(numbering, "ilvl"))
        found = found._replace(
            list=found.list if list_id is None else list_id,
            list_level=found.list_level if list_level is None else list_level,
        )
    changes = by_name(own.get("rPr")).keys() & {"del", "moveFrom"}
    return found._replace(joined=True) if changes else found


def properties_by(style_id: str | None, style: Style) -> Properties:
    """The properties of a paragraph that says nothing of its own but its style."""
    return Properties(
        style_id,
        _heading_level(style.level),
        style.list,
        style.list_level,
        bool(style.hidden),
        bool(style.contents),
        joined=False,
    )


def _heading_level(level: int | None) -> int | None:
    return level if level is not None and 0 <= level < BODY_LEVEL else None
