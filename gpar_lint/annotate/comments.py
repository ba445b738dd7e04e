"""The part of a .docx that holds its comments, and what other parts say of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from gpar_lint.annotate.markup import Edit, Markup, edited
from gpar_lint.source.docx.names import children, name_of, number, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_EMPTY = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{}"/>'
# An XML comment, which nobody sees and any editor drops: what the text was when it was written.
_SEAL = re.compile(rb"<!--gpar-lint ([0-9a-f]{64})-->")
# In a report's own style, a comment would be set as large as its title.
_LOOKS = '<{p}:pPr><{p}:spacing {p}:before="0" {p}:after="0" {p}:line="240" {p}:lineRule="auto"/>'
_LOOKS += '<{p}:ind {p}:left="0" {p}:right="0" {p}:firstLineChars="0" {p}:firstLine="0"/>'
_LOOKS += '<{p}:jc {p}:val="left"/></{p}:pPr>'
_SMALL = '<{p}:rPr><{p}:sz {p}:val="20"/><{p}:szCs {p}:val="20"/></{p}:rPr>'


class Prefix:
    """The prefix under which an XML part knows Word's elements."""

    def __init__(self, markup: Markup) -> None:
        prefix, colon, _ = markup.name(markup.root).decode().rpartition(":")
        self.name = prefix if colon else "w"
        self._declared = ""
        if not colon:  # they have none there, but their attributes need one
            namespace = markup.root.tag[1:].partition("}")[0]
            self._declared = f" xmlns:w={quoteattr(namespace)}"

    def element(self, name: str, attributes: str = "", content: str = "") -> str:
        """An element; attributes are written with {p} for the prefix."""
        whole = f"{self.name}:{name}"
        start = f"<{whole}{self._declared}{attributes.format(p=self.name)}"
        return f"{start}>{content}</{whole}>" if content else f"{start}/>"


class Comments:
    """The comments of a document. `raw` is None where it has none yet."""

    def __init__(self, raw: bytes | None, namespace: str = _TRANSITIONAL) -> None:
        raw = _EMPTY.format(namespace).encode() if raw is None else raw
        seal = _SEAL.search(raw)
        self.seal = seal[1].decode() if seal else ""
        self.markup = Markup(_SEAL.sub(b"", raw))
        self._all = list(children(self.markup.root, "comment"))

    def of(self, author: str) -> dict[str, Element]:
        """The comments of an author by their ids."""
        return {
            value(each, "id") or "": each for each in self._all if value(each, "author") == author
        }

    def paragraph_ids(self, ids: Collection[str]) -> set[str]:
        """By what other parts know comments: the paragraphs within them."""
        found = {
            value(paragraph, "paraId")
            for each in self._all
            if value(each, "id") in ids
            for paragraph in children(each, "p")
        }
        return {paragraph for paragraph in found if paragraph}

    def text(self, comment: Element) -> str:
        """What a comment says, a paragraph a line."""
        lines = [
            "".join(text.text or "" for text in paragraph.iter() if name_of(text) == "t")
            for paragraph in children(comment, "p")
        ]
        return "\n".join(lines)

    def first_free_id(self, dropped: Collection[str]) -> int:
        """An id from which on none is taken, but by the comments that go."""
        left = [each for each in self._all if value(each, "id") not in dropped]
        return max([number(each, "id") or 0 for each in left], default=-1) + 1

    def changed(self, dropped: Collection[str], added: Sequence[str], main: bytes) -> bytes:
        """The part without some comments, by id, and with others; sealed for a main part."""
        markup = self.markup
        edits = [
            Edit(markup.start(each), markup.end(each), b"")
            for each in self._all
            if value(each, "id") in dropped
        ]
        edits.append(appended(markup, f"{''.join(added)}<!--gpar-lint {seal_of(main)}-->"))
        return edited(markup.raw, edits)


def seal_of(main: bytes) -> str:
    """What tells whether a document's main part is still the one that was written."""
    return sha256(main).hexdigest()


def comment(
    prefix: Prefix, number: int, author: str, date: str | None, lines: Sequence[str]
) -> str:
    """A comment. `date`: as Word writes it, 2025-01-10T09:30:00Z."""
    attributes = f' {{p}}:id="{number}" {{p}}:author={quoteattr(author)}'
    if date:
        attributes += f' {{p}}:date="{date}"'
    attributes += f" {{p}}:initials={quoteattr(author)}"
    return prefix.element("comment", attributes, "".join(map(_paragraph(prefix.name), lines)))


def _paragraph(prefix: str) -> Callable[[str], str]:
    looks, small = _LOOKS.format(p=prefix), _SMALL.format(p=prefix)

    def written(line: str) -> str:
        text = f'<{prefix}:t xml:space="preserve">{escape(line)}</{prefix}:t>'
        run = f"<{prefix}:r>{small}{text}</{prefix}:r>"
        return f"<{prefix}:p>{looks}{run}</{prefix}:p>"

    return written


def appended(markup: Markup, content: str) -> Edit:
    """The edit that puts content at the end of a part's root element."""
    root = markup.root
    if not markup.is_empty(root):
        at = markup.close(root)
        return Edit(at, at, content.encode())
    start, tag = markup.start(root), markup.start_tag(root)
    whole = tag[:-2] + b">" + content.encode() + b"</" + markup.name(root) + b">"
    return Edit(start, start + len(tag), whole)


def without_marks(markup: Markup, ids: Collection[str]) -> bytes:
    """A document's main part without the marks of some comments."""
    edits = []
    for element in markup.named("commentRangeStart", "commentRangeEnd", "commentReference"):
        if value(element, "id") in ids:
            whole = (
                _reference(element, markup) if name_of(element) == "commentReference" else element
            )
            edits.append(Edit(markup.start(whole), markup.end(whole), b""))
    return edited(markup.raw, edits)


def _reference(element: Element, markup: Markup) -> Element:
    """The run of a comment's mark, where there is nothing else in it."""
    run = markup.parent(element)
    alone = run is not None and all(each is element or name_of(each) == "rPr" for each in run)
    return run if run is not None and alone and name_of(run) == "r" else element


def answered(extended: bytes | None) -> set[str]:
    """The paragraphs of comments that have answers."""
    if extended is None:
        return set()
    parents = [value(each, "paraIdParent") for each in Markup(extended).root]
    return {parent for parent in parents if parent}


def without(part: bytes, attribute: str, dropped: Collection[str]) -> bytes:
    """A part such as commentsExtended without what it says of some comments."""
    markup = Markup(part)
    return edited(markup.raw, [
        Edit(markup.start(each), markup.end(each), b"")
        for each in markup.root
        if value(each, attribute) in dropped
    ])  # fmt: skip
