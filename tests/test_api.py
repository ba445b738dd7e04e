"""What `import gpar_lint` offers to programs."""

from __future__ import annotations

import csv
import dataclasses
import doctest
import json
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import gpar_lint
from gpar_lint import api, results
from gpar_lint.cli.main import main
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report, read_manual
from tests.support.changes import Example

ROOT = Path(__file__).parent.parent
FAULTY = "examples/有缺陷/勾稽关系.txt"
CLEAN = clean_report("2021")


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("module", [api, gpar_lint])
def test_the_examples_of_the_docstrings(module: object) -> None:
    assert doctest.testmod(module, optionflags=doctest.ELLIPSIS).failed == 0  # type: ignore[arg-type]


def test_there_are_examples() -> None:
    shown = {test.name for test in doctest.DocTestFinder().find(api) if test.examples}
    assert shown == {
        f"gpar_lint.api.{name}" for name in ("check_file", "check_text", "read_report")
    }


def test_importing_the_package_loads_nothing_else() -> None:
    program = "import sys, gpar_lint; print(*[m for m in sys.modules if m.startswith('gpar_lint')])"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["gpar_lint"]


def test_the_names_are_there_and_documented() -> None:
    assert set(gpar_lint.__all__) <= set(dir(gpar_lint))
    for name in gpar_lint.__all__:
        assert getattr(gpar_lint, name).__doc__
    with pytest.raises(AttributeError, match="check_everything"):
        gpar_lint.check_everything  # type: ignore[attr-defined]  # noqa: B018


def test_every_record_is_named_by_the_package() -> None:
    records = {name for name, each in vars(results).items() if dataclasses.is_dataclass(each)}
    assert records < set(gpar_lint.__all__)


def as_json(finding: gpar_lint.Finding) -> dict[str, object]:
    """A finding in the form of --output-format json."""
    fields = dataclasses.asdict(finding)
    for each in (fields, *fields["related"]):
        if each["location"] is None:
            del each["location"]
    if finding.fix:
        fields["fix"]["applicability"] = "safe" if fields["fix"].pop("safe") else "unsafe"
        fields["fix"]["edits"] = list(fields["fix"]["edits"])
    fields["related"] = list(fields["related"])
    return fields


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*/*.[tm]*")))
def test_findings_are_those_of_the_command(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if path.suffix == ".toml":
        return
    main([str(path), "--output-format", "json", "--isolated"])
    printed = json.loads(capsys.readouterr().out)
    assert [as_json(finding) for finding in gpar_lint.check_file(path)] == printed


def test_a_report_is_what_extract_prints(capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", FAULTY])
    [printed] = json.loads(capsys.readouterr().out)
    fields = dataclasses.asdict(gpar_lint.read_report(FAULTY))
    assert fields.pop("text") == Path(FAULTY).read_text(encoding="utf-8")
    assert json.loads(json.dumps(fields)) == printed


def test_texts_are_as_files() -> None:
    text = Path(FAULTY).read_text(encoding="utf-8")
    assert gpar_lint.check_text(text, name=FAULTY) == gpar_lint.check_file(FAULTY)
    assert gpar_lint.read_report_text(text, name=FAULTY) == gpar_lint.read_report(FAULTY)


def test_results_do_not_change() -> None:
    finding = gpar_lint.check_file(FAULTY)[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        finding.code = "A302"  # type: ignore[misc]
    assert finding in {finding}
    assert pickle.loads(pickle.dumps(finding)) == finding


def codes(text: str, **options: object) -> list[str]:
    return [finding.code for finding in gpar_lint.check_text(text, **options)]  # type: ignore[arg-type]


def test_a_clean_report_has_no_finding() -> None:
    assert gpar_lint.check_text(CLEAN) == ()


def test_rules_are_chosen() -> None:
    text = Path(FAULTY).read_text(encoding="utf-8")
    assert codes(text, select="A301") == ["A301"]
    assert codes(text, select=["row-total", "review-total"]) == ["A301", "A304"]
    assert codes(text, select="A301, A304") == ["A301", "A304"]
    assert codes(text, ignore="A") == []


def test_language_and_edition() -> None:
    [finding] = gpar_lint.check_file(FAULTY, select="A301", language="en")
    assert "which breaks 2 sums" in finding.message
    assert codes(CLEAN, edition="2019")
    assert gpar_lint.read_report_text(CLEAN, edition="2019").edition == "2019"


def test_last_years_report(tmp_path: Path) -> None:
    previous = tmp_path / "2023.txt"
    previous.write_text(clean_report("2021-previous"), encoding="utf-8")
    assert codes(CLEAN, previous=previous) == []
    [example, *_] = read_manual("X901").bad_examples()  # type: ignore[union-attr]
    changed = Example(example.changes, load_rulebook()).text
    assert "X901" in codes(changed, previous=previous)
    assert "X901" in codes(changed, previous=tmp_path)
    assert "X901" not in codes(changed)


BAD = {
    "edition": ("2020", "没有“2020”这个值"),
    "select": ("A999", "没有规则“A999”"),
    "previous": ("没有.txt", "没有.txt 不存在"),
    "language": ("fr", "zh, en"),
    "encoding": ("rot13", "没有编码“rot13”"),
}


@pytest.mark.parametrize("option", BAD)
def test_a_bad_argument_says_what_is_wrong(option: str) -> None:
    value, message = BAD[option]
    with pytest.raises(gpar_lint.InputError, match=message):
        gpar_lint.check_file(FAULTY, **{option: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [("没有.txt", "没有这个文件", "no such file"), ("LICENSE", "不像", "not look like")],
)
def test_what_cannot_be_read_is_an_exception(path: str, zh: str, en: str) -> None:
    for function in (gpar_lint.check_file, gpar_lint.read_report):
        with pytest.raises(gpar_lint.InputError, match=zh) as raised:
            function(path)
        assert raised.value.path == path
        with pytest.raises(ValueError, match=en):
            function(path, language="en")


def test_a_folder_as_a_table(tmp_path: Path) -> None:
    """The example reads the other examples, in GB18030 too, and passes over what is no report."""
    for folder in ("合规", "有缺陷"):
        shutil.copytree(ROOT / "examples" / folder, tmp_path / folder)
    (tmp_path / "会议记录.txt").write_text("研究了下一步工作。", encoding="utf-8")
    script = ROOT / "examples" / "汇总成表.py"
    run = subprocess.run(
        [sys.executable, script, str(tmp_path), str(tmp_path / "汇总.csv")],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert "会议记录.txt" in run.stderr
    with (tmp_path / "汇总.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["机关"]: row for row in csv.DictReader(file)}
    assert len(rows) == 9
    assert rows["青禾县水务局"]["新收申请"] == "16"
    assert rows["柳泉县民政局"]["错误"] == "0"
