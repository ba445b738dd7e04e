"""`gpar-lint extract`: reports as data, or as the text that ranges speak of."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gpar_lint.cli import common
from gpar_lint.cli.errors import UsageError
from gpar_lint.cli.help import help_text
from gpar_lint.cli.options import Option, parse
from gpar_lint.cli.running import own_output_left_out, shown_path
from gpar_lint.cli.terminal import open_output, write_all
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.files import Target, find_targets, read_bytes
from gpar_lint.report.model import Report
from gpar_lint.report.reading import looks_like_report, read_report
from gpar_lint.source.document import Document, Unreadable
from gpar_lint.source.reading import read

OPTIONS = (
    Option(
        ("--output-format",), "格式", "format", "FORMAT", ("json", "jsonl", "csv", "text"), "json"
    ),
    common.OUTPUT_FILE,
    common.EDITION,
    common.STDIN_FILENAME,
    common.ENCODING,
    common.EXCLUDE,
    common.LANG,
    common.HELP,
)


class Extracted(NamedTuple):
    """A file read."""

    path: str
    document: Document


def run(arguments: list[str], language: str) -> int:
    """Print what the arguments name; 1 where a file could not be read. Raises UsageError."""
    options, paths = parse(OPTIONS, arguments)
    if options.help:
        print(_help(language), end="")
        return 0
    if not paths:
        raise UsageError("no-path")
    rulebook = load_rulebook()
    targets = own_output_left_out(find_targets(paths, options.exclude), options.output_file)
    extraction = Extraction(options, rulebook, language)
    with open_output(options.output_file, for_people=options.output_format == "text") as stream:
        write_all(stream, extraction.render(targets))
    return 1 if extraction.failures else 0


def _help(language: str) -> str:
    purpose = {
        "zh": "把报告读成数据：标题、机关、年度、章节、表格、文中的数字；"
        "或者（text）读成文字，即各处行列号所指的文本。",
        "en": "Prints reports as data (title, agency, year, chapters, tables, claims) or, as text, "
        "what lines and columns speak of.",
    }
    return help_text(["gpar-lint extract PATH… [OPTIONS]"], purpose[language], OPTIONS, language)


class Extraction:
    """Files read one by one; those that cannot be read are said on standard error and counted."""

    def __init__(self, options: Namespace, rulebook: Rulebook, language: str) -> None:
        self.rulebook = rulebook
        self.language = language
        self.form: str = options.output_format
        self.edition = common.known_edition(options.edition, rulebook)
        self.encoding = common.known_encoding(options.encoding)
        self.stdin_filename: str | None = options.stdin_filename
        self.failures = 0

    def render(self, targets: Iterable[Target]) -> Iterator[str]:
        """The targets in the format asked for."""
        documents = self._documents(targets)
        if self.form == "text":
            return (document.text for _, document in documents)
        if self.form == "csv":
            from gpar_lint.output.report_csv import render_csv

            return render_csv(self._reports(documents), self.rulebook.editions)
        return self._render_json(documents)

    def _render_json(self, documents: Iterator[Extracted]) -> Iterator[str]:
        from gpar_lint.output.report_data import report_object

        objects = (
            report_object(path, report, self.rulebook) for path, report in self._reports(documents)
        )
        if self.form == "json":
            from gpar_lint.output.json_array import render_array

            return render_array(objects)
        from gpar_lint.output.json_lines import render_lines

        return render_lines(objects)

    def _documents(self, targets: Iterable[Target]) -> Iterator[Extracted]:
        for target in targets:
            path = shown_path(target, self.stdin_filename)
            try:
                document = read(path, read_bytes(target.path), self.encoding)
            except Unreadable as error:
                self._fail(path, error)
                continue
            if target.named or looks_like_report(document, self.rulebook):
                yield Extracted(path, document)

    def _reports(self, documents: Iterable[Extracted]) -> Iterator[tuple[str, Report]]:
        for path, document in documents:
            yield path, read_report(document, self.rulebook, self.edition)

    def _fail(self, path: str, error: Unreadable) -> None:
        self.failures += 1
        reason = self.rulebook.rules["Z001"].text(error.reason, self.language, error.values)
        print(f"{path}: {reason}", file=sys.stderr)
