"""存在的主要问题及改进情况: does the chapter state problems, and improvements (S119)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.structure.contents import has_picture, passages_below
from gpar_lint.checks.structure.headings import placeholder_in
from gpar_lint.checks.structure.leads import leads_of
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.fields import Fields
from gpar_lint.text.patterns import regex

_CHAPTER = "五"
_CLAUSE = regex("[,，;:。!?\n]")
_MARK = regex(
    r"^(?:\([一二三四五六七八九十0-9]+\)|[一二三四五六七八九十]+是|[0-9]+[.、])?[*_]*(?:是)?"
)


def check_prospects(context: Context, rule: Rule) -> Iterator[Finding]:
    """A chapter 五 that states no problem, or no improvement; one finding."""
    report = context.report
    chapter = report.chapter(_CHAPTER)
    if chapter is None or has_picture(context, chapter):
        return
    passages = passages_below(context, chapter)
    leads = [lead.text for passage in passages for lead in leads_of(passage)]
    text = "\n".join([passage.content.text for passage in passages])
    if not text or placeholder_in(context, chapter):
        return
    words = vocabulary(context, "topics")
    problems, improvements = words.table("problems"), words.table("improvements")
    neutral = problems.strings("neutral")
    leads, stated = [_without(lead, neutral) for lead in leads], _without(text, neutral)
    has_problem = _leads(leads, problems) or _has_any(stated, problems.strings("signs"))
    has_improvement = _leads(leads, improvements) or _improves(stated, problems, improvements)
    if not (has_problem and has_improvement):
        text = "improvements" if has_problem else "problems" if has_improvement else "message"
        yield Finding(rule.code, chapter.span, {"title": chapter.title.text}, text)


def _leads(leads: Sequence[str], words: Fields) -> bool:
    """Whether a paragraph or item is headed so, with something said after the heading."""
    known = words.strings("leads")
    return any(word in lead for lead in leads for word in known if not lead.startswith("针对"))


def _has_any(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _without(text: str, phrases: Sequence[str]) -> str:
    for phrase in phrases:
        text = text.replace(phrase, "")
    return text


def _improves(text: str, problems: Fields, improvements: Fields) -> bool:
    """Whether a clause tells what is or will be done; one that tells what is wanting does not.

    What was done well is often told first: only clauses after a problem may speak by their verb
    alone, or any where no problem is told at all.
    """
    signs, actions = improvements.strings("signs"), improvements.strings("actions")
    adverbs, faults = improvements.strings("adverbs"), problems.strings("signs")
    acts = wanting = False
    for clause in _CLAUSE.split(text):
        if _has_any(clause, faults):
            wanting = True
        elif _has_any(clause, signs):
            return True
        elif _bare(clause, adverbs).startswith(actions):
            if wanting:
                return True
            acts = True
    return acts and not wanting


def _bare(clause: str, adverbs: tuple[str, ...]) -> str:
    """A clause without the mark of an item and the adverbs before its verb."""
    clause = _MARK.sub("", clause)
    while clause.startswith(adverbs):
        clause = clause[max(len(word) for word in adverbs if clause.startswith(word)) :]
    return clause
