"""Enumerations in the text that skip or repeat a number (S120)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.structure.items import MOST, Item, items_of
from gpar_lint.checks.structure.runs import Counter, Run
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage

_TABLE_CHAPTERS = ("二", "三", "四")  # numbered labels there belong to tables, read or not


def check_enumerations(context: Context, rule: Rule) -> Iterator[Finding]:
    """A run of 一是/二是…, （一）（二）… or 1. 2. … that skips or repeats a number; one a run."""
    words = rule.options.get("firsts", [])
    firsts = [str(word) for word in words] if isinstance(words, list) else []
    for run in _runs(context.report.passages, firsts):
        if run.fault:
            yield _finding(rule, run)


def _runs(passages: Sequence[Passage], firsts: Sequence[str]) -> Iterator[Run]:
    """The enumerations of the chapters; the preamble has none of its own."""
    chapter: str | None = None
    counters: dict[str, Counter] = {}
    before: Passage | None = None
    for passage in passages:
        if passage.chapter != chapter:
            yield from _counted(counters)
            chapter, counters = passage.chapter, {}
        for item in items_of(passage) if chapter is not None else ():
            if item.kind == "is" or chapter not in _TABLE_CHAPTERS:
                counters.setdefault(item.kind, Counter(firsts)).take(item, before)
            if item.kind == "bracketed" and item.start == 0:
                _begin_section(counters)
        before = passage
    yield from _counted(counters)


def _begin_section(counters: Mapping[str, Counter]) -> None:
    """（二）… as a heading: what was enumerated within the section before is over."""
    for kind, counter in counters.items():
        if kind != "bracketed":
            counter.close_outer()


def _counted(counters: Mapping[str, Counter]) -> Iterator[Run]:
    for counter in counters.values():
        yield from counter.runs


def _finding(rule: Rule, run: Run) -> Finding:
    item = run.items[run.faulty]
    values = {"stated": item.mark(item.value), "due": item.mark(run.due)}
    if run.faulty:
        values["before"] = item.mark(run.items[run.faulty - 1].value)
    fix = _numbered_on(run.items[run.faulty :], run.due, values)
    return Finding(rule.code, item.span, values, run.fault, fix=fix)


def _numbered_on(items: Sequence[Item], due: int, values: Mapping[str, object]) -> Fix | None:
    """The items numbered on from the one that breaks; no list is so long that this would end."""
    if due + len(items) > MOST:
        return None
    numbered = [(item, due + step) for step, item in enumerate(items)]
    edits = [Edit(item.numeral, item.written(n)) for item, n in numbered if item.value != n]
    return Fix(tuple(edits), safe=False, values=values)
