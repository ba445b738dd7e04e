"""The example of a rule pack: every rule of it finds what it is for, and nothing else changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.config_files import ConfigFinder
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.linter.linters import Linters

PACK = Path(__file__).parents[2] / "examples/规则包/沧岚省.toml"
PLAN = "2024年政务公开工作要点已全部落实。"
CHAPTER = "\n七、政务新媒体建设情况\n\n全县现有政务新媒体12个。\n"
CLEAN = clean_report("2021")
DUE = CLEAN.replace("我局未收取信息处理费。", f"我局未收取信息处理费。{PLAN}") + CHAPTER


@pytest.fixture
def linters(tmp_path: Path) -> Linters:
    """What holds in a folder whose configuration names the pack."""
    text = f"rule-packs = [{str(PACK)!r}]\n"
    (tmp_path / "gpar-lint.toml").write_text(text, encoding="utf-8")
    finder = ConfigFinder(str(tmp_path / "gpar-lint.toml"))
    return Linters(load_rulebook(), finder, today=date(2025, 3, 1))


def check(linters: Linters, text: str) -> list[Diagnostic]:
    return linters.linter_for("r.txt").check("r.txt", text.encode()).diagnostics


def codes(linters: Linters, text: str) -> list[str]:
    return [found.code for found in check(linters, text)]


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def test_a_report_as_the_province_wants_it(linters: Linters) -> None:
    assert codes(linters, DUE) == []
    alone = Linters(load_rulebook(), ConfigFinder(isolated=True), today=date(2025, 3, 1))
    assert codes(alone, DUE) == ["S117"]


def test_a_required_statement(linters: Linters) -> None:
    [found] = check(linters, changed(DUE, PLAN, ""))
    assert found.code == "Q501"
    assert found.message == "全文没有说明 2024 年政务公开工作要点的落实情况。"


def test_preferred_and_forbidden_terms(linters: Linters) -> None:
    [found] = check(linters, changed(DUE, PLAN, f"在沧岚政务网公布，{PLAN}"))
    assert found.code == "Q710"
    assert found.remedy and found.remedy.safe
    assert found.remedy.changes[0].text == "沧岚省人民政府门户网站"
    [found] = check(linters, changed(DUE, PLAN, f"做到零差错，{PLAN}"))
    assert (found.code, found.remedy) == ("Q710", None)
    assert found.message == "“零差错”不宜使用（本段共 1 处）。"


def test_an_identity(linters: Linters) -> None:
    # 24 cases come over from last year and go on to the next.
    text = changed(DUE, "\t2\t1\t0\t0\t0\t0\t3", "\t24\t1\t0\t0\t0\t0\t25")
    text = changed(text, "\t1\t1\t0\t0\t0\t0\t2\t\n\n四", "\t23\t1\t0\t0\t0\t0\t24\t\n\n四")
    text = changed(text, "上年结转3件", "上年结转25件")
    text = changed(text, "结转下年度继续办理2件", "结转下年度继续办理24件")
    [found] = check(linters, text)
    assert (found.code, found.cell) == ("Q301", ("三", "carried_forward", "total"))
    assert found.message == "表三“总计”一列：结转下年度 24 件，多于本年新收 23 件。"


def test_a_further_chapter(linters: Linters) -> None:
    [found] = check(linters, changed(DUE, CHAPTER, ""))
    assert found.code == "S111"
    assert "政务新媒体建设情况" in found.message
    assert "S114" in codes(linters, changed(DUE, "七、政务新媒体", "八、政务新媒体"))
