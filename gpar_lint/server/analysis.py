"""What is known of one text: the report as it was read, and everything found in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from gpar_lint.checks.arithmetic.sums import Sum, sums_of
from gpar_lint.checks.cells import edition_of
from gpar_lint.checks.context import Context
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.checking import Look
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.report.model import Report, Table
from gpar_lint.server.claims import ClaimPlace, find_claim_places
from gpar_lint.server.positions import Positions
from gpar_lint.text.lines import LineIndex

# What a run says of files that it is pointed at; an editor points at everything that is opened.
_NO_REPORT = frozenset(("Z001", "Z002"))


class Analysis:
    """A snapshot's text, looked at once. Features ask for what they show."""

    def __init__(
        self, look: Look, text: str, rulebook: Rulebook, language: str, encoding: str
    ) -> None:
        self.may_fix = (
            True  # False: its configuration cannot be read, so nobody knows what is wanted
        )
        self.look = look
        self.text = text
        self.rulebook = rulebook
        self.language = language
        lines = look.document.lines if look.document else LineIndex(text)
        self.positions = Positions(lines, encoding)

    @property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        return self.positions.lines

    @property
    def context(self) -> Context | None:
        """The report with what the rules found out; None for what is no report."""
        return self.look.context

    @property
    def report(self) -> Report | None:
        """The report; None for what is none."""
        return self.context.report if self.context else None

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """The findings. What does not look like a report has none."""
        found = self.look.result.diagnostics
        return [diagnostic for diagnostic in found if diagnostic.code not in _NO_REPORT]

    @property
    def rules(self) -> Mapping[str, Rule]:
        """All rules, by code."""
        return self.rulebook.rules

    @cached_property
    def claims(self) -> list[ClaimPlace]:
        """The figures in the text that are about cells of the tables."""
        return find_claim_places(self.context) if self.context else []

    def sums(self, table: Table) -> list[Sum]:
        """The sums (勾稽关系) of a table."""
        if self.context is None or table.problem:
            return []
        edition = edition_of(self.context, table)
        form = edition.table(table.name)
        return sums_of(form, edition.identities, table) if form else []
