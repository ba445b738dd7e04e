"""Statements: everything that the passages of a report say in figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from gpar_lint.format.rulebook import Rulebook
from gpar_lint.report.agency import describe_agency
from gpar_lint.report.claims.areas import own_area, own_names, with_own_area, with_own_names
from gpar_lint.report.claims.attribution import Attribution, Attributor
from gpar_lint.report.claims.bounds import Names
from gpar_lint.report.claims.clauses import Clause
from gpar_lint.report.claims.denials import Denial, DenialReader
from gpar_lint.report.claims.doubts import with_doubts
from gpar_lint.report.claims.grants import with_grants
from gpar_lint.report.claims.lexicon import Sections, Vocabulary, read_vocabulary
from gpar_lint.report.claims.lists import Breakdown, find_breakdowns
from gpar_lint.report.claims.mentions import Mention, find_mentions
from gpar_lint.report.claims.subjects import Subjects, read_subjects
from gpar_lint.report.claims.tokens import Token, tokenise
from gpar_lint.report.claims.wholes import Whole, WholeReader
from gpar_lint.report.model import Passage, Report
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_FIGURE = regex("[0-9]|[一两二三四五六七八九十百千万余](?:件|条|次|篇|个|起|宗|份|场|项|人|名|期)")
# A passage without a figure and without a denial or 全部 that is about a table claims nothing.
_QUANTIFIERS = ("未", "没", "无", "零", "不存在", "均", "全部", "都")
_MATTERS = ("公开", "申请", "复议", "诉讼", "收费", "结转", "办结")
_SUBHEADING = regex(r"[(]?[一二三四五六七八九十]{1,3}[)、.]")
_DISCLOSURE = frozenset(("application", "items"))


class Statement(Record):
    """A passage and what it says in figures."""

    passage: Passage
    placed: Sequence[tuple[Token, Clause]]  # its tokens with their clauses
    figures: Sequence[Mention]
    about: Sequence[Attribution]  # of each of the figures
    breakdowns: Sequence[Breakdown]
    denials: Sequence[Denial]
    wholes: Sequence[Whole]

    @property
    def text(self) -> str:
        """The passage's squeezed text."""
        return self.passage.content.text


def read_statements(report: Report, rulebook: Rulebook) -> list[Statement]:
    """The statements of a report, in the order of its passages."""
    vocabulary = read_vocabulary(Sections(rulebook.vocabulary["claim-words"]))
    subjects = read_subjects(rulebook.vocabulary["claim-subjects"], report.edition)
    agency_words: Mapping[str, object] = rulebook.vocabulary.get("agency", {})
    reader = _Reader(report, vocabulary, subjects, agency_words)
    return list(reader.read())


def _tells(text: str) -> bool:
    """Whether a passage may claim something."""
    if _FIGURE.search(text):
        return True
    quantified = any(word in text for word in _QUANTIFIERS)
    return quantified and any(word in text for word in _MATTERS)


class _Reader:
    def __init__(
        self,
        report: Report,
        vocabulary: Vocabulary,
        subjects: Subjects,
        agency_words: Mapping[str, object],
    ) -> None:
        self._report = report
        self._vocabulary = vocabulary
        self._subjects = subjects
        self._endings = tuple(cast("Sequence[str]", agency_words.get("endings", ())))
        agency = describe_agency(report.agency, agency_words)
        self._area = own_area(agency)
        self._own_names = own_names(agency, agency_words)
        self._topic = ""  # of the section
        self._chapter: str | None = None

    def read(self) -> Iterator[Statement]:
        """The statements, passage by passage."""
        for passage in self._report.passages:
            if passage.chapter != self._chapter:
                self._chapter = passage.chapter
                self._topic = "application" if passage.chapter in ("三", "四") else ""
            text = passage.content.text
            if passage.heading or _SUBHEADING.match(text):
                self._topic = self._section_topic(text)
            if _tells(text):
                yield self._statement(passage)

    def _section_topic(self, text: str) -> str:
        """What a section is about, by its heading."""
        heading = text[: max(text.find("。"), 0) or 30][:30]
        return "application" if "申请公开" in heading or "公开申请" in heading else ""

    def _statement(self, passage: Passage) -> Statement:
        text, year = passage.content.text, self._report.year
        tokens = with_own_names(tokenise(text, self._vocabulary), text, self._own_names)
        tokens = with_own_area(tokens, text, self._area)
        mentions = find_mentions(tokens, year, self._topic)
        names = Names(text, self._report.agency, self._endings)
        evident = {
            clause.sentence
            for token, clause in mentions.placed
            if token.kind == "topic" and token.sense in _DISCLOSURE and "公开" in names.of(token)
        }
        unrelated = {
            clause.sentence
            for token, clause in mentions.placed
            if token.kind == "negation" and token.sense == "unrelated"
        }
        attributor = Attributor(self._subjects, names, year, self._topic)
        about = [
            attributor.attribute(mention, mention.clause.sentence in evident)
            for mention in mentions.figures
        ]
        about = [
            its._replace(sure=False) if mention.clause.sentence in unrelated else its
            for mention, its in zip(mentions.figures, about, strict=True)
        ]
        clauses = list({id(clause): clause for _, clause in mentions.placed}.values())
        denier = DenialReader(self._subjects, names, year, clauses)
        denials = [
            denial
            for mention in mentions.denials
            if (denial := denier.read(mention, mention.clause.sentence in evident))
        ]
        breakdowns = find_breakdowns(mentions.figures, mentions.placed)
        about = with_doubts(about, mentions.figures, breakdowns)
        about = with_grants(about, mentions.figures, text, self._subjects.results["granted"])
        whole_reader = WholeReader(self._subjects, mentions, about)
        wholes = [whole for mention in mentions.wholes if (whole := whole_reader.read(mention))]
        return Statement(
            passage, mentions.placed, mentions.figures, about, breakdowns, denials, wholes
        )
