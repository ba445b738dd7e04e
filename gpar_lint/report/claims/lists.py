"""Breakdowns: a total and the parts that a passage says it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from gpar_lint.report.claims.clauses import Clause
from gpar_lint.report.claims.mentions import Mention, direction_of, has_head
from gpar_lint.report.claims.tokens import Token

_LEADS = frozenset(("among", "containing", "mainly"))
_SETTING_OUT = frozenset(
    ("publish", "act", "receive", "handle", "new", "done", "decide", "issue", "collect")
)
_SHARES = frozenset(("percent", "points", "tenths", "fold"))
_THINGS = frozenset(("case", "entry", "item"))
_LOOKED_BACK = 4  # figures between a total and its parts (shares, other measures) at most
_FEWEST = 2  # parts of a list


class Breakdown:
    """A total and its parts."""

    __slots__ = (
        "closed",
        "depth",
        "doubtful",
        "incomplete",
        "led",
        "named_years",
        "outer",
        "parts",
        "sum",
        "total",
    )

    def __init__(self, total: Mention, depth: int, led: str) -> None:
        self.total = total
        self.depth = depth  # of brackets, where its parts stand
        self.led = led  # the sense of the word that begins it: "among" …
        self.parts: list[Mention] = []
        self.named_years: list[Mention] = []  # parts, if a year is but in their name: 2023年年报1条
        self.sum: int | Decimal = 0
        self.closed = False  # 分别, 各, 合计, 其余: the parts are all there is
        self.incomplete = led in ("containing", "mainly")  # 含, 主要, 等: there may be more
        self.doubtful = False  # where its parts end cannot be told
        self.outer: Breakdown | None = None

    def is_full(self) -> bool:
        """Whether its parts make its total already."""
        return len(self.parts) >= _FEWEST and self.sum == self.total.figure.value

    def ends_before(self, part: Mention) -> bool:
        """Whether its last part is none: it adds up without it, or a semicolon parts them."""
        if self.parts[-1] is not part:
            return False
        adds_up = self.sum - part.figure.value == self.total.figure.value
        if len(self.parts) <= _FEWEST or not (adds_up or part.clause.before == ";"):
            return False
        self.parts.pop()
        self.sum -= part.figure.value
        return True

    def add(self, part: Mention, senses: Iterable[str]) -> None:
        """Take in a part and what the words before it say of the list."""
        if part.figure.unit != self.total.figure.unit and not has_head(part.left):
            self.doubtful = True  # 6个县（市）局1282条: what they are is a part, not how many
        self.parts.append(part)
        self.sum += part.figure.value
        for sense in senses:
            if sense in ("rest", "respectively"):
                self.closed = True
            elif sense == "every":
                self.doubtful = True
            elif sense == "mainly":
                self.incomplete = True
        if part.right and part.right[0].sense == "open" and part.right[0].kind == "list":
            self.incomplete = True


def find_breakdowns(
    figures: Sequence[Mention], placed: Sequence[tuple[Token, Clause]]
) -> list[Breakdown]:
    """The breakdowns of a passage, in the order of their totals' parts."""
    finder = _Finder(figures)
    markers: list[tuple[str, Clause]] = []
    numbers = {mention.token.start: mention for mention in figures}
    for token, clause in placed:
        if token.kind == "list":
            markers.append((token.sense, clause))
        elif token.kind == "figure" and token.start in numbers:
            finder.take(numbers[token.start], markers)
            markers.clear()
    taken = {id(part) for one in finder.found for part in one.parts}
    taken.update(id(one.total) for one in finder.found if len(one.parts) >= _FEWEST)
    return [*finder.found, *_summed_up(figures, taken)]


class _Finder:
    def __init__(self, figures: Sequence[Mention]) -> None:
        self._figures = figures
        self._open: Breakdown | None = None
        self.found: list[Breakdown] = []

    def take(self, mention: Mention, markers: Sequence[tuple[str, Clause]]) -> None:
        """A figure, and the list words since the figure before."""
        senses = [sense for sense, its in markers if its.depth <= mention.clause.depth]
        self._close(mention)
        lead = next((sense for sense in senses if sense in _LEADS), "")
        if not lead and _is_in_brackets(mention, self._figures):
            lead = "brackets"
        if lead or ("respectively" in senses and self._open is None):
            self._begin(mention, lead or "respectively", senses)
        elif self._open and mention.clause.depth == self._open.depth:
            self._go_on(self._open, mention, senses)

    def _close(self, mention: Mention) -> None:
        """Leave the lists whose sentence or bracket is over."""
        while self._open and (
            self._open.parts[-1].clause.sentence != mention.clause.sentence
            or mention.clause.depth < self._open.depth
        ):
            self._open = self._open.outer

    def _begin(self, mention: Mention, lead: str, senses: Sequence[str]) -> None:
        total = self._total_of(mention, lead)
        if total is None:
            return
        begun = Breakdown(total, mention.clause.depth, lead)
        begun.outer = self._open
        begun.doubtful = self._is_one_of_two(total)
        if self._open and self._open.depth == begun.depth:
            if self._open.ends_before(total):
                begun.outer = self._open.outer
            else:
                begun.doubtful = self._open.doubtful = True  # 其中 within 其中, without brackets
        begun.add(mention, senses)
        self.found.append(begun)
        self._open = begun

    def _is_one_of_two(self, total: Mention) -> bool:
        """Whether another total stands beside it: 复议5件、诉讼4件，其中涉及信息公开的3件、2件."""
        before = self._figures[total.number - 1] if total.number else None
        return (
            before is not None
            and before.clause is total.clause
            and before.figure.unit == total.figure.unit
            and not before.is_base
        )

    def _go_on(self, current: Breakdown, mention: Mention, senses: Sequence[str]) -> None:
        if not _can_be_part(mention, current.total):
            if _could_be_part(mention, current.total):
                current.named_years.append(mention)
            return
        while current.outer and current.outer.depth == current.depth and current.is_full():
            current.doubtful = False
            current = current.outer
            current.doubtful = False
            self._open = current
        current.add(mention, senses)

    def _total_of(self, mention: Mention, lead: str) -> Mention | None:
        """The nearest figure before that the list can be a breakdown of, if any is large enough."""
        nearest = None
        for candidate in self._totals_before(mention, lead):
            if lead == "respectively" and candidate.figure.unit != mention.figure.unit:
                return nearest
            if candidate.figure.value >= mention.figure.value:
                return candidate
            nearest = nearest or candidate
        return nearest

    def _totals_before(self, mention: Mention, lead: str) -> Iterator[Mention]:
        """The figures that may be totals of a list that begins here, the nearest first."""
        sentence, depth = mention.clause.sentence, mention.clause.depth
        begins = mention.clause.before in ("。", ":") or lead != "respectively"
        reach = sentence - 1 if begins else sentence
        first = max(mention.number - _LOOKED_BACK, 0)
        for candidate in reversed(self._figures[first : mention.number]):
            clause = candidate.clause
            if clause.sentence < reach:
                return
            if clause.depth <= depth and not candidate.is_base and _can_be_part(mention, candidate):
                yield candidate


