"""S111 to S114, S117: the six chapters, their order and their ordinals."""

from __future__ import annotations

import pytest

from tests.checks.structure.reports import (
    NUMERALS,
    chapters,
    codes,
    findings,
    fixed,
    found,
    made_of,
    renamed,
)


def numbered_on(parts: list[str]) -> list[str]:
    """Chapters numbered by their place."""
    return [NUMERALS[place] + part[1:] for place, part in enumerate(parts)]


@pytest.mark.parametrize("number", range(6))
def test_a_missing_chapter_is_said_where_it_should_stand(number: int) -> None:
    parts = chapters()[1]
    del parts[number]
    [finding] = found(made_of(parts))
    assert finding.code == "S111"
    assert f"缺少第{NUMERALS[number]}章" in finding.message
    follower = parts[number].split("\n")[0] if number < 5 else made_of(parts).rstrip()[-1]
    assert finding.place == follower


@pytest.mark.parametrize("number", range(6))
def test_chapters_that_count_on_over_a_missing_one(number: int) -> None:
    parts = chapters()[1]
    del parts[number]
    assert codes(made_of(numbered_on(parts))) == ["S111"]


def test_two_missing_chapters_are_two_findings() -> None:
    parts = chapters()[1]
    assert codes(made_of([*parts[:2], *parts[4:]])) == ["S111", "S111"]


@pytest.mark.parametrize("number", [0, 4, 5])
def test_a_missing_chapter_can_be_put_in(number: int) -> None:
    parts = chapters()[1]
    heading = parts[number].split("\n")[0]
    del parts[number]
    text = fixed(made_of(parts), "S111", safe=False)
    assert f"\n{heading}\n\n" in text
    assert codes(text) == []


def test_a_heading_put_into_markdown_has_its_siblings_marks() -> None:
    start, parts = chapters()
    text = f"# {start}" + "".join([f"## {part}" for part in parts if part[0] != "五"])
    assert "\n## 五、存在的主要问题及改进情况\n" in fixed(text, "S111", safe=False, name="r.md")


def test_a_heading_of_no_known_meaning_in_a_chapters_place() -> None:
    [finding] = found(renamed("六", "六、附则"))
    assert (finding.code, finding.place) == ("S111", "六、附则")
    assert "附则" in finding.message


@pytest.mark.parametrize("place", range(5))
def test_two_chapters_exchanged_are_one_finding(place: int) -> None:
    parts = chapters()[1]
    parts[place], parts[place + 1] = parts[place + 1], parts[place]
    assert codes(made_of(parts)) == ["S112"]
    assert codes(made_of(numbered_on(parts))) == ["S112"]


@pytest.mark.parametrize(("moved", "place"), [(1, 5), (5, 0), (4, 1)])
def test_the_chapter_that_was_moved_is_the_one_said(moved: int, place: int) -> None:
    parts = chapters()[1]
    chapter = parts.pop(moved)
    parts.insert(place, chapter)
    [finding] = found(made_of(parts))
    assert (finding.code, finding.place) == ("S112", chapter.split("\n")[0])


@pytest.mark.parametrize("number", range(6))
def test_the_same_chapter_twice(number: int) -> None:
    parts = chapters()[1]
    parts.insert(number, parts[number])
    text = made_of(parts)
    [finding] = findings(text)
    assert finding.code == "S113"
    assert finding.span is not None
    assert finding.span.start == text.rindex(parts[number])
    assert finding.related[0].span.start == text.index(parts[number])


@pytest.mark.parametrize("number", range(6))
def test_a_wrong_ordinal(number: int) -> None:
    parts = chapters()[1]
    right = parts[number]
    parts[number] = NUMERALS[(number + 2) % 6] + right[1:]
    text = made_of(parts)
    assert codes(text) == ["S114"]
    assert fixed(text, "S114", safe=True) == made_of([*parts[:number], right, *parts[number + 1 :]])


def test_a_lost_ordinal_among_numbered_chapters() -> None:
    parts = chapters()[1]
    text = made_of([*parts[:3], parts[3][2:], *parts[4:]])
    assert codes(text) == ["S114"]
    assert fixed(text, "S114", safe=True) == made_of(parts)


def test_a_numeral_without_its_mark_is_an_ordinal_all_the_same() -> None:
    parts = chapters()[1]
    unmarked = [part[0] + part[2:] for part in parts]
    assert codes(made_of([*parts[:3], unmarked[3], *parts[4:]])) == []
    text = made_of([*parts[:3], "六" + unmarked[3][1:], *parts[4:]])
    assert codes(text) == ["S114"]
    assert fixed(text, "S114", safe=True) == made_of([*parts[:3], unmarked[3], *parts[4:]])


def test_ordinals_lost_everywhere_are_silent() -> None:
    assert codes(made_of([part[2:] for part in chapters()[1]])) == []


def test_ordinals_off_by_one_from_a_slip_on_are_one_finding() -> None:
    parts = chapters()[1]
    shifted = [*parts[:4], "六" + parts[4][1:], "七" + parts[5][1:]]
    [finding] = findings(made_of(shifted))
    assert finding.code == "S114"
    assert len(finding.related) == 1
    assert fixed(made_of(shifted), "S114", safe=True) == made_of(parts)


def test_all_chapters_numbered_one_is_one_finding() -> None:
    text = made_of(["一" + part[1:] for part in chapters()[1]])
    assert codes(text) == ["S114"]
    assert fixed(text, "S114", safe=True) == made_of(chapters()[1])


@pytest.mark.parametrize("heading", ["七、下一步工作计划", "七、附件"])
def test_a_seventh_chapter(heading: str) -> None:
    text = made_of([*chapters()[1], f"{heading}\n\n2025年将继续推进。\n"])
    [finding] = found(text)
    assert (finding.code, finding.place) == ("S117", heading)


def test_a_chapter_between_counts_the_following_on() -> None:
    parts = chapters()[1]
    fees = "五、政府信息公开收费情况\n\n未收取费用。\n\n"
    assert codes(made_of(numbered_on([*parts[:4], fees, *parts[4:]]))) == ["S117"]
    assert codes(made_of([*parts[:4], fees, *parts[4:]])) == ["S117"]


def test_lists_within_a_chapter_are_no_chapters() -> None:
    text = made_of(
        [*chapters()[1][:5], "六、其他需要报告的事项\n\n（一）收费。无。\n\n（二）其他。无。\n"]
    )
    assert codes(text) == []
