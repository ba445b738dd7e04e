"""Attribution: what a figure counts, from the words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gpar_lint.report.claims.bounds import Names, is_limited
from gpar_lint.report.claims.mentions import Mention, direction_of
from gpar_lint.report.claims.subjects import Subject, Subjects
from gpar_lint.report.claims.tokens import Token
from gpar_lint.text.records import Record

_COUNTS = frozenset(("case", "entry", ""))
_CASES = frozenset(("review", "litigation", "litigation_direct", "litigation_after_review"))
_APPLICATIONS = frozenset(("application", "application_short"))
_FEES = frozenset(("processing_fee", "fees"))
_POWERS = frozenset(("licences", "penalties", "coercion"))
_DOCUMENTS = frozenset(("normative_documents", "regulations"))
_STOCK = ("issue", "repeal", "force")
_RECEIVED = frozenset(("receive", "handle"))
_HANDLED = frozenset(("new", "receive", "handle", "done", "answer"))  # as the organ of review
_ENDED = frozenset(("done", "answer"))


class Attribution(Record):
    """What a mention is about."""

    subject: Subject
    sure: bool  # False: scope, year, channel or another word leave a doubt
    kind: str = ""  # "received", "carried", "result", "applicant", "case", "disclosure", ""
    total: Mention | None = None  # the applications that it is part of


class Attributor:
    """Attributes the mentions of one passage, in order."""

    def __init__(self, subjects: Subjects, names: Names, year: int | None, section: str) -> None:
        self._section = section  # what the section is about
        self._subjects = subjects
        self._names = names
        self._year = year
        self._total: Attribution | None = None  # the applications last spoken of
        self._total_mention: Mention | None = None
        self._decided = -1  # the sentence in which decisions were last counted
        self._named: list[str] = []  # the kinds of cases last spoken of
        self._about_disclosure = False  # reviews and cases here are about disclosure

    def attribute(self, mention: Mention, evidence: bool) -> Attribution:
        """What a mention counts; `evidence`: its sentence speaks of disclosure."""
        found = (
            self._case(mention, evidence)
            or self._carried(mention)
            or self._applicant(mention)
            or self._result(mention)
            or self._received(mention)
            or self._disclosure(mention)
        )
        if found is None:
            return Attribution(Subject(self._plain_name(mention)), self._is_sure(mention))
        if found.kind == "received":
            self._total, self._total_mention = found, mention
        return found

    # ---- reviews and cases at court

    def _case(self, mention: Mention, evidence: bool) -> Attribution | None:
        topics = _respectively(mention) or _cases_of(mention)
        outcomes = mention.senses("outcome")
        lasting = mention.topic in _CASES and self._about_disclosure
        if not topics and not (outcomes and mention.topic in _CASES):
            return None
        if mention.figure.measure not in _COUNTS:
            return None
        handled = _HANDLED.intersection(mention.senses("verb"))
        about = evidence or lasting or (self._section == "application" and not handled)
        if topics:
            self._about_disclosure = about
        if topics or self._named[-1:] != [mention.topic]:
            self._named = list(dict.fromkeys(topics or [mention.topic]))
        named = self._named  # 行政复议、行政诉讼案件9件，结果维持6件: of both
        subject = self._subjects.cases[named[-1]]
        for other in named[:-1]:
            subject = subject.plus(self._subjects.cases[other])
        mapped = [sense for sense in outcomes if sense not in ("unmapped", "decided")]
        if len(mapped) == 1 and len(outcomes) == 1:
            subject = subject._replace(columns=(mapped[0],))
        sure = about and self._is_sure(mention) and len(outcomes) == len(mapped) <= 1
        together = mention.figure.value == 0 or has_kind(mention.head, "list", "total", "sum")
        return Attribution(subject, sure and (len(named) == 1 or together), "case")

    # ---- applications

    def _speaks_of_applications(self, mention: Mention) -> bool:
        topics = mention.senses("topic")
        if "application" in topics:
            return _FEES.isdisjoint(topics)  # 依申请公开信息处理费: what is charged for them
        others = [sense for sense in topics if sense not in _APPLICATIONS]
        return not others and mention.topic == "application"

    def _carried(self, mention: Mention) -> Attribution | None:
        direction = carried(mention.head, self._year) or self._carried_behind(mention)
        if not direction or not self._counts_applications(mention):
            return None
        sure = self._is_sure(mention) and self._follows_own(mention)
        partly = direction == "over" and (
            bool(_ENDED.intersection(mention.senses("verb")))
            or (mention.behind is None and mention.clause.before == "(" and self._is_part_of_done())
        )
        return Attribution(self._subjects.received[direction], sure and not partly, "carried")

    def _carried_behind(self, mention: Mention) -> str:
        """结转2件至2025年; 办结12件，结转2件 can only be carried forward."""
        if not has_kind(mention.left, "carry"):
            return ""
        told = carried([*mention.left, *mention.right], self._year)
        if told or not self._is_part_of_done() or has_kind(mention.left, "list"):
            return told  # 办结12件，其中结转1件: carried over, or so it seems
        return "" if mention.clause.before == "(" else "forward"

    def _is_part_of_done(self) -> bool:
        return self._total is not None and self._total.subject.code == "C403"

    def _counts_applications(self, mention: Mention) -> bool:
        return mention.figure.measure in _COUNTS and self._speaks_of_applications(mention)

    def _follows_own(self, mention: Mention) -> bool:
        """Whether the applications that it is part of are all of the agency's own."""
        if self._total is None or self._total_mention is None or self._total.sure:
            return True
        return self._total_mention.clause.sentence != mention.clause.sentence

    def _applicant(self, mention: Mention) -> Attribution | None:
        kinds = applicants(mention.head)
        if len(kinds) != 1 or not self._counts_applications(mention):
            return None
        known = self._subjects.applicants.get(kinds[0])
        if known is None:
            return Attribution(Subject("applicants"), False, "applicant")
        rows = self._result_of(mention)
        if rows is None and "verb" in {token.kind for token in mention.head}:
            rows = self._received_of(mention)
        parent = self._total.subject if self._total else self._subjects.received["receive"]
        subject = (rows or parent)._replace(columns=known.columns, code=known.code, name=known.name)
        sure = self._is_sure(mention) and self._follows_own(mention)
        total = None if rows else self._total_mention
        return Attribution(subject, sure, "applicant", total)

    def _result(self, mention: Mention) -> Attribution | None:
        if not mention.senses("result") and not mention.senses("reason"):
            return None
        if not self._counts_applications(mention) or "items" in mention.senses("topic"):
            return None
        subject = self._result_of(mention)
        if subject is None:
            return Attribution(Subject("other results"), False, "result")
        sure = self._is_sure(mention) and self._follows_own(mention)
        return Attribution(subject, sure, "result")

    def _result_of(self, mention: Mention) -> Subject | None:
        return result_of([*mention.reasons, *mention.head], self._subjects)

    def _received(self, mention: Mention) -> Attribution | None:
        if not self._counts_applications(mention):
            return None
        subject = self._received_of(mention)
        if subject is None:
            return None
        senses = mention.senses("topic")
        if "application_short" in senses and "application" not in senses and not mention.topic:
            return None
        if _is_with_carried(mention, self._year) and subject.code == "C401":
            subject = self._subjects.received["due"]._replace(name=subject.name)
        rest = has_kind(mention.left, "list", "rest", "others", "besides")
        return Attribution(subject, self._is_sure(mention) and not rest, "received")

    def _received_of(self, mention: Mention) -> Subject | None:
        received = self._subjects.received
        verbs = [sense for sense in mention.senses("verb") if sense in received]
        if not verbs:
            spoken = any(sense in _APPLICATIONS for sense in mention.senses("topic"))
            plain = spoken and not mention.senses("verb") and mention.left_headed
            return received["receive"] if plain else None
        subject = received[verbs[0]]
        for verb in verbs[1:]:
            subject = subject.also(received[verb])
        if _RECEIVED.intersection(verbs) and "new" not in verbs:
            subject = subject._replace(code="C401", name=received["receive"].name)
        return subject

    # ---- table 二

    def _disclosure(self, mention: Mention) -> Attribution | None:
        topics = mention.senses("topic")
        kinds = [sense for sense in topics if sense in self._subjects.disclosure]
        if not kinds and mention.topic in _DOCUMENTS and not topics:
            kinds = [mention.topic]
        if not kinds:
            return None
        subject = self._subjects.disclosure[kinds[-1]]
        for other in set(kinds[:-1]) - {kinds[-1]}:
            subject = subject.plus(self._subjects.disclosure[other])
        verbs = mention.senses("verb")
        column = self._column(mention, kinds[-1], verbs)
        others = len(kinds) < len(topics) or "publish" in verbs or "act" in verbs
        if not column or others:
            return Attribution(Subject(subject.name), False, "")
        sure = self._is_sure(mention) and mention.situation.period != "running"
        return Attribution(subject._replace(columns=column), sure, "disclosure")

    def _column(self, mention: Mention, kind: str, verbs: Sequence[str]) -> tuple[str, ...] | None:
        """The columns of table 二 (of either edition) that the verb means."""
        columns = self._subjects.columns
        if kind == "fees":
            money = mention.figure.measure == "money"
            return columns["collect"] if money and set(verbs) <= {"collect"} else None
        if mention.figure.measure not in (*_COUNTS, "item"):
            return None
        if kind in _POWERS:
            return columns["decide"] if self._is_decided(mention, verbs) else None
        stock = [verb for verb in verbs if verb in _STOCK]
        return columns[stock[0]] if len(set(stock)) == 1 and len(stock) == len(verbs) else None

    def _is_decided(self, mention: Mention, verbs: Sequence[str]) -> bool:
        """Whether decisions are counted: 作出行政许可, 办理行政许可N件, 、行政处罚 behind either.

        办理行政许可事项 and 办理行政处罚案件 count what came in.
        """
        bare = bool(mention.left) and mention.left[-1].kind == "topic"
        decided = set(verbs) == {"decide"} or (bare and verbs == ["handle"])
        if decided or "decide" in verbs:
            self._decided = mention.clause.sentence
        return decided or (bare and not verbs and self._decided == mention.clause.sentence)

    # ---- doubts and names

    def _is_sure(self, mention: Mention) -> bool:
        situation = mention.situation
        own = situation.year is None and situation.period in ("", "running") and not situation.scope
        if has_kind(mention.left, "negation") or direction_of(mention):
            return False
        return own and not mention.is_base and not is_limited(mention, self._names)

    def _plain_name(self, mention: Mention) -> str:
        for sense in reversed(mention.senses("topic")):
            if sense in self._subjects.plain:
                return self._subjects.plain[sense]
        return "figures"


