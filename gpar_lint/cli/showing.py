"""What a run finds, or would fix, written where and in the format asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from gpar_lint.cli.common import note_written
from gpar_lint.cli.configuring import Configured
from gpar_lint.cli.options import Options
from gpar_lint.cli.running import Checked
from gpar_lint.cli.terminal import marks_for, open_output, wants_colour, write_all
from gpar_lint.cli.texts import say
from gpar_lint.linter.checking import Result
from gpar_lint.linter.files import STANDARD_INPUT
from gpar_lint.linter.summary import Summary
from gpar_lint.output.closing import closing_line
from gpar_lint.output.formats import FORMATS, renderer
from gpar_lint.output.run import Run
from gpar_lint.output.statistics import render_statistics
from gpar_lint.output.style import Style

if TYPE_CHECKING:
    from gpar_lint.cli.baselining import BaselineWriting
    from gpar_lint.cli.mending import Menders


class Show:
    """Takes the files of a run one by one and shows what there is to show of them."""

    def __init__(self, options: Options, configured: Configured) -> None:
        self._options = options
        self._configured = configured
        self._language = configured.home.language

    def findings(self, files: Iterable[Checked]) -> bool:
        """Write what is found, after fixes where they are asked for; whether the run failed."""
        summary, menders, writing = Summary(), self._menders(), self._baseline_writing()
        results = menders.written(files) if menders else (done.result for done in files)
        if writing:
            results = writing.taken(results)
        watched = summary.watch(results, self._configured.threshold_of)
        self._write(watched, summary, menders)
        if writing:
            writing.write(self._language)
        if menders:
            menders.say_hindered()
        return summary.failed or (menders is not None and menders.failed)

    def _write(self, results: Iterable[Result], summary: Summary, menders: Menders | None) -> None:
        path, form = self._options.output_file, FORMATS[self._options.output_format]
        takes_text = menders is not None and STANDARD_INPUT in self._options.paths
        standard = sys.stderr if takes_text else sys.stdout  # the report's text goes to stdout
        with open_output(path, form.for_people, form.for_spreadsheets, standard) as stream:
            style = self._style(stream)
            write_all(stream, self._pieces(results, summary, style))
            if self._options.quiet:
                return
            if menders:
                write_all(stream if form.for_people else sys.stderr, menders.lines(style))
            if form.for_people:
                write_all(stream, self._closing(summary))
        if note_written(path, self._language):
            write_all(sys.stderr, self._closing(summary))

    def _pieces(self, results: Iterable[Result], summary: Summary, style: Style) -> Iterator[str]:
        name, linters = self._options.output_format, self._configured.linters
        if not self._options.statistics:
            return renderer(name)(results, Run(style, linters.rulebook, summary))
        for _ in results:
            pass
        return render_statistics(summary, linters.rules, style, name)

    def _closing(self, summary: Summary) -> Iterator[str]:
        if summary.fixable and not self._options.fix:
            yield say("can-fix", self._language, count=summary.fixable) + "\n"
        if summary.reports > 1 and not self._options.statistics:
            from gpar_lint.output.overview import overview_line

            if line := overview_line(summary, self._language):
                yield line + "\n"
        if summary.files:
            yield closing_line(summary, self._language) + "\n"

    def changes(self, files: Iterable[Checked]) -> bool:
        """Write what fixes would change; whether there is anything, or a file cannot be read."""
        from gpar_lint.cli.mending import Menders
        from gpar_lint.output.unified_diff import render_diff

        menders = Menders(self._options, self._language)
        with open_output(self._options.output_file, for_people=True) as stream:
            style, spelled = self._style(stream), stream.isatty()
            for path, change in menders.changes(files):
                write_all(stream, render_diff(path, change, style, spelled=spelled))
        if not self._options.quiet:
            write_all(sys.stderr, menders.lines(self._style(sys.stderr)))
        menders.say_hindered()
        return menders.failed

    def _menders(self) -> Menders | None:
        if not (self._options.fix or self._options.unsafe_fixes):
            return None
        from gpar_lint.cli.mending import Menders

        return Menders(self._options, self._language)

    def _baseline_writing(self) -> BaselineWriting | None:
        if self._options.write_baseline is None:
            return None
        from gpar_lint.cli.baselining import BaselineWriting

        return BaselineWriting(self._options.write_baseline)

    def _style(self, stream: TextIO) -> Style:
        colour = wants_colour(self._options.color, stream, os.environ)
        return Style(self._language, colour, marks_for(stream), explain=not self._options.quiet)
