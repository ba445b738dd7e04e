"""C431: a year that must be the reporting year and is not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from gpar_lint.checks.claims.statements import statements
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.reporting_year import year_agreed_on
from gpar_lint.checks.sentences import Sentence, find_sentences
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.fields import Fields
from gpar_lint.report.claims import Statement
from gpar_lint.report.model import Passage
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_YEAR = regex(r"(?<![0-9])((?:19|20)[0-9]{2})年度?")
_ANNOUNCED = regex(
    r"((?:19|20)[0-9]{2})年度?(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:年度)?报告"
)
_YEAR_END = regex(r"截[至止]到?于?((?:19|20)[0-9]{2})年(?:度?末|底|12月底|12月31日)")
_LEAD = regex(
    r"(?:[(]?[一二三四五六七八九十]{1,3}[)、.是][^0-9。;]{0,20}?[。:]?)?((?:19|20)[0-9]{2})年(度?)(?![0-9])"
)
_TABLED = ("二", "三", "四")
_CAPTION = 40  # code points at most
_COMPARED = 80  # code points behind a sentence in which this year is compared


class _Stale(Record):
    year: int
    span: Span


def check_stale_year(context: Context, rule: Rule) -> Iterator[Finding]:
    """C431: one finding a passage; one on the title where the text agrees on another year."""
    report = context.report
    agreed = context.once(year_agreed_on)
    if agreed is not None and report.title and report.title.year_span:
        values = {"stated": report.title.year, "due": agreed}
        yield Finding(rule.code, report.title.year_span, values, text="title")
        return
    if report.year is None:
        return
    finder = _Finder(context, report.year)
    last: Passage | None = None
    for sentence in context.once(find_sentences):
        if sentence.passage is last:
            continue
        stale = finder.find(sentence)
        if stale:
            last = sentence.passage
            values = {"stated": stale.year, "due": report.year}
            yield Finding(rule.code, stale.span, values)


class _Finder:
    def __init__(self, context: Context, due: int) -> None:
        self._context = context
        self._due = due
        self._words: Fields = vocabulary(context, "claim-years")
        self._openings = _openings(context.report.passages)
        self._told = {id(one.passage): one for one in context.once(statements)}
        self._own_work: dict[int, list[int]] = {}
        self._own = context.report.agency

    def find(self, sentence: Sentence) -> _Stale | None:
        """The stale year of a sentence."""
        if sentence.passage.chapter is None:
            return self._stale(sentence, _ANNOUNCED.search(sentence.text))
        years = {int(year) for year in _YEAR.findall(sentence.nameless)}
        if not years or self._due in years:
            return None
        return (
            self._caption(sentence)
            or self._stale(sentence, _YEAR_END.search(sentence.text))
            or self._fee(sentence)
            or self._lead(sentence)
        )

    def _stale(self, sentence: Sentence, found: re.Match[str] | None) -> _Stale | None:
        if found is None or int(found[1]) == self._due:
            return None
        return _Stale(int(found[1]), sentence.content.span(*found.span(1)))

    def _caption(self, sentence: Sentence) -> _Stale | None:
        text = sentence.text
        tabled = sentence.passage.chapter in _TABLED and len(text) <= _CAPTION
        if not tabled or not self._has(text, "captions"):
            return None
        return self._stale(sentence, _YEAR.search(text))

    def _fee(self, sentence: Sentence) -> _Stale | None:
        text = sentence.text
        if not self._has(text, "fees") or self._has(text, "comparisons"):
            return None
        if self._has(self._before(sentence), "fees"):
            return None  # this year's stand before; other years' may follow
        found = _LEAD.match(text)
        return self._stale(sentence, found)

    def _lead(self, sentence: Sentence) -> _Stale | None:
        """20XX年，我局…: at an opening, or before a figure of the year's own work."""
        text = sentence.text
        found = _LEAD.match(text)
        if found is None or self._has(text, "comparisons"):
            return None
        if int(found[1]) > self._due and (
            sentence.passage.chapter != "一" or self._has(text, "plans")
        ):
            return None
        if str(self._due) in self._following(sentence):
            return None
        opens = id(sentence.passage) in self._openings and self._is_first(sentence)
        own = text.startswith(("，", ","), found.end()) or self._is_own(text, found.end())
        if (opens and own) or (own and self._counts(sentence)):
            return self._stale(sentence, found)
        leads = text.startswith(self._words.strings("leads"), found.end())
        if leads and self._counts(sentence):
            return self._stale(sentence, found)
        return None

    def _has(self, text: str, key: str) -> bool:
        return any(word in text for word in self._words.strings(key))

    def _is_own(self, text: str, start: int) -> bool:
        """Whether the agency's name follows: its own words, in any short form."""
        rest = text[start : start + len(self._own)]
        return rest[:2] == self._own[:2] or rest.startswith(self._words.strings("self"))

    def _is_first(self, sentence: Sentence) -> bool:
        content = sentence.passage.content
        before = sentence.content.span().start - content.span().start
        return before <= _CAPTION

    def _following(self, sentence: Sentence) -> str:
        """What stands behind a sentence in its passage, as far as a comparison would stand."""
        content = sentence.passage.content
        end = bisect_left(content.offsets, sentence.content.span().end)
        return content.text[end : end + _COMPARED]

    def _before(self, sentence: Sentence) -> str:
        """What the passage says of the reporting year before a sentence."""
        content = sentence.passage.content
        end = bisect_left(content.offsets, sentence.content.span().start)
        text = content.text[max(end - _COMPARED, 0) : end]
        return text[text.find(str(self._due)) :] if str(self._due) in text else ""

    def _counts(self, sentence: Sentence) -> bool:
        """Whether the sentence states a figure of the agency's own work."""
        statement = self._told.get(id(sentence.passage))
        if statement is None:
            return False
        places = self._own_work.get(id(statement))
        if places is None:
            places = self._own_work[id(statement)] = _own_work(statement)
        span = sentence.content.span()
        first = bisect_left(places, span.start)
        return first < len(places) and places[first] < span.end


def _own_work(statement: Statement) -> list[int]:
    """Where a statement has figures of the agency's own work, and denials, in the document.

    An earlier year's figure behind this year's of the same compares: 新收15件。2023年收到12件.
    """
    starts = [denial.start for denial in statement.denials]
    told: set[str] = set()  # the rules of this year's figures
    for mention, about in zip(statement.figures, statement.about, strict=True):
        code = about.subject.code
        if mention.situation.year is None:
            told.add(code)
        elif code and code in told:
            continue
        verbs = [token.sense for token in mention.left if token.kind == "verb"]
        if not mention.situation.scope and (about.subject.table or "publish" in verbs):
            starts.append(mention.token.start)
    return sorted(statement.passage.content.offsets[start] for start in starts)


def _openings(passages: Sequence[Passage]) -> frozenset[int]:
    """The passages that begin a chapter or a topic."""
    found = set()
    begins, chapter = False, None
    for passage in passages:
        if passage.chapter != chapter:
            begins, chapter = True, passage.chapter
        text = passage.content.text
        if begins or text.startswith(("(", "一、", "二、", "三、", "四、", "五、")):
            found.add(id(passage))
        begins = passage.heading
    return frozenset(found)