def _is_in_brackets(mention: Mention, figures: Sequence[Mention]) -> bool:
    """Whether it is the first figure in brackets right behind another: 13件（网上9件…）."""
    before = figures[mention.number - 1] if mention.number else None
    return before is not None and before.behind is mention.clause and mention.clause.before == "("


def _can_be_part(part: Mention, total: Mention) -> bool:
    """Whether the measure words allow a figure to be part of another."""
    return part.situation.year == total.situation.year and _could_be_part(part, total)


def _could_be_part(part: Mention, total: Mention) -> bool:
    if part.is_base or part.figure.measure in _SHARES or direction_of(part) or direction_of(total):
        return False
    if part.figure.unit == total.figure.unit:
        return True
    return part.figure.measure in _THINGS and total.figure.measure in _THINGS


def _summed_up(figures: Sequence[Mention], taken: set[int]) -> Iterator[Breakdown]:
    """Totals without 其中: 共计N条，A a条，B b条 and A a条，B b条，合计N条."""
    for mention in figures:
        if id(mention) in taken:
            continue
        senses = {token.sense for token in mention.left if token.kind == "list"}
        if _is_bare_sum(mention, senses):
            parts = _run(figures, mention, taken, -1)[::-1]
            led = "sum"
        elif "total" in senses:
            parts = _run(figures, mention, taken, 1)
            led = "total"
        else:
            continue
        if len(parts) >= _FEWEST:
            found = Breakdown(mention, mention.clause.depth, led)
            for part in parts:
                found.add(part, ())
            found.closed = True
            yield found


def _is_bare_sum(mention: Mention, senses: set[str]) -> bool:
    """Whether a clause is nothing but 合计N条."""
    words = [token for token in mention.left if token.kind not in ("filler", "list")]
    return not words and bool(senses & {"total", "sum"}) and mention.clause.before in ("，", ";")


def _run(figures: Sequence[Mention], total: Mention, taken: set[int], step: int) -> list[Mention]:
    """The figures next to a total in its sentence, as long as they can be its parts.

    Behind a total these are bare names with a figure; a verb begins another matter.
    """
    parts: list[Mention] = []
    place = total.number + step
    while 0 <= place < len(figures):
        part = figures[place]
        place += step
        if part.clause.depth > total.clause.depth:
            continue
        if part.clause.sentence != total.clause.sentence or part.clause.depth < total.clause.depth:
            break
        if id(part) in taken and not _heads_a_bracket(part, figures):
            return []
        if part.is_base or direction_of(part) or part.figure.measure in _SHARES:
            continue  # 新收23件，较上年增加3件，增长15%；上年结转3件，合计26件
        if part.figure.unit != total.figure.unit or _has_total(part):
            break
        if step > 0 and any(token.sense in _SETTING_OUT for token in part.left):
            break
        parts.append(part)
    return parts


def _has_total(mention: Mention) -> bool:
    return any(token.kind == "list" and token.sense == "total" for token in mention.left)


def _heads_a_bracket(part: Mention, figures: Sequence[Mention]) -> bool:
    """Whether a figure is itself broken down in brackets: 政府网站90条（其中…）."""
    following = figures[part.number + 1] if part.number + 1 < len(figures) else None
    return following is not None and following.clause.depth > part.clause.depth


def is_independent(part: Mention, before: Mention, *, parted: bool = False) -> bool:
    """Whether a figure at the end of a list may well be no part of it.

    It has a verb of its own while the one before has none, or stands behind 另 or a semicolon
    (unless the parts are `parted` by semicolons themselves).
    """
    senses = {token.sense for token in part.left if token.kind == "list"}
    if senses & {"rest", "others"}:
        return False
    if (part.clause.before == ";" and not parted) or "besides" in senses:
        return True
    return _has_verb(part) and not _has_verb(before)


def _has_verb(mention: Mention) -> bool:
    """Whether something is done there: 公众号发布, 发布信息; 公告公示 and 废止 may name a kind."""
    words = [token for token in mention.left if token.kind not in ("filler", "list")]
    for place, token in enumerate(words):
        if token.kind == "verb":
            before = words[place - 1] if place else None
            after = words[place + 1] if place + 1 < len(words) else None
            if (after and after.kind == "topic") or (before and before.kind == "channel"):
                return True
    return False
