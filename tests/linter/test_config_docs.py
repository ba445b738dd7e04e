"""The pages on configuration and rule packs say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.config_files import read_config_file
from gpar_lint.linter.config_keys import KEYS, PARENT_KEYS, SUPPRESS_KEYS
from gpar_lint.linter.config_reading import ConfigReader

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/配置.md").read_text(encoding="utf-8")
PACKS = (ROOT / "docs/规则包.md").read_text(encoding="utf-8")


def blocks(page: str) -> list[str]:
    return re.findall(r"```toml\n(.*?)```", page, re.DOTALL)


def test_the_example_has_every_key_and_can_be_read(tmp_path: Path) -> None:
    [example] = blocks(PAGE)
    for key in (*KEYS, *SUPPRESS_KEYS, *PARENT_KEYS):
        assert re.search(rf"^\[*{key.name}\b", example, re.MULTILINE), key.name
    (tmp_path / "gpar-lint.toml").write_text(example, encoding="utf-8")
    pack = (ROOT / "examples/规则包/沧岚省.toml").read_bytes()
    (tmp_path / "沧岚省.toml").write_bytes(pack)
    file = read_config_file(str(tmp_path / "gpar-lint.toml"))
    ConfigReader(file, load_rulebook()).read()


@pytest.mark.parametrize("block", blocks(PACKS)[2:])
def test_what_the_page_on_packs_shows_stands_in_the_example(block: str) -> None:
    example = (ROOT / "examples/规则包/沧岚省.toml").read_text(encoding="utf-8")
    for line in block.split("\n"):
        said = line.partition("#")[0].strip()
        assert said in example or said.startswith("unless"), said
