"""The body of a document: its paragraphs, tables and pictures in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gpar_lint.source.docx.inline import Inline, InlineReader, chosen
from gpar_lint.source.docx.items import Item, PictureItem, Piece, TextItem
from gpar_lint.source.docx.names import child, children, name_of, value
from gpar_lint.source.docx.numbering import Numbering
from gpar_lint.source.docx.styles import Properties, Styles, properties_of
from gpar_lint.source.docx.tables import TableReader

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WRAPPERS = frozenset({"sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_CONTENTS = "Table of Contents"  # the gallery that Word takes one from
_LONGEST_HEADING = 60  # characters; a paragraph in a heading's style is none for that
_DEEPEST = 40  # tables, text boxes and controls in one another


class TooDeep(Exception):
    """More things in one another than any document has."""


class BodyReader:
    """Reads the body of a document; lists count on and fields stay open between paragraphs."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.notes: list[tuple[str, str, Element]] = []  # in order, with the <w:p> of the mark
        self._styles = styles
        self._numbering = numbering
        self._inline = InlineReader(styles)
        self._changed_rows = 0
        self._depth = 0

    @property
    def changes(self) -> int:
        """How many tracked changes were met."""
        return self._inline.changes + self._changed_rows

    def read(self, container: Element, *, aside: bool = False) -> list[Item]:
        """What a body, a cell or a text box holds. Raises TooDeep.

        `aside`: it is no part of the report's text.
        """
        self._depth += 1
        if self._depth > _DEEPEST:
            raise TooDeep
        items: list[Item] = []
        before: list[Piece] = []  # of paragraphs whose end was deleted
        for element, is_aside in _blocks(container, aside):
            if name_of(element) == "tbl":
                table = TableReader(self.read)
                items.append(table.read(element))
                self._changed_rows += table.changes
            else:
                before = self._read_paragraph(element, is_aside, before, items)
        if before:
            items.append(TextItem(before, next(container.iter()), None, aside))
        self._depth -= 1
        return items

    def _read_paragraph(
        self, element: Element, aside: bool, before: list[Piece], items: list[Item]
    ) -> list[Piece]:
        """Read a paragraph; the pieces that the next one begins with, if its end was deleted."""
        properties = properties_of(element, self._styles)
        found = self._inline.read(element, hidden=properties.hidden)
        if found.notes:
            self.notes += [(kind, number, element) for kind, number in found.notes]
        before.extend(found.pieces)
        if properties.joined:
            self._inline.changes += 1
        else:
            aside = aside or found.contents or properties.contents
            self._add(element, properties, before, aside, items)
        if found.pictures or found.boxes:
            self._add_anchored(element, found, items)
        return before if properties.joined else []

    def _add(
        self,
        element: Element,
        properties: Properties,
        pieces: list[Piece],
        aside: bool,
        items: list[Item],
    ) -> None:
        label = ""
        if properties.list:
            label = self._numbering.label(properties.list, properties.list_level, properties.style)
        pieces = _trimmed(pieces)
        if not pieces:
            return
        if label:
            pieces = [Piece(label, None), *pieces]
        item = TextItem(pieces, element, None, aside)
        if properties.level is not None and not aside and _may_be_heading(item.text):
            item = item._replace(level=properties.level + 1)
        items.append(item)

    def _add_anchored(self, element: Element, found: Inline, items: list[Item]) -> None:
        items.extend([PictureItem(element) for _ in found.pictures])
        if found.boxes:
            own, self._inline = self._inline, InlineReader(self._styles)  # fields of its own
            for box in found.boxes:
                items.extend(self.read(box))
            own.changes += self._inline.changes
            self._inline = own


def _blocks(container: Element, aside: bool) -> Iterator[tuple[Element, bool]]:
    """The paragraphs and tables, whatever they are wrapped in; whether each stands aside."""
    for element in container:
        name = name_of(element)
        if name in ("p", "tbl"):
            yield element, aside
        elif name == "sdt":
            content = child(element, "sdtContent")
            if content is not None:
                yield from _blocks(content, aside or _is_contents(element))
        elif name in _WRAPPERS:
            yield from _blocks(element, aside)
        elif name == "mc:AlternateContent":
            yield from _blocks(chosen(element), aside)


def _is_contents(control: Element) -> bool:
    """Whether a content control holds the document's table of contents."""
    part = child(child(control, "sdtPr"), "docPartObj")
    return part is not None and any(
        value(gallery) == _CONTENTS for gallery in children(part, "docPartGallery")
    )


def _may_be_heading(text: str) -> bool:
    """Whether a paragraph in a heading's style is one: no sentence, and nothing after it."""
    text = text.strip()
    return len(text) <= _LONGEST_HEADING and "。" not in text[:-1] and "\n" not in text


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Pieces without line breaks at both ends; none where all are blank."""
    seen = [place for place, piece in enumerate(pieces) if not piece.text.isspace()]
    if not seen:
        return []
    start, end = 0, len(pieces)
    while start < seen[0] and pieces[start].text == "\n":
        start += 1
    while end - 1 > seen[-1] and pieces[end - 1].text == "\n":
        end -= 1
    return pieces[start:end]
