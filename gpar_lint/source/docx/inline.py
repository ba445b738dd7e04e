"""The text of a paragraph: its runs, whatever they are wrapped in, as the reader of the page sees
them once all tracked changes are accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpar_lint.source.docx.items import Piece
from gpar_lint.source.docx.names import child, is_on, name_of, value
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from gpar_lint.source.docx.styles import Styles

# In the text of an element these are blanks like any other.
_BLANKS = str.maketrans("\t\n\r", "   ")
_CONTENTS = regex(r"\s{0,9}TOC\b")
_CHANGES = frozenset({"ins", "del", "moveTo", "moveFrom"})
_LEFT_OUT = frozenset({"del", "moveFrom"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DRAWINGS = frozenset({"drawing", "pict", "object"})
_PICTURES = frozenset({"pic:pic", "c:chart", "dgm:relIds"})
_IMAGE_KEYS = ("id", "relid", "pict", "src", "href")  # WPS has <v:imagedata/> in shapes without any
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_WRAPPERS = frozenset({
    "hyperlink", "smartTag", "ins", "moveTo", "sdt", "sdtContent", "customXml", "dir", "bdo",
    "ruby", "rubyBase", "m:oMath", "m:oMathPara",
})  # fmt: skip
# Signs of Wingdings and its kin that stand in forms; any other is shown as a dot.
_SYMBOLS = {
    0x52: "☑", 0x53: "☒", 0x54: "☒", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□",
    0x75: "◆", 0xA3: "□", 0xA8: "□", 0xD7: "×", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_PRIVATE = range(0xE000, 0xF900)


class Inline(Record):
    """What a paragraph holds."""

    pieces: list[Piece]
    boxes: list[Element]  # the contents of text boxes anchored in it
    pictures: list[Element]
    notes: list[tuple[str, str]]  # of which kind, which one: ("footnote", "2")
    contents: bool  # all of it is of a table of contents


class _Field:
    """A field that is still open: first its instruction, then its result."""

    def __init__(self) -> None:
        self.instruction: list[str] = []
        self.shown = False
        self.contents = False  # its result is a table of contents


class _Fields:
    """The fields that are open, each in the one before."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._hidden = 0  # how many are at their instructions
        self._contents = 0

    @property
    def shown(self) -> bool:
        """Whether what comes now is a result, or in no field."""
        return not self._hidden

    @property
    def contents(self) -> bool:
        """Whether what comes now is a table of contents."""
        return self._contents > 0

    def read(self, kind: str | None) -> None:
        """Take up a mark: begin, separate or end."""
        if kind == "begin":
            self._open.append(_Field())
            self._hidden += 1
        elif kind == "separate" and self._open and not self._open[-1].shown:
            field = self._open[-1]
            field.shown = True
            field.contents = _CONTENTS.match("".join(field.instruction)) is not None
            self._hidden -= 1
            self._contents += field.contents
        elif kind == "end" and self._open:
            field = self._open.pop()
            self._hidden -= not field.shown
            self._contents -= field.contents

    def end_instructions(self) -> None:
        """Give up what is still at its instruction: a field never closed must hide nothing more."""
        if self._hidden:
            self._open = [field for field in self._open if field.shown]
            self._hidden = 0

    def add_instruction(self, text: str) -> None:
        """Take up a piece of the innermost field's instruction."""
        if self._open:
            self._open[-1].instruction.append(text)


