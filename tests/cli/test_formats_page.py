"""docs/输出格式.md says what there is: every format, every key, and commands that run."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from gpar_lint.output.formats import FORMATS
from tests.cli.conftest import FAULTY, Gpar

PAGE = (Path(__file__).parents[2] / "docs/输出格式.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE))
COMMANDS = re.findall(r"^gpar-lint (.+)$", PAGE, re.MULTILINE)


def test_every_format_has_its_section() -> None:
    assert sorted(SECTIONS) == sorted(FORMATS)


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_run(gpar: Gpar, tmp_path: Path, command: str) -> None:
    (tmp_path / "各单位年报").mkdir()
    for path in ("年报.txt", "各单位年报/甲.txt"):
        (tmp_path / path).write_text(FAULTY, encoding="utf-8")
    words = shlex.split(command)
    run = gpar(*words)
    assert (run.status, run.err) == (1, "")
    assert run.out or (tmp_path / words[-1]).stat().st_size


def test_the_keys_of_a_finding(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "年报.txt").write_text(FAULTY, encoding="utf-8")
    (found,) = json.loads(gpar("年报.txt", "--output-format", "json").out)
    listed = SECTIONS["json"].partition("每个问题的键：")[2].partition("。")[0]
    assert re.findall(r"`(\w+)`", listed) == list(found)
