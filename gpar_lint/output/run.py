"""What the formats are told of a run besides its results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from gpar_lint.format.catalogue import Rule
from gpar_lint.linter.summary import Summary
from gpar_lint.output.style import Style


class Run(NamedTuple):
    """A run of the program."""

    style: Style
    rules: Mapping[str, Rule]  # the catalogue, with the severities it gives
    summary: Summary  # complete once the last result has been taken
