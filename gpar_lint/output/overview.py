"""The line over many reports: how many are in order, how many are not, what is found most often."""

from __future__ import annotations

from gpar_lint.linter.summary import Summary
from gpar_lint.output.words import word

_MOST_SHOWN = 3


def overview_line(summary: Summary, language: str) -> str:
    """The line; empty for a single report, and where there is nothing to tell apart."""
    if summary.reports < 2 or not summary.codes:
        return ""
    ranking = sorted(summary.codes.items(), key=lambda pair: (-pair[1], pair[0]))
    commonest = [
        word("rule-count", language, code=code, count=count)
        for code, count in ranking[:_MOST_SHOWN]
    ]
    comma = word("comma", language)
    parts = [
        word("clean-count", language, count=summary.clean),
        word("with-errors-count", language, count=summary.with_errors),
    ]
    common = word("commonest", language, rules=comma.join(commonest))
    return word("semicolon", language).join([comma.join(parts), common])
