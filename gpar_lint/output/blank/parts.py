"""A blank report as parts, before it is written down in a format."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.format.edition import Edition, TableFormat
from gpar_lint.format.fields import Fields, Source
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.text.records import Record


class Line(Record):
    """A title (level 1), a chapter's heading (level 2) or a paragraph (level 0)."""

    text: str
    level: int = 0


Part = Line | TableFormat


def blank_report(
    rulebook: Rulebook, edition: Edition, agency: str = "", year: int | None = None
) -> list[Part]:
    """The parts of a blank report; placeholders stand for an agency or year that is not given."""
    words = _words(rulebook, "blank")
    values = {
        "agency": agency or words.text("agency"),
        "year": str(year or words.text("year")),
        "notice": edition.notice.number,
        "notice_title": edition.notice.title.replace("《", "〈").replace("》", "〉"),
    }
    parts: list[Part] = [Line(words.text("title").format_map(values), 1)]
    parts += _said(words, edition, "", values)
    for chapter in edition.chapters:
        parts.append(Line(f"{chapter.number}、{chapter.title}", 2))
        parts += list(_said(words, edition, chapter.number, values)) or _skeleton(
            _words(rulebook, "headings"), chapter.number
        )
        table = edition.table(chapter.table) if chapter.table else None
        parts += [table] if table else []
    return parts


def report_name(rulebook: Rulebook, agency: str, year: int | None) -> str:
    """The report's title as far as it is known: a name for its file, without suffix."""
    form = _words(rulebook, "blank").text("title")
    if year is None:
        form = form.replace("{year}年", "")
    return form.format(agency=agency, year=year)


def _words(rulebook: Rulebook, name: str) -> Fields:
    return Fields(Source(f"rules/vocabulary/{name}.toml", ""), (), rulebook.vocabulary[name])


def _skeleton(headings: Fields, number: str) -> list[Line]:
    """What the format has said in a chapter that has no table."""
    for chapter in headings.tables("chapters"):
        if chapter.text("number") == number:
            return [Line(line) for line in chapter.text("skeleton", "").split("\n") if line]
    return []


def _said(words: Fields, edition: Edition, chapter: str, values: dict[str, str]) -> Iterator[Line]:
    for statement in words.tables("statements"):
        editions = statement.strings("editions")
        if statement.text("chapter") == chapter and (not editions or edition.name in editions):
            yield Line(statement.text("text").format_map(values))
