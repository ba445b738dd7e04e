"""Files checked one after the other: bytes in, results out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from gpar_lint.checks.context import Context, Settings
from gpar_lint.checks.finding import Finding
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.config import EMPTY, NAME
from gpar_lint.linter.diagnostics import Describer, Diagnostic
from gpar_lint.linter.engine import Examination, examine_in
from gpar_lint.linter.facts import Facts, facts_of
from gpar_lint.linter.failure import reading_failure
from gpar_lint.report.model import Report
from gpar_lint.report.reading import read_if_report
from gpar_lint.source.document import Document, Unreadable
from gpar_lint.source.reading import read, read_text
from gpar_lint.text.lines import LineIndex
from gpar_lint.text.records import Record

if TYPE_CHECKING:
    from gpar_lint.linter.exemptions import Exemptions
    from gpar_lint.linter.portrait import Portrait
    from gpar_lint.linter.relations import Relations


class Result(Record):
    """What a run says of one file."""

    path: str
    diagnostics: list[Diagnostic]
    lines: LineIndex | None = None  # of its text; None: it could not be read
    facts: Facts | None = None  # None: it is no annual report, or could not be read
    unreadable: str = ""  # why it could not be read: the reason of the Unreadable
    portrait: Portrait | None = None  # where the linter portrays what it reads


class Look(Record):
    """A file looked at: what a run says of it, and what an editor shows besides."""

    result: Result
    document: Document | None = None  # None: it could not be read
    context: Context | None = None  # of the report; None: it is none


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
        self.config = EMPTY  # what these were made of
        self.exemptions: Exemptions | None = None  # of the configuration, if there is one
        self.relations: Relations | None = None  # to other reports, where family X is to run
        self.portrays = False  # whether results hold a portrait, for outputs that show the report

    def check(self, path: str, data: bytes) -> Result:
        """Everything found in a file. What is no annual report is Z002 and nothing else."""
        return self.look_into(path, data).result

    def look_into(self, path: str, data: bytes) -> Look:
        """The same, with the file and the report as they were read."""
        return self._guarded(path, lambda: read(path, data, self.encoding))

    def look(self, path: str, text: str) -> Look:
        """The same for a text decoded already."""
        return self._guarded(path, lambda: read_text(path, text))

    def _guarded(self, path: str, reading: Callable[[], Document]) -> Look:
        try:
            return self._looked(path, reading())
        except Unreadable as error:
            return Look(self.unreadable(path, error))
        except Exception as error:  # a defect of ours: said once, and the other files are checked
            return Look(self._unread(path, reading_failure(error)))

    def _looked(self, path: str, document: Document) -> Look:
        lines = document.lines
        report = read_if_report(document, self.rulebook, self.settings.edition)
        if report is None:
            alone = [Finding("Z002", None)]
            describer = Describer(path, self.rules, self.language, lines)
            portrait = self._portrait(document)
            result = Result(path, describer.describe(alone), lines, portrait=portrait)
            return Look(result, document)
        rules = self.exemptions.rules_for(path, self.rules) if self.exemptions else self.rules
        examined = self._examined(path, report, rules)
        describer = Describer(path, self.rules, self.language, lines, report)
        diagnostics = describer.describe(self._left(path, examined, rules))
        if self.exemptions:
            found = len(diagnostics)
            diagnostics = self.exemptions.new_ones(path, diagnostics)
            examined.tally["known"] = found - len(diagnostics)
        if document.tracked_changes:
            examined.tally["tracked_changes"] = document.tracked_changes
        facts = facts_of(report, self.rulebook.editions, examined.tally)
        portrait = self._portrait(document, report)
        result = Result(path, diagnostics, lines, facts, portrait=portrait)
        return Look(result, document, examined.context)

    def _examined(self, path: str, report: Report, rules: Mapping[str, Rule]) -> Examination:
        context = Context(report, self.rulebook, self.settings)
        if self.relations is None:
            return examine_in(context, rules.values())
        context.relatives = self.relations.of(path, context)
        examined = examine_in(context, rules.values(), across=True)
        self.relations.keep(path, context)
        return examined

    def _portrait(self, document: Document, report: Report | None = None) -> Portrait | None:
        if not self.portrays:
            return None
        from gpar_lint.linter.portrait import portrait_of

        return portrait_of(document, report, self.rulebook.editions)

    def _left(
        self, path: str, examined: Examination, rules: Mapping[str, Rule]
    ) -> Iterable[Finding]:
        """The findings that nothing suppresses."""
        declared = self.exemptions.suppressions_for(path) if self.exemptions else ()
        if not declared and NAME not in examined.report.document.text:
            return examined.findings
        from gpar_lint.linter.suppression import let_be  # most reports suppress nothing

        return let_be(examined, rules, self.rulebook.rules, declared)

    def unreadable(self, path: str, error: Unreadable) -> Result:
        """The one finding (Z001) in a file that cannot be read."""
        finding = Finding("Z001", None, error.values, text=error.reason)
        return self._unread(path, finding)._replace(unreadable=error.reason)

    def _unread(self, path: str, finding: Finding) -> Result:
        return Result(path, Describer(path, self.rules, self.language).describe([finding]))
