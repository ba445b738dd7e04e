"""Statements that a report has to make: one question, asked of rows of wordings.

The wordings are rules/vocabulary/declarations.toml, [statement.NAME]; a rule names its statement
in the option `statement`. What is required by the format and what by convention stands in the
rules' basis (see the catalogue).
"""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.claims.gaps import gaps
from gpar_lint.checks.context import Context
from gpar_lint.checks.declarations.insertion import inserted, preamble_of
from gpar_lint.checks.declarations.telephone import means_telephone
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.reporting_year import reporting_year
from gpar_lint.checks.sentences import Sentence, find_sentences
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.fields import Fields
from gpar_lint.report.model import Report
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Wording(Record):
    """One way to make a statement: a word of every group, none of `never`, in one sentence."""

    words: tuple[tuple[str, ...], ...]
    never: tuple[str, ...]
    chapters: tuple[str, ...]  # "" before the first chapter; empty: anywhere
    names: bool  # titles in 《》 count
    lead: bool  # the heading above may supply all but the last group's word
    telephone: bool  # a telephone number stands in it, right or wrong

    def is_in(self, sentence: Sentence, *, blank: bool) -> bool:
        """Whether a sentence makes the statement in this way.

        `blank`: a figure is missing in it (C425), which stands for what would be said.
        """
        if self.chapters and (sentence.passage.chapter or "") not in self.chapters:
            return False
        text = sentence.text if self.names else sentence.nameless
        said = _holds_any(text, self.words[-1]) or (blank and len(self.words) > 1)
        if not said or _holds_any(text, self.never):
            return False  # what is said of it is said in the sentence itself
        if self.telephone and not means_telephone(text):
            return False
        led = sentence.lead + text if self.lead else text
        return all(_holds_any(led, group) for group in self.words[:-1])


def _holds_any(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def check_statement(context: Context, rule: Rule) -> Iterator[Finding]:
    """The statement that the rule's option names is nowhere made (D501, D502, D504, D505, D507)."""
    name = str(rule.options["statement"])
    row = vocabulary(context, "declarations").table("statement").table(name)
    report = context.report
    if _is_hollow(report, row.text("depends", "")) or made(context, name):
        return
    notice = report.edition.notice
    title = notice.title.replace("《", "〈").replace("》", "〉")
    values = {"year": reporting_year(context) or "　　", "notice": notice.number, "title": title}
    where = row.text("place")
    fix = inserted(context, rule, where, values)
    yield Finding(rule.code, _place(report, where), values, fix=fix)


def made(context: Context, name: str) -> Sentence | None:
    """The first sentence that makes a statement."""
    known = context.once(_made_so_far)
    if name not in known:
        known[name] = _first_making(context, name)
    return known[name]


def _made_so_far(context: Context) -> dict[str, Sentence | None]:
    return {}


def _first_making(context: Context, name: str) -> Sentence | None:
    row = vocabulary(context, "declarations").table("statement").table(name)
    wordings = [_wording(fields) for fields in row.tables("wording")]
    lacking = [gap.span.start for gap in context.once(gaps)]
    for sentence in context.once(find_sentences):
        start, end = sentence.content.span()
        blank = any(start <= place < end for place in lacking)
        if any(wording.is_in(sentence, blank=blank) for wording in wordings):
            return sentence
    return None


def _wording(fields: Fields) -> Wording:
    return Wording(
        fields.lists("words"),
        fields.strings("never"),
        fields.strings("chapters"),
        bool(fields.values.get("names")),
        bool(fields.values.get("lead")),
        bool(fields.values.get("telephone")),
    )


def _is_hollow(report: Report, number: str) -> bool:
    """Whether the chapter where a statement is at home is absent or empty (S111, S116)."""
    return bool(number) and not report.passages_in(number)


def _place(report: Report, where: str) -> Span | None:
    """The paragraph or heading where a statement belongs.

    A preamble wrapped over many lines is too long to point at: then the heading of chapter 六,
    whose end is the other place for such statements.
    """
    preamble = preamble_of(report)
    if where == "preamble" and preamble and not preamble[0].joints:
        return preamble[0].span
    number = where if where != "preamble" else "六" if preamble else "一"
    chapter = report.chapter(number) or next(iter(report.chapters), None)
    if chapter:
        return chapter.span
    return report.title.span if report.title else None
