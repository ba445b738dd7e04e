"""What 总体情况 must speak of: its five topics, and a government's 考核, 评议 and 责任追究."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.structure.contents import has_picture, passages_below
from gpar_lint.checks.structure.headings import placeholder_in
from gpar_lint.checks.structure.leads import Lead, leads_of
from gpar_lint.checks.structure.numbering import chinese_numeral
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.fields import Fields
from gpar_lint.report.model import Chapter, Passage
from gpar_lint.report.ordinals import read_ordinal
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_NAME = regex("《[^《》]*》")
_SENTENCE = regex("[。;!?\n]")
_NUMBER = regex("[0-9]+")
_OVERVIEW = "一"
_WRITABLE = ("text", "markdown", "html")


class _Overview(Record):
    """总体情况 as it is searched for topics."""

    chapter: Chapter
    passages: Sequence[Passage]
    leads: Sequence[Lead]  # its lower headings and the first words of paragraphs and items
    text: str  # without titles of documents and bare lists of the topics; a figure is #
    sections: str  # what of it stands under headings


def check_overview_topics(context: Context, rule: Rule) -> Iterator[Finding]:
    """A topic of which 总体情况 says nothing (S118)."""
    topics = vocabulary(context, "topics").tables("topics")
    overview = _overview(context, topics)
    if overview is None:
        return
    unnamed = [topic for topic in topics if not _has_name(overview, topic)]
    if len(unnamed) == 1:
        others = [topic for topic in topics if topic is not unnamed[0]]
        missing = [topic for topic in unnamed if not _has_place_of(overview, topic, others)]
    else:
        headed = len(unnamed) < len(topics) / 2
        missing = [topic for topic in unnamed if not _speaks_of(overview, topic, headed=headed)]
    for place, topic in enumerate(missing):
        values = {"topic": topic.text("name"), "title": overview.chapter.title.text}
        fix = _topic_added(context, rule, overview, topic.text("name"), place)
        yield Finding(rule.code, overview.chapter.span, values, fix=fix)


def _overview(context: Context, topics: Sequence[Fields]) -> _Overview | None:
    """None where the chapter is missing, empty, or holds a picture that may say it all."""
    report = context.report
    chapter = report.chapter(_OVERVIEW)
    if chapter is None or has_picture(context, chapter):
        return None
    passages = passages_below(context, chapter)
    if not passages or placeholder_in(context, chapter):
        return None
    leads = [lead for passage in passages for lead in leads_of(passage)]
    styles = [read_ordinal(passage.content.text).style for passage in passages]
    start = styles.index("bracketed") if "bracketed" in styles else 0
    text, sections = _told(passages, topics), _told(passages[start:], topics)
    return _Overview(chapter, passages, leads, text, sections)


def _told(passages: Sequence[Passage], topics: Sequence[Fields]) -> str:
    text = "\n".join([passage.content.text for passage in passages])
    return _NUMBER.sub("#", _without_lists(_NAME.sub("", text), topics))


def _without_lists(text: str, topics: Sequence[Fields]) -> str:
    """Without 主动公开、依申请公开、政府信息管理等: a list of topics says nothing of any."""
    names = [name for topic in topics for name in (topic.text("name"), *topic.strings("listed"))]
    name = "(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")"
    return re.sub(f"{name}(?:(?:[、和及与]|以及){name}){{2,}}", "", text)


def _has_name(overview: _Overview, topic: Fields) -> bool:
    return any(_has_any(lead.text, topic.strings("names")) for lead in overview.leads)


def _has_any(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _speaks_of(overview: _Overview, topic: Fields, *, headed: bool) -> bool:
    """Whether headings or content speak of a topic that no heading names.

    Where most topics have headings, a word that comes up under another's says nothing of this one.
    """
    if any(_has_any(lead.text, topic.strings("headings")) for lead in overview.leads):
        return True
    weak = () if headed else topic.strings("weak")
    return _has_any(overview.text, (*topic.strings("signs"), *weak))


def _has_place_of(overview: _Overview, topic: Fields, others: Sequence[Fields]) -> bool:
    """Whether the one topic that no heading names has its place where the others have theirs.

    Passing words are not enough then: a section under another heading, or as many sentences below
    the headings as the topic needs.
    """
    names = [name for other in others for name in other.strings("names")]
    headings = topic.strings("headings")
    for lead in overview.leads:
        if lead.section and _has_any(lead.text, headings) and not _has_any(lead.text, names):
            return True
    sentences = _SENTENCE.split(overview.sections)
    found = sum(_has_any(sentence, topic.strings("signs")) for sentence in sentences)
    return found >= (topic.year("elsewhere") or 1)


def _topic_added(
    context: Context, rule: Rule, overview: _Overview, topic: str, place: int
) -> Fix | None:
    """A paragraph to fill in at the end of the chapter, numbered on where its topics are."""
    if context.report.document.kind not in _WRITABLE or not overview.passages:
        return None
    ordinals = [read_ordinal(passage.content.text) for passage in overview.passages]
    last = max([o.value for o in ordinals if o.style == "bracketed"], default=0)
    ordinal = f"（{chinese_numeral(last + 1 + place)}）" if last else ""
    values = {"ordinal": ordinal, "topic": topic}
    end = overview.passages[-1].span.end
    text = "\n\n" + rule.text("insert", "zh", values)
    return Fix((Edit(Span(end, end), text),), safe=False, values=values)


def check_assessment_topics(context: Context, rule: Rule) -> Iterator[Finding]:
    """A government's report that is silent on 工作考核, 社会评议 or 责任追究 (S124)."""
    report = context.report
    chapter = report.chapter(_OVERVIEW)
    if chapter is None or not report.agency.endswith("人民政府"):
        return
    text = "\n".join([_NAME.sub("", passage.content.text) for passage in report.passages])
    missing = [
        topic.text("name")
        for topic in vocabulary(context, "topics").tables("assessments")
        if not any(sign in text for sign in topic.strings("signs"))
    ]
    if missing and not report.pictures:
        values = {"agency": report.agency, "topics": "、".join(missing)}
        yield Finding(rule.code, chapter.span, values)
