"""The tables of a report, found and read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gpar_lint.format.edition import Edition, TableFormat
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.report.model import Chapter, Table
from gpar_lint.report.tables.labels import labels_of
from gpar_lint.report.tables.lines import Line, lines_of
from gpar_lint.report.tables.matrix import read_matrix
from gpar_lint.report.tables.regions import find_regions
from gpar_lint.report.tables.strip import read_strip
from gpar_lint.source.document import Document


def find_tables(
    document: Document, rulebook: Rulebook, chapters: Sequence[Chapter], edition: Edition
) -> list[Table]:
    """The tables 二, 三, 四 that stand in a document, in the order of the format.

    A table is read in the edition whose wording it has, whatever the report's edition is; `signs`
    then names the labels that gave it away (T210).
    """
    lines = lines_of(document)
    forms = tuple([form for other in rulebook.editions.values() for form in other.tables])
    regions = find_regions(lines, forms, chapters)
    tables = []
    for form in edition.tables:
        region = regions.get(form.name)
        if region:
            tables.append(_read(lines[region.start : region.end], form, edition, rulebook.editions))
    return tables


def _read(
    lines: Sequence[Line], form: TableFormat, edition: Edition, editions: Mapping[str, Edition]
) -> Table:
    name, other_signs = edition.name, tuple[str, ...]()
    text = "".join([item.bare for line in lines for item in line.items])
    own = _signs(text, form, [e.table(form.name) for e in editions.values() if e is not edition])
    best = len(own)
    for other in editions.values():
        candidate = other.table(form.name)
        if other is edition or candidate is None:
            continue
        signs = _signs(text, candidate, [edition.table(form.name)])
        columns = [sign for sign in signs if labels_of(candidate).exact_column(sign)]
        if columns or len(signs) > 1:
            other_signs = tuple(_official(sign, candidate) for sign in signs)
            if len(signs) > best:
                name, form, best = other.name, candidate, len(signs)
    table = _best_reading(lines, form)
    return table._replace(edition=name, signs=other_signs)


def _signs(text: str, form: TableFormat, others: Sequence[TableFormat | None]) -> list[str]:
    """Labels of a table in a text that other editions' table does not have, nor as part of one."""
    rivals = [word for other in others if other for word in labels_of(other).words]
    book = labels_of(form)
    labels = [label.bare for label in (*book.columns, *book.rows)]
    return [
        label
        for label in labels
        if len(label) > 2 and label in text and not any(label in rival for rival in rivals)
    ]


def _official(sign: str, form: TableFormat) -> str:
    labels = labels_of(form)
    return next(label.official for label in (*labels.columns, *labels.rows) if label.bare == sign)


def _best_reading(lines: Sequence[Line], form: TableFormat) -> Table:
    """The table read by its grid's cells, or by its words where that aligns more rows."""
    read = read_strip if form.shape == "strip" else read_matrix
    table = read(lines, form)
    if not any(line.grid for line in lines) or _aligned(table) * 2 > len(form.rows):
        return table
    by_words = read([line.words() for line in lines], form)
    return by_words if _aligned(by_words) > _aligned(table) else table


def _aligned(table: Table) -> int:
    return sum(1 for row in table.rows if row.key and row.cells)
