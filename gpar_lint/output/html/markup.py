"""Text made safe for HTML."""

from __future__ import annotations

from html import escape

from gpar_lint.output.style import legible_lines
from gpar_lint.text.patterns import regex

_CODE = regex(r"`([^`\n]+)`")


def text(value: object) -> str:
    """A text as HTML; control and invisible characters are spelled out."""
    pieces = [legible_lines(piece) for piece in str(value).split("\xa0")]
    return escape("\xa0".join(pieces))


def link(target: str, content: str, **attributes: str) -> str:
    """A link to a place in this page; `content` is HTML."""
    named = "".join([f' {_plain(name)}="{text(value)}"' for name, value in attributes.items()])
    return f'<a href="#{target}"{named}>{content}</a>'


def _plain(name: str) -> str:
    """An attribute's name as HTML has it: class_ is class, data_place is data-place."""
    return name.rstrip("_").replace("_", "-")


def prose(markdown: str) -> str:
    """Paragraphs, lists and code of a rule's page as HTML."""
    return "".join([_block(block) for block in markdown.split("\n\n") if block.strip()])


def _block(block: str) -> str:
    lines = block.strip().split("\n")
    if all(line.startswith("- ") for line in lines):
        items = "".join([f"<li>{_inline(line[2:])}</li>" for line in lines])
        return f"<ul>{items}</ul>"
    return f"<p>{_inline(' '.join(lines))}</p>"


def _inline(line: str) -> str:
    return _CODE.sub(r"<code>\1</code>", text(line))
