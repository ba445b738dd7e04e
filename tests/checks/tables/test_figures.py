"""T207, T208: cells without a figure, and figures in another form."""

from __future__ import annotations

import pytest

from tests.support.tables import Draft, Figures, fixed, form_of, said

KEYS = [row.key for row in form_of("三").rows]


def draft_of(name: str, figures: Figures, edition: str = "2021", **facts: object) -> Draft:
    draft = Draft(edition)
    draft.table(name, figures, **facts)  # type: ignore[arg-type]
    return draft


def test_blank_cells_are_one_finding_a_row() -> None:
    draft = draft_of("三", {"granted": {"research": "", "total": ""}, "partial": {"total": "/"}})
    blank, stroke = draft.find("T207")
    assert said(blank) == "表三“（一）予以公开”一行有 2 格没有填数：“科研机构”、“总计”。"
    assert blank.cell == ("三", "granted", "research") and len(blank.related) == 1
    assert "填的是“/”" in said(stroke)


@pytest.mark.parametrize("text", ["", "/", "-", "—", "无"])
def test_what_stands_for_no_figure(text: str) -> None:
    draft = draft_of("二", {"licences": {"decisions": text}})
    (finding,) = draft.find("T207")
    assert finding.fix and not finding.fix.safe
    assert "行政许可\t0\n" in fixed(draft.text, finding.fix)
    assert draft.find("T208") == []


def test_a_zero_is_a_figure() -> None:
    assert draft_of("二", {"licences": {"decisions": "0"}}).find("T207", "T208") == []


def test_many_rows_with_blanks_are_one_finding() -> None:
    draft = draft_of("三", {key: {"total": ""} for key in KEYS[:4]})
    (finding,) = draft.find("T207")
    assert said(finding) == "表三有 4 行共 4 格没有填数。"
    assert finding.fix and len(finding.fix.edits) == 4


def test_where_blanks_cannot_be_seen_only_marks_count() -> None:
    figures = {"granted": {"total": ""}, "partial": {"total": "—"}}
    (finding,) = draft_of("三", figures, blanks_visible=False).find("T207")
    assert finding.cell == ("三", "partial", "total")


@pytest.mark.parametrize(
    ("text", "form", "plain"),
    [
        ("0件", "unit", "0"),
        ("１２", "full-width", "12"),
        ("1,234", "thousands", "1234"),
        ("三", "chinese", "3"),
        ("+3", "signed", "3"),
    ],
)
def test_a_sure_value_in_another_form_has_a_safe_fix(text: str, form: str, plain: str) -> None:
    draft = draft_of("二", {"licences": {"decisions": text}})
    (finding,) = draft.find("T208")
    assert finding.text == form and f"“{text}”" in said(finding) and said(finding, "en")
    assert finding.fix and finding.fix.safe
    assert f"行政许可\t{plain}\n" in fixed(draft.text, finding.fix)


@pytest.mark.parametrize(
    ("text", "form"), [("3.5", "decimal"), ("-1", "negative"), ("若干", "text")]
)
def test_what_is_no_count_has_no_fix(text: str, form: str) -> None:
    (finding,) = draft_of("二", {"licences": {"decisions": text}}).find("T208")
    assert finding.text == form and said(finding) and finding.fix is None


@pytest.mark.parametrize("text", ["14.6864", "5", "0", "1,234.5"])
def test_an_amount_may_be_decimal(text: str) -> None:
    assert draft_of("二", {"fees": {"amount": text}}).find("T208") == []


def test_an_amount_in_the_column_s_own_unit_can_be_fixed_in_another_not() -> None:
    (own,) = draft_of("二", {"fees": {"amount": "4.6万元"}}).find("T208")
    (other,) = draft_of("二", {"fees": {"amount": "46000元"}}).find("T208")
    assert own.fix and own.fix.edits[0].text == "4.6"
    assert other.fix is None


def test_the_2019_edition_s_changes_and_purchases() -> None:
    figures = {
        "licences": {"change": "+3"},
        "penalties": {"change": "减4"},
        "coercion": {"change": "-2"},
        "procurement": {"amount": "52.15万元"},
    }
    assert draft_of("二", figures, "2019").find("T208") == []
    (finding,) = draft_of("二", {"procurement": {"items": "5项"}}, "2019").find("T208")
    assert finding.cell == ("二", "procurement", "items")


def test_one_finding_a_row_and_form() -> None:
    draft = draft_of("三", {"granted": {"research": "1件", "total": "1件", "enterprise": "0.5"}})
    assert [(item.text, len(item.related)) for item in draft.find("T208")] == [
        ("decimal", 0),
        ("unit", 1),
    ]


def test_many_rows_of_one_form_are_one_finding_with_one_fix() -> None:
    draft = draft_of("三", {key: {"total": "０"} for key in KEYS})
    (finding,) = draft.find("T208")
    assert "有 25 行共 25 格的数字写法不对" in said(finding)
    assert finding.fix and "０" not in fixed(draft.text, finding.fix)


def test_the_one_line_of_table_four_is_one_finding() -> None:
    figures = {
        "review": {"upheld": "", "total": "1件"},
        "litigation_direct": {"other": "", "total": "1件"},
    }
    blank, form = draft_of("四", figures).find("T207", "T208")
    assert said(blank) == "表四有 1 行共 2 格没有填数。"
    assert "有 1 行共 2 格的数字写法不对" in said(form)
