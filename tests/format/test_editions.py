"""The two editions, held against what the notices and the contract say of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gpar_lint.format.edition import Edition
from gpar_lint.format.loading import load_rulebook

RULES = Path(__file__).parents[2] / "rules"
RULEBOOK = load_rulebook()
EDITIONS = list(RULEBOOK.editions.values())


def test_each_year_has_its_edition() -> None:
    years = {2018: "2019", 2019: "2019", 2020: "2019", 2021: "2021", 2025: "2021", 2031: "2021"}
    assert {year: RULEBOOK.edition_for(year).name for year in years} == years
    assert RULEBOOK.edition_for(None).name == "2021"


@pytest.mark.parametrize(
    ("name", "cells"),
    [("2019", {"二": 22, "三": 161, "四": 15}), ("2021", {"二": 10, "三": 175, "四": 15})],
)
def test_the_number_of_figures(name: str, cells: dict[str, int]) -> None:
    edition = RULEBOOK.editions[name]
    assert {table.name: table.cell_count() for table in edition.tables} == cells


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
class TestEdition:
    def test_has_six_chapters_three_with_a_table(self, edition: Edition) -> None:
        assert [chapter.number for chapter in edition.chapters] == list("一二三四五六")
        assert [chapter.table for chapter in edition.chapters] == [None, *"二三四", None, None]

    def test_keys_are_unique_and_columns_used(self, edition: Edition) -> None:
        for table in edition.tables:
            rows = [row.key for row in table.rows]
            columns = [column.key for column in table.columns]
            assert len(set(rows)) == len(rows)
            assert len(set(columns)) == len(columns)
            assert {key for row in table.rows for key in row.columns} == set(columns)

    def test_titles_and_variants_are_recognised_as_their_own_chapter_only(
        self, edition: Edition
    ) -> None:
        for chapter in edition.chapters:
            for title in (chapter.title, *chapter.variants):
                meant = [
                    other.number
                    for other in edition.chapters
                    if any(all(word in title for word in words) for words in other.signs)
                ]
                assert meant == [chapter.number], title

    def test_every_result_row_is_in_the_results_total(self, edition: Edition) -> None:
        table = edition.table("三")
        assert table
        keys = [row.key for row in table.rows]
        results = keys[keys.index("granted") : keys.index("results_total")]
        [identity] = [identity for identity in edition.identities if identity.code == "A303"]
        assert list(identity.left) == results


def test_kinds_of_figures() -> None:
    def kinds(name: str) -> dict[tuple[str, str], str]:
        table = RULEBOOK.editions[name].table("二")
        assert table
        every = {(r.key, c): r.kind_of(c) for r in table.rows for c in r.columns}
        return {cell: kind for cell, kind in every.items() if kind != "count"}

    assert kinds("2021") == {("fees", "amount"): "amount"}
    assert kinds("2019") == {
        **{
            (row, "change"): "signed"
            for row in ("licences", "other_services", "penalties", "coercion", "fees")
        },
        ("procurement", "amount"): "amount",
    }


def test_an_invented_edition_is_one_file_more(tmp_path: Path) -> None:
    """A third edition, with one row and one column more, needs no code."""
    (tmp_path / "editions").mkdir()
    for name in ("2019", "2021"):
        text = (RULES / f"editions/{name}.toml").read_text(encoding="utf-8")
        if name == "2021":
            text = text.replace("first_year = 2021\n", "first_year = 2021\nlast_year = 2026\n")
        (tmp_path / f"editions/{name}.toml").write_text(text, encoding="utf-8")
    (tmp_path / "editions/2027.toml").write_text(invented_edition(), encoding="utf-8")
    rulebook = load_rulebook(str(tmp_path))
    assert list(rulebook.editions) == ["2019", "2021", "2027"]
    edition = rulebook.edition_for(2028)
    assert edition.name == "2027"
    table = edition.table("三")
    assert table
    assert table.cell_count() == 26 * 8
    assert [column.key for column in table.columns][6:] == ["media", "total"]
    assert not rulebook.rules
    assert not rulebook.vocabulary


def invented_edition() -> str:
    """The 2021 edition with a row 4.涉及个人隐私 and a column 新闻媒体 more in table 三."""
    text = (RULES / "editions/2021.toml").read_text(encoding="utf-8")
    section = '  { section = "三、本年度办理结果", group ='
    total = '  { key = "total", label = "总计" },\n]\nrows = [\n  { key = "new_received"'
    media = '  { key = "media", label = "新闻媒体", group = "法人或其他组织" },\n'
    petition = f'{section} "（五）不予处理", key = "rejected_petition"'
    private = f'{section} "（四）无法提供", key = "unavailable_private", label = "4.涉及隐私" }},\n'
    for old, new in (
        ('name = "2021"\nfirst_year = 2021', 'name = "2027"\nfirst_year = 2027'),
        (petition, private + petition),
        (total, media + total),
        (
            '"legal_service", "other_organisation"]',
            '"legal_service", "other_organisation", "media"]',
        ),
        ('"unavailable_unclear",\n', '"unavailable_unclear", "unavailable_private",\n'),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
