"""Configuration files: which one holds, what it says, and errors at their place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gpar_lint.format.errors import DataError
from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.config import Config, Parent
from gpar_lint.linter.config_files import ConfigFinder, read_config_file
from gpar_lint.linter.config_keys import KEYS
from gpar_lint.linter.config_reading import ConfigReader
from gpar_lint.linter.gitignore import covers

RULEBOOK = load_rulebook()

WHOLE = """\
select = ["ALL"]
extend-select = ["A301"]
ignore = ["F705", "row-order"]
fail-on = "error"
edition = "2021"
lang = "en"
exclude = ["草稿/", "*.md", "./a.txt"]
previous = "2023"
compare = "../others"
baseline = "known.json"
rule-packs = []
required-version = ">=0.1,<100"
today = 2025-03-01
copied-share = 0.9
abrupt-factor = 10

[severity]
A301 = "warning"
"row-order" = "info"

[per-file-ignores]
"2019/**" = ["F", "L601"]

[[suppress]]
rules = ["C421"]
path = "2024/*.txt"
place = "三/denied_law"
reason = "两类信息有重叠"
until = 2025-12-31

[[parent]]
report = "汇总.txt"
parts = ["各镇", "县直.txt"]
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(text: str, name: str = "gpar-lint.toml") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def read(text: str, name: str = "gpar-lint.toml") -> Config:
    return ConfigReader(read_config_file(str(written(text, name))), RULEBOOK).read()


def error(text: str, language: str = "en") -> str:
    with pytest.raises(DataError) as raised:
        read(text)
    return raised.value.explain(language)


def test_every_key() -> None:
    assert all(key.name in WHOLE for key in KEYS)
    config = read(WHOLE, "reports/gpar-lint.toml")
    assert config.choice.select == ("ALL",)
    assert config.choice.extend_select == ("A301",)
    assert config.choice.ignore == ("F705", "row-order")
    assert config.choice.severity == (("A301", "warning"), ("row-order", "info"))
    assert (config.fail_on, config.edition, config.lang) == ("error", "2021", "en")
    assert covers(list(config.exclude), "草稿/a/b.txt")
    assert covers(list(config.exclude), "a/b.md")
    assert not covers(list(config.exclude), "a/草稿.txt")
    assert covers(list(config.exclude), "a.txt")
    assert not covers(list(config.exclude), "a/a.txt")
    assert config.previous == str(Path("reports/2023"))
    assert config.compare == "others"
    assert config.baseline == str(Path("reports/known.json"))
    assert config.today == date(2025, 3, 1)
    assert (config.copied_share, config.abrupt_factor) == (0.9, 10)
    [per_file] = config.per_file_ignores
    assert per_file.words == ("F", "L601")
    assert covers([per_file.pattern], "2019/a/b.txt")
    [suppression] = config.suppressions
    assert suppression.words == ("C421",)
    assert suppression.place == ("三", "denied_law")
    assert (suppression.reason, suppression.until) == ("两类信息有重叠", date(2025, 12, 31))
    assert (suppression.file, suppression.line) == (
        str(Path("reports/gpar-lint.toml")),
        24,
    )
    [parent] = config.parents
    parts = (str(Path("reports/各镇")), str(Path("reports/县直.txt")))
    assert parent == Parent(str(Path("reports/汇总.txt")), parts)


