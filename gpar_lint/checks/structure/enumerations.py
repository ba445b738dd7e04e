"""Enumerations in the text that skip or repeat a number (S120)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.structure.items import MOST, Item, items_of, other_forms
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage

_NEAR = 300  # code points before an item in which its list may begin otherwise
_TABLE_CHAPTERS = ("二", "三", "四")  # numbered labels there belong to tables, read or not


class _Run:
    """Items that count on from one another."""

    def __init__(self, first: Item, *, fault: str = "") -> None:
        self.items = [first]
        self.faulty: int | None = 0 if fault else None  # the index of the first faulty item
        self.fault = fault
        self.due = 1  # what the faulty item should be
        self.skipped: int | None = None  # the number due at a fault: the next may count on from it

    @property
    def last(self) -> int:
        return self.items[-1].value

    def continues(self, value: int) -> bool:
        """Whether a number comes next, from the last one or as if that had been right."""
        return value == self.last + 1 or (self.skipped is not None and value == self.skipped + 1)

    def add(self, item: Item) -> None:
        self.items.append(item)
        self.skipped = None

    def add_faulty(self, item: Item, fault: str) -> None:
        due = self.last + 1
        self.items.append(item)
        self.skipped = due
        if self.faulty is None:
            self.faulty, self.fault, self.due = len(self.items) - 1, fault, due


class _Counter:
    """The runs of one kind of item within a chapter; an inner run may stand within an outer."""

    def __init__(self, firsts: Sequence[str]) -> None:
        self.firsts = firsts  # other words for the first of a list: 首先, 一方面
        self.open: list[_Run] = []
        self.runs: list[_Run] = []
        self.pending: Item | None = None  # an unsure 一是, to be believed if 二是 follows
        self.before: Passage | None = None

    def take(self, item: Item, before: Passage | None) -> None:
        """The next item; `before` is the passage before its own."""
        self.before = before
        top = self.open[-1] if self.open else None
        if top and top.continues(item.value):
            top.add(item)
        elif item.value == 1:
            self._start(item)
        elif self._resumes(item):
            self.open[-1].add(item)
        elif item.sure:
            self._misfit(item, top)

    def _start(self, item: Item) -> None:
        if not item.sure:
            self.pending = item
            return
        self.open.append(_Run(item))
        self.runs.append(self.open[-1])
        self.pending = None

    def _resumes(self, item: Item) -> bool:
        """Whether an outer run goes on with this item; the inner one is over then."""
        skips_one = item.value == self.open[-1].last + 2 if self.open else False
        for place in range(len(self.open) - 2, max(len(self.open) - 4, -1), -1):
            outer, inner = self.open[place], self.open[place + 1]
            if item.value == outer.last + 1 and (not skips_one or _is_within(inner, outer)):
                del self.open[place + 1 :]
                return True
        return False

    def close_outer(self) -> None:
        """Under a new heading a run may count on, but none that it stood within."""
        del self.open[:-1]

    def _misfit(self, item: Item, top: _Run | None) -> None:
        if item.value == 2 and self._has_other_first(item, top):
            self._open(_Run(item))
        elif top is None:
            if item.kind in ("is", "bracketed"):
                self._open(_Run(item, fault="start" if item.value == 2 else ""))
        elif item.value == top.last + 2 and self._is_written(item, top):
            top.add(item)
        elif not self._restarted_wrongly(item):
            fault = "gap" if item.value > top.last else "repeat"
            top.add_faulty(item, fault)

    def _open(self, run: _Run) -> None:
        self.open.append(run)
        self.runs.append(run)

    def _has_other_first(self, item: Item, top: _Run | None) -> bool:
        """Whether 首先 or the like, or an unsure 一是, begins a list after the last item."""
        if self.pending is not None:
            self.pending = None
            return True
        text = self._text_before(item, top)
        return any(first in text for first in self.firsts)

    def _is_written(self, item: Item, top: _Run) -> bool:
        """Whether the number between stands there in another form: 二要, 其次, ㈡."""
        text = self._text_before(item, top)
        return any(form in text for form in other_forms(item.kind, top.last + 1))

    def _text_before(self, item: Item, top: _Run | None) -> str:
        """The text since the last item, as far as it is near."""
        text = item.passage.content.text[max(item.start - _NEAR, 0) : item.start]
        if top and top.items[-1].passage is item.passage:
            return item.passage.content.text[top.items[-1].end : item.start][-_NEAR:]
        if self.before is not None and self.before.chapter == item.passage.chapter:
            return self.before.content.text[-_NEAR:] + text
        return text

    def _restarted_wrongly(self, item: Item) -> bool:
        """（一）（一）（三）: the second one is the faulty item, not the third."""
        if len(self.open) < 2:
            return False
        outer, inner = self.open[-2:]
        if (
            inner is not self.runs[-1]
            or len(inner.items) != 1
            or item.value != outer.last + 2
            or inner.faulty is not None
        ):
            return False
        self.open.pop()
        self.runs.pop()
        outer.add_faulty(inner.items[0], "repeat")
        outer.add(item)
        return True


def _is_within(inner: _Run, outer: _Run) -> bool:
    """Whether a run stands within an item of another: in its sentence, or after its colon."""
    last, first = outer.items[-1], inner.items[0]
    if last.passage is not first.passage:
        return last.passage.content.text.endswith(":")
    return last.passage.content.text.find("。", last.end, first.start) < 0


def check_enumerations(context: Context, rule: Rule) -> Iterator[Finding]:
    """A run of 一是/二是…, （一）（二）… or 1. 2. … that skips or repeats a number; one a run."""
    words = rule.options.get("firsts", [])
    firsts = [str(word) for word in words] if isinstance(words, list) else []
    for run in _runs(context.report.passages, firsts):
        if run.faulty is not None:
            yield _finding(rule, run, run.faulty)


def _runs(passages: Sequence[Passage], firsts: Sequence[str]) -> Iterator[_Run]:
    chapter: str | None = None
    counters: dict[str, _Counter] = {}
    before: Passage | None = None
    for passage in passages:
        if passage.chapter != chapter:
            yield from _found(counters)
            chapter, counters = passage.chapter, {}
        for item in items_of(passage) if chapter is not None else ():
            if item.kind == "is" or chapter not in _TABLE_CHAPTERS:
                counters.setdefault(item.kind, _Counter(firsts)).take(item, before)
            if item.kind == "bracketed" and item.start == 0:
                for kind, counter in counters.items():
                    if kind != "bracketed":
                        counter.close_outer()
        before = passage
    yield from _found(counters)


def _found(counters: dict[str, _Counter]) -> Iterator[_Run]:
    for counter in counters.values():
        yield from counter.runs


def _finding(rule: Rule, run: _Run, place: int) -> Finding:
    item = run.items[place]
    values = {"stated": item.mark(item.value), "due": item.mark(run.due)}
    if place:
        values["before"] = item.mark(run.items[place - 1].value)
    fix = _numbered_on(run.items[place:], run.due, values)
    return Finding(rule.code, item.span, values, run.fault, fix=fix)


def _numbered_on(items: Sequence[Item], due: int, values: Mapping[str, object]) -> Fix | None:
    if due + len(items) > MOST:
        return None
    numbered = [(item, due + step) for step, item in enumerate(items)]
    edits = [Edit(item.numeral, item.written(n)) for item, n in numbered if item.value != n]
    return Fix(tuple(edits), safe=False, values=values)
