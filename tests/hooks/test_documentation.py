"""The examples of docs/持续集成.md: their YAML, their hooks, their command lines."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from gpar_lint import __version__
from gpar_lint.cli.check import OPTIONS
from gpar_lint.cli.options import parse
from gpar_lint.output.formats import FORMATS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "持续集成.md").read_text(encoding="utf-8")
EXAMPLES = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]


def texts(value: Any) -> list[str]:
    """All strings in a parsed YAML file."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


COMMANDS = [text for text in texts(EXAMPLES) if text.startswith("gpar-lint -")]


def test_the_hooks_are_those_that_there_are() -> None:
    (repository,) = EXAMPLES[0]["repos"]
    assert repository["rev"] == f"v{__version__}"
    declared = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in declared}


@pytest.mark.parametrize("command", COMMANDS)
def test_command_lines(command: str) -> None:
    options, paths = parse(OPTIONS, shlex.split(command)[1:])
    assert options.output_format in FORMATS
    assert paths == ["."]


def test_there_are_examples() -> None:
    assert len(COMMANDS) == 3
    assert len(EXAMPLES) == 4
