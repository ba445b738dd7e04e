"""Denials: 未收到…申请, 没有…行政复议, 无结转, 数量：无."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gpar_lint.report.claims.attribution import applicants, carried, has_kind
from gpar_lint.report.claims.bounds import Names, is_one_channel, unknown_words
from gpar_lint.report.claims.clauses import Clause
from gpar_lint.report.claims.mentions import Mention
from gpar_lint.report.claims.subjects import Subject, Subjects
from gpar_lint.report.claims.tokens import Token
from gpar_lint.text.records import Record

_CASES = frozenset(("review", "litigation", "litigation_direct", "litigation_after_review"))
_TAKEN_IN = frozenset(("new", "receive", "handle", "occur", "due"))
_TRAILING = frozenset(("application", "application_short", "occur", "receive", "handle"))
_EMPTY = frozenset(("filler", "mark", "applicant", "time", "scope", "list"))


class Denial(Record):
    """What a passage says there was none of."""

    subjects: tuple[Subject, ...]
    start: int  # in the passage: from the negation …
    end: int  # … to what is denied
    sure: bool
    sentence: int  # number of its sentence in the passage


class DenialReader:
    """Reads the denials of one passage."""

    def __init__(
        self, subjects: Subjects, names: Names, year: int | None, clauses: Sequence[Clause]
    ) -> None:
        self._subjects = subjects
        self._names = names
        self._year = year
        self._before = {id(after): before for before, after in pairwise(clauses)}

    def read(self, mention: Mention, evidence: bool) -> Denial | None:
        """What a negation denies, if it denies one of the tables' matters."""
        clause = mention.clause
        if mention.token.sense != "none" or has_kind(clause.tokens, "negation", "late"):
            return None
        tail = _after(clause.tokens, mention.token)
        if has_kind(tail, "negation") or has_kind(tail, "figure"):
            return None
        if not tail:
            return self._answered(mention, evidence)
        subjects, last = self._denied(tail, mention, evidence)
        if not subjects:
            return None
        sure = self._is_sure(mention, tail, last)
        start, end = mention.token.start, tail[-1].end
        return Denial(subjects, start, end, sure, clause.sentence)

    def _answered(self, mention: Mention, evidence: bool) -> Denial | None:
        """数量：无 and 数量为零: what is denied stands before."""
        clause = mention.clause
        stated = clause.tokens[:-1]
        if clause.before == ":" and len(clause.tokens) == 1 and id(clause) in self._before:
            stated = self._before[id(clause)].tokens
        elif self._names.of(mention.token) not in ("零", "无"):
            return None
        subjects, last = self._denied(stated, mention, evidence)
        if not subjects:
            return None
        sure = self._is_sure(mention, stated, last)
        return Denial(subjects, stated[0].start, mention.token.end, sure, clause.sentence)

    def _denied(
        self, tokens: Sequence[Token], mention: Mention, evidence: bool
    ) -> tuple[tuple[Subject, ...], int]:
        """The subjects, and which of the tokens names the last of them."""
        cases = [place for place, token in enumerate(tokens) if token.sense in _CASES]
        if cases:
            if not (evidence or mention.topic == "application"):
                return (), 0
            senses = dict.fromkeys(tokens[place].sense for place in cases)
            return tuple(self._subjects.cases[sense] for sense in senses), cases[-1]
        direction = carried(tokens, self._year)
        if has_kind(tokens, "carry") and not direction and tokens[-1].kind == "carry":
            direction = "forward"  # 无结转
        if direction:
            last = _last(tokens, "carry")
            about = mention.topic == "application" or has_kind(tokens, "topic", "application")
            return ((self._subjects.received[direction],) if about else ()), last
        return self._denied_counts(tokens, mention)

    def _denied_counts(
        self, tokens: Sequence[Token], mention: Mention
    ) -> tuple[tuple[Subject, ...], int]:
        topics = [place for place, token in enumerate(tokens) if token.kind == "topic"]
        senses = [tokens[place].sense for place in topics]
        verbs = {token.sense for token in tokens if token.kind == "verb"}
        if not topics:
            return (), 0
        if set(senses) <= {"application", "application_short", "items"} and senses[-1] != "items":
            if "application" not in senses and mention.topic != "application":
                return (), 0
            return self._applications(tokens, verbs), topics[-1]
        if senses == ["fees"] and verbs <= {"collect", "occur"}:
            subject = self._subjects.disclosure["fees"]
            return (subject._replace(columns=self._subjects.columns["collect"]),), topics[-1]
        return (), 0

    def _applications(self, tokens: Sequence[Token], verbs: set[str]) -> tuple[Subject, ...]:
        if verbs - _TAKEN_IN:
            return ()
        kinds = applicants(tokens)
        new = self._subjects.received["new"]
        if len(kinds) == 1 and (known := self._subjects.applicants.get(*kinds)):
            return (new._replace(columns=known.columns, code=known.code, name=known.name),)
        return (new,)

    def _is_sure(self, mention: Mention, tokens: Sequence[Token], last: int) -> bool:
        situation = mention.situation
        own = situation.year is None and situation.period in ("", "running") and not situation.scope
        limited = has_kind(tokens, "scope", "wider", "assist") or has_kind(
            tokens, "time", "partial", "plan"
        )
        rest = tokens[last + 1 :]
        plain = all(token.kind in _EMPTY or token.sense in _TRAILING for token in rest)
        unknown = unknown_words(tokens, self._names)
        return own and plain and not limited and not unknown and not is_one_channel(tokens)


def _after(tokens: Sequence[Token], token: Token) -> Sequence[Token]:
    for place, other in enumerate(tokens):
        if other is token:
            return tokens[place + 1 :]
    return ()


def _last(tokens: Sequence[Token], kind: str) -> int:
    return max(place for place, token in enumerate(tokens) if token.kind == kind)
