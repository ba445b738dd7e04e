"""T212: 规章 counted by an agency that the law gives no power to make them."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.cells import address, cell_name, figure, format_of, place_of
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.agency import describe_agency, may_make_regulations


def check_regulation_power(context: Context, rule: Rule) -> Iterator[Finding]:
    """T212: any figure above 0 in the row of 规章; silent where the name does not tell the rank."""
    name, key = str(rule.options["row"]).split(".")
    table = context.report.table(name)
    form = format_of(context, table) if table else None
    row = table.row(key) if table else None
    counted = [cell for cell in row.cells if cell.value and cell.value > 0] if row else []
    if form is None or not counted or not context.report.agency:
        return
    agency = describe_agency(context.report.agency, context.rulebook.vocabulary["agency"])
    if may_make_regulations(agency) is not False:
        return
    stated = [(cell_name(form, cell), figure(cell.value or 0)) for cell in counted]
    values = {
        "agency": context.report.agency,
        "figures": "、".join([f"{cell} {value}" for cell, value in stated]),
    }
    related = [
        Related(place_of(cell), "term", {"cell": name, "value": value})
        for cell, (name, value) in zip(counted[1:], stated[1:], strict=True)
    ]
    first = counted[0]
    yield Finding(
        rule.code, place_of(first), values, "message", "hint", tuple(related), None, address(first)
    )
