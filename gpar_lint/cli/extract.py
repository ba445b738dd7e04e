"""`gpar-lint extract`: reports as data, or as the text that ranges speak of."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from gpar_lint.cli import common
from gpar_lint.cli.errors import UsageError
from gpar_lint.cli.help import help_text
from gpar_lint.cli.options import Option, Options, parse
from gpar_lint.cli.running import own_output_left_out, say_beyond, shown_path
from gpar_lint.cli.terminal import open_output, write_all
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.files import BEYOND, Target, find_targets, read_bytes
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


T = TypeVar("T")


def run(arguments: list[str], language: str) -> int:
    """Print what the arguments name; 1 where a file could not be read. Raises UsageError."""
    options, paths = parse(OPTIONS, arguments)
    if options.help:
        print(_help(language), end="")
        return 0
    if not paths:
        raise UsageError("no-path")
    rulebook = load_rulebook()
    targets = find_targets(paths, options.exclude, office=True)
    targets = own_output_left_out(targets, options.output_file)
    extraction = Extraction(options, rulebook, language)
    form, path = options.output_format, options.output_file
    with open_output(path, for_people=form == "text", for_spreadsheets=form == "csv") as stream:
        write_all(stream, extraction.render(targets))
    common.note_written(path, language)
    say_beyond(extraction.beyond, language)
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

    def __init__(self, options: Options, rulebook: Rulebook, language: str) -> None:
        self.rulebook = rulebook
        self.language = language
        self.form: str = options.output_format
        self.edition = common.known_edition(options.edition or "auto", rulebook)
        self.encoding = common.known_encoding(options.encoding)
        self.stdin_filename: str | None = options.stdin_filename
        self.failures = 0
        self.beyond: dict[str, list[str]] = {}  # found files that nothing here can read, by why

    def render(self, targets: Iterable[Target]) -> Iterator[str]:
        """The targets in the format asked for."""
        if self.form == "text":
            return self._made(targets, lambda _, document: document.text)
        if self.form == "csv":
            from gpar_lint.output.report_csv import render_csv

            return render_csv(self._made(targets, self._report), self.rulebook.editions)
        objects = self._made(targets, self._object)
        if self.form == "json":
            from gpar_lint.output.json_array import render_array

            return render_array(objects)
        from gpar_lint.output.json_lines import render_lines

        return render_lines(objects)

    def _report(self, path: str, document: Document) -> tuple[str, Report]:
        return path, read_report(document, self.rulebook, self.edition)

    def _object(self, path: str, document: Document) -> dict[str, object]:
        from gpar_lint.output.report_data import report_object

        return report_object(*self._report(path, document), self.rulebook)

    def _made(self, targets: Iterable[Target], make: Callable[[str, Document], T]) -> Iterator[T]:
        """What `make` makes of each target; what is no report is left out in folders."""
        for target in targets:
            path = shown_path(target, self.stdin_filename)
            try:
                document = read(path, read_bytes(target.path), self.encoding)
                if not (target.named or looks_like_report(document, self.rulebook)):
                    continue
                made = make(path, document)
            except Unreadable as error:
                if error.reason in BEYOND and not target.named:
                    self.beyond.setdefault(error.reason, []).append(path)
                    continue
                self._fail(path, "Z001", error.reason, error.values)
            except Exception as error:  # a defect of ours: the other files are read all the same
                self._fail(path, "Z006", "reading", {"error": f"{type(error).__name__}: {error}"})
            else:
                yield made

    def _fail(self, path: str, code: str, text: str, values: Mapping[str, object]) -> None:
        self.failures += 1
        message = self.rulebook.rules[code].text(text, self.language, values)
        print(f"{path}: {message}", file=sys.stderr)
