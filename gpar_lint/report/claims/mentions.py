"""Mentions: the figures of a passage, each with its words and the situation it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from gpar_lint.report.claims.clauses import Clause, split_clauses
from gpar_lint.report.claims.tokens import Figure, Token
from gpar_lint.text.records import Record

#: What can say what a figure counts.
HEADS = frozenset(
    ("topic", "verb", "result", "reason", "applicant", "carry", "outcome", "channel", "negation")
)
_FRAMES = frozenset(("year", "time", "date", "scope", "filler", "list", "mark"))
_MANNERS = frozenset(("application_short",))  # words that do not change what is spoken of


#: What 未, 没有 and 无 say.
NOTHING = Figure(0, True, "", "", Decimal(1))


class Situation(Record):
    """When and of whom a figure speaks, as far as the words before it say."""

    year: int | None = None  # None: the reporting year
    period: str = ""  # "" the year; "running" (累计), "partial", "cumulative" (历年), "plan"
    scope: str = ""  # "" the agency's own; "wider", "assist"


class Mention:
    """A figure in a passage."""

    __slots__ = (
        "behind", "clause", "figure", "head", "is_base", "left", "left_headed", "number",
        "opens", "reasons", "right", "situation", "token", "topic",
    )  # fmt: skip

    def __init__(
        self, token: Token, figure: Figure, clause: Clause, situation: Situation, topic: str
    ) -> None:
        self.token = token
        self.figure = figure
        self.clause = clause
        self.situation = situation
        self.topic = topic  # what was spoken of before
        self.left: Sequence[Token] = ()  # its clause back to the figure before
        self.right: Sequence[Token] = ()  # its clause on to the next figure
        self.head: Sequence[Token] = ()  # the words that say what it counts
        self.reasons: Sequence[Token] = ()  # of the clause before: 因属于行政查询事项，…
        self.left_headed = True  # 申请13件; False: 13件申请
        self.is_base = False  # what is compared with: 比2023年的18件
        self.behind: Clause | None = None  # what follows at once: （含上年结转1件）
        self.opens = False  # no clause before it in its sentence says more than when and who
        self.number = 0  # its place among the passage's mentions

    def senses(self, kind: str) -> list[str]:
        """The senses of its words of a kind, in order."""
        return [token.sense for token in self.head if token.kind == kind]


class Mentions(Record):
    """What a passage mentions."""

    figures: list[Mention]
    denials: list[Mention]  # 未, 没有, 无: each with NOTHING for its figure
    wholes: list[Mention]  # 全部, 均, 办结率: likewise, with the number of the figure before
    placed: list[tuple[Token, Clause]]  # its tokens with their clauses


def find_mentions(tokens: Sequence[Token], year: int | None, topic: str) -> Mentions:
    """The figures and denials of a passage in order.

    `year` is the reporting year, `topic` what the section is about.
    """
    placed = split_clauses(tokens)
    reader = _Reader(year, topic)
    for place, (token, clause) in enumerate(placed):
        following = placed[place + 1] if place + 1 < len(placed) else None
        reader.read(token, clause, following[0] if following else None)
        if token.kind == "figure" and following and _is_added(token, clause, *following):
            reader.mentions[-1].behind = following[1]
    _bind(reader.mentions)
    return Mentions(reader.mentions, reader.denials, reader.wholes, placed)


class _Reader:
    """Goes through the tokens and keeps the situation."""

    def __init__(self, year: int | None, topic: str) -> None:
        self.mentions: list[Mention] = []
        self.denials: list[Mention] = []
        self.wholes: list[Mention] = []
        self._year = year
        self._topic = topic
        self._situation = Situation()
        self._sentence = 0
        self._before: Token | None = None
        self._base = False
        self._reasons: list[tuple[Token, Clause]] = []
        self._first: Clause | None = None  # of the sentence's clauses that say more
        self._whole = Situation()  # of what 其中 last broke down

    def read(self, token: Token, clause: Clause, following: Token | None) -> None:
        """Take in a token."""
        if clause.sentence != self._sentence:
            self._sentence = clause.sentence
            self._reasons.clear()
            self._first = None
            if not _goes_on(token):
                self._situation = Situation()
            self._whole = self._situation
        kind = token.kind
        if _is(token, "list", "among"):
            self._whole = self._situation
        if clause.before == ";" and clause.tokens[0] is token and _ends_parts(token):
            self._situation = self._situation._replace(scope=self._whole.scope)
        if self._first is None and kind not in _FRAMES:
            self._first = clause
        if kind == "figure":
            self._mention(token, clause)
        elif kind == "topic":
            self._turn_to(token)
        elif kind == "reason":
            self._reasons.append((token, clause))
        elif kind == "negation":
            self.denials.append(Mention(token, NOTHING, clause, self._situation, self._topic))
        elif kind == "done":
            self.wholes.append(self._said_of_all(token, clause))
        elif kind == "year":
            self._date(token, following)
        elif kind == "time":
            self._time(token, following)
        elif kind == "date":
            period = "" if token.sense == "year_end" else "partial"
            self._situation = self._situation._replace(period=period)
        elif kind == "scope":
            self._limit(token)
        if kind not in ("filler", "mark"):
            self._before = token

    def _turn_to(self, token: Token) -> None:
        if token.sense in _MANNERS or (token.sense == "items" and self._topic == "application"):
            return
        self._topic = token.sense

    def _date(self, token: Token, following: Token | None) -> None:
        """A year: of a carry-over, of what is compared with, or of what is told."""
        if _is(following, "carry") or _is(self._before, "carry"):
            return
        if self._is_compared():
            self._base = True
            return
        told = None if token.year == self._year else token.year
        several = "partial" if _is(self._before, "year") else ""  # 2023年、2024年分别收到
        self._situation = self._situation._replace(year=told, period=several)

    def _is_compared(self) -> bool:
        """Whether the words before lead to what is compared with: 比, 由."""
        return _is(self._before, "compare", "than") or _is(self._before, "compare", "from")

    def _time(self, token: Token, following: Token | None) -> None:
        sense = token.sense
        if sense == "this_year":
            self._situation = self._situation._replace(year=None, period="")
        elif sense == "last_year":
            if self._is_compared() or _is(following, "compare"):
                self._base = True
            elif not _is(following, "carry"):
                last = self._year - 1 if self._year else -1
                self._situation = self._situation._replace(year=last)
        elif sense == "running" and self._situation.period == "cumulative":
            return  # 近三年累计受理
        elif sense in ("partial", "cumulative", "running", "plan"):
            self._situation = self._situation._replace(period=sense)

    def _limit(self, token: Token) -> None:
        """Of whom it speaks from here on; 市政府 stays another's in 市政府本级."""
        before = self._before
        if before and token.sense == "self" and before.end == token.start and _is(before, "scope"):
            return
        scope = token.sense if token.sense in ("wider", "assist") else ""
        self._situation = self._situation._replace(scope=scope)

    def _mention(self, token: Token, clause: Clause) -> None:
        if token.figure is None:
            return
        mention = Mention(token, token.figure, clause, self._situation, self._topic)
        mention.number = len(self.mentions)
        mention.opens = self._first is clause
        mention.reasons = self._reasons_before(clause)
        mention.is_base = self._base
        self._base = False
        self.mentions.append(mention)

    def _said_of_all(self, token: Token, clause: Clause) -> Mention:
        mention = Mention(token, NOTHING, clause, self._situation, self._topic)
        mention.number = len(self.mentions) - 1
        return mention

    def _reasons_before(self, clause: Clause) -> list[Token]:
        """The reasons that the clauses before give, where these have no figure of their own."""
        last = self.mentions[-1].clause if self.mentions else None
        reasons = [
            token
            for token, its in self._reasons
            if its is not clause and its is not last and its.depth <= clause.depth
        ]
        self._reasons.clear()
        return reasons


