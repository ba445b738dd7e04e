"""`gpar-lint check` with configuration, suppression, baseline and rule packs."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, FAULTY, Gpar, Run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two folders of reports, each report with one error (T202)."""
    for name in ("2023/a.txt", "2024/b.txt"):
        write(tmp_path, name, FAULTY)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(run: Run) -> list[tuple[str, str]]:
    """Path and code of the findings of a run in JSON."""
    assert run.status in (0, 1), run.err
    return [(each["path"].replace(os.sep, "/"), each["code"]) for each in json.loads(run.out)]


BOTH = [("2023/a.txt", "T202"), ("2024/b.txt", "T202")]


class TestSelection:
    def test_the_nearest_configuration_holds_for_each_file(
        self, gpar: Gpar, reports: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(reports, "2023/gpar-lint.toml", 'ignore = ["T"]')
        assert found(gpar(".", "--output-format", "json")) == BOTH[1:]
        assert found(gpar("2023/a.txt", "--output-format", "json")) == []
        monkeypatch.chdir(reports / "2023")
        assert [code for _, code in found(gpar("../2024/b.txt", "--output-format", "json"))] == [
            "T202"
        ]

    def test_the_command_line_decides(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "gpar-lint.toml", 'ignore = ["T"]\nfail-on = "info"\nlang = "en"')
        assert gpar("2023/a.txt", "-q") == (0, "", "")
        assert gpar("2023/a.txt", "--extend-select", "T202").out.startswith("2023/a.txt:65:3 error")
        assert gpar("2023/a.txt", "--select", "T").status == 1
        assert gpar("2023/a.txt", "--isolated").out.startswith("2023/a.txt:65:3 错误")
        assert gpar("2023/a.txt", "--select", "T", "--lang", "zh").out.startswith(
            "2023/a.txt:65:3 错误"
        )
        raised = gpar("2023/a.txt", "--select", "T", "--severity", "T202=info")
        assert (raised.status, " info T202 " in raised.out) == (1, True)
        assert gpar("2023/a.txt", "--select", "T", "--severity", "T202=info", "--fail-on=error")[
            0
        ] == (0)

    def test_the_environment_says_the_language_before_the_configuration(
        self, gpar: Gpar, reports: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(reports, "gpar-lint.toml", 'lang = "en"')
        assert gpar("2023/a.txt").out.endswith("; errors: 1\n")
        monkeypatch.setenv("GPAR_LINT_LANG", "zh")
        assert gpar("2023/a.txt").out.endswith("；1 个错误\n")

    def test_severities_and_what_fails(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "gpar-lint.toml", '[severity]\nmissing-row = "info"')
        assert gpar(".").status == 0
        write(reports, "2023/gpar-lint.toml", 'fail-on = "error"')
        write(reports, "gpar-lint.toml", "")
        assert gpar("2023").status == 1
        write(reports, "2023/gpar-lint.toml", 'fail-on = "error"\nseverity.T202 = "warning"')
        assert gpar("2023").status == 0

    def test_the_file_that_is_named(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "gpar-lint.toml", 'select = ["A"]')
        write(reports, "other/rules.toml", 'ignore = ["T"]\n[per-file-ignores]\n"*.txt" = ["F"]')
        assert gpar(".", "--config", "other/rules.toml").status == 0
        missing = gpar(".", "--config", "none.toml")
        assert missing == (2, "", "错误：none.toml: 没有这个文件\n")

    def test_rules_by_file(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "gpar-lint.toml", '[per-file-ignores]\n"2023/**" = ["missing-row"]')
        assert found(gpar(".", "--output-format", "json")) == BOTH[1:]

    def test_the_edition_and_today(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "clean.txt", CLEAN)
        write(reports, "gpar-lint.toml", 'edition = "2019"\nselect = ["T"]')
        assert gpar("clean.txt").status == 1
        assert gpar("clean.txt", "--edition", "auto").status == 0
        write(reports, "gpar-lint.toml", "today = 2022-06-01\nselect = ['S103']")
        assert gpar("clean.txt", "-q").status == 1

    def test_standard_input_by_its_name(
        self, gpar: Gpar, reports: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(reports, "2023/gpar-lint.toml", 'ignore = ["T"]')
        for name, status in (("2023/x.txt", 0), ("2024/x.txt", 1)):
            data = io.BytesIO(FAULTY.encode())
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
            assert gpar("-", "--stdin-filename", name).status == status

    def test_other_reports_are_those_from_its_folder(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "2024/b.txt", CLEAN)
        write(reports, "2023/a.txt", CLEAN.replace("2024", "2023").replace("2025", "2024"))
        write(reports, "2024/gpar-lint.toml", 'previous = "../2023/a.txt"\nselect = ["X902"]')
        assert gpar("2024/b.txt").status == 1
        write(reports, "2024/gpar-lint.toml", 'previous = "../2023/none.txt"')
        assert gpar("2024/b.txt").status == 2

    def test_several_processes(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "2023/gpar-lint.toml", 'ignore = ["T"]')
        assert found(gpar(".", "--jobs", "2", "--output-format", "json")) == BOTH[1:]


class TestErrors:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('slect = ["A"]', "gpar-lint.toml:1: slect: 没有这个键；是不是 select？"),
            (
                'ignore = [\n  "A3O1",\n]',
                "gpar-lint.toml:2: ignore[1]: 没有规则“A3O1”；是不是 A301？",
            ),
            (
                "lang = ",
                "gpar-lint.toml:1: 不合 TOML 的语法：请核对引号和括号是否成对、符号是不是英文的、"
                "文字有没有加引号、同一个键有没有写两次",
            ),
        ],
    )
    def test_they_are_located(self, gpar: Gpar, reports: Path, text: str, message: str) -> None:
        write(reports, "gpar-lint.toml", text)
        assert gpar(".") == (2, "", f"错误：{message}\n")
        assert gpar(".", "--isolated").status == 1

    def test_in_english(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "2023/gpar-lint.toml", "slect = []")
        run = gpar("2023/a.txt", "--lang", "en")
        place = os.path.join("2023", "gpar-lint.toml")  # noqa: PTH118
        assert run == (2, "", f"error: {place}:1: slect: unknown key; did you mean select?\n")

    def test_said_before_anything_is_checked(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "2024/gpar-lint.toml", "slect = []")
        assert gpar(".").out == ""

    def test_another_version(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "gpar-lint.toml", "required-version = '>=99'")
        run = gpar(".")
        assert run.status == 2
        assert "要求 gpar-lint >=99，这里是 " in run.err


class TestExclusion:
    def test_folders_and_files(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "gpar-lint.toml", 'exclude = ["2023/"]')
        assert found(gpar(".", "--output-format", "json")) == BOTH[1:]
        assert found(gpar("2023", "--output-format", "json")) == []
        assert found(gpar(".", "--exclude", "b.*", "--output-format", "json")) == BOTH[:1]

    def test_what_is_named_is_checked_unless_forced(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "gpar-lint.toml", 'exclude = ["2023/"]')
        assert gpar("2023/a.txt").status == 1
        run = gpar("2023/a.txt", "--force-exclude")
        assert run == (
            0,
            "",
            "提示：跳过命令行上写明的 1 个文件，例如 2023/a.txt：配置或 --exclude 排除了\n",
        )
        assert gpar("2024/b.txt", "--force-exclude", "--exclude", "2024").status == 0
        assert gpar("2024/b.txt", "--force-exclude").status == 1


class TestSuppression:
    def test_a_comment(self, gpar: Gpar, reports: Path) -> None:
        write(reports, "c.txt", FAULTY + "<!-- gpar-lint: ignore-file T202 -- 待补 -->\n")
        run = gpar("c.txt")
        assert run.status == 0
        assert run.out.endswith("；没有发现问题（另有已忽略的 1 个）\n")

    def test_in_the_configuration(self, gpar: Gpar, reports: Path) -> None:
        row = '[[suppress]]\nrules = ["T202"]\npath = "2023/"\nplace = "三"\nreason = "待补"\n'
        write(reports, "gpar-lint.toml", row)
        assert found(gpar(".", "--output-format", "json")) == BOTH[1:]
        write(reports, "gpar-lint.toml", row.replace("三", "四"))
        assert found(gpar(".", "--output-format", "json")) == BOTH

    def test_one_that_has_expired_is_said_once(self, gpar: Gpar, reports: Path) -> None:
        row = '[[suppress]]\nrules = ["T202"]\nreason = "待补"\nuntil = 2025-01-31\n'
        write(reports, "gpar-lint.toml", "today = 2025-02-01\n" + row)
        run = gpar(".", "--output-format", "json")
        assert found(run) == BOTH
        assert run.err == "提示：gpar-lint.toml:2：对 T202 的忽略已于 2025-01-31 到期，不再生效\n"
        write(reports, "gpar-lint.toml", "today = 2025-01-31\n" + row)
        assert gpar(".", "--output-format", "json") == (0, "[]\n", "")


class TestBaseline:
    def test_only_what_is_new_is_given(self, gpar: Gpar, reports: Path) -> None:
        run = gpar(".", "--write-baseline", "known.json")
        assert (run.status, run.err) == (0, "提示：已把 2 个问题记入基线 known.json\n")
        assert run.out.endswith("；没有发现问题（另有基线文件中已有的 2 个）\n")
        run = gpar(".", "--baseline", "known.json")
        assert run.status == 0
        assert run.out.endswith("；没有发现问题（另有基线文件中已有的 2 个）\n")
        write(
            reports, "2024/b.txt", FAULTY.replace("澄溪县文化和旅游局2024", "澄溪县文化和旅游局", 1)
        )
        run = gpar(".", "--baseline", "known.json", "--output-format", "json")
        assert ("2024/b.txt", "S102") in found(run)
        assert ("2024/b.txt", "T202") not in found(run)

    def test_a_paragraph_that_moves(self, gpar: Gpar, reports: Path) -> None:
        wrong = CLEAN.replace("占69.4%", "占79.4%")
        write(reports, "c.txt", wrong)
        gpar("c.txt", "--write-baseline", "known.json")
        line = next(line for line in wrong.split("\n") if "占79.4%" in line)
        moved = wrong.replace(f"{line}\n\n", "", 1)
        moved = moved.replace("（三）政府信息管理", f"{line}\n\n（三）政府信息管理", 1)
        write(reports, "c.txt", "\n\n" + moved)
        assert [code for _, code in found(gpar("c.txt", "--output-format", "json"))] == ["C422"]
        assert gpar("c.txt", "--baseline", "known.json").status == 0

    def test_what_is_mended_is_pruned_and_other_files_are_kept(
        self, gpar: Gpar, reports: Path
    ) -> None:
        gpar(".", "--write-baseline", "known.json")
        write(reports, "2023/a.txt", CLEAN)
        gpar("2023", "--write-baseline", "known.json")
        write(reports, "2023/a.txt", FAULTY)
        assert found(gpar(".", "--baseline", "known.json", "--output-format", "json")) == BOTH[:1]

    def test_named_in_the_configuration(
        self, gpar: Gpar, reports: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(reports, "gpar-lint.toml", 'baseline = "lint/known.json"')
        (reports / "lint").mkdir()
        run = gpar(".")
        assert run.status == 2
        assert "known.json: 没有这个文件" in run.err
        assert gpar(".", "--write-baseline", "lint/known.json").status == 0
        assert gpar(".").status == 0
        monkeypatch.chdir(reports / "2023")
        assert gpar(".").status == 0

    def test_what_cannot_be_read_is_never_known(self, gpar: Gpar, reports: Path) -> None:
        assert gpar("none.txt", "--write-baseline", "known.json").status == 1
        assert gpar("none.txt", "--baseline", "known.json").status == 1

    def test_a_file_that_is_no_baseline_is_not_written_over(
        self, gpar: Gpar, reports: Path
    ) -> None:
        write(reports, "known.json", "[]")
        assert gpar(".", "--write-baseline", "known.json").status == 2
        assert (reports / "known.json").read_text(encoding="utf-8") == "[]"
        run = gpar(".", "--write-baseline", "none/known.json")
        assert run.err == "错误：不能写入 none/known.json：没有这个文件夹\n"


def test_a_run_without_configuration_loads_none_of_it(reports: Path) -> None:
    program = (
        "import sys\n"
        "from gpar_lint.cli.main import main\n"
        "main(['2023/a.txt'])\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=reports, capture_output=True, text=True, check=True
    )
    loaded = {name.removeprefix("gpar_lint.linter.") for name in run.stderr.split()}
    assert "config_files" in loaded
    assert not loaded & {"config_reading", "config_keys", "exemptions", "suppression", "baseline"}
