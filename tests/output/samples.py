"""Results to be rendered, and the run that they are of."""

from __future__ import annotations

from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.summary import Summary
from gpar_lint.output.run import Run
from gpar_lint.output.style import Style


def run_of(style: Style | None = None) -> Run:
    """A run without any rules."""
    return Run(style or Style(), Rulebook({}, {}, {}), Summary())
