"""The brackets around the year in a document number (L604)."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.format.catalogue import Rule
from gpar_lint.text.patterns import regex

# 国办公开办函[2021]30号. Numbers of court cases, (2024)浙01行初12号, are right with round brackets:
# there the court's name follows the year.
_NUMBER = regex(r"([\[【(〔﹝])((?:19|20)[0-9]{2})([\]】)〕﹞])[0-9]{1,5}号")
_RIGHT = ("〔〕", "﹝﹞")


def check_year_brackets(context: Context, rule: Rule) -> Iterator[Finding]:
    """【2021】, [2021], (2021) in a document number."""
    for passage in context.report.passages:
        text = passage.content.text
        if "号" not in text:
            continue
        for match in _NUMBER.finditer(text):
            before = text[match.start() - 1] if match.start() else ""
            if match[1] + match[3] in _RIGHT or not "一" <= before <= "鿿":
                continue
            span = passage.content.span(*match.span())
            edits = (
                Edit(passage.content.span(*match.span(1)), "〔"),
                Edit(passage.content.span(*match.span(3)), "〕"),
            )
            values = {"stated": match[0], "right": f"〔{match[2]}〕{match[0][6:]}"}
            yield Finding(rule.code, span, values, fix=Fix(edits, safe=True))
