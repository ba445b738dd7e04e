"""Files through the linter, one by one, with what is said of them on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from gpar_lint.cli.commands import COMMANDS
from gpar_lint.cli.common import note
from gpar_lint.cli.errors import UsageError
from gpar_lint.cli.options import Options
from gpar_lint.cli.terminal import in_view, write_bytes
from gpar_lint.format.nearest import nearest
from gpar_lint.linter.checking import Linter, Result
from gpar_lint.linter.files import BEYOND, STANDARD_INPUT, Target, is_lock, read_bytes
from gpar_lint.linter.linters import Linters
from gpar_lint.source.document import Unreadable
from gpar_lint.text.records import Record

_WORTH_IT = 32  # files for which one more process pays

if TYPE_CHECKING:
    from gpar_lint.linter.fixing import Mending


class Checked(Record):
    """A file checked."""

    target: Target
    result: Result
    seconds: float
    mending: Mending | None = None  # where fixes are asked for
    data: bytes = b""  # what standard input held, where fixes are asked for


class Manner(Record):
    """How files are checked."""

    stdin_filename: str | None = None
    mends: bool = False  # whether fixes are asked for
    unsafe: bool = False  # the unsafe ones, too


def checked(
    linters: Linters, targets: Sequence[Target], options: Options, language: str
) -> Iterator[Checked]:
    """All targets checked; what is no report is left out where nobody named it."""
    beyond: dict[str, list[str]] = {}  # files that nothing on this machine can read, by why
    is_any = False
    files = in_view(
        _in_turn(linters, targets, options),
        len(targets),
        quiet=options.quiet,
        tells=lambda done: _is_told_of(done, options),
    )
    for done in files:
        result = done.result
        _say_more(done, options.verbose, language)
        if result.unreadable in BEYOND and (options.only_reports or not done.target.named):
            beyond.setdefault(result.unreadable, []).append(result.path)
        elif _is_skipped(done, options.only_reports):
            if options.verbose:
                note("skipped", language, path=result.path)
            write_bytes(done.data)  # what is no report passes through a filter as it is
        else:
            is_any = True
            yield done
    say_beyond(beyond, language)
    _say_of_paths(options, language)
    if not is_any and any(map(os.path.isdir, options.paths)):
        note("no-reports", language, paths=" ".join(options.paths))


def _say_of_paths(options: Options, language: str) -> None:
    """Say of paths what they were perhaps meant to be: one, broken at its blanks; a lock file."""
    if options.only_reports:
        return
    for path in options.paths:
        if is_lock(path):
            note("lock", language, path=path)
    whole = " ".join(options.paths)
    if len(options.paths) > 1 and os.path.exists(whole):
        note("needs-quotes", language, path=whole)


def say_beyond(files: Mapping[str, Sequence[str]], language: str) -> None:
    """Say once a run which files were passed over because nothing here can read their kind."""
    for reason, paths in files.items():
        note(reason, language, count=len(paths), path=paths[0])


def _in_turn(linters: Linters, targets: Sequence[Target], options: Options) -> Iterator[Checked]:
    manner = manner_of(options)
    jobs = _jobs(options.jobs, targets)
    if jobs > 1:
        from gpar_lint.cli.parallel import check_in_parallel  # processes are slow to import

        return check_in_parallel(linters, targets, manner, jobs)
    return (check_target(linters, target, manner) for target in targets)


def _is_told_of(done: Checked, options: Options) -> bool:
    """Whether something is written of a file."""
    return bool(options.verbose or done.result.diagnostics or done.mending)


def _jobs(wanted: int | None, targets: Sequence[Target]) -> int:
    """How many processes are to check."""
    if any(target.path == STANDARD_INPUT for target in targets):
        return 1
    return min(wanted or _processors(), len(targets) if wanted else len(targets) // _WORTH_IT)


def _processors() -> int:
    if sys.platform == "linux":  # perhaps fewer than the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def manner_of(options: Options) -> Manner:
    """How the command line wants files checked."""
    mends = options.fix or options.unsafe_fixes or options.diff
    return Manner(options.stdin_filename, mends, options.unsafe_fixes)


def check_target(linters: Linters, target: Target, manner: Manner) -> Checked:
    """Read and check one file."""
    started = perf_counter()
    path = shown_path(target, manner.stdin_filename)
    linter = linters.linter_for(path)
    mending, data = None, b""
    try:
        data = read_bytes(target.path)
        if manner.mends:
            mending = _mended(linter, path, data, manner.unsafe)
        result = mending.left if mending else linter.check(path, data)
    except Unreadable as error:
        result = linter.unreadable(path, error)
    if mending is None or target.path != STANDARD_INPUT:
        data = b""  # results are kept for a while, and there may be many
    return Checked(target, result, perf_counter() - started, mending, data)


def _mended(linter: Linter, path: str, data: bytes, unsafe: bool) -> Mending:
    from gpar_lint.linter.fixing import mend  # most runs only look

    return mend(linter, path, data, unsafe=unsafe)


def _is_skipped(done: Checked, only_reports: bool) -> bool:
    is_other_text = done.result.facts is None and done.result.lines is not None
    return is_other_text and (only_reports or not done.target.named)


def shown_path(target: Target, stdin_filename: str | None) -> str:
    """The path of a target as it is shown; standard input may have been given a name."""
    return stdin_filename or target.path if target.path == STANDARD_INPUT else target.path


def _say_more(done: Checked, verbose: bool, language: str) -> None:
    """What standard error says of a file: a command that was perhaps meant; timings, tracebacks."""
    path = done.result.path
    if done.result.unreadable == "missing" and (meant := nearest(path, COMMANDS)):
        note("command-meant", language, word=path, nearest=meant)
    if verbose:
        note("timing", language, path=path, milliseconds=done.seconds * 1000)
        for diagnostic in done.result.diagnostics:
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
