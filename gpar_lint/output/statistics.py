"""`--statistics`: how often each rule fired, the most frequent first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gpar_lint.format.catalogue import Rule
from gpar_lint.linter.summary import Summary
from gpar_lint.output.style import Style
from gpar_lint.output.words import word


def render_statistics(
    summary: Summary, rules: Mapping[str, Rule], style: Style, form: str
) -> Iterator[str]:
    """A line a rule (count, severity, code, name, title), or objects where `form` is of JSON."""
    if form == "json":
        from gpar_lint.output.json_array import render_array

        return render_array(_objects(summary, rules, style.language))
    if form == "jsonl":
        from gpar_lint.output.json_lines import render_lines

        return render_lines(_objects(summary, rules, style.language))
    return _lines(summary, rules, style)


def _lines(summary: Summary, rules: Mapping[str, Rule], style: Style) -> Iterator[str]:
    ranking = _ranking(summary)
    width = len(str(ranking[0][1])) if ranking else 0
    for code, count in ranking:
        rule = rules[code]
        severity = word(rule.severity, style.language)
        coloured = style.severity(f"{severity} {code}", rule.severity)
        yield f"{count:>{width}}  {coloured} [{rule.name}] {rule.title[style.language]}\n"


def _objects(
    summary: Summary, rules: Mapping[str, Rule], language: str
) -> Iterator[dict[str, object]]:
    for code, count in _ranking(summary):
        rule = rules[code]
        yield {
            "code": code,
            "name": rule.name,
            "severity": rule.severity,
            "title": rule.title[language],
            "count": count,
        }


def _ranking(summary: Summary) -> list[tuple[str, int]]:
    return sorted(summary.codes.items(), key=lambda pair: (-pair[1], pair[0]))
