"""The clean report taken apart into chapters; the structure rules run over what is made of it."""

from __future__ import annotations

import re
from datetime import date

from gpar_lint.checks.context import Settings
from gpar_lint.checks.finding import Finding
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.engine import examine
from gpar_lint.source.reading import read
from tests.support.narrative import RULEBOOK, Found, find

CHAPTER = re.compile(r"(?m)^(?=[一二三四五六]、(?:总体|主动|收到|政府信息公开行|存在|其他))")
NUMERALS = "一二三四五六七"


def chapters(edition: str = "2021") -> tuple[str, list[str]]:
    """What stands before the first chapter, and the six chapters."""
    start, *rest = CHAPTER.split(clean_report(edition))
    assert len(rest) == 6
    return start, [chapter.rstrip("\n") + "\n\n" for chapter in rest]


def made_of(parts: list[str]) -> str:
    """The report with these chapters."""
    return chapters()[0] + "".join(parts)


def with_chapter(number: str, text: str) -> str:
    """The report with one chapter written anew, its heading included."""
    parts = chapters()[1]
    parts[NUMERALS.index(number)] = text.rstrip("\n") + "\n\n"
    return made_of(parts)


def with_body(number: str, text: str) -> str:
    """The report with other text below the heading of a chapter."""
    heading = chapters()[1][NUMERALS.index(number)].split("\n")[0]
    return with_chapter(number, f"{heading}\n\n{text}")


def renamed(number: str, heading: str) -> str:
    """The report with another heading over a chapter."""
    body = chapters()[1][NUMERALS.index(number)].split("\n", 1)[1]
    return with_chapter(number, f"{heading}\n{body}")


def found(text: str, name: str = "report.txt") -> list[Found]:
    """All that the structure rules find."""
    return find(text, "S", name=name)


def codes(text: str, name: str = "report.txt") -> list[str]:
    """Their codes."""
    return [finding.code for finding in found(text, name)]


def findings(text: str, name: str = "report.txt", today: date | None = None) -> list[Finding]:
    """The findings themselves."""
    rules = [rule for code, rule in RULEBOOK.rules.items() if code[0] == "S"]
    return examine(read(name, text.encode()), RULEBOOK, Settings(today=today), rules).findings


def fixed(text: str, code: str, *, safe: bool, name: str = "report.txt") -> str:
    """The text after the fixes of a rule, whose findings are gone; a safe fix makes no new ones."""
    before = findings(text, name)
    edits = []
    for finding in before:
        if finding.code == code:
            assert finding.fix is not None and finding.fix.safe is safe
            # What a fix is called is made from its own values alone.
            assert RULEBOOK.rules[code].text(finding.fix.text, "zh", finding.fix.values)
            edits += finding.fix.edits
    assert edits
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    after = [finding.code for finding in findings(text, name)]
    assert code not in after
    if safe:
        assert after == [finding.code for finding in before if finding.code != code]
    return text
