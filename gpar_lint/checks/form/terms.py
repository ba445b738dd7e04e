"""Terms that the field writes otherwise (F710); the list is rules/vocabulary/terms.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding
from gpar_lint.checks.form.slips import Slip, finding_of
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage

_AROUND = 8  # code points on both sides in which a word of `unless` counts
_NAME = re.compile(r"《[^《》]*》")


class Term(NamedTuple):
    """A way of writing, and the one to be preferred."""

    wrong: str
    right: str
    safe: bool
    unless: tuple[str, ...]  # words around it with which it is right


class Use(NamedTuple):
    """A term where it is used."""

    term: Term
    slip: Slip


def find_terms(context: Context) -> list[Term]:
    """The terms that hold for the report's edition."""
    edition = context.report.edition.name
    return [
        Term(
            row.text("wrong"),
            row.text("right"),
            row.values.get("safe") is not False,
            row.strings("unless"),
        )
        for row in vocabulary(context, "terms").tables("term")
        if not row.strings("editions") or edition in row.strings("editions")
    ]


def check_terms(context: Context, rule: Rule) -> Iterator[Finding]:
    """Terms to be written otherwise, outside tables and titles (F710)."""
    passages = context.report.passages
    text = "\n".join([passage.content.text for passage in passages])
    terms = [term for term in context.once(find_terms) if term.wrong in text]
    for passage in passages if terms else ():
        uses = [use for term in terms for use in _uses_of(term, passage)]
        if uses:
            uses.sort(key=lambda use: use.slip.span)
            first = uses[0].term
            safe = all(use.term.safe for use in uses)
            slips = [use.slip for use in uses]
            yield finding_of(rule, slips, safe=safe, values={"right": first.right})


def _uses_of(term: Term, passage: Passage) -> Iterator[Use]:
    text = passage.content.text
    place = text.find(term.wrong)
    if place < 0:
        return
    names = [found.span() for found in _NAME.finditer(text)]
    while place >= 0:
        end = place + len(term.wrong)
        around = text[max(0, place - _AROUND) : end + _AROUND]
        named = any(start < place < stop for start, stop in names)
        if not named and not any(word in around for word in term.unless):
            span = passage.content.span(place, end)
            yield Use(term, Slip(span, term.wrong, (Edit(span, term.right),)))
        place = text.find(term.wrong, end)
