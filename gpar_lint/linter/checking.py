"""Files checked one after the other: bytes in, results out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from gpar_lint.checks.context import Settings
from gpar_lint.checks.finding import Finding
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.diagnostics import Describer, Diagnostic
from gpar_lint.linter.engine import examine
from gpar_lint.linter.failure import reading_failure
from gpar_lint.report.model import Report
from gpar_lint.report.reading import looks_like_report
from gpar_lint.source.document import Document, Unreadable
from gpar_lint.source.reading import read


class Result(NamedTuple):
    """What a run says of one file."""

    path: str
    diagnostics: list[Diagnostic]
    document: Document | None = None  # None: it could not be read
    report: Report | None = None  # None: it is no annual report, or could not be read
    tally: Mapping[str, int] = Counter()
    unreadable: str = ""  # why it could not be read: the reason of the Unreadable


class Linter:
    """Checks files by the rules chosen. `rules` holds the chosen ones, with their severities."""

    def __init__(
        self,
        rulebook: Rulebook,
        rules: Mapping[str, Rule],
        settings: Settings,
        language: str,
        encoding: str | None = None,
    ) -> None:
        self.rulebook = rulebook
        self.rules = rules
        self.settings = settings
        self.language = language
        self.encoding = encoding

    def check(self, path: str, data: bytes) -> Result:
        """Everything found in a file. What is no annual report is Z002 and nothing else."""
        try:
            return self._checked(path, read(path, data, self.encoding))
        except Unreadable as error:
            return self.unreadable(path, error)
        except Exception as error:  # a defect of ours: said once, and the other files are checked
            return self._result(path, None, None, [reading_failure(error)])

    def _checked(self, path: str, document: Document) -> Result:
        if not looks_like_report(document, self.rulebook):
            return self._result(path, document, None, [Finding("Z002", None, hint="hint")])
        examination = examine(document, self.rulebook, self.settings, self.rules.values())
        findings, report = examination.findings, examination.report
        return self._result(path, document, report, findings, examination.tally)

    def unreadable(self, path: str, error: Unreadable) -> Result:
        """The one finding (Z001) in a file that cannot be read."""
        finding = Finding("Z001", None, error.values, text=error.reason, hint="hint")
        return self._result(path, None, None, [finding])._replace(unreadable=error.reason)

    def _result(
        self,
        path: str,
        document: Document | None,
        report: Report | None,
        findings: Iterable[Finding],
        tally: Mapping[str, int] = Counter(),
    ) -> Result:
        lines = document.lines if document else None
        describer = Describer(path, self.rules, self.language, lines, report)
        return Result(path, describer.describe(findings), document, report, tally)
