"""Tables and reports made by hand, for checks that need no reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from gpar_lint.checks.context import Context, Settings
from gpar_lint.checks.finding import Finding, Fix
from gpar_lint.checks.registry import KINDS
from gpar_lint.format.edition import TableFormat
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.report.model import (
    Chapter,
    Passage,
    Report,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Title,
)
from gpar_lint.source.document import Block, Cell, Document
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.numerals import read_figure
from gpar_lint.text.span import Span

Figures = Mapping[str, Mapping[str, str]]  # row → column → text; "0" where nothing is said


@cache
def rulebook() -> Rulebook:
    """The rules of this checkout."""
    return load_rulebook()


def form_of(name: str, edition: str = "2021") -> TableFormat:
    """A table of an edition."""
    form = rulebook().editions[edition].table(name)
    assert form
    return form


class Draft:
    """A document that is written line by line, with the tables and passages that it holds."""

    def __init__(self, edition: str = "2021", year: int = 2024, agency: str = "") -> None:
        self.edition = edition
        self.year = year
        self.agency = agency
        self.text = ""
        self.tables: list[Table] = []
        self.passages: list[Passage] = []
        self.chapters: list[Chapter] = []
        self.pictures: list[Span] = []
        self.blocks: list[Block] = []

    def write(self, text: str) -> Excerpt:
        """A line more; returns it."""
        start = len(self.text)
        self.text += text + "\n"
        return Excerpt.of(self.text, start, start + len(text))

    def chapter(self, number: str, title: str) -> None:
        """A chapter heading; the chapter goes on to the end of the document."""
        line = self.write(f"{number}、{title}")
        span = line.span()
        self.chapters.append(
            Chapter(number, number, None, line, span, None, Span(span.end, 1_000_000))
        )

    def say(self, text: str, chapter: str = "一") -> Passage:
        """A paragraph."""
        line = self.write(text)
        passage = Passage(line.squeezed(), line.span(), chapter, False)
        self.passages.append(passage)
        return passage

    def picture(self) -> None:
        """A picture."""
        self.pictures.append(self.write("![](table.png)").span())

    def table(
        self,
        name: str,
        figures: Figures | None = None,
        *,
        keys: Sequence[str | None] | None = None,
        labels: Mapping[str, str] | None = None,
        ragged: Mapping[str, Sequence[str]] | None = None,
        edition: str = "",
        **facts: object,
    ) -> Table:
        """A table, one row a line: label, tab, figures set apart by tabs.

        `keys`: its rows in order (None: a row that the format does not have). `labels`: other
        words than the format's. `ragged`: rows whose figures cannot be aligned. `facts`: other
        fields of the table as they are.
        """
        form = form_of(name, edition or self.edition)
        header = self.write(f"表{name}").span()
        rows = []
        for key in keys if keys is not None else [row.key for row in form.rows]:
            if ragged and key in ragged:
                rows.append(self._ragged(form, key or "", ragged[key or ""]))
            else:
                rows.append(self._row(form, key, (figures or {}).get(key or "", {}), labels or {}))
        table = Table(
            name,
            edition or self.edition,
            (),
            Span(header.start, len(self.text)),
            header,
            tuple([TableColumn(column.key, Excerpt("", ()), None) for column in form.columns]),
            (),
            tuple(rows),
        )._replace(**facts)  # type: ignore[arg-type]
        self.tables.append(table)
        return table

    def _row(
        self,
        form: TableFormat,
        key: str | None,
        figures: Mapping[str, str],
        labels: Mapping[str, str],
    ) -> TableRow:
        row = form.row(key or "")
        columns = row.columns if row else [column.key for column in form.columns]
        official = row.label if row else "多出的一行"
        label = labels.get(key or "", official)
        texts = [figures.get(column, "0") for column in columns]
        line = self.write("\t".join([label, *texts]))
        cells, found, place = [], [], len(label)
        for column, text in zip(columns, texts, strict=True):
            content = line.cut(place + 1, place + 1 + len(text))
            start = line.offsets[0] + place + 1
            span = Span(start, start + len(text))
            value, shape, _ = read_figure(text)
            cells.append(TableCell(form.name, key or "", column, content, span, value, shape))
            found.append(Cell(content, place, span=span))
            place += 1 + len(text)
        return TableRow(
            key,
            line.cut(0, len(label)).squeezed(),
            line.span(),
            official if label != official else None,
            tuple(found),
            len(columns),
            tuple(cells) if row else (),
        )

    def _ragged(self, form: TableFormat, key: str, texts: Sequence[str]) -> TableRow:
        row = form.row(key)
        assert row
        line = self.write("\t".join([row.label, *texts]))
        figures = tuple([Cell(Excerpt(text, ()), place) for place, text in enumerate(texts)])
        label = line.cut(0, len(row.label)).squeezed()
        return TableRow(key, label, line.span(), None, figures, len(row.columns), ())

    def context(self) -> Context:
        """The report, ready for checks."""
        document = Document("report.txt", "text", self.text, self.blocks)
        report = Report(
            document,
            rulebook().editions[self.edition],
            title=Title(Excerpt("", ()), Span(0, 0), self.agency, self.year, None, ""),
            year=self.year,
            year_source="title",
            chapters=self.chapters,
            tables=self.tables,
            pictures=self.pictures,
            passages=self.passages,
        )
        return Context(report, rulebook(), Settings())

    def find(self, *codes: str) -> list[Finding]:
        """What the rules find in it."""
        return findings(self.context(), codes)


def findings(context: Context, codes: Iterable[str]) -> list[Finding]:
    """What some rules find, in their order."""
    rules = [context.rulebook.rules[code] for code in codes]
    return [finding for rule in rules for finding in KINDS[rule.kind](context, rule)]


def said(finding: Finding, language: str = "zh") -> str:
    """A finding's message; fails where a template names a value that is not there."""
    rule = rulebook().rules[finding.code]
    assert rule.text(finding.hint or "hint", language, finding.values)
    for related in finding.related:
        assert rule.text(related.text, language, related.values)
    assert finding.fix is None or rule.text(finding.fix.text, language, finding.fix.values)
    message = rule.text(finding.text, language, finding.values)
    assert message
    return message


def fixed(text: str, fix: Fix) -> str:
    """A text with a fix made."""
    for span, new in sorted(fix.edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text
