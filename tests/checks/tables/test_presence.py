"""T201, Z004: tables that are not there, and tables that could not be read."""

from __future__ import annotations

import pytest

from gpar_lint.checks.context import Settings
from gpar_lint.checks.finding import Finding
from gpar_lint.format.edition import Edition
from gpar_lint.linter.engine import examine
from gpar_lint.source.document import Grid
from gpar_lint.source.reading import read
from tests.support.tables import Draft, fixed, form_of, rulebook, said


def draft_with_chapter() -> Draft:
    draft = Draft()
    draft.chapter("三", "收到和处理政府信息公开申请情况")
    return draft


def test_words_do_not_replace_the_table() -> None:
    draft = draft_with_chapter()
    draft.say("本年度未收到政府信息公开申请。", "三")
    (finding,) = draft.find("T201", "Z004")
    assert finding.code == "T201" and finding.span == draft.chapters[0].span
    assert "表三（收到和处理政府信息公开申请情况）" in said(finding)


@pytest.mark.parametrize("name", ["二", "三", "四"])
@pytest.mark.parametrize("kind", ["txt", "md"])
def test_the_blank_table_put_in_its_place_is_read(name: str, kind: str) -> None:
    text = "\n\n".join([f"{c.number}、{c.title}\n\n见附件。" for c in edition().chapters])
    before = examined(f"report.{kind}", text)
    finding = next(f for f in before if f.code == "T201" and f.values["table"] == name)
    assert finding.fix and not finding.fix.safe
    after = examined(f"report.{kind}", fixed(text, finding.fix))
    assert {f.values["table"] for f in after if f.code == "T201"} == set("二三四") - {name}
    if name != "四":  # a line of nothing but tabs is no row
        blanks = [finding.values["count"] for finding in after if finding.code == "T207"]
        assert blanks == [form_of(name).cell_count()]
        assert not [f for f in after if f.code in ("T202", "T203", "T204", "T206", "T209", "Z004")]


def edition() -> Edition:
    return rulebook().editions["2021"]


def examined(name: str, text: str) -> list[Finding]:
    rules = [rule for rule in rulebook().rules.values() if rule.family in "TAZ"]
    return examine(read(name, text.encode()), rulebook(), Settings(), rules).findings


def test_a_table_that_is_there_is_silent() -> None:
    draft = draft_with_chapter()
    draft.say("具体情况如下：", "三")
    draft.table("三")
    assert draft.find("T201", "Z004") == []


def test_a_missing_or_empty_chapter_is_not_said_again() -> None:
    assert draft_with_chapter().find("T201", "Z004") == []
    assert Draft().find("T201", "Z004") == []


def test_a_picture_in_its_place_could_not_be_assessed() -> None:
    draft = draft_with_chapter()
    draft.say("具体情况如下：", "三")
    draft.picture()
    (finding,) = draft.find("T201", "Z004")
    assert finding.code == "Z004" and finding.text == "picture"
    assert finding.span == draft.pictures[0]


def test_a_grid_that_is_not_recognised_could_not_be_assessed() -> None:
    draft = draft_with_chapter()
    passage = draft.say("甲\t乙\t丙", "三")
    draft.blocks.append(Grid((), passage.span))
    (finding,) = draft.find("T201", "Z004")
    assert finding.code == "Z004" and finding.text == "unrecognised"


def test_a_table_with_a_problem_says_which() -> None:
    draft = draft_with_chapter()
    draft.table("三", problem="figures-unaligned")
    draft.table("四", problem="something new")
    first, second = draft.find("T201", "Z004")
    assert "数字与行、列对不上" in said(first)
    assert second.text == "message" and said(second)


def test_every_message_of_the_family_has_both_languages() -> None:
    for rule in rulebook().rules.values():
        if rule.family in "TA":
            assert all(set(texts) == {"zh", "en"} for texts in rule.texts.values())
