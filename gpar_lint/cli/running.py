"""Files through the linter, one by one, with what is said of them on standard error."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from time import perf_counter

from gpar_lint.cli.commands import COMMANDS
from gpar_lint.cli.common import note
from gpar_lint.cli.errors import UsageError
from gpar_lint.format.nearest import nearest
from gpar_lint.linter.checking import Linter, Result
from gpar_lint.linter.files import STANDARD_INPUT, Target, read_bytes
from gpar_lint.source.document import Unreadable


def checked(
    linter: Linter, targets: Iterable[Target], options: Namespace, language: str
) -> Iterator[Result]:
    """The results of all targets; what is no report is left out where nobody named it."""
    unsupported: list[str] = []
    for target in targets:
        started = perf_counter()
        result = _result(linter, target, options, language)
        if options.verbose:
            _report_progress(result, perf_counter() - started, language)
        if result.unreadable == "unsupported" and not target.named:
            unsupported.append(result.path)
        elif _is_skipped(result, target, options):
            if options.verbose:
                note("skipped", language, path=result.path)
        else:
            yield result
    if unsupported:
        note("unsupported", language, count=len(unsupported), path=unsupported[0])


def _is_skipped(result: Result, target: Target, options: Namespace) -> bool:
    is_other_text = result.report is None and result.document is not None
    return is_other_text and (options.only_reports or not target.named)


def _result(linter: Linter, target: Target, options: Namespace, language: str) -> Result:
    path = shown_path(target, options.stdin_filename)
    try:
        return linter.check(path, read_bytes(target.path))
    except Unreadable as error:
        if error.reason == "missing" and (meant := nearest(path, COMMANDS)):
            note("command-meant", language, word=path, nearest=meant)
        return linter.unreadable(path, error)


def shown_path(target: Target, stdin_filename: str | None) -> str:
    """The path of a target as it is shown; standard input may have been given a name."""
    return stdin_filename or target.path if target.path == STANDARD_INPUT else target.path


def _report_progress(result: Result, seconds: float, language: str) -> None:
    note("timing", language, path=result.path, milliseconds=seconds * 1000)
    for diagnostic in result.diagnostics:
        if diagnostic.traceback:
            print(diagnostic.traceback, end="", file=sys.stderr)


def own_output_left_out(targets: list[Target], output: str | None) -> list[Target]:
    """The targets without the file that the results go to. Raises UsageError if it was named."""
    if output is None or not os.path.exists(output):
        return targets
    kept = [target for target in targets if not _is_same(target.path, output)]
    for target in targets:
        if target.named and target not in kept:
            raise UsageError("output-is-input", path=output)
    return kept


def _is_same(path: str, other: str) -> bool:
    try:
        return path != STANDARD_INPUT and os.path.samefile(path, other)
    except OSError:
        return False