class InlineReader:
    """Reads paragraphs one after the other; a field may begin in one and end in another."""

    def __init__(self, styles: Styles) -> None:
        self.changes = 0  # tracked changes met
        self._styles = styles
        self._fields = _Fields()
        self._new()

    def read(self, paragraph: Element, *, hidden: bool = False) -> Inline:
        """A paragraph's text and what is anchored in it. `hidden`: by its style."""
        self._new()
        self._hidden = hidden
        self._fields.end_instructions()
        self._walk(paragraph)
        contents = bool(self._pieces) and not self._outside
        return Inline(self._pieces, self._boxes, self._pictures, self._notes, contents)

    def _new(self) -> None:
        self._pieces: list[Piece] = []
        self._boxes: list[Element] = []
        self._pictures: list[Element] = []
        self._notes: list[tuple[str, str]] = []
        self._hidden = False
        self._outside = False  # whether any of the text is outside a table of contents

    def _walk(self, parent: Element) -> None:
        for element in parent:
            name = name_of(element)
            if name == "r":
                self._read_run(element)
            elif name in _WRAPPERS:
                self.changes += name in _CHANGES
                self._walk(element)
            elif name in _CHANGES:
                self.changes += 1
            elif name == "fldSimple":
                self._fields.read("begin")
                self._fields.add_instruction(value(element, "instr") or "")
                self._fields.read("separate")
                self._walk(element)
                self._fields.read("end")
            elif name == "mc:AlternateContent":
                self._walk(chosen(element))
            elif name == "m:t":
                self._add(element, (element.text or "").translate(_BLANKS))
            elif name.startswith("m:"):
                self._walk(element)

    def _read_run(self, run: Element) -> None:
        hidden = self._hidden
        for element in run:
            name = name_of(element)
            if name == "rPr":
                hidden = self._is_hidden(element)
            else:
                self._read_in_run(element, name, hidden)

    def _read_in_run(self, element: Element, name: str, hidden: bool) -> None:
        if name == "t" and not hidden and self._fields.shown:
            self._read_text(element)
        elif name == "fldChar":
            self._fields.read(value(element, "fldCharType"))
        elif name == "instrText":
            self._fields.add_instruction(element.text or "")
        elif name == "mc:AlternateContent":
            for each in chosen(element):
                self._read_in_run(each, name_of(each), hidden)
        elif hidden or not self._fields.shown:
            return
        elif name in _SIGNS:
            self._add(element, _SIGNS[name])
        elif name == "sym":
            self._add(element, _symbol(element))
        elif name in _DRAWINGS:
            self._read_drawing(element)
        elif name in _NOTES:
            self._notes.append((name.removesuffix("Reference"), value(element, "id") or ""))
        elif name == "ruby":
            self._walk(element)

    def _read_text(self, element: Element) -> None:
        text, start = element.text or "", 0
        if "\n" in text or "\t" in text or "\r" in text:
            text = text.translate(_BLANKS)
        if "preserve" not in element.attrib.values():  # blanks at its ends are of the file only
            start = len(text) - len(text.lstrip(" "))
            text = text.strip(" ")
        self._add(element, text, start)

    def _add(self, element: Element, text: str, index: int = 0) -> None:
        if text:
            self._pieces.append(Piece(text, element, index))
            self._outside |= not self._fields.contents

    def _is_hidden(self, properties: Element) -> bool:
        style = None
        for each in properties:
            name = name_of(each)
            if name == "vanish":
                return is_on(each)
            if name == "rStyle":
                style = self._styles.of(value(each)).hidden
        return self._hidden if style is None else style

    def _read_drawing(self, drawing: Element) -> None:
        for element in drawing:
            name = name_of(element)
            if name == "txbxContent":
                self._boxes.append(element)
            elif name in _PICTURES or (name == "v:imagedata" and _has_image(element)):
                self._pictures.append(element)
            else:
                self._read_drawing(chosen(element) if name == "mc:AlternateContent" else element)


def _has_image(data: Element) -> bool:
    return any(value(data, key) for key in _IMAGE_KEYS)


def chosen(alternatives: Element) -> Element:
    """What of <mc:AlternateContent> holds: its first choice, which all of today understand."""
    for name in ("mc:Choice", "mc:Fallback"):
        found = child(alternatives, name)
        if found is not None:
            return found
    return alternatives


def _symbol(element: Element) -> str:
    """A character named by its place in a font."""
    digits = value(element, "char") or ""
    try:
        code = int(digits[:6], 16)
    except ValueError:
        return ""
    if code in _PRIVATE or code < 0x100:
        return _SYMBOLS.get(code & 0xFF, "•")
    return chr(code) if code < 0xD800 or 0xF900 <= code < 0x110000 else ""
