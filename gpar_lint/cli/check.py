"""`gpar-lint check`: files, folders or standard input checked by the rules."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from gpar_lint import __version__
from gpar_lint.cli import common
from gpar_lint.cli.commands import COMMANDS
from gpar_lint.cli.configuring import Configured
from gpar_lint.cli.help import help_text
from gpar_lint.cli.options import Option, parse
from gpar_lint.cli.relating import relate
from gpar_lint.cli.running import checked, own_output_left_out
from gpar_lint.cli.terminal import marks_for, open_output, wants_colour, write_all
from gpar_lint.format.catalogue import SEVERITIES
from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.checking import Result
from gpar_lint.linter.files import STANDARD_INPUT, find_targets
from gpar_lint.linter.summary import Summary
from gpar_lint.output.closing import closing_line
from gpar_lint.output.formats import FORMATS, renderer
from gpar_lint.output.run import Run
from gpar_lint.output.statistics import render_statistics
from gpar_lint.output.style import Style

if TYPE_CHECKING:
    from gpar_lint.cli.baselining import BaselineWriting

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
    Option(("--fail-on",), "达到这一级别时退出状态为 1，默认 warning",
           "least severity that makes the exit status 1, by default warning", "LEVEL", SEVERITIES),
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
    Option(("--force-exclude",), "指名的文件也可以排除", "exclude files that are named, too"),
    Option(("--baseline",), "基线文件：只给出其中没有的问题",
           "give only findings that are not in this baseline", "FILE"),
    Option(("--write-baseline",), "把现有的问题写入基线文件",
           "write the findings to this baseline", "FILE"),
    common.CONFIG,
    common.ISOLATED,
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
    return _check(options, paths or [os.curdir])


def _help(language: str) -> str:
    commands = {name: command.explanation(language) for name, command in COMMANDS.items()}
    purpose = {
        "zh": "检查政府信息公开工作年度报告：文件、文件夹，或以 - 表示标准输入。",
        "en": "Checks annual reports on government-information disclosure: files, folders, or - "
        "for standard input.",
    }
    usage = ["gpar-lint [check] [OPTIONS] [PATH…]", "gpar-lint COMMAND --help"]
    return help_text(usage, purpose[language], OPTIONS, language, commands)


def _check(options: Namespace, paths: list[str]) -> int:
    configured = Configured(options, load_rulebook(), _first(options, paths))
    language = configured.home.language
    targets = configured.wanted(find_targets(paths, options.exclude))
    targets = own_output_left_out(targets, options.output_file)
    configured.say_expired()
    for linter in configured.linters.all():
        relate(linter, targets)
    summary = Summary()
    results = checked(configured.linters, targets, options, language)
    writing = _baseline_writing(options)
    if writing:
        results = writing.taken(results)
    _render(options, configured, summary.watch(results, configured.threshold_of), summary)
    if writing:
        writing.write(language)
    if not summary.files and any(map(os.path.isdir, paths)):
        common.note("no-reports", language, paths=" ".join(paths))
    return 1 if summary.failed and not options.exit_zero else 0


def _render(
    options: Namespace, configured: Configured, results: Iterable[Result], summary: Summary
) -> None:
    """Check, and write what is found in the format asked for."""
    form = FORMATS[options.output_format]
    linters = configured.linters
    with open_output(options.output_file, form.for_people, form.for_spreadsheets) as stream:
        style = _style(options, stream, configured.home.language)
        if options.statistics:
            for _ in results:
                pass
            rules, name = linters.rules, options.output_format
            write_all(stream, render_statistics(summary, rules, style, name))
        else:
            run = Run(style, linters.rulebook, summary)
            write_all(stream, renderer(options.output_format)(results, run))
        if form.for_people and not options.quiet:
            write_all(stream, _closing(summary, style))


def _baseline_writing(options: Namespace) -> BaselineWriting | None:
    if options.write_baseline is None:
        return None
    from gpar_lint.cli.baselining import BaselineWriting

    return BaselineWriting(options.write_baseline)


def _first(options: Namespace, paths: list[str]) -> str:
    """The path that stands for the run."""
    return options.stdin_filename or paths[0] if paths[0] == STANDARD_INPUT else paths[0]


def _style(options: Namespace, stream: TextIO, language: str) -> Style:
    colour = wants_colour(options.color, stream, os.environ)
    return Style(language, colour, marks_for(stream), explain=not options.quiet)


def _closing(summary: Summary, style: Style) -> Iterator[str]:
    if summary.files:
        yield closing_line(summary, style.language) + "\n"
