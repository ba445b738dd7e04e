"""A clean report with something said otherwise, linted by a few rules."""

from __future__ import annotations

from typing import NamedTuple

from gpar_lint.checks.context import Settings
from gpar_lint.checks.finding import Finding
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.engine import examine
from gpar_lint.source.reading import read

RULEBOOK = load_rulebook()


class Found(NamedTuple):
    """A finding as tests speak of it."""

    code: str
    place: str  # the text that is marked
    message: str


def report(*changes: tuple[str, str], edition: str = "2021") -> str:
    """The clean report with passages replaced, each found exactly once."""
    text = clean_report(edition)
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def with_paragraph(paragraph: str, edition: str = "2021") -> str:
    """The clean report with one more paragraph at the end of 监督保障 in chapter one."""
    heading = "\n\n二、主动公开政府信息情况"
    return report((heading, f"\n\n{paragraph}{heading}"), edition=edition)


def _findings(text: str, codes: tuple[str, ...], name: str) -> list[Finding]:
    rules = [rule for code, rule in RULEBOOK.rules.items() if code.startswith(codes)]
    return examine(read(name, text.encode()), RULEBOOK, Settings(), rules).findings


def find(text: str, *codes: str, name: str = "report.txt") -> list[Found]:
    """What rules with these codes (or families) find, their messages made in both languages."""
    found = []
    for finding in _findings(text, codes, name):
        rule = RULEBOOK.rules[finding.code]
        messages = [_messages(finding, language) for language in ("zh", "en")]
        span = finding.span
        place = text[span.start : span.end] if span else ""
        found.append(Found(rule.code, place, messages[0]))
    return found


def _messages(finding: Finding, language: str) -> str:
    rule = RULEBOOK.rules[finding.code]
    keys = [(finding.text, finding.values)]
    keys += [(related.text, related.values) for related in finding.related]
    if finding.hint and (finding.hint != "hint" or "hint" in rule.texts):
        keys.append((finding.hint, finding.values))
    if finding.fix:
        keys.append((finding.fix.text, finding.fix.values))
    texts = [rule.text(key, language, values) for key, values in keys]
    assert all(texts), f"{finding.code}: a text is missing among {[key for key, _ in keys]}"
    return texts[0]


def fixed(text: str, code: str, *, safe: bool, name: str = "report.txt") -> str:
    """The text after every fix of a rule; its finding is gone, and a safe fix makes no new one."""
    edits = []
    before = {(each.code, each.text) for each in _findings(text, ("D", "L", "F", "P"), name)}
    for finding in _findings(text, (code,), name):
        assert finding.fix is not None and finding.fix.safe is safe
        edits += finding.fix.edits
    assert edits
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    after = {(each.code, each.text) for each in _findings(text, ("D", "L", "F", "P"), name)}
    assert not {said for said in after if said[0] == code}
    assert after <= before or not safe
    return text
