"""C426: all applications done, says the text, while the table carries some forward."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.cells import figure, place_of
from gpar_lint.checks.claims.counting import readings_of
from gpar_lint.checks.claims.statements import statements
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.claims.subjects import Subject

_PENDING = Subject("", table="三", readings=(("carried_forward",),))


def check_all_done(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a claim that all are done."""
    readings = readings_of(_PENDING, context.report)
    if not readings:
        return
    reading = readings[0]
    for statement in context.once(statements):
        for whole in statement.wholes:
            if whole.kind != "done":
                continue
            context.tally["claims" if whole.sure else "uncertain_claims"] += 1
            if not whole.sure or reading.gives(0):
                continue
            values = {
                "said": statement.text[whole.start : whole.end],
                "pending": figure(reading.value),
            }
            related = (Related(place_of(reading.cells[0]), "cell", {"value": values["pending"]}),)
            span = statement.passage.content.span(whole.start, whole.end)
            yield Finding(rule.code, span, values, related=related)
