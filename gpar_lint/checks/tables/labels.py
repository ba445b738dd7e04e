"""T209, T210: labels that differ from the format's, and tables of another edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix, Related
from gpar_lint.checks.reporting_year import edition_in_force
from gpar_lint.checks.tables.sound import MANY, as_written, current_sheets, is_outdated
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.edition import Edition, TableFormat
from gpar_lint.report.model import Table, TableColumn, TableRow
from gpar_lint.report.ordinals import read_ordinal
from gpar_lint.source.document import Document
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.folding import BLANKS, fold
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_MOST_FOREIGN = 1 / 3  # of a label's characters that the format's label lacks
_UNIT = regex(r"单位 ?:? ?([^() ]+)")


class _Slip(Record):
    label: Excerpt
    wanted: str
    text: str  # which message: of a row or of a column


def check_row_label(context: Context, rule: Rule) -> Iterator[Finding]:
    """T209: rows and columns whose wording differs; from four of a table on, one finding."""
    for table, _ in current_sheets(context):
        slips = [_Slip(item.label, item.slip, text) for text, item in _labelled(table) if item.slip]
        document = context.report.document
        if len(slips) >= MANY:
            yield _slips(rule, document, table, slips)
            continue
        for slip in slips:
            yield _slips(rule, document, table, [slip])


def _labelled(table: Table) -> list[tuple[str, TableRow | TableColumn]]:
    rows: list[tuple[str, TableRow | TableColumn]] = [("row", row) for row in table.rows]
    return rows + [("column", column) for column in table.columns]


def _slips(rule: Rule, document: Document, table: Table, slips: Sequence[_Slip]) -> Finding:
    first = slips[0]
    values = {
        "table": table.name,
        "found": as_written(document, first.label),
        "wanted": first.wanted,
        "count": len(slips),
    }
    related = [
        Related(
            slip.label.span(),
            "other",
            {"found": as_written(document, slip.label), "wanted": slip.wanted},
        )
        for slip in slips[1:]
    ]
    edits = [edit for slip in slips if (edit := _replacement(document, slip))]
    fix = Fix(tuple(edits), safe=True) if len(edits) == len(slips) else None
    text = first.text if len(slips) == 1 else "many"
    return Finding(rule.code, first.label.span(), values, text, "hint", tuple(related), fix)


def _replacement(document: Document, slip: _Slip) -> Edit | None:
    """The format's label in the place of the one found, if that is one unbroken piece of text."""
    span = slip.label.span()
    written = document.excerpt(*span).text
    letters = len(written) - sum([char in BLANKS for char in written])
    if letters != len(slip.label.text) or any(char in "\n\r\t" for char in written):
        return None
    if _unit_in(written) != _unit_in(slip.wanted):
        return None  # whether the figures below are in 元 or in 万元 is a fact
    if not _is_like(slip.label.text, slip.wanted):
        return None  # perhaps two rows run together, or another row's label
    return Edit(span, _after_ordinal(document, span, slip.wanted))


def _after_ordinal(document: Document, span: Span, wanted: str) -> str:
    """The format's label; without its ordinal where that stands before the span: 3. 补正."""
    end = read_ordinal(fold(wanted)).end
    line = document.lines.starts[document.lines.line_of(span.start)]
    before = fold(document.excerpt(line, span.start).text).rstrip()
    return wanted[end:] if end and before.endswith(fold(wanted[:end])) else wanted


def _is_like(label: str, wanted: str) -> bool:
    """Whether most of a label is the format's, so that nothing is lost by writing the latter."""
    foreign = Counter(label) - Counter(fold(wanted))
    return foreign.total() <= len(label) * _MOST_FOREIGN


def _unit_in(label: str) -> str:
    """The unit that a column's label names: 万元 of 本年收费金额（单位：万元）."""
    found = _UNIT.search(fold(label))
    return found[1] if found else ""


def check_outdated_table(context: Context, rule: Rule) -> Iterator[Finding]:
    """T210: a table with another edition's labels; one finding, on the first of them.

    Where the title's year is wrong (C431, S103) it decides on no table.
    """
    report = context.report
    by_year = context.settings.edition == "auto"
    for table in report.tables:
        if not is_outdated(context, table):
            continue
        found = _edition_of_signs(context, table)
        if by_year and edition_in_force(context) in (None, found):
            continue
        values = {
            "table": table.name,
            "signs": "、".join([f"“{sign}”" for sign in table.signs]),
            "found": found.notice.number,
            "wanted": report.edition.notice.number,
        }
        signs = [item.label.span() for _, item in _labelled(table) if _is_sign(table, item)]
        yield Finding(rule.code, min(signs, default=table.header), values)


def _edition_of_signs(context: Context, table: Table) -> Edition:
    """The other edition that gave a table its labels."""
    others = [e for e in context.rulebook.editions.values() if e is not context.report.edition]
    for edition in others:
        form = edition.table(table.name)
        if form and _labels_of(form).issuperset(table.signs):
            return edition
    return others[0]


def _labels_of(form: TableFormat) -> set[str]:
    return {row.label for row in form.rows} | {column.label for column in form.columns}


def _is_sign(table: Table, item: TableRow | TableColumn) -> bool:
    return item.label.text in table.signs or item.slip in table.signs