def test_what_is_not_said_is_left_open() -> None:
    config = read("")
    assert config == Config(folder=config.folder)
    assert read("select = []").choice.select == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("slect = []", "gpar-lint.toml:1: slect: unknown key; did you mean select?"),
        ("\nignore = 'F'", "gpar-lint.toml:2: ignore: must be a list of strings"),
        ('ignore = [\n"F705",\n"A310"\n]', ':3: ignore[2]: "A310" is no rule; did you mean A30'),
        ("select = ['row-totals']", '"row-totals" is no rule; did you mean row-total?'),
        ("[severity]\nA301 = 'fatal'", ':2: severity.A301: "fatal" is none of error, warning'),
        ("[severity]\nA = 'info'", ':2: severity.A: "A" is no rule'),
        ("fail-on = 'warn'", ':1: fail-on: "warn" is none of'),
        ("edition = '2020'", '"2020" is none of auto, 2019, 2021'),
        ("edition = 2021", "edition: must be a string"),
        ("lang = 'cn'", '"cn" is none of zh, en'),
        ("exclude = ['', 'a']", ':1: exclude[1]: "" is no pattern'),
        ("[per-file-ignores]\n'a.txt' = 'F'", ":2: per-file-ignores.a.txt: must be a list"),
        ("[per-file-ignores]\n'a' = ['Q1']", ":2: per-file-ignores.a[1]: "),
        ("[[suppress]]\npath = 'a'", ":1: suppress[1].rules: missing; must be a list"),
        ("[[suppress]]\nrules = ['C4210']", ":2: suppress[1].rules[1]: "),
        ("[[suppress]]\nrules = []\nrule = ['A']", "rule: unknown key; did you mean rules?"),
        (
            "[[suppress]]\nrules = ['A']\n[[suppress]]\nrules = ['A']\nplace = '三/deny_law'",
            ':5: suppress[2].place: "三/deny_law" is no place; it is CHAPTER, TABLE/ROW or '
            "TABLE/ROW/COLUMN, such as 三/denied_law; did you mean 三/denied_law?",
        ),
        ("[[suppress]]\nrules = ['A']\nuntil = 'soon'", ":3: suppress[1].until: must be a date"),
        ("[[suppress]]\nrules = ['A']\nuntil = 2025-01-01T00:00:00", "until: must be a date"),
        ("[[parent]]\nreport = 'a'", ":1: parent[1].parts: missing; must be a list of strings"),
        ("parent = 1", "parent: must be a list of tables"),
        ("today = 1", "today: must be a date, such as 2026-03-31"),
        ("copied-share = 1.1", "copied-share: must be a number above 0, at most 1"),
        ("copied-share = 0", "copied-share: must be a number above 0"),
        ("copied-share = nan", "copied-share: must be a number above 0"),
        ("abrupt-factor = 1", "abrupt-factor: must be a number above 1"),
        ("abrupt-factor = true", "abrupt-factor: must be a number"),
        ("required-version = 'new'", '"new" is no requirement of a version'),
        ("required-version = '>=99'", "required-version: requires gpar-lint >=99; this is "),
        ("rule-packs = ['no.toml']", ":1: rule-packs[1]: there is no such file"),
        ("select = [", "gpar-lint.toml"),
    ],
)
def test_errors_at_their_place(text: str, problem: str) -> None:
    said = error(text)
    assert said.startswith("gpar-lint.toml")
    assert problem in said


def test_errors_in_chinese() -> None:
    assert error("slect = []", "zh") == "gpar-lint.toml:1: slect: 没有这个键；是不是 select？"
    assert error("ignore = ['A310']", "zh").startswith(
        "gpar-lint.toml:1: ignore[1]: 没有规则“A310”；是不是 A30"
    )
    due = 'gpar-lint.toml:1: exclude: 应为一列加英文引号的文字，例如 ["甲", "乙"]'
    assert error("exclude = 1", "zh") == due


def test_an_error_in_a_rule_pack_is_said_of_the_pack() -> None:
    written("[[rule]]\ncode = 'Q1'", "packs/province.toml")
    assert error("rule-packs = ['packs/province.toml']").startswith(
        f"{Path('packs/province.toml')}:1: rule[1].texts: missing; must be a table"
    )


