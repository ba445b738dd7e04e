"""The pieces of code in the documentation: Python runs, TOML is read, the new edition is the one
that the tests try.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import tomli

from gpar_lint.cli.main import main
from tests.format.test_invented_edition import RULES, invented_edition
from tools.site.consoles import PAGES, ROOT

TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}


def blocks(language: str) -> list[tuple[str, str]]:
    """The code blocks in a language, with their pages."""
    pattern = rf"^```{language}\n(.*?)^```$"
    return [
        (page, block)
        for page, text in TEXTS.items()
        for block in re.findall(pattern, text, re.MULTILINE | re.DOTALL)
    ]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the reports that the pages speak of."""
    monkeypatch.chdir(tmp_path)
    for name in ("年报.docx", "report.docx"):
        assert main(["new", "--agency", "青禾县水务局", "--year", "2025", "-o", name]) == 0
    return tmp_path


@pytest.mark.parametrize(("page", "block"), blocks("python"))
def test_python(page: str, block: str, desk: Path) -> None:
    if not block.startswith("import "):
        compile(block, page, "exec")  # a piece of a module
        return
    command = [sys.executable, "-X", "utf8", "-c", block]
    run = subprocess.run(command, cwd=desk, capture_output=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    assert run.stdout


@pytest.mark.parametrize(("page", "block"), blocks("toml"))
def test_toml(page: str, block: str) -> None:
    if block.startswith("{"):  # an item of a list
        block = f"item = [{block.strip()}]"
    tomli.loads(block)


def test_there_are_examples() -> None:
    assert len(blocks("python")) > 2
    assert len(blocks("toml")) > 10


def test_the_new_edition_is_the_one_that_tests_try() -> None:
    """tests/format/test_invented_edition.py lints a report in it."""
    invented = invented_edition((RULES / "editions/2021.toml").read_text(encoding="utf-8"))
    shown = [block for page, block in blocks("toml") if page.endswith("维护/新版格式.md")]
    until, head, row, column, identity = shown
    assert "last_year = 2026" in until
    assert head.startswith('name = "2027"\nfirst_year = 2027')
    assert row in invented
    assert column in invented
    [wanted] = tomli.loads(identity)["identities"]
    sums: list[dict[str, Any]] = tomli.loads(invented)["identities"]
    same = [each for each in sums if each["code"] == "A301" and each["left"] == wanted["left"]]
    assert [each["right"] for each in same] == [wanted["right"]]