def applicants(tokens: Sequence[Token]) -> list[str]:
    """The kinds of applicant named; 公民 after a verb is anybody: 收到公民提出的申请."""
    verb = anybody = False
    found: dict[str, None] = {}
    for token in tokens:
        if token.kind == "verb":
            verb = True
        elif token.kind == "applicant" and token.sense != "anybody":
            if token.sense != "citizen":
                found[token.sense] = None
            elif verb:
                anybody = True
            else:
                found["natural_person"] = None
    if anybody and found:  # 公民、法人和其他组织
        found["natural_person"] = None
    return list(found)


def _cases_of(mention: Mention) -> list[str]:
    """The kinds of cases named; 未经复议直接起诉的行政诉讼 are of that group alone."""
    named = [sense for sense in mention.senses("topic") if sense in _CASES]
    return [
        sense for before, sense in zip(["", *named], named, strict=False)
        if not (sense == "litigation" and before.startswith("litigation_"))
    ]  # fmt: skip


def _respectively(mention: Mention) -> list[str]:
    """What a figure counts where several do in order: 行政复议、行政诉讼分别为3件、2件."""
    tokens = mention.clause.tokens
    figures = [token.start for token in tokens if token.kind == "figure"]
    before = [token for token in tokens if token.start < figures[0]]
    cases = [token.sense for token in before if token.kind == "topic" and token.sense in _CASES]
    if len(figures) != len(cases) or not has_kind(before, "list", "respectively"):
        return []
    return [cases[figures.index(mention.token.start)]]


