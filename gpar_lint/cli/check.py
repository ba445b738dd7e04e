"""`gpar-lint check`: files, folders or standard input checked by the rules."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from typing import TextIO

from gpar_lint import __version__
from gpar_lint.checks.context import Settings
from gpar_lint.cli import common
from gpar_lint.cli.commands import COMMANDS
from gpar_lint.cli.errors import UsageError
from gpar_lint.cli.help import help_text
from gpar_lint.cli.options import Option, parse
from gpar_lint.cli.relating import relate
from gpar_lint.cli.running import checked, own_output_left_out
from gpar_lint.cli.terminal import marks_for, open_output, wants_colour, write_all
from gpar_lint.format.catalogue import SEVERITIES, Rule
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.nearest import nearest
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.files import find_targets
from gpar_lint.linter.selection import Choice, UnknownSelector, choose, reaches
from gpar_lint.linter.summary import Summary
from gpar_lint.output.closing import closing_line
from gpar_lint.output.formats import FORMATS, renderer
from gpar_lint.output.run import Run
from gpar_lint.output.statistics import render_statistics
from gpar_lint.output.style import Style

OPTIONS = (
    Option(("--output-format",), "结果的格式", "format of the findings",
           "FORMAT", tuple(FORMATS), "full"),
    common.OUTPUT_FILE,
    Option(("--select",), "只用这些规则：编号、名称、类别字母或 ALL",
           "only these rules: codes, names, families or ALL", "LIST", many=True),
    Option(("--extend-select",), "另加这些规则", "these rules as well", "LIST", many=True),
    Option(("--ignore",), "不用这些规则", "not these rules", "LIST", many=True),
    Option(("--severity",), "改变一条规则的级别，例如 A301=warning",
           "raise or lower one rule, such as A301=warning", "CODE=LEVEL", many=True),
    Option(("--fail-on",), "达到这一级别时退出状态为 1",
           "least severity that makes the exit status 1", "LEVEL", SEVERITIES, "warning"),
    common.EDITION,
    Option(("--previous",), "上年的年报，或者存放上年年报的文件夹",
           "last year's report, or a folder that has it", "PATH"),
    Option(("--compare",), "与这个文件夹中其他机关的年报比较文字（X903）",
           "compare the text with other agencies' reports there (X903)", "FOLDER"),
    Option(("--only-reports",), "不像年度报告的文件一律略过",
           "skip, without a word, what does not look like a report"),
    Option(("--statistics",), "只列出每条规则的次数", "a count a rule instead of findings"),
    common.STDIN_FILENAME,
    common.ENCODING,
    common.EXCLUDE,
    Option(("--jobs",), "并行检查的进程数", "how many processes check", "N", default="1"),
    Option(("--isolated",), "不读任何配置文件", "read no configuration file"),
    common.LANG,
    common.COLOR,
    Option(("--exit-zero",), "有问题时退出状态也为 0", "exit status 0 even with findings"),
    Option(("-q", "--quiet"), "只列出问题", "findings only"),
    common.VERBOSE,
    Option(("--version",), "显示版本", "show the version"),
    common.HELP,
)  # fmt: skip


def run(arguments: list[str], language: str) -> int:
    """Check what the arguments name; the exit status. Raises UsageError."""
    options, paths = parse(OPTIONS, arguments)
    if options.help:
        print(_help(language), end="")
        return 0
    if options.version:
        print(f"gpar-lint {__version__}")
        return 0
    options.jobs = common.positive(options.jobs, "--jobs")
    return _check(options, paths or [os.curdir], language)


def _help(language: str) -> str:
    commands = {name: command.explanation(language) for name, command in COMMANDS.items()}
    purpose = {
        "zh": "检查政府信息公开工作年度报告：文件、文件夹，或以 - 表示标准输入。",
        "en": "Checks annual reports on government-information disclosure: files, folders, or - "
        "for standard input.",
    }
    usage = ["gpar-lint [check] [OPTIONS] [PATH…]", "gpar-lint COMMAND --help"]
    return help_text(usage, purpose[language], OPTIONS, language, commands)


def _check(options: Namespace, paths: list[str], language: str) -> int:
    rulebook = load_rulebook()
    rules = _rules(options, rulebook)
    linter = _linter(options, rulebook, rules, language)
    targets = own_output_left_out(find_targets(paths, options.exclude), options.output_file)
    relate(linter, options, targets)
    summary = Summary()
    results = summary.watch(checked(linter, targets, options, language))
    form = FORMATS[options.output_format]
    with open_output(options.output_file, form.for_people, form.for_spreadsheets) as stream:
        style = _style(options, stream, language)
        if options.statistics:
            for _ in results:
                pass
            write_all(stream, render_statistics(summary, rules, style, options.output_format))
        else:
            run = Run(style, rulebook, summary)
            write_all(stream, renderer(options.output_format)(results, run))
        if form.for_people and not options.quiet:
            write_all(stream, _closing(summary, style))
    if not summary.files and any(map(os.path.isdir, paths)):
        common.note("no-reports", language, paths=" ".join(paths))
    return _status(options, summary)


def _rules(options: Namespace, rulebook: Rulebook) -> dict[str, Rule]:
    """The rules that run. Raises UsageError."""
    choice = Choice(
        tuple(options.select) or None,
        tuple(options.extend_select),
        tuple(options.ignore),
        tuple([_severity(word) for word in options.severity]),
    )
    try:
        return choose(rulebook.rules, choice)
    except UnknownSelector as error:
        near = nearest(error.word, error.known)
        raise UsageError("unknown-rule", word=error.word, nearest=near) from None


def _severity(word: str) -> tuple[str, str]:
    rule, equals, level = word.partition("=")
    if not equals or level not in SEVERITIES:
        near = nearest(level, SEVERITIES)
        raise UsageError("bad-severity", option="--severity", word=word, nearest=near)
    return rule, level


def _linter(
    options: Namespace, rulebook: Rulebook, rules: dict[str, Rule], language: str
) -> Linter:
    edition = common.known_edition(options.edition, rulebook)
    settings = Settings(today=date.today(), edition=edition)
    return Linter(rulebook, rules, settings, language, common.known_encoding(options.encoding))


def _style(options: Namespace, stream: TextIO, language: str) -> Style:
    colour = wants_colour(options.color, stream, os.environ)
    return Style(language, colour, marks_for(stream), explain=not options.quiet)


def _closing(summary: Summary, style: Style) -> Iterator[str]:
    if summary.files:
        yield closing_line(summary, style.language) + "\n"


def _status(options: Namespace, summary: Summary) -> int:
    failed = any(reaches(severity, options.fail_on) for severity in summary.severities)
    return 1 if failed and not options.exit_zero else 0
