"""Markup left in the text by a converter (F704)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Related
from gpar_lint.checks.form.slips import Slip, by_paragraph, finding_of
from gpar_lint.checks.placeholders import placeholders_in
from gpar_lint.format.catalogue import Rule
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

_TAG = (
    r"</?(?:sub|sup|br|b|i|u|s|em|strong|span|font|div|p|a|img|center|small|big|table|tbody|tr|td"
    r"|th|ul|ol|li|h[1-6]|o:p|st1)(?:\s[^<>]{0,200})?/?>"
)
_ENTITY = r"&(?:[a-z]{2,8}|#[0-9]{1,6}|#x[0-9a-f]{1,5});"
_MARKUP = regex(rf"{_TAG}|{_ENTITY}", re.IGNORECASE)
_MARKUP_OR_EMPHASIS = regex(rf"\*\*+|{_TAG}|{_ENTITY}", re.IGNORECASE)
_ENTITIES = {
    "nbsp": "", "ensp": "", "emsp": "", "thinsp": "", "zwnj": "", "zwj": "", "lt": "<", "gt": ">",
    "amp": "&", "quot": '"', "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "mdash": "—",
    "ndash": "–", "hellip": "…", "middot": "·", "times": "×", "bull": "•", "deg": "°",
}  # fmt: skip


def check_markup(context: Context, rule: Rule) -> Iterator[Finding]:
    """`**`, `<sub>`, `&nbsp;`, `<br>` in a text that nobody will render, and 〔填写〕 (F704).

    Markdown's own emphasis is none in Markdown, nor a <br> in its tables, nor a tag in HTML.
    """
    yield from _placeholders(context, rule)
    document = context.report.document
    if document.kind == "html":
        return
    pattern = _MARKUP if document.kind == "markdown" else _MARKUP_OR_EMPHASIS
    slips = [slip for found in pattern.finditer(document.text) if (slip := _slip(found))]
    tables = context.report.tables if document.kind == "markdown" else ()
    for group in by_paragraph(context, slips):
        if not any(table.span.covers(group[0].span) for table in tables):
            yield finding_of(rule, group)


def _placeholders(context: Context, rule: Rule) -> Iterator[Finding]:
    """〔填写…〕 of a blank report; one finding a chapter, one for title and preamble."""
    report = context.report
    contents: list[tuple[str | None, Excerpt]] = []
    if report.title:
        contents.append((None, report.title.content))
    contents += [(passage.chapter, passage.content) for passage in report.passages]
    by_chapter: dict[str | None, list[tuple[str, Span]]] = {}
    for chapter, content in contents:
        if found := list(placeholders_in(context, content)):
            by_chapter.setdefault(chapter, []).extend(found)
    for chapter, found in by_chapter.items():
        (stated, place), *others = found
        values = {"chapter": chapter, "stated": stated, "count": len(found)}
        related = tuple([Related(span, "unfilled_here") for _, span in others])
        text = "unfilled" if chapter else "unfilled_opening"
        yield Finding(rule.code, place, values, text, "unfilled_hint", related)


def _slip(found: re.Match[str]) -> Slip | None:
    """The residue and what it stands for; None where it is no known entity."""
    text = found[0]
    right = ""
    if text[0] == "&":
        name = text[1:-1].lower()
        code = int(name[2:], 16) if name[:2] == "#x" else int(name[1:]) if name[0] == "#" else None
        if code is None and name not in _ENTITIES:
            return None
        right = _character(code) if code is not None else _ENTITIES[name]
    span = Span(*found.span())
    return Slip(span, text, (Edit(span, right),))


def _character(code: int) -> str:
    """What a numbered entity stands for; blanks and characters that cannot be are left out."""
    char = chr(code) if 0x20 < code < 0x110000 else ""
    return "" if char.isspace() or char in "\u200b\ufeff" or not char.isprintable() else char
