"""Blank tables: the form of the notice's annex, from the edition's data alone."""

from __future__ import annotations

import pytest

from gpar_lint.format.blank import as_markdown, as_tabs, blank_table
from gpar_lint.format.manual import clean_report
from tests.support.tables import form_of


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("name", ["二", "三", "四"])
def test_every_label_stands_in_the_clean_report_s_order(edition: str, name: str) -> None:
    clean = [cell for cell in clean_report(edition).replace("\n", "\t").split("\t") if cell]
    rows = blank_table(form_of(name, edition))
    labels = [cell for row in rows for cell in row if cell]
    start = clean.index(labels[0])
    found = [cell for cell in clean[start:] if not cell.lstrip("+-").replace(".", "").isdigit()]
    if name == "三":  # 总计 stands in another column of the first line
        assert sorted(found[: len(labels)]) == sorted(labels)
    else:
        assert found[: len(labels)] == labels


def test_rows_are_as_long_as_each_other() -> None:
    for name in "二三四":
        assert len({len(row) for row in blank_table(form_of(name))}) == 1


def test_forms_of_writing() -> None:
    rows = [["甲", "乙"], ["", "1"]]
    assert as_tabs(rows) == "甲\t乙\n\t1"
    assert as_markdown(rows) == "| 甲 | 乙 |\n| --- | --- |\n|  | 1 |"
