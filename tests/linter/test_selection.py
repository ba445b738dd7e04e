"""Which rules run, and how severe they are."""

from __future__ import annotations

import pytest

from gpar_lint.format.catalogue import Rule
from gpar_lint.linter.selection import Choice, UnknownSelector, choose, find_rule, reaches


def rule(code: str, name: str, severity: str = "error") -> Rule:
    return Rule(code, name, severity, (), "kind", "none", {}, {}, {}, {})


RULES = {
    found.code: found
    for found in (
        rule("A301", "row-total"),
        rule("A302", "balance"),
        rule("T201", "missing-table", "warning"),
        rule("Z001", "unreadable"),
        rule("Z002", "not-a-report"),
        rule("Z004", "not-assessed", "warning"),
        rule("Z006", "rule-failed"),
    )
}
ALWAYS = ["Z001", "Z002", "Z006"]


def chosen(**choice: tuple[str, ...]) -> list[str]:
    codes = list(choose(RULES, Choice(**choice)))  # type: ignore[arg-type]
    assert [code for code in codes if code in ALWAYS] == ALWAYS
    return [code for code in codes if code not in ALWAYS]


def test_all_rules_run_unless_said_otherwise() -> None:
    assert chosen() == ["A301", "A302", "T201", "Z004"]


@pytest.mark.parametrize(
    ("select", "codes"),
    [
        (("A",), ["A301", "A302"]),
        (("A302",), ["A302"]),
        (("row-total",), ["A301"]),
        (("t201", "Balance"), ["A302", "T201"]),
        (("all",), ["A301", "A302", "T201", "Z004"]),
        (("Z",), ["Z004"]),
    ],
)
def test_selected_by_code_name_or_family(select: tuple[str, ...], codes: list[str]) -> None:
    assert chosen(select=select) == codes


@pytest.mark.parametrize(
    ("choice", "codes"),
    [
        ({"ignore": ("A",)}, ["T201", "Z004"]),
        ({"ignore": ("ALL",)}, []),
        ({"select": ("A301",), "ignore": ("A",)}, ["A301"]),
        ({"select": ("A",), "ignore": ("A301",)}, ["A302"]),
        ({"select": ("A301",), "ignore": ("row-total",)}, []),
        ({"select": ("A301",), "extend_select": ("T",)}, ["A301", "T201"]),
        ({"ignore": ("A",), "extend_select": ("A301",)}, ["A301", "T201", "Z004"]),
    ],
)
def test_the_more_specific_word_decides(
    choice: dict[str, tuple[str, ...]], codes: list[str]
) -> None:
    assert chosen(**choice) == codes


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        (Choice(select=("T",)), Choice(), ["T201"]),
        (Choice(select=()), Choice(extend_select=("T",)), ["T201"]),
        (Choice(ignore=("A301",)), Choice(ignore=("T",)), ["A302", "Z004"]),
        (Choice(ignore=("A301",)), Choice(extend_select=("A",)), ["A301", "A302", "T201", "Z004"]),
        (Choice(select=("T",), ignore=("A301",)), Choice(select=("A",)), ["A301", "A302"]),
        (Choice(extend_select=("A301",)), Choice(ignore=("ALL",)), []),
    ],
)
def test_the_later_choice_decides(first: Choice, second: Choice, codes: list[str]) -> None:
    found = choose(RULES, first, second)
    assert [code for code in found if code not in ALWAYS] == codes


def test_the_rules_about_the_run_itself_stay() -> None:
    assert list(choose(RULES, Choice(ignore=("Z001", "Z002", "Z006", "ALL")))) == ALWAYS


def test_severities_are_changed_one_by_one() -> None:
    choice = Choice(severity=(("A301", "info"), ("missing-table", "error")))
    severities = {code: rule.severity for code, rule in choose(RULES, choice).items()}
    assert severities["A301"] == "info"
    assert severities["A302"] == "error"
    assert severities["T201"] == "error"


@pytest.mark.parametrize(
    "choice",
    [Choice(select=("A999",)), Choice(ignore=("Q",)), Choice(severity=(("A", "info"),))],
)
def test_what_names_no_rule_is_an_error(choice: Choice) -> None:
    with pytest.raises(UnknownSelector) as raised:
        choose(RULES, choice)
    assert "A301" in raised.value.known


def test_a_rule_by_code_or_name() -> None:
    assert find_rule(RULES, "a301") is find_rule(RULES, "row-total") is RULES["A301"]


@pytest.mark.parametrize(
    ("severity", "threshold", "reached"),
    [
        ("error", "error", True),
        ("error", "info", True),
        ("warning", "error", False),
        ("info", "warning", False),
        ("info", "info", True),
    ],
)
def test_thresholds(severity: str, threshold: str, reached: bool) -> None:
    assert reaches(severity, threshold) is reached
