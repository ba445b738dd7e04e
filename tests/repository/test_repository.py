"""Thirty agencies over three years: every report with something wrong is named, and no other.

`make repository` does the same with three hundred.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from gpar_lint.format.loading import load_rulebook
from tests.repository.__main__ import check, judge
from tests.repository.making import make


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, frozenset[str]]]:
    folder = tmp_path_factory.mktemp("repository")
    return folder, make(folder, load_rulebook().editions["2021"], agencies=30, seed=7)


def test_every_report_with_something_wrong_is_named_and_no_other(
    repository: tuple[Path, dict[str, frozenset[str]]],
) -> None:
    folder, expected = repository
    assert {"X901", "X903"} <= {code for codes in expected.values() for code in codes}
    verdict = judge(check(folder, "--compare", str(folder)), expected)
    assert verdict.missed == []
    assert verdict.wrong == []


def test_processes_find_what_one_finds(
    repository: tuple[Path, dict[str, frozenset[str]]],
) -> None:
    folder, _ = repository
    alone = check(folder, "--select", "X", "--compare", str(folder))
    assert alone == check(folder, "--select", "X", "--compare", str(folder), "--jobs", "2")
    assert alone