RULE = """\
# a rule of one's own

[[rule]]
code = "Q1"
name = "own"
severity = "info"
kind = "required-statement"
title = { zh = "甲", en = "A" }
basis = { zh = "甲", en = "A" }
texts = { message = { zh = "{year}", en = "{year}" } }
options = { statement = "own" }

[vocabulary.declarations.statement.own]
place = "六"
wording = [{ words = [["甲乙丙"]] }]
"""


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'words = [["甲乙丙"]]',
            "",
            ":3: vocabulary.declarations.statement.own.wording[1].words: ",
        ),
        ('words = [["甲乙丙"]]', 'words = ["甲"]', "wording[1].words.0: must be a list of strings"),
        ('"own" }\n\n', '"owns" }\n\n', ":3: vocabulary.declarations.statement.owns: missing"),
        ('statement = "own"', 'other = "own"', ":3: rule[1]: this rule cannot run: KeyError: 'st"),
        ('zh = "{year}"', 'zh = "{years}"', ":3: rule[1]: this rule cannot run: KeyError: 'years'"),
    ],
)
def test_a_rule_of_a_pack_that_cannot_run_is_found_before(old: str, new: str, problem: str) -> None:
    written(RULE, "own.toml")
    assert read("rule-packs = ['own.toml']").rule_packs == ("own.toml",)
    assert RULE.count(old) == 1
    written(RULE.replace(old, new), "own.toml")
    said = error("rule-packs = ['own.toml']")
    assert said.startswith("own.toml")
    assert problem in said


class TestNearest:
    def test_the_nearest_above_the_file_not_the_current_folder(self, here: Path) -> None:
        written("", "gpar-lint.toml")
        inner = written("", "a/b/gpar-lint.toml")
        finder = ConfigFinder()
        found = finder.config_for("a/b/c/report.txt")
        assert found and Path(found.path) == here / inner
        for path in ("a/report.txt", "report.txt", "a"):
            found = finder.config_for(path)
            assert found and found.shown == "gpar-lint.toml"

    def test_the_folder_itself_counts(self) -> None:
        inner = written("", "a/gpar-lint.toml")
        found = ConfigFinder().config_for("a")
        assert found and found.shown == str(inner)

    def test_a_table_of_pyproject(self) -> None:
        written("[tool.gpar-lint]\nlang = 'en'\n[tool.other]\nx = 1", "pyproject.toml")
        found = ConfigFinder().config_for("report.txt")
        assert found
        assert ConfigReader(found, RULEBOOK).read().lang == "en"
        written("[tool.gpar-lint]\nlangs = 'en'", "pyproject.toml")
        with pytest.raises(DataError, match=r"^pyproject\.toml:2: tool\.gpar-lint\.langs: unknown"):
            read("[tool.gpar-lint]\nlangs = 'en'", "pyproject.toml")

    def test_a_pyproject_without_the_table_is_passed_over(self) -> None:
        written("", "gpar-lint.toml")
        written("[project]\nname = 'gpar-lint'", "a/pyproject.toml")
        written("this is no TOML", "a/b/pyproject.toml")
        found = ConfigFinder().config_for("a/b/report.txt")
        assert found and found.shown == "gpar-lint.toml"

    def test_the_file_of_its_own_comes_first(self) -> None:
        written("[tool.gpar-lint]", "pyproject.toml")
        written("")
        found = ConfigFinder().config_for("report.txt")
        assert found and found.shown == "gpar-lint.toml"

    def test_none(self, tmp_path: Path) -> None:
        assert ConfigFinder().config_for("report.txt") is None
        written("")
        assert ConfigFinder(isolated=True).config_for("report.txt") is None

    def test_the_one_that_is_named(self) -> None:
        written("")
        other = written("lang = 'en'", "other/any-name.toml")
        found = ConfigFinder(str(other)).config_for("report.txt")
        assert found and found.shown == str(other)
        with pytest.raises(DataError, match=r"none\.toml: there is no such file"):
            ConfigFinder("none.toml").config_for("report.txt")
        project = written("[project]", "other/pyproject.toml")
        found = ConfigFinder(str(project)).config_for("report.txt")
        assert found and not found.fields.values
