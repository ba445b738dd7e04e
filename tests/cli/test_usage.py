"""What a wrong command line is answered, and help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gpar_lint import __version__
from gpar_lint.cli.commands import COMMANDS
from gpar_lint.cli.options import Option, parse
from tests.cli.conftest import Gpar


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--selct", "A"], "没有选项 --selct；是不是 --select？"),
        (["--fail-onn=error"], "没有选项 --fail-onn；是不是 --fail-on？"),
        (["--zzzzzzzzzz"], "没有选项 --zzzzzzzzzz\n"),
        (["-x"], "没有选项 -x\n"),
        (["--sel", "A"], "没有选项 --sel\n"),
        (["--select"], "选项 --select 需要一个值"),
        (["-o"], "选项 --output-file 需要一个值"),
        (["--quiet=yes"], "选项 --quiet 不带值"),
        (["--output-format", "jsno"], "没有“jsno”这个值，可用的有：full | concise | json | jsonl"),
        (["--output-format", "jsno"], "；是不是 json？"),
        (["--fail-on", "eror"], "；是不是 error？"),
        (["--select", "A3O1"], "没有规则“A3O1”；是不是 A301？"),
        (["--ignore", "row-totl"], "没有规则“row-totl”；是不是 row-total？"),
        (["--select", "Q"], "没有规则“Q”"),
        (["--severity", "A301"], "选项 --severity 应写作 规则=级别"),
        (["--severity", "A301=eror"], "；是不是 error？"),
        (["--severity", "A399=error"], "没有规则“A399”"),
        (["--edition", "2020"], "选项 --edition 没有“2020”这个值"),
        (["--encoding", "utf8000"], "没有编码“utf8000”"),
        (["--encoding", "rot13"], "没有编码“rot13”"),
        (["--jobs", "0"], "选项 --jobs 应为正整数"),
        (["--jobs", "two"], "选项 --jobs 应为正整数"),
        (["--lang", "fr"], "选项 --lang 没有“fr”这个值"),
        (["rule"], "请写明规则的编号或名称"),
        (["rule", "A3O1"], "没有规则“A3O1”；是不是 A301？"),
        (["rule", "A301", "--all"], "--all 不能与规则编号一起使用"),
        (["rule", "--statistics"], "没有选项 --statistics"),
        (["extract"], "请写明要读的文件或文件夹"),
        (["extract", "--output-format", "xml", "a"], "没有“xml”这个值"),
    ],
)
def test_an_error_of_usage(gpar: Gpar, arguments: list[str], said: str) -> None:
    run = gpar(*arguments)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("错误：")
    assert said in run.err
    command = arguments[0] if arguments[0] in COMMANDS else "check"
    assert run.err.endswith(f"用法见 gpar-lint {command} --help\n")


def test_errors_in_english(gpar: Gpar, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "error: there is no option --selct; did you mean --select?\n"
    assert gpar("--selct", "A", "--lang", "en").err.startswith(said)
    assert gpar("--lang=en", "--selct", "A").err.startswith(said)
    monkeypatch.setenv("GPAR_LINT_LANG", "en")
    assert gpar("--selct", "A").err.startswith(said)
    monkeypatch.setenv("GPAR_LINT_LANG", "fr")
    assert "GPAR_LINT_LANG" in gpar("a.txt").err


def test_the_language_may_stand_before_the_command(gpar: Gpar) -> None:
    for arguments in (["--lang", "en", "rule"], ["--lang=en", "rule"], ["rule", "--lang", "en"]):
        assert gpar(*arguments).err.startswith("error: name a rule")


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_help(gpar: Gpar, command: str, language: str) -> None:
    run = gpar(*[command][: bool(command)], "--help", "--lang", language)
    assert (run.status, run.err) == (0, "")
    assert ("--lang 语言" if language == "zh" else "--lang LANG") in run.out
    assert run.out.startswith("用法" if language == "zh" else "usage")
    assert "\ngpar-lint" not in run.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_chinese_names_values_in_chinese(gpar: Gpar, command: str) -> None:
    help_text = gpar(command, "--help").out
    assert not re.findall(r"\b(?!ALL|UTF|GB|CI|PDF|X)[A-Z]{2,}\b", help_text)


def test_help_may_be_asked_for_in_words(gpar: Gpar) -> None:
    assert gpar("help").out == gpar("--help").out
    assert gpar("help", "new").out == gpar("new", "--help").out
    assert gpar("--lang", "en", "help", "rule").out == gpar("rule", "--help", "--lang", "en").out


@pytest.mark.parametrize("word", ["——fix", "—fix", "–－fix", "−−fix"])
def test_dashes_of_a_chinese_keyboard_are_no_hyphens(
    gpar: Gpar, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = gpar("年报.txt", word)
    assert run.status == 2
    assert run.err.startswith(
        f"错误：没有文件 {word}；如果要写的是选项，开头应是英文的减号；是不是 --fix？"
    )
    (tmp_path / word).write_text("一份报告", encoding="utf-8")
    assert gpar(word).status == 1  # a file may have such a name


def test_what_a_chinese_keyboard_types_is_understood() -> None:
    options = (
        Option(("--select",), "", "", "LIST", many=True),
        Option(("--edition",), "", "", "EDITION"),
        Option(("--exclude",), "", "", "GLOB", many=True),
    )
    words = [
        "--select",
        "Ａ３０１、C，Ｔ；row-total",
        "--edition",
        "２０２１",
        "--exclude",
        "甲、乙（１）",
    ]
    given, _ = parse(options, words)
    assert given.select == ["A301", "C", "T", "row-total"]
    assert given.edition == "2021"
    assert given.exclude == ["甲、乙（１）"]


def test_help_in_english_has_no_chinese(gpar: Gpar) -> None:
    for command in COMMANDS:
        assert gpar(command, "--help", "--lang", "en").out.replace("…", "...").isascii()


def test_version(gpar: Gpar) -> None:
    assert gpar("--version") == (0, f"gpar-lint {__version__}\n", "")


OPTIONS = (
    Option(("-q", "--quiet"), "", ""),
    Option(("-o", "--output-file"), "", "", "PATH"),
    Option(("--select",), "", "", "LIST", many=True),
)


def test_options_and_operands_in_any_order() -> None:
    options, operands = parse(OPTIONS, ["a", "-q", "b", "--select", "A, B", "-", "--select=C，D"])
    assert operands == ["a", "b", "-"]
    assert (options.quiet, options.output_file) == (True, None)
    assert options.select == ["A", "B", "C", "D"]


def test_after_two_dashes_everything_is_an_operand() -> None:
    options, operands = parse(OPTIONS, ["a", "--", "-q", "--", "--nothing"])
    assert operands == ["a", "-q", "--", "--nothing"]
    assert not options.quiet


def test_short_options_may_stand_together() -> None:
    options, operands = parse(OPTIONS, ["-qo-", "a"])
    assert (options.quiet, options.output_file, operands) == (True, "-", ["a"])