def carried(tokens: Sequence[Token], year: int | None) -> str:
    """ "over" (上年结转), "forward" (结转下年度) or "" where the words say neither."""
    found, told = "", ""
    for place, token in enumerate(tokens):
        if token.kind == "carry":
            if token.sense != "carry":
                return token.sense
            found = "carry"
        if token.kind == "year" and year and token.year in (year - 1, year + 1):
            near = tokens[max(place - 1, 0) : place + 2]
            if any(other.kind == "carry" for other in near):
                told = "over" if token.year == year - 1 else "forward"
        if token.kind == "time" and token.sense in ("last_year", "next_year"):
            told = "over" if token.sense == "last_year" else "forward"
    return told if found else ""


def result_of(tokens: Sequence[Token], subjects: Subjects) -> Subject | None:
    """The rows that results and reasons name together; None where they cannot be mapped."""
    reasons, results = [], []
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.kind == "reason" and not (following and following.sense == "open"):
            reasons.append(token.sense)
        if token.kind == "result":
            results.append(token.sense)
    chosen = list(dict.fromkeys(reasons or results))
    if "unmapped" in results or not chosen:
        return None
    subject = subjects.results.get(chosen[0])
    for other in chosen[1:]:
        if subject and other in subjects.results:
            subject = subject.plus(subjects.results[other])
    return subject


def _is_with_carried(mention: Mention, year: int | None) -> bool:
    """Whether last year's applications are said to be in the figure: （含上年结转1件）."""
    return mention.behind is not None and carried(mention.behind.tokens, year) == "over"


def has_kind(tokens: Iterable[Token], kind: str, *senses: str) -> bool:
    """Whether one of the tokens is of a kind (and of one of the senses)."""
    return any(token.kind == kind and (not senses or token.sense in senses) for token in tokens)
