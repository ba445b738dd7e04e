"""Citations held against the documents: the right edition, number and title (L601 to L603)."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.law.citations import Citation, find_citations
from gpar_lint.checks.law.documents import (
    TITLE_MARKS,
    Document,
    Library,
    find_library,
    number_key,
    plain_title,
)
from gpar_lint.checks.law.likeness import Change, changes_between
from gpar_lint.checks.reporting_year import edition_in_force, reporting_year
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.text.records import Record

_MOST_CHANGES = 4  # characters by which a misquoted title may differ
_SHARE = 5  # and no more than one in so many
_NATIONAL = ("中华人民共和国", "国务院")
_AROUND = 4  # characters of a title marked on both sides of what differs
_CONTEXT = 16  # characters before a citation that may say it is history


class Reading(Record):
    """A citation and the documents that its title and its number name."""

    citation: Citation
    titled: tuple[Document, ...]  # documents with this very title
    numbered: Document | None  # the document with this number
    key: str  # the number in comparable form
    national: bool  # the number is a national one
    historical: bool  # the text speaks of a former edition


def find_readings(context: Context) -> list[Reading]:
    """The citations of the report, read against the library."""
    library = context.once(find_library)
    words = vocabulary(context, "documents").table("numbers")
    national, history = words.strings("national"), words.strings("history")
    by_key = {document.key: document for document in library.documents if document.number}
    return [
        _reading(citation, library, by_key, national, history)
        for citation in context.once(find_citations)
    ]


def _reading(
    citation: Citation,
    library: Library,
    by_key: dict[str, Document],
    national: tuple[str, ...],
    history: tuple[str, ...],
) -> Reading:
    title = plain_title(citation.text(citation.title)) if citation.title else ""
    number = citation.text(citation.number) if citation.number else ""
    key = number_key(number)
    numbered = next((found for known, found in by_key.items() if key.endswith(known)), None)
    first = min(part[0] for part in (citation.title, citation.number) if part)
    last = max(part[1] for part in (citation.title, citation.number) if part)
    around = citation.passage.content.text[max(0, first - _CONTEXT) : last + _CONTEXT]
    return Reading(
        citation,
        library.by_form.get(title, ()),
        numbered,
        key,
        bool(key) and any(mark in number for mark in national),
        any(word in around.replace(title, "") for word in history),
    )


def check_edition_cited(context: Context, rule: Rule) -> Iterator[Finding]:
    """The format's notice of another edition cited (L601): once, at its first mention."""
    for reading in context.once(find_readings):
        document = _other_edition(context, reading)
        right = _notice_in_force(context)
        if document and right:
            citation = reading.citation
            parts = [part for part in (citation.title, citation.number) if part]
            span = citation.span(parts[0]).join(citation.span(parts[-1]))
            values = {
                "year": reporting_year(context) or "",
                "cited": document.number,
                "right": right.number,
                "title": right.shown,
            }
            fix = Fix(tuple(_replacing(citation, right)), safe=True, values=values)
            yield Finding(rule.code, span, values, fix=fix)
            return


def _notice_in_force(context: Context) -> Document | None:
    edition = edition_in_force(context)
    documents = context.once(find_library).documents
    return next((each for each in documents if edition and each.edition == edition.name), None)


def _other_edition(context: Context, reading: Reading) -> Document | None:
    """The notice of another edition that a citation means with all that it gives."""
    edition = edition_in_force(context)
    if reporting_year(context) is None or edition is None or reading.historical:
        return None
    name = edition.name
    titled = [document.edition for document in reading.titled]
    if name in titled or (titled and reading.key and reading.numbered is None):
        return None  # this edition's title, or a number that is no document's: L602 if anything
    citation = reading.citation
    title = citation.text(citation.title) if citation.title else ""
    if reading.numbered is None and not title.startswith(_NATIONAL):
        return None  # it may be a local notice of the same name
    documents = [*reading.titled, *([reading.numbered] if reading.numbered else [])]
    if len({document.title for document in documents}) != 1:
        return None
    return documents[0] if documents[0].edition not in ("", name) else None


def _replacing(citation: Citation, right: Document) -> Iterator[Edit]:
    if citation.title:
        yield Edit(citation.span(citation.title), right.shown)
    if citation.number:
        yield Edit(citation.span(citation.number), right.number)


