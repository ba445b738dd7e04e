"""`gpar-lint check`, from the command line to its exit status."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from gpar_lint.source.pdf import isolation
from tests.cli.conftest import CLEAN, FAULTY, Gpar


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "faulty.txt").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def codes(text: str) -> list[str]:
    return [finding["code"] for finding in json.loads(text)]


def test_a_clean_report_is_silent_but_for_the_closing_line(gpar: Gpar, reports: Path) -> None:
    run = gpar("clean.txt")
    assert (run.status, run.err) == (0, "")
    assert run.out.count("\n") == 1
    assert run.out.startswith("2024年，2021版；表格 200 格全部读出；")
    assert run.out.endswith("；没有发现问题\n")


def test_a_finding_makes_the_exit_status_1(gpar: Gpar, reports: Path) -> None:
    run = gpar("faulty.txt")
    assert (run.status, run.err) == (1, "")
    assert run.out.startswith("faulty.txt:65:3 错误 T202 [missing-row] ")
    assert run.out.endswith("；1 个错误\n")
    assert gpar("check", "faulty.txt") == run
    assert gpar("faulty.txt", "--exit-zero").status == 0


@pytest.mark.parametrize(
    ("severity", "fail_on", "status"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("info", "info", 1),
    ],
)
def test_the_severity_that_fails(
    gpar: Gpar, reports: Path, severity: str, fail_on: str, status: int
) -> None:
    run = gpar("faulty.txt", "--severity", f"T202={severity}", "--fail-on", fail_on)
    assert run.status == status
    assert "[missing-row]" in run.out


def test_a_warning_fails_by_default(gpar: Gpar, reports: Path) -> None:
    assert gpar("faulty.txt", "--severity", "missing-row=warning").status == 1
    assert gpar("faulty.txt", "--severity", "missing-row=info").status == 0


def test_selected_and_ignored_rules(gpar: Gpar, reports: Path) -> None:
    assert gpar("faulty.txt", "--select", "S,A").status == 0
    assert gpar("faulty.txt", "--select", "S，T202").status == 1
    assert gpar("faulty.txt", "--select", "S", "--extend-select", "missing-row").status == 1
    assert gpar("faulty.txt", "--ignore", "T").status == 0


def test_a_folder(gpar: Gpar, reports: Path) -> None:
    (reports / "notes.txt").write_text("会议记录", encoding="utf-8")
    run = gpar(".", "--output-format", "json")
    assert run.status == 1
    assert [finding["path"] for finding in json.loads(run.out)] == ["faulty.txt"]
    assert gpar("--output-format", "json") == run


def test_a_folder_without_reports(gpar: Gpar, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("会议记录", encoding="utf-8")
    run = gpar(".")
    assert (run.status, run.out) == (0, "")
    assert run.err == "提示：没有找到年度报告：.\n"


def test_types_that_cannot_be_read_are_noted_once_in_a_folder(
    gpar: Gpar, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isolation, "find_spec", lambda name: None)  # as without the extra
    for name in ("年报甲.pdf", "年报乙.pdf", "合同.pdf"):
        (reports / name).write_bytes(b"%PDF-1.7")
    noted = (
        "提示：跳过 2 个 PDF 文件，例如 年报乙.pdf：读取 PDF 需要另装组件，"
        "运行 pip install pypdfium2\n"
    )
    run = gpar(".", "--output-format", "json")
    assert (codes(run.out), run.err) == (["T202"], noted)
    run = gpar("年报甲.pdf", "年报乙.pdf", "合同.pdf", "--only-reports")
    assert (run.status, run.out, run.err) == (0, "", noted)
    assert codes(gpar("合同.pdf", "--output-format", "json").out) == ["Z001"]
    run = gpar("extract", ".", "--output-format", "jsonl")
    assert (run.status, run.out.count("\n"), run.err) == (0, 2, noted)


def test_of_office_files_those_named_like_reports_are_read(gpar: Gpar, reports: Path) -> None:
    (reports / "合同.docx").write_bytes(b"PK")
    (reports / "~$年报.docx").write_bytes(b"\x05Word")
    (reports / "年报.docx").write_bytes(b"PK")
    run = gpar(".", "--output-format", "json")
    assert [finding["path"] for finding in json.loads(run.out)] == ["faulty.txt", "年报.docx"]
    assert gpar("~$年报.docx", "合同.docx", "--only-reports").status == 0
    assert gpar("合同.docx").status == 1


def test_what_is_no_report_but_named(gpar: Gpar, reports: Path) -> None:
    (reports / "notes.txt").write_text("会议记录", encoding="utf-8")
    named = gpar("notes.txt", "--output-format", "json")
    assert (named.status, codes(named.out)) == (1, ["Z002"])
    assert gpar("notes.txt", "--only-reports") == (0, "", "")
    both = gpar("notes.txt", "faulty.txt", "--only-reports", "--output-format", "json")
    assert codes(both.out) == ["T202"]


def test_the_other_files_are_checked_where_one_cannot_be_read(gpar: Gpar, reports: Path) -> None:
    run = gpar("not-there.txt", "faulty.txt", "--output-format", "json")
    assert run.status == 1
    assert codes(run.out) == ["T202", "Z001"]
    assert gpar("not-there.txt", "--ignore", "Z001").status == 1


@pytest.mark.parametrize("form", ["html", "csv", "full"])
def test_whoever_looks_on_is_told_where_the_results_are(
    gpar: Gpar, reports: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    arguments = ("faulty.txt", "--output-format", form, "-o", "结果")
    assert gpar(*arguments).err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told, closing = gpar(*arguments).err.split("\n", 1)
    assert told == "提示：已写入 结果"
    assert closing.endswith("1 个错误\n")
    assert gpar(*arguments, "-q").err == ""


def test_a_path_broken_at_its_blanks_is_put_together(gpar: Gpar, reports: Path) -> None:
    (reports / "2024 年 报告.txt").write_text("会议记录", encoding="utf-8")
    run = gpar("2024", "年", "报告.txt")
    assert run.status == 1
    assert run.err == '提示：路径里有空格，请用英文双引号括起来："2024 年 报告.txt"\n'


def test_a_named_lock_file_is_passed_over_with_a_word(gpar: Gpar, reports: Path) -> None:
    (reports / "~$年报.docx").write_bytes(b"x")
    run = gpar("~$年报.docx")
    assert (run.status, run.out) == (0, "")
    assert run.err.startswith("提示：跳过 ~$年报.docx：这是文档打开时")
    assert gpar("~$年报.docx", "--only-reports").err == ""


def test_a_mistyped_command_is_understood(gpar: Gpar) -> None:
    run = gpar("extarct", "report.txt")
    assert run.status == 1
    assert run.err == "提示：没有文件 extarct；要运行子命令 extract 吗？\n"


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_standard_input(gpar: Gpar, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, FAULTY.encode("gb18030"))
    assert gpar("-").out.startswith("-:65:3 错误 T202")
    stdin(monkeypatch, FAULTY.encode("utf-16-le"))
    run = gpar("-", "--stdin-filename", "r/报告.txt", "--encoding", "utf-16-le", "-q")
    assert run.out.startswith("r/报告.txt:65:3 错误 T202")


def test_the_edition_to_check_against(gpar: Gpar, reports: Path) -> None:
    run = gpar("clean.txt", "--edition", "2019", "--select", "T")
    assert run.status == 1
    assert "2024年，2019版；" in run.out


def test_statistics(gpar: Gpar, reports: Path) -> None:
    run = gpar(".", "--statistics")
    first, closing, _ = run.out.split("\n")
    assert first.startswith("1  错误 T202 [missing-row] ")
    assert closing.startswith("2 份报告")
    assert run.status == 1
    (row,) = json.loads(gpar(".", "--statistics", "--output-format", "json").out)
    assert (row["code"], row["count"], row["severity"]) == ("T202", 1, "error")
    assert json.loads(gpar(".", "--statistics", "--output-format", "jsonl").out) == row


def test_quiet(gpar: Gpar, reports: Path) -> None:
    assert gpar("clean.txt", "-q") == (0, "", "")
    loud, quiet = gpar("faulty.txt").out, gpar("faulty.txt", "-q").out
    assert loud.startswith(quiet)
    assert "gpar-lint rule" not in quiet


def test_verbose(gpar: Gpar, reports: Path) -> None:
    (reports / "notes.txt").write_text("会议记录", encoding="utf-8")
    run = gpar(".", "-v")
    assert "提示：跳过 notes.txt：不像年度报告" in run.err
    assert "提示：clean.txt：" in run.err
    assert "毫秒" in run.err


def test_the_traceback_of_a_failed_rule(
    gpar: Gpar, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise LookupError("坏了")

    monkeypatch.setattr("gpar_lint.linter.checking.read_if_report", failing)
    assert "Traceback" not in gpar("clean.txt").err
    run = gpar("clean.txt", "-v", "--output-format", "json")
    assert codes(run.out) == ["Z006"]
    assert run.err.endswith("LookupError: 坏了\n")


def test_in_english(gpar: Gpar, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = gpar("faulty.txt", "--lang", "en")
    assert run.out.startswith("faulty.txt:65:3 error T202")
    assert run.out.endswith("; errors: 1\n")
    monkeypatch.setenv("GPAR_LINT_LANG", "en")
    assert gpar("faulty.txt") == run
    assert gpar("faulty.txt", "--lang", "zh").out.startswith("faulty.txt:65:3 错误")


def test_colour(gpar: Gpar, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in gpar("faulty.txt").out
    assert "\x1b[1;31m" in gpar("faulty.txt", "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in gpar("faulty.txt").out
    assert "\x1b[" not in gpar("faulty.txt", "--color=never").out
    assert "\x1b[" not in gpar("faulty.txt", "--output-format", "json").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in gpar("faulty.txt").out


def test_the_results_in_a_file(gpar: Gpar, reports: Path) -> None:
    shown = gpar("faulty.txt").out
    assert gpar("faulty.txt", "-o", "out.txt") == (1, "", "")
    assert (reports / "out.txt").read_bytes() == shown.encode()
    assert gpar("faulty.txt", "-o", "-").out == shown


def test_the_results_may_lie_in_the_folder_checked(gpar: Gpar, reports: Path) -> None:
    for _ in range(2):
        assert gpar(".", "-o", "out.txt").status == 1
    assert (reports / "out.txt").read_text(encoding="utf-8").count("[missing-row]") == 1


def test_a_report_is_not_written_over(gpar: Gpar, reports: Path) -> None:
    run = gpar("faulty.txt", "-o", "./faulty.txt")
    assert run.status == 2
    assert "faulty.txt" in run.err
    assert (reports / "faulty.txt").read_text(encoding="utf-8") == FAULTY


def test_what_cannot_be_written(gpar: Gpar, reports: Path) -> None:
    run = gpar("faulty.txt", "-o", "nowhere/out.txt")
    assert (run.status, run.out) == (2, "")
    assert run.err == "错误：不能写入 nowhere/out.txt：没有这个文件夹\n"
    assert gpar("faulty.txt", "-o", ".").err == "错误：不能写入 .：这是一个文件夹\n"


def test_many_files_end_with_an_overview(gpar: Gpar, reports: Path) -> None:
    lines = gpar(".").out.split("\n")
    assert lines[-3] == "没有问题的 1 份，有错误的 1 份；最常见：T202 1 次"
    assert lines[-2].startswith("2 份报告（")
    assert "没有问题的" not in gpar("faulty.txt").out
    assert "没有问题的" not in gpar(".", "--statistics").out
    assert "没有问题的" not in gpar(".", "-q").out
