"""Terms that the field writes otherwise (F710); the list is rules/vocabulary/terms.toml."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding
from gpar_lint.checks.form.slips import Slip, finding_of
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_AROUND = 8  # code points on both sides in which a word of `unless` counts
_NAME = regex(r"《[^《》]*》")


class Term(Record):
    """A way of writing, and the one to be preferred."""

    wrong: str
    right: str  # "" where there is none: the term is not to be used
    safe: bool
    unless: tuple[str, ...]  # words around it with which it is right


class Use(Record):
    """A term where it is used."""

    term: Term
    slip: Slip


def check_terms(context: Context, rule: Rule) -> Iterator[Finding]:
    """Terms to be written otherwise, or not at all, outside tables and titles (F710).

    Option: `terms`, the list of rules/vocabulary/terms.toml that the rule goes by.
    """
    passages = context.report.passages
    text = "\n".join([passage.content.text for passage in passages])
    terms = [term for term in _terms(context, str(rule.options["terms"])) if term.wrong in text]
    for passage in passages if terms else ():
        uses = [use for term in terms for use in _uses_of(term, passage)]
        uses.sort(key=lambda use: use.slip.span)
        yield from _findings(rule, [use for use in uses if use.term.right], "message")
        yield from _findings(rule, [use for use in uses if not use.term.right], "forbidden")


def _terms(context: Context, name: str) -> Iterator[Term]:
    """The terms of a list that hold for the report's edition."""
    edition = context.report.edition.name
    for row in vocabulary(context, "terms").tables(name):
        wrong, editions = row.text("wrong"), row.strings("editions")
        if not wrong:
            row.fail("missing", "wrong", due="text")
        if not editions or edition in editions:
            safe = row.values.get("safe") is not False
            yield Term(wrong, row.text("right", ""), safe, row.strings("unless"))


def _findings(rule: Rule, uses: list[Use], text: str) -> Iterator[Finding]:
    """The terms of one paragraph as one finding."""
    if uses:
        safe = all(use.term.safe for use in uses)
        values = {"right": uses[0].term.right}
        yield finding_of(rule, [use.slip for use in uses], safe=safe, text=text, values=values)


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
            edits = (Edit(span, term.right),) if term.right else ()
            yield Use(term, Slip(span, term.wrong, edits))
        place = text.find(term.wrong, end)
