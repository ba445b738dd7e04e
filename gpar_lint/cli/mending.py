"""`--fix`, `--unsafe-fixes` and `--diff`: fixes written to their files, or shown."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from gpar_lint.cli.common import note
from gpar_lint.cli.options import Options
from gpar_lint.cli.running import Checked
from gpar_lint.cli.terminal import write_bytes
from gpar_lint.cli.texts import say
from gpar_lint.linter.checking import Result
from gpar_lint.linter.files import STANDARD_INPUT
from gpar_lint.linter.fixing import Change, Mending
from gpar_lint.linter.writing import NotWritten, replace_content
from gpar_lint.output.style import Style, legible


class Menders:
    """The fixes of a run.

    `failed`: some could not be written or, where they are only shown, there are any.
    """

    def __init__(self, options: Options, language: str) -> None:
        self.failed = False
        self._shown_only: bool = options.diff
        self._unsafe: bool = options.unsafe_fixes
        self._language = language
        self._fixed: list[tuple[str, Mapping[str, int]]] = []  # by file
        self._doubtful = 0
        self._left_doubtful = 0  # unsafe fixes that were not asked for
        self._without_text: list[str] = []

    def written(self, files: Iterable[Checked]) -> Iterator[Result]:
        """Write each file's fixes; what is found in it then, or still where that failed."""
        for done in files:
            mending = done.mending
            if mending is None:  # it could not even be opened
                yield done.result
            elif done.target.path == STANDARD_INPUT:
                write_bytes(mending.change.new_bytes if mending.change else done.data)
                yield self._told(mending)
            elif mending.change is None or self._is_written(done.target.path, mending.change):
                yield self._told(mending)
            else:
                yield mending.found

    def changes(self, files: Iterable[Checked]) -> Iterator[tuple[str, Change]]:
        """What would be changed, by the file's path."""
        for done in files:
            if done.mending is None or done.result.unreadable:
                self._say_unreadable(done.result)
                continue
            self._told(done.mending)
            if done.mending.change:
                self.failed = True
                yield done.result.path, done.mending.change

    def _say_unreadable(self, result: Result) -> None:
        self.failed = True
        for diagnostic in result.diagnostics:
            print(f"{legible(result.path)}: {legible(diagnostic.message)}", file=sys.stderr)

    def _is_written(self, path: str, change: Change) -> bool:
        try:
            replace_content(path, change.old_bytes, change.new_bytes)
        except NotWritten as error:
            self.failed = True
            message = say(error.reason, self._language, path=path, error=error.error)
            print(say("error", self._language, message=message), file=sys.stderr)
            return False
        return True

    def _told(self, mending: Mending) -> Result:
        """What is left in a file; what became of it is remembered for the end of the run."""
        result = mending.left
        if mending.change:
            self._fixed.append((result.path, mending.fixed))
            self._doubtful += mending.doubtful
        elif mending.hindrance == "no-text":
            self._without_text.append(result.path)
        elif mending.hindrance:
            note(mending.hindrance, self._language, path=result.path)
        if not self._unsafe:
            remedies = [diagnostic.remedy for diagnostic in result.diagnostics]
            self._left_doubtful += sum([not remedy.safe for remedy in remedies if remedy])
        return result

    def lines(self, style: Style) -> Iterator[str]:
        """What was fixed, or would be; the files one by one, then all together."""
        key = "fixable" if self._shown_only else "fixed"
        together: Counter[str] = Counter()
        for path, fixed in self._fixed:
            together.update(fixed)
            yield self._count(f"{key}-file", fixed, path=style.bold(legible(path))) + "\n"
        if len(self._fixed) > 1:
            yield self._count(f"{key}-files", together, files=len(self._fixed)) + "\n"
        if self._doubtful:
            yield say("look-over", self._language, count=self._doubtful) + "\n"
        if self._left_doubtful:
            yield say("unsafe-left", self._language, count=self._left_doubtful) + "\n"

    def _count(self, key: str, fixed: Mapping[str, int], **values: object) -> str:
        ranking = sorted(fixed.items(), key=lambda pair: (-pair[1], pair[0]))
        comma = say("comma", self._language)
        rules = comma.join([f"{code} {count}" for code, count in ranking])
        return say(key, self._language, count=sum(fixed.values()), rules=rules, **values)

    def say_hindered(self) -> None:
        """Say which files have no text that could be mended."""
        paths = self._without_text
        if paths:
            note("no-text", self._language, count=len(paths), path=paths[0])
