"""A document read as a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from gpar_lint.format.edition import Edition
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.report.chapter_titles import titles_of
from gpar_lint.report.chapters import find_chapters
from gpar_lint.report.model import Chapter, Report, Title
from gpar_lint.report.passages import find_passages
from gpar_lint.report.tables import find_tables
from gpar_lint.report.textlines import TextLine, text_lines
from gpar_lint.report.title import find_title
from gpar_lint.report.title_text import TitleReader
from gpar_lint.report.unsqueezing import unsqueezed
from gpar_lint.source.document import Document, Grid, Heading, Paragraph, Picture
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.folding import fold
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_PERIOD = regex(r"(20[0-9]{2})年1月1日起?[至到—\-－~～]{1,2}(?:20[0-9]{2}年)?12月31日")
_YEAR = regex(r"(?<![0-9])(20[0-9]{2})年")
_FIGURES = regex(r"[0-9|/—－-]+$")
_SHORT_LABEL = 8  # characters: what many a text may have, such as 2.重复申请


def read_report(document: Document, rulebook: Rulebook, edition: str = "auto") -> Report:
    """Read a document as a report, against the edition named or the one for its reporting year."""
    return _read(_structure(document, rulebook), rulebook, edition)


def read_if_report(document: Document, rulebook: Rulebook, edition: str = "auto") -> Report | None:
    """The same; None where the document is no annual report at all."""
    if "公开" not in document.text:  # seen at once, however large the file
        return None
    structure = _structure(document, rulebook)
    return _read(structure, rulebook, edition) if _is_report(structure, rulebook) else None


def _read(structure: _Structure, rulebook: Rulebook, edition: str) -> Report:
    document, lines, chapters, title = structure
    year, year_source = _year(lines, title)
    against = _edition(rulebook, edition, year)
    tables = find_tables(document, rulebook, chapters, against)
    return Report(
        document,
        against,
        title=title,
        year=year,
        year_source=year_source,
        chapters=chapters,
        tables=tables,
        pictures=[block.span for block in document.blocks if isinstance(block, Picture)],
        passages=find_passages(lines, title, chapters, tables, _vocabulary(rulebook, "structure")),
    )


class Identity(Record):
    """Whose report it is, and on which year."""

    agency: str
    year: int


def identify(document: Document, rulebook: Rulebook) -> Identity | None:
    """Whose report a document is, by its title; None where that does not tell, or it is none.

    A tenth of the work of reading it.
    """
    _, lines, _, title = _structure(document, rulebook)
    year, _ = _year(lines, title)
    return Identity(title.agency, year) if title and title.agency and year else None


def looks_like_report(document: Document, rulebook: Rulebook) -> bool:
    """Whether a document is an annual report at all.

    A title line that says so, two of the format's chapter titles, or a row label of table 三.
    """
    return "公开" in document.text and _is_report(_structure(document, rulebook), rulebook)


def _is_report(structure: _Structure, rulebook: Rulebook) -> bool:
    numbers = {chapter.number for chapter in structure.chapters if chapter.number}
    if len(numbers) > 1 or structure.title is not None:
        return True
    return _has_row_label(structure.document, rulebook)


class _Structure(Record):
    document: Document
    lines: list[TextLine]
    chapters: list[Chapter]
    title: Title | None


def _structure(document: Document, rulebook: Rulebook) -> _Structure:
    editions = tuple(rulebook.editions.values())
    reader = TitleReader(_vocabulary(rulebook, "title"), _vocabulary(rulebook, "agency"))
    document = unsqueezed(document, titles_of(editions), reader)
    lines = text_lines(document)
    chapters = find_chapters(document, editions, lines)
    title = find_title(lines, reader, chapters[0].span.start if chapters else None)
    return _Structure(document, lines, chapters, title)


def _year(lines: Sequence[TextLine], title: Title | None) -> tuple[int | None, str]:
    """The reporting year and where it is from."""
    if title and title.year:
        return title.year, "title"
    text = "".join([line.text.text for line in lines])
    period = _PERIOD.search(text)
    if period:
        return int(period[1]), "period"
    years = Counter(_YEAR.findall(text))
    return (int(years.most_common(1)[0][0]), "text") if years else (None, "")


def _edition(rulebook: Rulebook, name: str, year: int | None) -> Edition:
    return rulebook.edition_for(year) if name == "auto" else rulebook.editions[name]


def _vocabulary(rulebook: Rulebook, name: str) -> Mapping[str, object]:
    return rulebook.vocabulary.get(name, {})


def _has_row_label(document: Document, rulebook: Rulebook) -> bool:
    """Whether a line or a cell is a row label of table 三, figures after it or none.

    Within a sentence, as a README or a notice on the format has it, a label is none.
    """
    labels = {
        fold(row.label)
        for edition in rulebook.editions.values()
        for table in edition.tables
        if table.shape == "matrix"
        for row in table.rows
        if len(row.label) > _SHORT_LABEL
    }
    texts = [_FIGURES.sub("", text.squeezed().text) for text in _pieces(document)]
    return any(text.endswith(label) for text in texts for label in labels)


def _pieces(document: Document) -> Iterator[Excerpt]:
    """The lines and the cells of a document."""
    for block in document.blocks:
        if isinstance(block, Paragraph | Heading):
            yield block.content
        elif isinstance(block, Grid):
            yield from [cell.content for row in block.rows for cell in row.cells]
