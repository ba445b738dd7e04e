"""The names of elements and attributes, whichever of its two namespaces a file uses.

Word writes the transitional namespace; "Strict Open XML" has another for the same elements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic:",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic:",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c:",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c:",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm:",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm:",
    "urn:schemas-microsoft-com:vml": "v:",
}
_MOST_NAMES = 2000  # kept; there are a few hundred
_OFF = frozenset({"0", "false", "off"})


class Names(dict[str, str]):
    """Short names by qualified name: `p` for Word's own elements, `m:t`, `mc:Choice`.

    The name is "?" where it is of no concern here.
    """

    def __missing__(self, tag: str) -> str:
        namespace, _, local = tag[1:].partition("}") if tag[:1] == "{" else ("", "", tag)
        prefix = _PREFIXES.get(namespace)
        name = "?" if prefix is None else prefix + local
        if len(self) > _MOST_NAMES:  # a file that makes names up
            self.clear()
        self[tag] = name
        return name


_NAMES = Names()


def name_of(element: Element) -> str:
    """An element's short name; "?" where it is of no concern here."""
    return _NAMES[element.tag]


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that name."""
    if element is not None:
        for each in element:
            if _NAMES[each.tag] == name:
                return each
    return None


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of that name."""
    return (each for each in element if _NAMES[each.tag] == name)


def by_name(element: Element | None) -> dict[str, Element]:
    """The children by name; the last of several of one name."""
    return {} if element is None else {_NAMES[each.tag]: each for each in element}


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of Word's own; None where there is no such element or attribute."""
    if element is not None:
        for key, text in element.items():
            if key.rpartition("}")[2] == name:
                return text
    return None


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute that is a whole number of at most nine digits; None where it is none."""
    if element is None:
        return None
    text = (value(element, name) or "").strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def is_on(element: Element | None) -> bool:
    """Whether a switch such as <w:vanish/> is there and not turned off."""
    return element is not None and (value(element) or "1") not in _OFF
