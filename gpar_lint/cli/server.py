"""`gpar-lint server`: the language server. The only door to it: it is slow to import."""

from __future__ import annotations

import os

from gpar_lint.cli import common
from gpar_lint.cli.errors import UsageError
from gpar_lint.cli.help import help_text
from gpar_lint.cli.options import Option, parse

OPTIONS = (
    Option(("--stdio",), "经标准输入输出（默认）", "over standard input and output (default)"),
    Option(("--tcp",), "在这个地址上等候一个编辑器", "wait for one editor there", "HOST:PORT"),
    common.LANG,
    common.HELP,
)


def run(arguments: list[str], language: str) -> int:
    """Serve an editor until it ends; the exit status. Raises UsageError."""
    options, words = parse(OPTIONS, arguments)
    if options.help:
        print(_help(language), end="")
        return 0
    if words:
        raise UsageError("no-operands", word=words[0])
    address = _address(options.tcp) if options.tcp else None
    from gpar_lint.server.running import serve

    return serve(options.lang or os.environ.get("GPAR_LINT_LANG") or None, address)


def _help(language: str) -> str:
    purpose = {
        "zh": "语言服务器：在编辑器里随写随查。由编辑器启动，设置见 docs/编辑器.md。",
        "en": "The language server: findings in the editor as you type. Editors start it.",
    }
    return help_text(["gpar-lint server [OPTIONS]"], purpose[language], OPTIONS, language)


def _address(word: str) -> tuple[str, int]:
    host, _, port = word.rpartition(":")
    if not (port.isascii() and port.isdigit() and int(port) < 2**16):
        raise UsageError("bad-address", option="--tcp", word=word)
    return host or "127.0.0.1", int(port)
