"""Characters that are not what they look like, or cannot be seen (F703, F709)."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding
from gpar_lint.checks.form.slips import Slip, by_paragraph, finding_of
from gpar_lint.format.catalogue import Rule
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.folding import IDEOGRAPH_LOOKALIKES
from gpar_lint.text.patterns import regex

_LOOKALIKE = regex("[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufad9]")
# Line ends, tab, \x0b and \x0c (breaks that Word and printers make) are none of them.
_INVISIBLE = regex(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\ue000-\uf8ff\ufeff\ufffd\U000f0000-\U0010fffd]"
)
_LOST = "\ufffd"
_MOST_SHOWN = 8  # characters that a message names


def check_lookalikes(context: Context, rule: Rule) -> Iterator[Finding]:
    """Radicals and compatibility ideographs in the place of ideographs (F703)."""
    seen = _seen(context)
    if seen.text.isascii():
        return
    slips = [
        Slip(span, found[0], (Edit(span, right),))
        for found in _LOOKALIKE.finditer(seen.text)
        if (right := IDEOGRAPH_LOOKALIKES.get(ord(found[0]), found[0])) != found[0]
        for span in [seen.span(*found.span())]
    ]
    for group in by_paragraph(context, slips):
        pairs = dict.fromkeys([f"{slip.stated}→{slip.edits[0].text}" for slip in group])
        shown = "、".join(list(pairs)[:_MOST_SHOWN])
        yield finding_of(rule, group, values={"pairs": shown})


def check_invisible(context: Context, rule: Rule) -> Iterator[Finding]:
    """Zero-width, control and private-use characters, and U+FFFD (F709)."""
    seen = _seen(context)
    slips = [
        Slip(seen.span(*found.span()), f"U+{ord(found[0]):04X}")
        for found in _INVISIBLE.finditer(seen.text)
        if found.start() or found[0] != "\ufeff"  # a byte order mark begins many files
    ]
    for group in by_paragraph(context, slips):
        chars = {chr(int(slip.stated[2:], 16)) for slip in group}
        codes = "、".join(list(dict.fromkeys([slip.stated for slip in group]))[:_MOST_SHOWN])
        if _LOST in chars:
            yield finding_of(rule, group, text="lost", values={"codes": codes})
            continue
        group = [slip._replace(edits=(Edit(slip.span, ""),)) for slip in group]
        safe = not any(_is_private(char) for char in chars)
        yield finding_of(rule, group, safe=safe, values={"codes": codes})


def _seen(context: Context) -> Excerpt:
    """All that a reader sees of the document, or would if it could be seen."""
    document = context.report.document
    return document.excerpt(0, len(document.text))


def _is_private(char: str) -> bool:
    """A private-use character may stand for one that a font alone knows: a rare name."""
    return "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000"
