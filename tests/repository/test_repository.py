"""Thirty agencies over three years: every report with something wrong is named, and no other.

`make repository` does the same with three hundred.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from gpar_lint.format.loading import load_rulebook
from tests.accuracy.defects import DEFECTS
from tests.repository.__main__ import check, judge
from tests.repository.making import Due, Maker, make


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Due]]:
    folder = tmp_path_factory.mktemp("repository")
    # Those by which last year's figures are in doubt.
    defects = [name for name in DEFECTS if name.startswith(("A", "T201", "T202"))]
    maker = Maker(load_rulebook().editions["2021"], 9, defects)
    return folder, make(folder, maker, agencies=30)


def test_every_report_with_something_wrong_is_named_and_no_other(
    repository: tuple[Path, dict[str, Due]],
) -> None:
    folder, expected = repository
    assert {"X901", "X903"} <= {code for due in expected.values() for code in due.codes}
    verdict = judge(check(folder, "--compare", str(folder)), expected)
    assert verdict.missed == []
    assert verdict.wrong == []


def test_processes_find_what_one_finds(
    repository: tuple[Path, dict[str, Due]],
) -> None:
    folder, _ = repository
    alone = check(folder, "--select", "X", "--compare", str(folder))
    assert alone == check(folder, "--select", "X", "--compare", str(folder), "--jobs", "2")
    assert alone
