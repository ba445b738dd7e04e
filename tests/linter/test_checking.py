"""Bytes in, diagnostics out: places, words, fingerprints, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gpar_lint.checks.context import Context, Settings
from gpar_lint.checks.finding import Edit, Finding, Fix, Related
from gpar_lint.checks.registry import KINDS
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.checking import Linter, Result
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.text.span import Span

RULEBOOK = load_rulebook()
CLEAN = clean_report("2021")
SENTENCE = "因政府信息公开工作引起行政复议4件"


def texts(**templates: str) -> dict[str, dict[str, str]]:
    return {key: {"zh": text, "en": f"EN {text}"} for key, text in templates.items()}


RULE = Rule(
    code="A999",
    name="test-rule",
    severity="warning",
    editions=(),
    kind="test",
    fix="unsafe",
    title={"zh": "标题", "en": "Title"},
    basis={"zh": "格式要求：{notice}", "en": "Required by {notice}"},
    texts=texts(
        message="应为 {due}",
        hint="请核对 {due}",
        fix="改为 {due}",
        other="另见 {there}",
        more="更多",
    ),
    options={},
)
ALWAYS = {code: RULEBOOK.rules[code] for code in ("Z001", "Z002", "Z006")}


def findings(context: Context, rule: Rule) -> Iterator[Finding]:
    """On every mention of the sentence, as a check of a claim would be."""
    text = context.report.document.text
    place = text.find(SENTENCE)
    while place >= 0:
        span = Span(place, place + len(SENTENCE))
        figure = Span(span.end - 2, span.end - 1)
        yield Finding(
            rule.code,
            span,
            {"due": 5},
            hint="hint",
            related=(Related(Span(0, 2), "other", {"there": 1}),),
            fix=Fix((Edit(figure, "5"),), safe=False, values={"due": 5}),
            cell=("四", "review", "total"),
        )
        place = text.find(SENTENCE, span.end)


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setitem(KINDS, "test", findings)
    return monkeypatch


def check(text: str, language: str = "zh", *rules: Rule) -> Result:
    chosen = {rule.code: rule for rule in rules or (RULE,)} | ALWAYS
    linter = Linter(RULEBOOK, chosen, Settings(), language)
    return linter.check("r/报告.txt", text.encode())


def diagnostics(text: str) -> list[Diagnostic]:
    return check(text).diagnostics


def test_a_finding_in_words_and_places() -> None:
    (diagnostic,) = diagnostics(CLEAN)
    line = CLEAN[: CLEAN.index(SENTENCE)].count("\n") + 1
    assert diagnostic.range == ((line, 1), (line, 1 + len(SENTENCE)))
    assert (diagnostic.code, diagnostic.name, diagnostic.severity) == (
        "A999",
        "test-rule",
        "warning",
    )
    assert (diagnostic.message, diagnostic.hint) == ("应为 5", "请核对 5")
    assert diagnostic.path == "r/报告.txt"
    assert diagnostic.chapter == "一"
    assert diagnostic.cell == ("四", "review", "total")
    assert diagnostic.basis == "格式要求：国办公开办函〔2021〕30号"
    assert diagnostic.url == "https://gpar-lint.github.io/%E8%A7%84%E5%88%99%E5%8C%85/"  # no page
    assert diagnostic._replace(code="A301").url == "https://gpar-lint.github.io/rules/A301"
    (related,) = diagnostic.related
    assert related == ("另见 1", "r/报告.txt", ((1, 1), (1, 3)), None)
    assert diagnostic.remedy is not None
    assert (diagnostic.remedy.safe, diagnostic.remedy.message) == (False, "改为 5")
    (change,) = diagnostic.remedy.changes
    assert change.text == "5"
    assert change.range.start == (line, len(SENTENCE) - 1)


def test_in_english() -> None:
    (diagnostic,) = check(CLEAN, "en").diagnostics
    assert (diagnostic.message, diagnostic.hint) == ("EN 应为 5", "EN 请核对 5")
    assert diagnostic.basis == "Required by 国办公开办函〔2021〕30号"


def test_the_fingerprint_does_not_move_with_the_lines() -> None:
    (before,) = diagnostics(CLEAN)
    (after,) = diagnostics("\n\n" + CLEAN.replace("一、总体情况\n", "一、总体情况\n\n另起一段。\n"))
    assert before.range != after.range
    assert before.fingerprint == after.fingerprint
    assert len(before.fingerprint) == 32


def test_the_fingerprint_is_of_the_sentence(kinds: pytest.MonkeyPatch) -> None:
    def without_cell(context: Context, rule: Rule) -> Iterator[Finding]:
        return (finding._replace(cell=None) for finding in findings(context, rule))

    kinds.setitem(KINDS, "test", without_cell)
    (first,) = diagnostics(CLEAN)
    (elsewhere,) = diagnostics(CLEAN.replace("引起行政复议4件、", "引起行政复议4件，含上年1件、"))
    assert first.message == elsewhere.message
    assert first.fingerprint != elsewhere.fingerprint
    (beside,) = diagnostics(CLEAN.replace(f"{SENTENCE}、", f"另有说明。{SENTENCE}、"))
    assert first.fingerprint == beside.fingerprint


def test_a_repeat_has_a_fingerprint_of_its_own() -> None:
    (alone,) = diagnostics(CLEAN)
    first, second = diagnostics(CLEAN.replace(SENTENCE, f"{SENTENCE}，{SENTENCE}"))
    assert first.fingerprint == alone.fingerprint
    assert second.fingerprint != alone.fingerprint


def test_diagnostics_stand_in_order(kinds: pytest.MonkeyPatch) -> None:
    def backwards(_: Context, rule: Rule) -> Iterator[Finding]:
        for start in (9, None, 4):
            span = None if start is None else Span(start, start + 1)
            yield Finding(rule.code, span, text="more", hint="")

    kinds.setitem(KINDS, "test", backwards)
    rules = (RULE, RULE._replace(code="A998"))
    found = [(diagnostic.range.start, diagnostic.code) for diagnostic in _check(rules)]
    assert found == [
        ((1, 1), "A998"),
        ((1, 1), "A999"),
        ((1, 5), "A998"),
        ((1, 5), "A999"),
        ((1, 10), "A998"),
        ((1, 10), "A999"),
    ]


def _check(rules: tuple[Rule, ...]) -> list[Diagnostic]:
    return check(CLEAN, "zh", *rules).diagnostics


def test_a_rule_that_fails_is_a_finding_and_the_others_run_on(
    kinds: pytest.MonkeyPatch,
) -> None:
    def failing(_: Context, rule: Rule) -> Iterator[Finding]:
        yield Finding(rule.code, Span(0, 1), text="more", hint="")
        raise ValueError("坏了")

    kinds.setitem(KINDS, "failing", failing)
    found = _check((RULE._replace(code="A998", kind="failing"), RULE))
    assert [diagnostic.code for diagnostic in found] == ["Z006", "A998", "A999"]
    failure = found[0]
    assert failure.range == ((1, 1), (1, 1))
    assert "A998" in failure.message
    assert "ValueError: 坏了" in failure.message
    assert 'raise ValueError("坏了")' in failure.traceback


def test_a_message_that_cannot_be_filled_in_is_a_failed_rule() -> None:
    (diagnostic,) = _check((RULE._replace(texts=texts(message="{nobody} knows")),))
    assert diagnostic.code == "Z006"
    assert "A999" in diagnostic.message


def test_a_parser_that_fails_is_said_of_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("gpar_lint.linter.checking.read_if_report", failing)
    result = check(CLEAN)
    (diagnostic,) = result.diagnostics
    assert diagnostic.code == "Z006"
    assert "RecursionError: too deep" in diagnostic.message


def test_what_is_no_report_is_said_alone() -> None:
    result = check("一份普通的文件。\n" + SENTENCE)
    assert [diagnostic.code for diagnostic in result.diagnostics] == ["Z002"]
    assert result.facts is None
    assert result.lines is not None


def test_what_cannot_be_read_is_said_alone() -> None:
    linter = Linter(RULEBOOK, ALWAYS, Settings(), "zh")
    result = linter.check("a.txt", bytes(range(256)) * 8)
    assert [diagnostic.code for diagnostic in result.diagnostics] == ["Z001"]
    assert result.lines is None
