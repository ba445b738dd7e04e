"""X903: a chapter that says what last year's report, or another agency's, says already."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.across.imprint import Imprint, Narrative
from gpar_lint.checks.across.narrative import own_words
from gpar_lint.checks.across.options import number_option
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Chapter
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.records import Record
from gpar_lint.text.shingles import Shared, shared

_SHOWN = 40  # characters of a long passage, from either end


class _Copy(Record):
    """What a chapter shares with the same chapter of another report."""

    shared: Shared
    source: Imprint
    chapter: Narrative


def check_copied(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a chapter, about the report that it shares most with.

    Options: `copied-share`, the share of its own words from which a chapter counts as copied, and
    `copied-length`, how many words of its own it must have at least.
    """
    share = number_option(context, rule, "copied-share")
    length = number_option(context, rule, "copied-length")
    for number, words in context.once(own_words).items():
        chapter = context.report.chapter(number)
        if chapter is None or len(words.text) < length:
            continue
        copies = list(_copies(context, number, words.text))
        most = max(copies, key=lambda copy: copy.shared.length, default=None)
        if most and most.shared.length >= share * len(words.text):
            yield _finding(context, rule, chapter, words, most)


def _copies(context: Context, number: str, words: str) -> Iterator[_Copy]:
    relatives = context.relatives
    for source in (relatives.previous, *relatives.others):
        chapter = source.chapters.get(number) if source else None
        if source and chapter:
            yield _Copy(shared(words, chapter.words), source, chapter)


def _finding(
    context: Context, rule: Rule, chapter: Chapter, words: Excerpt, copy: _Copy
) -> Finding:
    passage = words.span(copy.shared.start, copy.shared.end)
    text = context.report.document.excerpt(*passage).text
    squeezed = "".join(text.split())
    values = {
        "chapter": chapter.title.text,
        "share": 100 * copy.shared.length // len(words.text),
        "agency": copy.source.agency,
        "year": copy.source.year,
        "length": len(squeezed),
        "passage": _shortened(squeezed),
    }
    related = (
        Related(passage, "passage", values),
        Related(None, "source", values, copy.chapter.place),
    )
    is_last_years = copy.source is context.relatives.previous
    return Finding(
        rule.code,
        chapter.span,
        values,
        text="message" if is_last_years else "other",
        related=related,
    )


def _shortened(passage: str) -> str:
    return passage if len(passage) <= 2 * _SHOWN else f"{passage[:_SHOWN]}……{passage[-_SHOWN:]}"
