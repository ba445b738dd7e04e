"""`gpar-lint rule`."""

from __future__ import annotations

import json
import re
from pathlib import Path

from gpar_lint.format.loading import load_rulebook
from tests.cli.conftest import Gpar


def test_a_rule_by_code_or_name(gpar: Gpar) -> None:
    run = gpar("rule", "Z002")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith(
        "Z002 [not-a-report] 不是政府信息公开工作年度报告\n错误；不能自动修复\n"
    )
    assert "\n怎么改\n" in run.out
    assert gpar("rule", "not-a-report") == run


def test_the_basis_names_the_notices_of_the_editions(gpar: Gpar) -> None:
    run = gpar("rule", "A301", "--lang", "en")
    assert "error; no fix" in run.out
    assert "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号" in run.out
    assert "{notice}" not in run.out


def test_as_data(gpar: Gpar) -> None:
    found = json.loads(gpar("rule", "Z002", "--output-format", "json").out)
    assert list(found) == [
        "code", "name", "severity", "editions", "fix", "title", "basis", "url", "manual",
    ]  # fmt: skip
    assert found["editions"] == ["2019", "2021"]
    assert "怎么改" in found["manual"]


def test_all_rules(gpar: Gpar) -> None:
    rules = load_rulebook().rules
    found = json.loads(gpar("rule", "--all", "--output-format", "json").out)
    assert [rule["code"] for rule in found] == list(rules)
    text = gpar("rule", "--all").out
    assert all(f"{rule.code} [{rule.name}]" in text for rule in rules.values())


def test_several_rules(gpar: Gpar) -> None:
    found = json.loads(gpar("rule", "A301", "Z002", "--output-format", "json").out)
    assert [rule["code"] for rule in found] == ["A301", "Z002"]


def test_rules_of_a_pack(gpar: Gpar, tmp_path: Path) -> None:
    pack = Path(__file__).parents[2] / "examples/规则包/沧岚省.toml"
    (tmp_path / "gpar-lint.toml").write_text(f"rule-packs = [{str(pack)!r}]", encoding="utf-8")
    run = gpar("rule", "Q501")
    assert run.status == 0
    assert run.out.startswith("Q501 [missing-work-plan] 没有说明工作要点落实情况\n")
    assert "本省要求：第六部分说明政务公开工作要点的落实情况。" in run.out
    assert gpar("rule", "Q501", "--isolated").status == 2


def test_examples_are_told_in_words(gpar: Gpar) -> None:
    """Not in the language in which tests carry them out."""
    text = gpar("rule", "--all").out
    assert "    - 表三“（一）予以公开”的“商业企业”改为 3\n" in text
    assert "    - 第一章末尾增加一段“加强信息⟨U+200B⟩公开工作培训。”\n" in text
    assert "    - 上年年报中，表三“四、结转下年度继续办理”的“总计”改为 4\n" in text
    assert "    （报告原样）\n" in text
    shown = [line for line in text.split("\n") if line.startswith("    ")]
    language = r"\b(expect|also|drop|append|rename|replace|find nothing)\b|= [0-9]"
    assert [line for line in shown if re.search(language, line)] == []
