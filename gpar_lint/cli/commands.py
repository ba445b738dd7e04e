"""The subcommands by name. A subcommand's module is imported when it is called."""

from __future__ import annotations

from gpar_lint.text.records import Record


class Command(Record):
    """A subcommand; its module has `run(arguments, language) -> exit status`."""

    module: str
    zh: str  # its line of --help
    en: str
    operands: str = "files"  # or "rules", "shells", "nothing"; for shells to complete

    def explanation(self, language: str) -> str:
        """What it does, in a few words."""
        return self.zh if language == "zh" else self.en


DEFAULT_COMMAND = "check"
COMMANDS = {
    "check": Command("gpar_lint.cli.check", "检查报告（可省略 check）", "check reports (default)"),
    "rule": Command("gpar_lint.cli.rule", "说明规则", "explain the rules", "rules"),
    "extract": Command("gpar_lint.cli.extract", "把报告读成数据", "print reports as data"),
    "annotate": Command(
        "gpar_lint.cli.annotate", "在 Word 文件里写批注", "comments in Word documents"
    ),
    "new": Command("gpar_lint.cli.new", "生成空白报告", "write a blank report", "nothing"),
    "config": Command(
        "gpar_lint.cli.config", "说明一份文件用什么配置", "say what holds for a file, and why"
    ),
    "server": Command(
        "gpar_lint.cli.server", "语言服务器，由编辑器启动", "the language server", "nothing"
    ),
    "completion": Command(
        "gpar_lint.cli.completion", "生成命令行补全脚本", "complete in your shell", "shells"
    ),
}