def _is_added(token: Token, clause: Clause, first: Token, following: Clause) -> bool:
    """Whether a clause says what is in a figure: in brackets behind it, or with 含, 其中."""
    if following is clause or following.tokens[0] is not first:
        return False
    if following.before == "(":
        return first.start == token.end + 1
    return following.sentence == clause.sentence and first.kind == "list"


def _goes_on(token: Token) -> bool:
    """Whether a sentence that begins so still speaks of the same: 其中, 上述."""
    return token.kind == "list"


def _ends_parts(token: Token) -> bool:
    """Whether what follows is said of the whole again: 其中各部门收到9件；办结13件."""
    return token.kind == "carry" or (token.kind == "verb" and token.sense in ("done", "answer"))


def _is(token: Token | None, kind: str, sense: str = "") -> bool:
    return token is not None and token.kind == kind and (not sense or token.sense == sense)


def _bind(mentions: Iterable[Mention]) -> None:
    """Give every mention its words."""
    clauses: dict[int, list[Mention]] = {}
    for mention in mentions:
        clauses.setdefault(id(mention.clause), []).append(mention)
    for group in clauses.values():
        _bind_clause(group)


def _bind_clause(group: Sequence[Mention]) -> None:
    """In one clause, words stand either before their figures (申请13件) or behind them."""
    tokens = group[0].clause.tokens
    figures = {mention.token.start for mention in group}
    places = [place for place, token in enumerate(tokens) if token.start in figures]
    begins = [0, *[place + 1 for place in places]]
    ends = [*places, len(tokens)]
    for mention, number in zip(group, range(len(group)), strict=True):
        mention.left = tokens[begins[number] : ends[number]]
        mention.right = tokens[begins[number + 1] : ends[number + 1]]
    left_headed = has_head(group[0].left) or not has_head(group[0].right)
    for mention in group:
        mention.left_headed = left_headed
        mention.head = mention.left if left_headed else mention.right
    last = group[-1]
    if left_headed and not _has_topic(last.left) and _begins_with_topic(last.right):
        last.head = [*last.left, *last.right]


def direction_of(mention: Mention) -> str:
    """ "up" or "down" where a figure is a change: 同比增长了30%, 增加28条; else ""."""
    for token in reversed(mention.left):
        if token.kind == "compare" and token.sense in ("up", "down"):
            return token.sense
        if token.kind != "filler":
            return ""
    return ""


def has_head(tokens: Iterable[Token]) -> bool:
    """Whether the tokens say what a figure counts."""
    return any(
        token.kind in HEADS or (token.kind == "text" and token.end - token.start > 1)
        for token in tokens
    )


def _has_topic(tokens: Iterable[Token]) -> bool:
    return any(token.kind == "topic" for token in tokens)


def _begins_with_topic(tokens: Iterable[Token]) -> bool:
    """Whether the first word that is not empty is a topic: 13件（的）政府信息公开申请."""
    for token in tokens:
        if token.kind not in ("filler", "applicant"):
            return token.kind == "topic"
    return False
