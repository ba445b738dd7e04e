"""Running the command line within the tests' own process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from gpar_lint.cli.main import main
from gpar_lint.format.manual import clean_report

CLEAN = clean_report("2021")


def without_a_row(text: str) -> str:
    """A report with one error in it (T202): table 三 lacks a row."""
    return "\n".join([line for line in text.split("\n") if "2.重复申请" not in line])


FAULTY = without_a_row(CLEAN)


class Run(NamedTuple):
    """What a command line said."""

    status: int
    out: str
    err: str


Gpar = Callable[..., Run]


@pytest.fixture
def gpar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Gpar:
    """The command `gpar-lint` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "GPAR_LINT_LANG"):
        monkeypatch.delenv(variable, raising=False)

    def run(*arguments: str) -> Run:
        status = main(arguments)
        captured = capsys.readouterr()
        return Run(status, captured.out, captured.err)

    return run
