"""The rules of a pack tried on the built-in clean reports, before any report is checked.

A kind of check reads its options and vocabulary when it runs. What is wrong with those of a pack is
so found at once, and said of the pack, not as a failed rule of every report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gpar_lint.checks.context import Check, Context, Settings
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.errors import DataError
from gpar_lint.format.manual import clean_report
from gpar_lint.format.places import lines_of
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.diagnostics import Describer
from gpar_lint.report.reading import read_report
from gpar_lint.source.plain import read_plain

_VOCABULARY = "rules/vocabulary/"


def try_rules(
    rulebook: Rulebook, codes: Iterable[str], kinds: Mapping[str, Check], name: str, text: str
) -> None:
    """Run the rules that a pack has added. Raises DataError at the rule that cannot run.

    `name` is the pack as messages give it, `text` what it holds.
    """
    rules = [rulebook.rules[code] for code in codes]
    for edition in rulebook.editions:
        document = read_plain(name, clean_report(edition))
        report = read_report(document, rulebook, edition)
        context = Context(report, rulebook, Settings(edition=edition))
        by_code = {rule.code: rule for rule in rules}
        describer = Describer(name, by_code, "zh", document.lines, report)
        for place, rule in enumerate(rules):
            if rule.editions and edition not in rule.editions:
                continue
            try:
                _try(context, rule, kinds[rule.kind], describer)
            except Exception as error:
                raise _at(error, name, lines_of(text).get(("rule", place)), place) from error


def _try(context: Context, rule: Rule, check: Check, describer: Describer) -> None:
    for finding in check(context, rule):
        describer.diagnostic(finding)


def _at(error: Exception, name: str, line: int | None, place: int) -> DataError:
    """An error as one of the pack."""
    if isinstance(error, DataError) and error.file.startswith(_VOCABULARY):
        vocabulary = error.file[len(_VOCABULARY) :].removesuffix(".toml")
        key = f"vocabulary.{vocabulary}.{error.key}"
        return DataError(name, error.problem, key, line, **error.values)
    said = f"{type(error).__name__}: {error}"
    return DataError(name, "rule-fails", f"rule[{place + 1}]", line, error=said)
