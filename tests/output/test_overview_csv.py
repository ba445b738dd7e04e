"""The overview of many reports, as a spreadsheet reads it."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from gpar_lint.linter.checking import Result
from tests.output.samples import BARE, FACTS, FULL, HOSTILE, PATH, RULEBOOK, rendered, result_of


def rows(*results: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(rendered("csv", *results), newline="")))


def test_a_row_a_report() -> None:
    other = BARE._replace(code="F702", severity="info")
    faulty, clean = rows(result_of(FULL, FULL, other), result_of(path="好.txt"))
    assert list(faulty.values())[:7] == [PATH, "某县水利局", "2024", "2021", "2", "0", "1"]
    assert list(faulty) == [
        *["path", "agency", "year", "edition", "error", "warning", "info"],
        *RULEBOOK.rules,
    ]
    assert {code: faulty[code] for code in ("A301", "A302", "F702")} == {
        "A301": "2",
        "A302": "0",
        "F702": "1",
    }
    assert {value for key, value in list(clean.items())[4:]} == {"0"}


def test_what_is_no_report_has_a_row_too() -> None:
    (row,) = rows(Result("坏.txt", [BARE._replace(code="Z001")]))
    assert list(row.values())[:5] == ["坏.txt", "", "", "", "1"]
    assert row["Z001"] == "1"


def test_without_files_there_is_a_header() -> None:
    assert rendered("csv").startswith("path,agency,")
    assert rendered("csv").count("\n") == 1


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(sign: str) -> None:
    text = f"{sign}HYPERLINK(1)"
    found = Result(text, [], facts=FACTS._replace(agency=text))
    (row,) = rows(found)
    assert row["path"].startswith("'") and row["agency"].startswith("'")


def test_a_row_stays_a_row() -> None:
    (row,) = rows(result_of(path=f'一,\n"二"\r{HOSTILE}'))
    assert row["path"].startswith('一,\n"二"<U+000D><U+0000>')
    assert row["agency"] == "某县水利局"
