"""Every example of every manual page: the bad one is found at its place, the good one is silent."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from gpar_lint.checks.finding import Finding
from gpar_lint.format.catalogue import LANGUAGES
from gpar_lint.format.manual import clean_report, parse_manual
from tests.support.changes import Example
from tests.support.examples import RULEBOOK, findings_in, findings_of

RULES = Path(__file__).parents[2] / "rules"


class Block(NamedTuple):
    """One example block of one page."""

    code: str
    bad: bool
    number: int
    changes: tuple[str, ...]


def blocks() -> list[Block]:
    """The blocks of all pages, by page."""
    found = []
    for path in sorted((RULES / "manual").glob("*.md")):
        page = parse_manual(path.name, path.read_text(encoding="utf-8"))
        for bad, examples in ((True, page.bad_examples()), (False, page.good_examples())):
            for number, example in enumerate(examples, 1):
                found.append(Block(page.code, bad, number, example.changes))
    return found


def label(block: Block) -> str:
    return f"{block.code}-{'bad' if block.bad else 'good'}-{block.number}"


def told(findings: list[Finding], text: str) -> list[str]:
    """Findings in a form for the eye."""
    told = []
    for finding in findings:
        place = text[finding.span.start : finding.span.end][:40] if finding.span else ""
        told.append(f"{finding.code} ⟦{place}⟧ {finding.cell or ''} {dict(finding.values)}")
    return told


def assert_told_in_full(finding: Finding) -> None:
    """Every text that the finding names is there, and its values fill it in."""
    rule = RULEBOOK.rules[finding.code]
    for language in LANGUAGES:
        assert rule.text(finding.text, language, finding.values)
        if finding.hint and (finding.hint != "hint" or "hint" in rule.texts):
            assert rule.text(finding.hint, language, finding.values)
        for related in finding.related:
            assert rule.text(related.text, language, related.values)
        if finding.fix:
            assert rule.text(finding.fix.text, language, finding.fix.values)


def stands_at(finding: Finding, example: Example) -> bool:
    if example.cells and finding.cell not in example.cells:
        return False
    if not example.passages:
        return True
    if finding.span is None:
        return False
    for passage in example.passages:
        start = example.text.find(passage)
        while start >= 0:
            if start <= finding.span.start < start + len(passage):
                return True
            start = example.text.find(passage, start + 1)
    return False


@pytest.mark.parametrize("edition", [*RULEBOOK.editions, "2021-previous"])
def test_the_clean_report_is_clean(edition: str) -> None:
    text = clean_report(edition)
    assert told(findings_in(text), text) == []


@pytest.mark.parametrize("block", blocks(), ids=label)
def test_example(block: Block) -> None:
    example = Example(block.changes, RULEBOOK)
    findings = findings_of(example)
    own = [finding for finding in findings if finding.code == block.code]
    if block.bad:
        assert own, f"not found; found: {told(findings, example.text)}"
        for finding in own:
            assert_told_in_full(finding)
        here = [finding for finding in own if stands_at(finding, example)]
        assert here, f"found elsewhere: {told(own, example.text)}"
    else:
        assert told(own, example.text) == []
    others = [
        finding
        for finding in findings
        if finding.code != block.code
        and finding.code not in example.also
        and RULEBOOK.rules[finding.code].severity != "info"
    ]
    assert told(others, example.text) == []
