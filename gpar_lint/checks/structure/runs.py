"""Items put together into the enumerations they belong to, and where one breaks."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.checks.structure.items import Item, other_forms
from gpar_lint.report.model import Passage

_NEAR = 300  # code points before an item in which the number before it may stand otherwise


class Run:
    """Items that count on from one another.

    `fault`, where it is not empty, says how the item at `faulty` breaks the run: "start" (the first
    number is lost), "gap" or "repeat". `due` is the number it should have.
    """

    def __init__(self, first: Item, fault: str = "") -> None:
        self.items = [first]
        self.fault = fault
        self.faulty = 0
        self.due = 1
        self._skipped: int | None = None  # the number due at a fault: the next may count on from it

    @property
    def last(self) -> int:
        """The number of the last item."""
        return self.items[-1].value

    def continues(self, value: int) -> bool:
        """Whether a number comes next, from the last one or as if that had been right."""
        return value == self.last + 1 or (self._skipped is not None and value == self._skipped + 1)

    def add(self, item: Item) -> None:
        """Take the next item."""
        self.items.append(item)
        self._skipped = None

    def break_at(self, item: Item, fault: str) -> None:
        """Take an item that is not the next; the first such is the run's fault."""
        self._skipped = self.last + 1
        if not self.fault:
            self.fault, self.faulty, self.due = fault, len(self.items), self._skipped
        self.items.append(item)


class Counter:
    """The runs of one kind of item within a chapter.

    A run may stand within an item of another, which goes on after it; a number may be written in
    another form than the rest of its list (首先 … 二是 … 三要 …).
    """

    def __init__(self, firsts: Sequence[str]) -> None:
        self.runs: list[Run] = []
        self._firsts = firsts  # other words for the first of a list: 首先, 一方面
        self._open: list[Run] = []  # the innermost last
        self._pending = False  # an unsure 一是 was seen, to be believed if 二是 follows
        self._before: Passage | None = None

    def take(self, item: Item, before: Passage | None) -> None:
        """The next item; `before` is the passage before its own."""
        self._before = before
        if self._open and self._open[-1].continues(item.value):
            self._open[-1].add(item)
        elif item.value == 1:
            self._pending = not item.sure
            if item.sure and not self._begun_twice(item):
                self._start(Run(item))
        elif self._resumes(item):
            self._open[-1].add(item)
        elif item.sure:
            self._take_misfit(item)

    def close_outer(self) -> None:
        """Under a new heading a run may count on, but none that it stood within."""
        del self._open[:-1]

    def _start(self, run: Run) -> None:
        self._open.append(run)
        self.runs.append(run)

    def _resumes(self, item: Item) -> bool:
        """Whether an outer run goes on with this item; the inner one is over then."""
        skips_one = bool(self._open) and item.value == self._open[-1].last + 2
        for place in range(len(self._open) - 2, max(len(self._open) - 4, -1), -1):
            outer, inner = self._open[place], self._open[place + 1]
            if item.value == outer.last + 1 and (not skips_one or _is_within(inner, outer)):
                del self._open[place + 1 :]
                return True
        return False

    def _take_misfit(self, item: Item) -> None:
        top = self._open[-1] if self._open else None
        if self._is_led_up_to(item, top):
            if top and item.value == top.last + 2:
                top.add(item)
            else:
                self._start(Run(item))
        elif top is None:
            if item.kind in ("is", "bracketed"):
                self._start(Run(item, "start" if item.value == 2 else ""))
        elif not self._restarted_wrongly(item):
            top.break_at(item, "gap" if item.value > top.last else "repeat")

    def _begun_twice(self, item: Item) -> bool:
        """一是…，一是… or 一是…。一是…: the second one repeats the first, and begins no list."""
        top = self._open[-1] if self._open else None
        if top is None or item.kind != "is" or top.last != 1 or not _is_next_to(top, item):
            return False
        top.break_at(item, "repeat")
        return True

    def _is_led_up_to(self, item: Item, top: Run | None) -> bool:
        """Whether the number before stands there in another form: 首先, 二要, 其次, ㈡."""
        if item.value == 2 and self._pending:
            self._pending = False
            return True
        text = self._text_before(item, top)
        forms = self._firsts if item.value == 2 else other_forms(item.kind, item.value - 1)
        return any(form in text for form in forms)

    def _text_before(self, item: Item, top: Run | None) -> str:
        """The text since the last item, as far as it is near."""
        last = top.items[-1] if top else None
        text = item.passage.content.text
        if last and last.passage is item.passage:
            return text[last.end : item.start][-_NEAR:]
        text = text[max(item.start - _NEAR, 0) : item.start]
        before = self._before
        if before is None or before.chapter != item.passage.chapter:
            return text
        start = last.end if last and last.passage is before else 0
        return before.content.text[start:][-_NEAR:] + text

    def _restarted_wrongly(self, item: Item) -> bool:
        """（一）（一）（三）: the second one is the faulty item, not the third."""
        if len(self._open) < 2 or self._open[-1] is not self.runs[-1]:
            return False
        outer, inner = self._open[-2:]
        if len(inner.items) > 1 or inner.fault or item.value != outer.last + 2:
            return False
        self._open.pop()
        self.runs.pop()
        outer.break_at(inner.items[0], "repeat")
        outer.add(item)
        return True


def _is_next_to(run: Run, item: Item) -> bool:
    """Whether an item follows the one before it in its sentence or begins the next one, and no
    colon leads to a list within it."""
    last = run.items[-1]
    between = last.passage.content.text[last.end : item.start]
    begins = between.find("。") in (-1, len(between) - 1)
    return last.passage is item.passage and begins and ":" not in between


def _is_within(inner: Run, outer: Run) -> bool:
    """Whether a run stands within an item of another: in its sentence, or after its colon."""
    last, first = outer.items[-1], inner.items[0]
    if last.passage is not first.passage:
        return last.passage.content.text.endswith(":")
    return last.passage.content.text.find("。", last.end, first.start) < 0
