"""The format `csv`: a row a report, for a spreadsheet: whose it is, how often each rule fired."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO

from gpar_lint.format.catalogue import SEVERITIES
from gpar_lint.linter.checking import Result
from gpar_lint.output.run import Run
from gpar_lint.output.style import legible_lines

# What a spreadsheet takes for the beginning of a formula, also at full width.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")


def render(results: Iterable[Result], run: Run) -> Iterator[str]:
    """The results as CSV. There is a column for every rule, so that two runs can be compared."""
    codes = tuple(run.rulebook.rules)
    yield _line(["path", "agency", "year", "edition", *SEVERITIES, *codes])
    for result in results:
        yield _line([*_report(result), *_counts(result, codes)])


def _report(result: Result) -> list[object]:
    path, facts = _inert(result.path), result.facts
    if facts is None:  # no annual report, or not readable
        return [path, "", "", ""]
    return [path, _inert(facts.agency), facts.year, facts.edition]


def _counts(result: Result, codes: Iterable[str]) -> list[object]:
    severities = Counter([diagnostic.severity for diagnostic in result.diagnostics])
    found = Counter([diagnostic.code for diagnostic in result.diagnostics])
    return [*[severities[name] for name in SEVERITIES], *[found[code] for code in codes]]


def _inert(text: str) -> str:
    """Text that a spreadsheet shows and does not work out."""
    text = legible_lines(text)
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def _line(values: Iterable[object]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()
