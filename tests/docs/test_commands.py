"""Every command in the documentation runs, and prints what the page shows."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from gpar_lint import __version__
from gpar_lint.cli.commands import COMMANDS, DEFAULT_COMMAND
from gpar_lint.cli.options import parse
from tools.site.consoles import PAGES, ROOT, Shown, blocks, desk, run, shown_in

TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}
WITH_CONSOLES = [name for name, text in TEXTS.items() if blocks(text)]
_MENTIONED = re.compile(r"^\s*(?:- )?(gpar-lint(?: .*)?)$", re.MULTILINE)


@pytest.mark.parametrize("page", WITH_CONSOLES)
def test_the_output_is_what_the_page_shows(page: str, tmp_path: Path) -> None:
    folder = desk(tmp_path)
    for block in blocks(TEXTS[page]):
        assert block.startswith("$ ")
        for shown in shown_in(block):
            printed = run(shown.command, folder)
            assert "Traceback" not in printed
            renew = "python -m tools.site.consoles writes what is printed now into the pages"
            assert shown.holds(printed), f"{shown.command}\n{printed}\n{renew}"


def mentioned() -> list[tuple[str, str]]:
    """The commands in code blocks that show no output."""
    found = []
    for name, text in TEXTS.items():
        for block in re.findall(r"^```(?:sh|yaml)?\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            for command in _MENTIONED.findall(block):
                found.append((name, command.partition(" #")[0].partition(" | ")[0]))
    return found


@pytest.mark.parametrize(("page", "command"), mentioned())
def test_options_that_pages_name_are_there(page: str, command: str) -> None:
    words = shlex.split(command.replace("\\", ""))[1:]
    name = words.pop(0) if words and words[0] in COMMANDS else DEFAULT_COMMAND
    parse(import_module(COMMANDS[name].module).OPTIONS, words)


def test_versions_are_of_today() -> None:
    named = [
        version for text in TEXTS.values() for version in re.findall(r"gpar_lint-(.+?)-", text)
    ]
    assert set(named) == {__version__}


def test_there_are_commands() -> None:
    assert len(WITH_CONSOLES) > 3
    assert len(mentioned()) > 20


def test_lines_are_left_out() -> None:
    shown = Shown("x", "a\n…\nd\n")
    assert shown.holds("a\nb\nc\nd\n")
    assert not shown.holds("a\nb\nc\n")
    assert shown.renewed("A\nb\nc\nD\n") == "A\n…\nD\n"
