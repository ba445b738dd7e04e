"""Family A: sums that hold, are broken, or cannot be computed; the one culprit."""

from __future__ import annotations

import pytest

from gpar_lint.checks.finding import Finding
from tests.support.tables import Draft, Figures, findings, form_of, said

ALL = ("A301", "A302", "A303", "A304", "A305", "A306")

# 新收 9 + 3, 结转 1; 公开 6, 内部事务 5; 结转下年 2: every sum holds.
SOUND = {
    "new_received": {"natural_person": "9", "enterprise": "3", "total": "12"},
    "carried_over": {"natural_person": "1", "total": "1"},
    "granted": {"natural_person": "4", "enterprise": "2", "total": "6"},
    "denied_internal": {"natural_person": "4", "enterprise": "1", "total": "5"},
    "results_total": {"natural_person": "8", "enterprise": "3", "total": "11"},
    "carried_forward": {"natural_person": "2", "total": "2"},
}


def table_three(**changes: str) -> Figures:
    """The sound table with cells changed: granted__total="7"."""
    figures = {row: dict(columns) for row, columns in SOUND.items()}
    for place, text in changes.items():
        row, column = place.split("__")
        figures.setdefault(row, {})[column] = text
    return figures


def found(name: str, figures: Figures, edition: str = "2021", **more: object) -> list[Finding]:
    draft = Draft(edition)
    draft.table(name, figures, **more)  # type: ignore[arg-type]
    result = draft.find(*ALL)
    for finding in result:
        assert said(finding) and said(finding, "en")
    return result


def brief(result: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, ".".join(finding.cell or ())) for finding in result]


def test_a_sound_table_is_silent_and_its_sums_are_counted() -> None:
    draft = Draft()
    draft.table("三", SOUND)
    context = draft.context()
    assert findings(context, ALL) == []
    assert context.tally["identities"] == 25 + 7 + 7
    assert context.tally["identities_unknown"] == 0


@pytest.mark.parametrize(
    ("place", "wrong", "right"),
    [
        ("granted.natural_person", "5", "4"),
        ("granted.total", "7", "6"),
        ("granted.research", "1", "0"),
        ("new_received.enterprise", "2", "3"),
        ("carried_over.total", "0", "1"),
        ("results_total.natural_person", "18", "8"),
        ("results_total.total", "10", "11"),
        ("carried_forward.total", "20", "2"),
    ],
)
def test_one_wrong_figure_is_one_finding_at_its_cell(place: str, wrong: str, right: str) -> None:
    changed = table_three(**{place.replace(".", "__"): wrong})
    (finding,) = found("三", changed)
    assert brief([finding]) == [("A301", f"三.{place}")]
    assert finding.text == "culprit"
    assert (finding.values["stated"], finding.values["mended"]) == (wrong, right)


def test_the_culprit_names_every_broken_sum_and_the_figure_that_mends_them() -> None:
    (finding,) = found("三", table_three(granted__natural_person="5"))
    message = said(finding)
    assert "“（一）予以公开”“自然人”填的是 5" in message
    assert (
        "自然人 5＋商业企业 2＋科研机构 0＋社会公益组织 0＋法律服务机构 0＋其他 0＝7 ≠ 总计 6"
        in message
    )
    assert "（一）予以公开 5＋（三）不予公开5.属于三类内部事务信息 4＝9 ≠ （七）总计 8" in message
    assert len(finding.related) == 4  # the figures of both sums that are not 0, each once


def test_a_row_total_alone_is_the_row_s_own_finding() -> None:
    # 商业企业 and 科研机构 are both wrong in the same row, their columns balance elsewhere.
    changed = table_three(
        granted__research="1", results_total__research="1", results_total__total="12",
        new_received__research="1", new_received__total="13", granted__total="7",
        denied_law__natural_person="1", denied_internal__natural_person="3",
        denied_law__total="0", denied_internal__total="5",
    )  # fmt: skip
    assert brief(found("三", changed)) == [
        ("A301", "三.denied_law.total"),
        ("A301", "三.denied_internal.total"),
    ]


def test_a_row_total_names_stated_computed_difference_and_addends() -> None:
    result = found("三", table_three(denied_law__total="0", denied_law__research="2",
                                    denied_query__research="1"))  # fmt: skip
    message = next(said(finding) for finding in result if finding.code == "A301")
    assert "之和为 2" in message and "科研机构 2" in message
    assert "总计填的是 0" in message and "相差 2" in message


def test_two_wrong_figures_are_findings_of_their_own() -> None:
    changed = table_three(granted__natural_person="5", new_received__enterprise="2")
    assert brief(found("三", changed)) == [
        ("A301", "三.new_received.total"),
        ("A301", "三.granted.total"),
        ("A302", "三.carried_forward.enterprise"),
        ("A303", "三.results_total.natural_person"),
    ]


