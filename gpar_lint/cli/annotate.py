"""`gpar-lint annotate`: Word documents with their findings as comments."""

from __future__ import annotations

import os
import re
import sys
from datetime import datetime
from typing import TextIO

from gpar_lint.annotate import annotate, is_as_written
from gpar_lint.cli.check import OPTIONS as CHECK_OPTIONS
from gpar_lint.cli.configuring import Configured
from gpar_lint.cli.errors import CommandError, UsageError
from gpar_lint.cli.help import help_text
from gpar_lint.cli.options import Option, Options, parse
from gpar_lint.cli.relating import relate
from gpar_lint.cli.terminal import write_bytes
from gpar_lint.cli.texts import explain, say
from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.checking import Result
from gpar_lint.linter.files import STANDARD_INPUT, Target, is_lock, read_bytes
from gpar_lint.linter.summary import Summary
from gpar_lint.linter.writing import NotWritten, lock_of, write_content
from gpar_lint.output.closing import closing_line
from gpar_lint.source.document import Unreadable

_AS_CHECK = frozenset({
    "select", "extend_select", "ignore", "severity", "fail_on", "edition", "previous", "baseline",
    "config", "isolated", "lang", "exit_zero", "quiet", "help",
})  # fmt: skip
OPTIONS = (
    Option(("-o", "--output-file"), "写入这个文件，默认在原文件名后加“.批注”",
           "write there; by default beside the document, under a name of its own", "PATH"),
    *[option for option in CHECK_OPTIONS if option.key in _AS_CHECK],
)  # fmt: skip
STANDARD_OUTPUT = "-"
HINDERED_STATUS = 2
_COPY = re.compile(r"\.批注([0-9]{0,6})$")


def run(arguments: list[str], language: str) -> int:
    """Annotate what the arguments name; the exit status is that of check. Raises CommandError."""
    given, paths = parse(OPTIONS, arguments)
    if given.help:
        print(_help(language), end="")
        return 0
    paths = [path for path in paths if not _is_copy_of_any(path, paths) and not is_lock(path)]
    if not paths:
        raise UsageError("no-document")
    if STANDARD_INPUT in paths and not given.output_file:
        raise UsageError("no-output")
    if given.output_file and len(paths) > 1:
        raise UsageError("one-output", path=given.output_file)
    by_default, _ = parse(CHECK_OPTIONS, [])
    options = Options(**{**vars(by_default), **vars(given)})
    annotating = _Annotating(options, paths)
    failed = annotating.run()
    if annotating.hindered:
        return HINDERED_STATUS
    return 1 if failed and not options.exit_zero else 0


def _help(language: str) -> str:
    purpose = {
        "zh": "把每个问题写成 Word 批注，放在它所在的字句或单元格上。原文件不动，结果另存一份；\n"
        "再次运行时，以前由本工具写的批注换成新的，别人的批注不动。退出状态与 check 相同。",
        "en": "Writes every finding as a Word comment on its words or cell, into a copy of the\n"
        "document. Comments of an earlier run give way to the new ones; those of others stay.\n"
        "The exit status is that of check.",
    }
    usage = ["gpar-lint annotate REPORT.docx… [OPTIONS]"]
    return help_text(usage, purpose[language], OPTIONS, language)


def default_output(path: str) -> str:
    """Where the copy goes: 年报.批注.docx, and for that in turn 年报.批注2.docx."""
    stem, suffix = os.path.splitext(path)
    earlier = _COPY.search(stem)
    if earlier is None:
        return f"{stem}.批注{suffix}"
    return f"{stem[: earlier.start()]}.批注{int(earlier[1] or 1) + 1}{suffix}"


def _is_copy_of_any(path: str, paths: list[str]) -> bool:
    """Whether a file is the copy of another one named, as where a shell has named them all."""
    stem, suffix = os.path.splitext(path)
    earlier = _COPY.search(stem)
    return earlier is not None and stem[: earlier.start()] + suffix in paths


class _Annotating:
    """A run over some documents."""

    def __init__(self, options: Options, paths: list[str]) -> None:
        self._options = options
        self._paths = paths
        self._configured = Configured(options, load_rulebook(), paths[0])
        self._language = self._configured.home.language
        self._summary = Summary()
        self.hindered = False  # whether a copy could not be written

    def run(self) -> bool:
        """Write all copies; whether something severe enough was found, or a file not read."""
        targets = self._configured.wanted([Target(path, named=True) for path in self._paths])
        relate(self._configured.linters.all(), targets, quiet=True)
        results = map(self._annotated, self._paths)
        for _ in self._summary.watch(results, self._configured.threshold_of):
            pass
        if not self._options.quiet:
            print(closing_line(self._summary, self._language), file=self._stream)
        return self._summary.failed

    @property
    def _stream(self) -> TextIO:
        """Where this is told: standard output, unless the copy goes there."""
        return sys.stderr if self._options.output_file == STANDARD_OUTPUT else sys.stdout

    def _annotated(self, path: str) -> Result:
        """Check one document and write its copy."""
        linter = self._configured.linters.linter_for(path)
        try:
            data = read_bytes(path)
        except Unreadable as error:
            return self._told(linter.unreadable(path, error))
        look = linter.look_into(path, data)
        if look.result.facts is None:
            return self._told(look.result)
        try:
            if look.document is None or look.document.kind != "docx" or data[:2] != b"PK":
                raise CommandError("no-word-document", path=path)
            found = look.result.diagnostics
            made = annotate(data, found, language=linter.language, date=datetime.now())
            self._write(path, made, len(found))
        except Unreadable as error:  # a part that checking has no need of
            return self._told(linter.unreadable(path, error))
        except CommandError as error:  # the others get their copies all the same
            print(explain(error, self._language, "annotate"), file=sys.stderr)
            self.hindered = True
        return look.result

    def _told(self, result: Result) -> Result:
        """Say why a file gets no comments: it cannot be read, or is no report."""
        for diagnostic in result.diagnostics:
            print(f"{result.path}: {diagnostic.message}", file=sys.stderr)
        return result

    def _write(self, path: str, made: bytes, count: int) -> None:
        output = self._options.output_file or default_output(path)
        if output == STANDARD_OUTPUT:
            write_bytes(made)
            return
        if path != STANDARD_INPUT and os.path.exists(output) and os.path.samefile(path, output):
            raise UsageError("annotates-itself", path=output)
        _require_ours(output)
        try:
            write_content(output, made)
        except NotWritten as error:
            raise CommandError(error.reason, path=output, error=error.error) from None
        if not self._options.quiet:
            print(say("annotated", self._language, path=output, count=count))


def _require_ours(output: str) -> None:
    """See to it that nobody's work is written over. Raises CommandError."""
    if not os.path.lexists(output):
        return
    lock = lock_of(output)
    if lock is not None:
        raise CommandError("is-open", path=output, lock=lock)
    try:
        if is_as_written(read_bytes(output)):
            return
    except Unreadable:
        pass
    raise CommandError("copy-changed", path=output)
