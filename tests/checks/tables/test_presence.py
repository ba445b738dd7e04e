"""T201, Z004: tables that are not there, and tables that could not be read."""

from __future__ import annotations

from gpar_lint.source.document import Grid
from tests.support.tables import Draft, rulebook, said


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
