"""Doubts about what figures count that only their neighbours tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.report.claims.attribution import Attribution, has_kind
from gpar_lint.report.claims.lists import Breakdown
from gpar_lint.report.claims.mentions import Mention

_DISCLOSURE = frozenset(("application", "items"))
_NO_CASES = frozenset(("matter", "items"))


def with_doubts(
    about: Sequence[Attribution], figures: Sequence[Mention], breakdowns: Sequence[Breakdown]
) -> list[Attribution]:
    """What the figures of a passage are about, unsure where their neighbours say so."""
    doubted = {*_answers_apart(about, breakdowns), *_parts_of_others(about, breakdowns)}
    doubted.update(_cases_of_all_kinds(about, figures))
    doubted.update(_not_all_applications(about, figures))
    doubted.update(_kinds_of_documents(about, breakdowns))
    assisting = {
        mention.clause.sentence
        for mention in figures
        if mention.figure.value and _is_assisting(mention)
    }
    return [
        its._replace(sure=False)
        if mention.number in doubted
        or (its.kind == "received" and mention.clause.sentence in assisting)
        else its
        for mention, its in zip(figures, about, strict=True)
    ]


def _answers_apart(about: Sequence[Attribution], breakdowns: Sequence[Breakdown]) -> Iterator[int]:
    """Of several answers in one list none is of all: 当场答复6件，其余按期办结."""
    for breakdown in breakdowns:
        received = [
            part.number for part in breakdown.parts if about[part.number].kind == "received"
        ]
        for code in ("C401", "C403"):
            alike = [number for number in received if about[number].subject.code == code]
            if len(alike) > 1:
                yield from alike


def _parts_of_others(
    about: Sequence[Attribution], breakdowns: Sequence[Breakdown]
) -> Iterator[int]:
    """Parts of what are no applications: 发文216件，其中主动公开48件、依申请公开32件."""
    for breakdown in breakdowns:
        if breakdown.total.topic in _NO_CASES and not about[breakdown.total.number].subject.table:
            yield from (part.number for part in breakdown.parts)


def _not_all_applications(
    about: Sequence[Attribution], figures: Sequence[Mention]
) -> Iterator[int]:
    """What came in before it was found to be something else: 收到4件，实际受理1件."""
    for mention in figures:
        taken_in = has_kind(mention.left, "verb", "new", "receive", "handle")
        if taken_in and has_kind(mention.left, "list", "actual"):
            sentence = mention.clause.sentence
            yield from (
                other.number
                for other in figures[: mention.number]
                if about[other.number].kind == "received" and other.clause.sentence == sentence
            )


def _kinds_of_documents(
    about: Sequence[Attribution], breakdowns: Sequence[Breakdown]
) -> Iterator[int]:
    """Parts of what the table counts together: 制发2件（其中新制定1件、修订1件）."""
    for breakdown in breakdowns:
        whole = about[breakdown.total.number]
        if whole.kind == "disclosure":
            for part in breakdown.parts:
                if about[part.number].subject == whole.subject:
                    yield part.number


def _cases_of_all_kinds(about: Sequence[Attribution], figures: Sequence[Mention]) -> Iterator[int]:
    """Reviews and cases of which only some are about disclosure: 其中涉及政府信息公开的3件."""
    cases = [mention for mention in figures if about[mention.number].kind == "case"]
    for mention in cases:
        if has_kind(mention.left, "list", "among") and _speaks_of_disclosure(mention):
            sentence = mention.clause.sentence
            yield from (
                other.number
                for other in cases
                if other.number < mention.number and other.clause.sentence == sentence
            )


def _speaks_of_disclosure(mention: Mention) -> bool:
    return any(token.kind == "topic" and token.sense in _DISCLOSURE for token in mention.left)


def _is_assisting(mention: Mention) -> bool:
    """Whether other agencies' cases are counted: 协助县政府办办理2件."""
    return mention.situation.scope == "assist" or has_kind(mention.left, "scope", "assist")