def test_an_unbalanced_column_stands_at_the_total_unless_the_results_vouch_for_it() -> None:
    shifted = table_three(carried_forward__natural_person="1", carried_forward__enterprise="1")
    assert brief(found("三", shifted)) == [
        ("A302", "三.carried_forward.natural_person"),
        ("A302", "三.carried_forward.enterprise"),
    ]
    both = table_three(
        results_total__natural_person="7", results_total__enterprise="4",
    )  # fmt: skip
    assert brief(found("三", both)) == [
        ("A302", "三.results_total.natural_person"),
        ("A302", "三.results_total.enterprise"),
        ("A303", "三.results_total.natural_person"),
        ("A303", "三.results_total.enterprise"),
    ]


def test_a_total_over_nothing_says_so() -> None:
    figures = {"results_total": {"enterprise": "2", "total": "2"}}
    messages = [said(item) for item in found("三", figures) if item.code == "A303"]
    assert messages[0].startswith("表三“商业企业”一列：各项办理结果都是 0，（七）总计填的是 2")


@pytest.mark.parametrize(
    ("blank", "code"),
    [
        ("0", None),  # known part = total: holds
        ("1", "A303"),  # known part > total: broken
    ],
)
def test_a_blank_among_the_addends(blank: str, code: str | None) -> None:
    changed = table_three(denied_law__enterprise="", granted__enterprise=str(2 + int(blank)),
                          granted__total=str(6 + int(blank)))  # fmt: skip
    codes = {finding.code for finding in found("三", changed)}
    assert codes == ({code} if code else set())


def test_a_blank_that_hides_what_is_missing_leaves_the_sum_open() -> None:
    draft = Draft()
    draft.table("三", table_three(granted__enterprise=""))
    context = draft.context()
    assert findings(context, ALL) == []
    assert context.tally["identities_unknown"] == 2  # its row and its column


@pytest.mark.parametrize("text", ["4件", "４", "四"])
def test_a_figure_in_another_form_counts_with_its_value(text: str) -> None:
    assert found("三", table_three(granted__natural_person=text)) == []
    wrong = text.translate(str.maketrans("4４四", "5５五"))
    assert brief(found("三", table_three(granted__natural_person=wrong))) == [
        ("A301", "三.granted.natural_person")
    ]


@pytest.mark.parametrize("text", ["-1", "3.5", "若干", "/"])
def test_what_is_no_count_enters_no_sum(text: str) -> None:
    assert found("三", table_three(granted__natural_person=text)) == []


def test_a_row_that_could_not_be_aligned_enters_no_sum() -> None:
    assert found("三", SOUND, ragged={"granted": ["4", "2", "0", "0", "0", "6"]}) == []


def test_what_a_missing_row_belongs_to_is_not_computed() -> None:
    keys = [row.key for row in form_of("三").rows if row.key != "denied_law"]
    wrong = table_three(
        results_total__natural_person="1", results_total__total="4",
        carried_forward__natural_person="9", carried_forward__total="9",
    )  # fmt: skip
    assert found("三", wrong, keys=keys) == []


def test_a_table_that_could_not_be_read_has_no_sums() -> None:
    draft = Draft()
    draft.table("三", table_three(granted__total="7"), problem="figures-unaligned")
    context = draft.context()
    assert findings(context, ALL) == []
    assert context.tally["identities"] == 0


def test_reviews_and_each_group_of_lawsuits() -> None:
    assert found("四", {"review": {"upheld": "2", "corrected": "1", "total": "3"}}) == []
    result = found("四", {
        "review": {"upheld": "2", "corrected": "1", "total": "4"},
        "litigation_direct": {"pending": "1"},
        "litigation_after_review": {"other": "1", "total": "1"},
    })  # fmt: skip
    assert brief(result) == [("A304", "四.review.total"), ("A305", "四.litigation_direct.total")]
    assert "“行政诉讼未经复议直接起诉”：四种结果之和为 1" in said(result[1])


def test_more_documents_made_than_are_in_force_or_repealed() -> None:
    sound = {"normative_documents": {"issued": "3", "repealed": "1", "in_force": "2"}}
    assert found("二", sound) == []
    sound["normative_documents"]["in_force"] = "1"
    (finding,) = found("二", sound)
    assert brief([finding]) == [("A306", "二.normative_documents.issued")]
    assert "多出 1" in said(finding)


def test_stocks_of_the_2019_edition() -> None:
    sound = {
        "normative_documents": {"disclosed": "2", "disclosed_total": "2"},
        "licences": {"previous_items": "3", "change": "-3"},
        "penalties": {"previous_items": "3", "change": "+4"},
    }
    assert found("二", sound, "2019") == []
    broken = {
        "normative_documents": {"disclosed": "3", "disclosed_total": "2"},
        "licences": {"previous_items": "3", "change": "减4"},
    }
    result = found("二", broken, "2019")
    assert brief(result) == [
        ("A306", "二.normative_documents.disclosed"),
        ("A306", "二.licences.change"),
    ]
    assert "上一年项目数量 3＋本年增/减 -4，合计为 -1，小于 0" in said(result[1])


def test_a_table_of_the_other_edition_is_held_to_its_own_sums() -> None:
    figures = {"other": {"natural_person": "1", "total": "2"}}
    draft = Draft()
    draft.table("三", figures, edition="2019")
    assert ("A301", "三.other.total") in brief(draft.find(*ALL))
