"""The two editions, held against what the notices and the contract say of them."""

from __future__ import annotations

import pytest

from gpar_lint.format.edition import Edition
from gpar_lint.format.loading import load_rulebook

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
