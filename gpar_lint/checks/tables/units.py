"""T211: a figure of the table that is the text's, but for the unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import cast

from gpar_lint.checks.cells import address, cell_name, figure, format_of, place_of
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.checks.sentences import Sentence, find_sentences
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import TableCell
from gpar_lint.text.numerals import find_numbers
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

CODE = "T211"

_MYRIAD = 10_000
_YEAR = regex(r"(?<![0-9])(20[0-9]{2})年")
_EARLIER = ("上年", "上一年", "去年")


class UnitSlip(Record):
    """A cell and a figure of the text that differ by exactly ten thousand."""

    cell: TableCell
    written: str  # the text's figure with its unit
    span: Span


def unit_slips(context: Context) -> list[UnitSlip]:
    """The cells that the text states too, in another unit (also for C407, which is then silent)."""
    rule = context.rulebook.rules.get(CODE)
    told = cast("Sequence[Mapping[str, object]]", rule.options["cells"]) if rule else ()
    found = [_slip_of(context, place) for place in told]
    return [slip for slip in found if slip]


def check_suspicious_unit(context: Context, rule: Rule) -> Iterator[Finding]:
    """T211: one finding a cell."""
    for slip in context.once(unit_slips):
        table = context.report.table(slip.cell.table)
        form = format_of(context, table) if table else None
        if form:
            values = {
                "table": slip.cell.table,
                "cell": cell_name(form, slip.cell),
                "stated": figure(slip.cell.value or 0),
                "written": slip.written,
            }
            related = (Related(slip.span, "stated"),)
            yield Finding(
                rule.code,
                place_of(slip.cell),
                values,
                related=related,
                cell=address(slip.cell),
            )


def _slip_of(context: Context, told: Mapping[str, object]) -> UnitSlip | None:
    """The slip in one cell: a figure that fits but for the unit, and none that fits."""
    name, row, column = str(told["cell"]).split(".")
    table = context.report.table(name)
    cell = table.cell(row, column) if table else None
    if cell is None or not cell.value:
        return None
    due = Decimal(cell.value) * cast(int, told["unit"])
    slip = None
    for sentence in context.once(find_sentences):
        for value, start, end in _figures(context, sentence, str(told["word"]), str(told["said"])):
            if value == due:
                return None
            if value in (due * _MYRIAD, due / _MYRIAD) and slip is None:
                written = sentence.content.cut(start, end)
                slip = UnitSlip(cell, written.text, written.span())
    return slip


def _figures(
    context: Context, sentence: Sentence, word: str, said: str
) -> Iterator[tuple[Decimal, int, int]]:
    """The figures after a word of a sentence about the reporting year, with their places."""
    text = sentence.text
    place = text.find(word)
    if place < 0 or any(earlier in text for earlier in _EARLIER):
        return
    if any(int(year) != context.report.year for year in _YEAR.findall(text)):
        return
    for number in find_numbers(text):
        after = text[number.end : number.end + 1]
        if number.start > place and number.exact and not number.code and after in said:
            yield Decimal(number.value), number.start, number.end + len(after)
