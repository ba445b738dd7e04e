"""What the formats are told of a run besides its results."""

from __future__ import annotations

from typing import NamedTuple

from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.summary import Summary
from gpar_lint.output.style import Style


class Run(NamedTuple):
    """A run of the program."""

    style: Style
    rulebook: Rulebook
    summary: Summary  # complete once the last result has been taken
