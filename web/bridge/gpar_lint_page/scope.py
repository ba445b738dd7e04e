"""What was checked of a report, and what could not be: line by line, with the run's numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gpar_lint.checks.across.imprint import Imprint
from gpar_lint.linter.checking import Result
from gpar_lint.linter.facts import Facts
from gpar_lint.linter.portrait import TableShown
from gpar_lint.output.html.words import say as shown
from gpar_lint.output.words import word
from gpar_lint_page.words import say

#: A line: "done", "part" or "not", and what it says.
Line = tuple[str, str]

_TABLES = ("二", "三", "四")
_OUTCOMES = ("broken", "unknown", "holds")


def scope_of(result: Result, previous: Imprint | None, language: str) -> list[Line]:
    """The lines of one report; none where it is no report."""
    facts = result.facts
    if facts is None:
        return []
    return [
        _cells(facts, language),
        *_tables(result, language),
        *_claims(facts, language),
        _compared(previous, language),
        *_suppressed(facts, language),
    ]


def _cells(facts: Facts, language: str) -> Line:
    complete = facts.cells_read == facts.cells
    key = "cells-all" if complete else "cells-some"
    text = say(key, language, cells=facts.cells, read=facts.cells_read)
    return ("done" if complete else "part" if facts.cells_read else "not", text)


def _tables(result: Result, language: str) -> Iterator[Line]:
    pieces = result.portrait.pieces if result.portrait else ()
    found = {piece.table.name: piece.table for piece in pieces if piece.table}
    for name in _TABLES:
        table = found.get(name)
        if table is None:
            yield "not", say("table-missing", language, name=name)
        elif name != "二" or table.sums:
            yield _sums(table, language)


def _sums(table: TableShown, language: str) -> Line:
    counts = Counter([made.outcome for made in table.sums])
    if not counts:
        return "not", say("table-unread", language, name=table.name)
    if counts["holds"] == len(table.sums):
        return "done", say("sums-hold", language, name=table.name, count=len(table.sums))
    outcomes = word("comma", language).join(
        [shown(name, language, count=counts[name]) for name in _OUTCOMES if counts[name]]
    )
    text = say("sums-some", language, name=table.name, count=len(table.sums), outcomes=outcomes)
    return "part" if counts["unknown"] else "done", text


def _claims(facts: Facts, language: str) -> Iterator[Line]:
    yield "done", say("claims", language, count=facts.tally.get("claims", 0))
    uncertain = facts.tally.get("uncertain_claims", 0)
    if uncertain:
        yield "not", say("uncertain", language, count=uncertain)


def _compared(previous: Imprint | None, language: str) -> Line:
    if previous is None:
        return "not", say("not-compared", language)
    return "done", say("compared", language, year=previous.year, path=previous.path)


def _suppressed(facts: Facts, language: str) -> Iterator[Line]:
    count = facts.tally.get("suppressed", 0)
    if count:
        yield "not", say("suppressed", language, count=count)
