"""Wholes: what a passage says of all of something: 均予以公开, 均为自然人, 全部办结, 办结率100%."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.report.claims.attribution import Attribution, applicants, has_kind, result_of
from gpar_lint.report.claims.mentions import Mention, Mentions
from gpar_lint.report.claims.subjects import Subject, Subjects
from gpar_lint.report.claims.tokens import Token
from gpar_lint.text.records import Record

_ALL = 100  # per cent


class Whole(Record):
    """Something said of all applications."""

    kind: str  # "done", "result", "applicant"
    start: int  # in the passage
    end: int
    sure: bool
    sentence: int  # number of its sentence in the passage
    subject: Subject | None = None  # the result's rows, the applicants' columns
    total: Mention | None = None  # the figure that they all are


class WholeReader:
    """Reads the wholes of one passage."""

    def __init__(
        self,
        subjects: Subjects,
        mentions: Mentions,
        about: Sequence[Attribution],
    ) -> None:
        self._subjects = subjects
        self._figures = mentions.figures
        self._excepted = {
            mention.clause.sentence
            for mention in mentions.wholes
            if mention.token.sense == "except"
        }
        self._about = about

    def read(self, mention: Mention) -> Whole | None:
        """What 均, 全部 or 办结率 says of all applications, if it does."""
        clause = mention.clause
        if clause.sentence in self._excepted or has_kind(clause.tokens, "negation"):
            return None
        if has_kind(clause.tokens, "list", "rest", "besides") or _is_repeated(mention):
            return None
        if has_kind(clause.tokens, "carry"):
            return None  # 上年结转的已全部办结: some of them only
        tail = _after(clause.tokens, mention.token)
        if mention.token.sense == "rate":
            return self._rate(mention, tail)
        if mention.token.sense != "all" or has_kind(tail, "figure"):
            return None
        return self._done(mention, tail) or self._said(mention, tail)

    def _rate(self, mention: Mention, tail: Sequence[Token]) -> Whole | None:
        clause = mention.clause
        full = any(token.figure and token.figure.value == _ALL for token in tail)
        if not full or has_kind(clause.tokens, "done", "in_time", "term"):
            return None
        end = next(token.end for token in tail if token.kind == "figure")
        return Whole("done", mention.token.start, end, self._is_sure(mention), clause.sentence)

    def _done(self, mention: Mention, tail: Sequence[Token]) -> Whole | None:
        clause = mention.clause
        if not has_kind(tail, "verb", "done") or has_kind(clause.tokens, "done", "term"):
            return None
        if any(token.kind in ("result", "reason", "outcome") for token in tail):
            return None
        end = [token.end for token in tail if token.kind == "verb"][-1]
        return Whole("done", mention.token.start, end, self._is_sure(mention), clause.sentence)

    def _said(self, mention: Mention, tail: Sequence[Token]) -> Whole | None:
        """均予以公开, 均为自然人: of the applications that the figure before counts."""
        clause = mention.clause
        total = self._figures[mention.number] if mention.number >= 0 else None
        if total is None or self._about[mention.number].kind != "received":
            return None
        if clause.sentence - total.clause.sentence > 1 or has_kind(tail, "list", "open"):
            return None
        sure = self._is_sure(mention) and self._about[mention.number].sure
        kinds = applicants(tail)
        if len(kinds) == 1:
            subject = self._subjects.applicants.get(*kinds)
            if subject is None:
                return None
            end = [token.end for token in tail if token.kind == "applicant"][-1]
            return Whole(
                "applicant", mention.token.start, end, sure, clause.sentence, subject, total
            )
        subject = result_of(tail, self._subjects)
        if subject is None:
            return None
        end = [token.end for token in tail if token.kind in ("result", "reason")][-1]
        return Whole("result", mention.token.start, end, sure, clause.sentence, subject, total)

    def _is_sure(self, mention: Mention) -> bool:
        situation = mention.situation
        own = situation.year is None and situation.period in ("", "running") and not situation.scope
        tokens = mention.clause.tokens
        spoken = mention.topic == "application" or has_kind(tokens, "topic", "application")
        return own and spoken and not has_kind(tokens, "topic", "matter")


def _is_repeated(mention: Mention) -> bool:
    """Whether the same is said before in the clause: 均已全部办结."""
    first = next(token for token in mention.clause.tokens if token.kind == "done")
    return first is not mention.token


def _after(tokens: Sequence[Token], token: Token) -> Sequence[Token]:
    for place, other in enumerate(tokens):
        if other is token:
            return tokens[place + 1 :]
    return ()
