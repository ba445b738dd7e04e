"""What 总体情况 must speak of: its five topics, and a government's 考核, 评议 and 责任追究."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.structure.contents import has_picture, passages_below
from gpar_lint.checks.structure.headings import placeholder_in
from gpar_lint.checks.structure.leads import leads_of
from gpar_lint.checks.structure.numbering import chinese_numeral
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.fields import Fields
from gpar_lint.report.model import Chapter, Passage
from gpar_lint.report.ordinals import read_ordinal
from gpar_lint.text.span import Span

_NAME = re.compile("《[^《》]*》")
_SENTENCE = re.compile("[。;!?\n]")
_NUMBER = re.compile("[0-9]+")
_OVERVIEW = "一"
_WRITABLE = ("text", "markdown")


class _Overview(NamedTuple):
    """总体情况 as it is searched for topics."""

    chapter: Chapter
    passages: Sequence[Passage]
    leads: Sequence[str]  # its lower headings and the first words of paragraphs and items
    text: str  # without titles of documents and bare lists of the topics; a figure is #
    sections: str  # what of it stands under headings


def check_overview_topics(context: Context, rule: Rule) -> Iterator[Finding]:
    """A topic of which 总体情况 says nothing (S118)."""
    topics = vocabulary(context, "topics").tables("topics")
    overview = _overview(context, topics)
    if overview is None:
        return
    headed = [_has_name(overview, topic) for topic in topics]
    missing = [
        topic
        for topic, own in zip(topics, headed, strict=True)
        if not own and not _speaks_of(overview, topic, alone=sum(headed) == len(topics) - 1)
    ]
    for place, topic in enumerate(missing):
        values = {"topic": topic.text("name"), "title": overview.chapter.title.text}
        fix = _topic_added(context, rule, overview, topic.text("name"), place)
        yield Finding(rule.code, overview.chapter.span, values, hint="hint", fix=fix)


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
    names = topic.strings("names")
    return any(name in lead for lead in overview.leads for name in names)


def _speaks_of(overview: _Overview, topic: Fields, *, alone: bool) -> bool:
    """Whether headings or content speak of a topic that no heading names.

    `alone`: all the others have their heading, so that passing words are not enough: sentences
    below the headings, as many as the topic needs, must speak of it.
    """
    headings = topic.strings("headings")
    if not alone and any(word in lead for lead in overview.leads for word in headings):
        return True
    signs = topic.strings("signs")
    if not alone:
        return any(sign in overview.text for sign in (*signs, *topic.strings("weak")))
    needed = topic.year("elsewhere") or 1
    sentences = _SENTENCE.split(overview.sections)
    return sum(any(sign in sentence for sign in signs) for sentence in sentences) >= needed


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
