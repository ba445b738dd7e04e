"""X904: a figure that is a multiple or a fraction of last year's, with nothing said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gpar_lint.checks.across.figures import (
    SureCell,
    address_of,
    is_kept,
    row_of,
    sure_cells,
)
from gpar_lint.checks.across.imprint import Figure, Imprint
from gpar_lint.checks.across.options import number_option
from gpar_lint.checks.across.places import here, there
from gpar_lint.checks.cells import address, figure, place_of
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.sentences import find_sentences
from gpar_lint.checks.tables.sound import MANY
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.text.records import Record


class _Change(Record):
    """A figure and what it was last year."""

    sure: SureCell
    before: Figure


def check_abrupt(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a figure; from four of a table, one a table with the count.

    Options: `abrupt-factor`, the factor that must be exceeded; `abrupt-floor`, what the larger of
    the two figures must reach; `keep`, the figures. A figure of 0 counts as 1.
    """
    previous = context.relatives.previous
    if previous is None or previous.edition != context.report.edition.name:
        return
    tables: dict[str, list[_Change]] = {}
    for change in _changes(context, previous, rule):
        tables.setdefault(change.sure.cell.table, []).append(change)
    for changes in tables.values():
        if len(changes) >= MANY:
            yield _many(context, rule, previous, changes)
        else:
            yield from [_one(context, rule, previous, change) for change in changes]


def _changes(context: Context, previous: Imprint, rule: Rule) -> Iterator[_Change]:
    factor = number_option(context, rule, "abrupt-factor")
    floor = number_option(context, rule, "abrupt-floor")
    subjects = vocabulary(context, "changes").table("subjects")
    kept = {address_of(name) for name in subjects.values}
    for place, sure in context.once(sure_cells).items():
        before = previous.figures.get(place)
        if before is None or not is_kept(place, kept):
            continue
        small, large = sorted((Decimal(sure.value), Decimal(before.value)))
        abrupt = large >= floor and large > factor * max(small, Decimal(1))
        if abrupt and not _is_mentioned(context, subjects.strings(".".join(place))):
            yield _Change(sure, before)


def _is_mentioned(context: Context, subject: Sequence[str]) -> bool:
    """Whether a sentence speaks of the subject and of a change."""
    words = vocabulary(context, "changes").strings("words")
    return any(
        any(name in sentence.text for name in subject)
        and any(word in sentence.text for word in words)
        for sentence in context.once(find_sentences)
    )


def _one(context: Context, rule: Rule, previous: Imprint, change: _Change) -> Finding:
    cell = change.sure.cell
    values = {
        "table": cell.table,
        "line": row_of(context, cell),
        "year": previous.year,
        "value": figure(change.sure.value),
        "before": figure(change.before.value),
        "factor": figure(number_option(context, rule, "abrupt-factor")),
    }
    related = (there(change.before, previous),)
    return Finding(rule.code, place_of(cell), values, related=related, cell=address(cell))


def _many(context: Context, rule: Rule, previous: Imprint, changes: list[_Change]) -> Finding:
    first = changes[0].sure.cell
    terms = [
        f"{row_of(context, sure.cell)} {figure(before.value)}→{figure(sure.value)}"
        for sure, before in changes
    ]
    values = {
        "table": first.table,
        "year": previous.year,
        "count": len(changes),
        "terms": "；".join(terms),
        "factor": figure(number_option(context, rule, "abrupt-factor")),
    }
    related = [there(change.before, previous) for change in changes]
    related += [here(context, change.sure) for change in changes[1:]]
    return Finding(
        rule.code,
        place_of(first),
        values,
        text="many",
        related=tuple(related),
        cell=address(first),
    )
