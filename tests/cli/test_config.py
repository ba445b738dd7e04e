"""`gpar-lint config`: what holds for a file, and where each value comes from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gpar_lint.linter.config_keys import KEYS
from tests.cli.conftest import Gpar

TEXT = """\
[tool.gpar-lint]
ignore = ["F705"]
today = 2025-03-01

[tool.gpar-lint.per-file-ignores]
"2019/**" = ["L601"]
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(TEXT, encoding="utf-8")


def test_every_key_with_its_source(gpar: Gpar) -> None:
    run = gpar("config", "2019/report.txt", "--output-format", "json")
    assert (run.status, run.err) == (0, "")
    [held] = json.loads(run.out)
    assert (held["path"], held["config"]) == ("2019/report.txt", "pyproject.toml")
    settings = held["settings"]
    assert list(settings) == [key.name for key in KEYS]
    assert settings["ignore"] == {"value": ["F705"], "source": "pyproject.toml", "line": 2}
    assert settings["today"] == {"value": "2025-03-01", "source": "pyproject.toml", "line": 3}
    assert settings["per-file-ignores"]["line"] == 5
    assert settings["select"] == {"value": ["ALL"], "source": "default", "line": None}
    assert settings["copied-share"]["value"] == 0.8
    assert {"F705", "L601"} == set(held["ignored"])
    assert held["rules"]["A301"] == "error"
    assert "F705" not in held["rules"]


def test_another_file_another_answer(gpar: Gpar) -> None:
    run = gpar("config", "2020/report.txt", "2019", "--output-format", "json")
    assert [held["ignored"] for held in json.loads(run.out)] == [["F705"], ["F705"]]


def test_as_text(gpar: Gpar, monkeypatch: pytest.MonkeyPatch) -> None:
    run = gpar("config", "2019/a.txt")
    assert run.out.startswith("2019/a.txt\n配置文件：pyproject.toml\n\n")
    assert '\nignore            ["F705"]（pyproject.toml:2）\n' in run.out
    assert '\nlang              "zh"（默认）\n' in run.out
    assert "\n不运行：" in run.out
    monkeypatch.setenv("GPAR_LINT_LANG", "en")
    assert '\nlang              "en"  (GPAR_LINT_LANG)\n' in gpar("config").out
    assert '\nlang              "zh"（--lang）\n' in gpar("config", "--lang", "zh").out


def test_without_a_configuration(gpar: Gpar) -> None:
    run = gpar("config", "--isolated")
    assert run.out.startswith(".\n配置文件：没有\n")
    assert "不运行" not in run.out


def test_errors(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "gpar-lint.toml").write_text("slect = 1", encoding="utf-8")
    run = gpar("config")
    assert run == (2, "", "错误：gpar-lint.toml:1: slect: 没有这个键；是不是 select？\n")
