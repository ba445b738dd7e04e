"""`gpar-lint check`: files, folders or standard input checked by the rules."""

from __future__ import annotations

import os

from gpar_lint import __version__
from gpar_lint.cli import common
from gpar_lint.cli.commands import COMMANDS
from gpar_lint.cli.configuring import Configured
from gpar_lint.cli.help import help_text
from gpar_lint.cli.options import Option, Options, parse
from gpar_lint.cli.relating import relate
from gpar_lint.cli.running import checked, own_output_left_out
from gpar_lint.cli.showing import Show
from gpar_lint.format.catalogue import SEVERITIES
from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.files import STANDARD_INPUT, find_targets, may_be_report
from gpar_lint.output.formats import FORMATS

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
    Option(("--fail-on",), "有问题达到这一级别时退出状态为 1，默认 warning（警告）",
           "least severity that makes the exit status 1, by default warning", "LEVEL", SEVERITIES),
    common.EDITION,
    Option(("--previous",), "上年的年报，或者存放上年年报的文件夹",
           "last year's report, or a folder that has it", "PATH"),
    Option(("--compare",), "与这个文件夹中其他机关的年报比较文字（X903）",
           "compare the text with other agencies' reports there (X903)", "FOLDER"),
    Option(("--only-reports",), "不像年度报告的文件一律略过",
           "skip, without a word, what does not look like a report"),
    Option(("--fix",), "自动修复不涉及事实的问题（标点、文号等），写入原文件",
           "apply the safe fixes"),
    Option(("--unsafe-fixes",), "也作须人工复核的修复",
           "apply also the fixes that a person must look over"),
    Option(("--diff",), "只显示修复会改动什么，不写入文件",
           "show what the fixes would change, and change nothing"),
    Option(("--statistics",), "不列问题，只列每条规则的次数", "a count a rule instead of findings"),
    common.STDIN_FILENAME,
    common.ENCODING,
    common.EXCLUDE,
    Option(("--jobs",), "并行检查的进程数，默认按文件多少自动决定",
           "how many processes check, by default as many as pay", "N"),
    Option(("--force-exclude",), "命令行上写明的文件也照样排除",
           "exclude files that are named, too"),
    Option(("--baseline",), "只列出这个基线文件里没有的问题，即新问题",
           "give only findings that are not in this baseline", "FILE"),
    Option(("--write-baseline",), "把现有的问题记入基线文件，以后只看新问题",
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
    if options.jobs is not None:
        options.jobs = common.positive(options.jobs, "--jobs")
    options.paths = paths or [os.curdir]
    return _check(options)


def _help(language: str) -> str:
    commands = {name: command.explanation(language) for name, command in COMMANDS.items()}
    purpose = {
        "zh": "检查政府信息公开工作年度报告：文件、文件夹，或以 - 表示标准输入。",
        "en": "Checks annual reports on government-information disclosure: files, folders, or - "
        "for standard input.",
    }
    usage = ["gpar-lint [check] [OPTIONS] [PATH…]", "gpar-lint COMMAND --help"]
    return help_text(usage, purpose[language], OPTIONS, language, commands)


def _check(options: Options) -> int:
    configured = Configured(options, load_rulebook(), _first(options))
    targets = configured.wanted(find_targets(options.paths, options.exclude, office=True))
    if options.only_reports:
        targets = [target for target in targets if may_be_report(target.path)]
    targets = own_output_left_out(targets, options.output_file)
    configured.say_expired()
    relate(configured.linters.all(), targets, quiet=options.quiet)
    for linter in configured.linters.all():
        linter.portrays = FORMATS[options.output_format].shows_reports
    files = checked(configured.linters, targets, options, configured.home.language)
    show = Show(options, configured)
    failed = show.changes(files) if options.diff else show.findings(files)
    return 1 if failed and not options.exit_zero else 0


def _first(options: Options) -> str:
    """The path that stands for the run."""
    path: str = options.paths[0]
    return options.stdin_filename or path if path == STANDARD_INPUT else path