def check_number(context: Context, rule: Rule) -> Iterator[Finding]:
    """A number that is not the number of the document whose title stands before it (L602)."""
    for reading in context.once(find_readings):
        citation = reading.citation
        if not reading.titled or not reading.national or reading.historical:
            continue
        numbered = [document for document in reading.titled if document.number]
        if not numbered or any(reading.key.endswith(document.key) for document in numbered):
            continue
        if citation.number is None or _is_format_in_force(context, reading):
            continue
        span, right = citation.span(citation.number), numbered[0]
        values = {"stated": citation.text(citation.number), "right": right.number}
        values["title"] = right.shown
        known = reading.numbered
        former = reading.key in right.former
        text = "former" if former else "another" if known else "message"
        values["owner"] = known.shown if known else ""
        fix = Fix((Edit(span, right.number),), safe=False, values=values)
        yield Finding(rule.code, span, values, text, "hint", fix=fix)


def _is_format_in_force(context: Context, reading: Reading) -> bool:
    """The format in force by its bare name: both editions have the same, one of them （试行）."""
    citation, numbered = reading.citation, reading.numbered
    if numbered is None or citation.title is None:
        return False
    bare = citation.text(citation.title).endswith("格式")
    edition = edition_in_force(context)
    return bare and edition is not None and numbered.edition == edition.name


def check_title(context: Context, rule: Rule) -> Iterator[Finding]:
    """A title that differs from a national document's by a few characters (L603)."""
    library = context.once(find_library)
    for reading in context.once(find_readings):
        citation = reading.citation
        if citation.title is None or reading.titled or _other_edition(context, reading):
            continue
        stated = plain_title(citation.text(citation.title))
        found = _nearest(stated, reading, library)
        if found is None:
            continue
        changes = _placed(citation, found)
        content = citation.passage.content
        edits = [Edit(content.span(start, end), text) for start, end, text in changes]
        first, last = changes[0].start, changes[-1].end
        span = content.span(
            max(first - _AROUND, citation.title[0]), min(last + _AROUND, citation.title[1])
        )
        values = {"stated": citation.text(citation.title), "right": _mended(citation, changes)}
        yield Finding(rule.code, span, values, fix=Fix(tuple(edits), safe=True))


def _nearest(stated: str, reading: Reading, library: Library) -> list[Change] | None:
    """How a title differs from the right one that it was meant to be."""
    best: list[Change] | None = None
    fewest = _MOST_CHANGES + 1
    known = reading.numbered is not None or stated.startswith(_NATIONAL)
    for document in library.documents:
        if not document.near or reading.numbered not in (None, document):
            continue
        for form in document.forms:
            limit = min(_most_changes(stated, form, known), fewest - 1)
            changes = changes_between(stated, form, limit) if limit else None
            if changes:
                fewest = sum(max(end - start, len(text)) for start, end, text in changes)
                best = changes
    return best


def _most_changes(stated: str, form: str, known: bool) -> int:
    """By how many characters a title may differ and still be meant for this form of another."""
    if not known:  # a local document may have a title much like it
        return min(1, len(form) // _SHARE) if form[-2:] == stated[-2:] else 0
    if form[-2:] != stated[-2:]:
        return 1  # 条列; but 年度报告 is no 年度报告格式
    if len(form) == len(stated) and sorted(form) == sorted(stated):
        return _MOST_CHANGES  # 政府公开信息条例: words in another order
    return min(_MOST_CHANGES, len(form) // _SHARE)


def _placed(citation: Citation, changes: list[Change]) -> list[Change]:
    """The changes at their places in the passage; the marks within the title stay."""
    text = citation.passage.content.text
    start, end = citation.title or (0, 0)
    letters = [place for place in range(start, end) if text[place] not in TITLE_MARKS]
    placed = []
    for change in changes:
        place = letters[change.start - 1] + 1 if change.start else letters[0]
        if change.start < change.end:
            place = letters[change.start]
        placed.append(Change(place, place + change.end - change.start, change.text))
    return placed


def _mended(citation: Citation, changes: list[Change]) -> str:
    """The title as it should read."""
    start, end = citation.title or (0, 0)
    text = citation.passage.content.text
    pieces: list[str] = []
    for change in changes:
        pieces += [text[start : change.start], change.text]
        start = change.end
    return "".join([*pieces, text[start:end]])
