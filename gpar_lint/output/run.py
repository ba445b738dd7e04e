"""What the formats are told of a run besides its results."""

from __future__ import annotations

from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.summary import Summary
from gpar_lint.output.style import Style
from gpar_lint.text.records import Record


class Run(Record):
    """A run of the program."""

    style: Style
    rulebook: Rulebook
    summary: Summary  # complete once the last result has been taken
