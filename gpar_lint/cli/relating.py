"""The other reports that a run holds its reports against, for the rules of family X."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from gpar_lint.cli.errors import UsageError
from gpar_lint.cli.terminal import in_view
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.files import Target

if TYPE_CHECKING:
    from gpar_lint.linter.library import Library

_FAMILY = "X"


def relate(linters: Iterable[Linter], targets: Sequence[Target], *, quiet: bool = False) -> None:
    """Give the linters the relations of the targets, where there can be any. Raises UsageError.

    Last year's report is looked for in the folders checked only; so a run over one file named, with
    no other report named, needs none of this.
    """
    found = [target.path for target in targets if not target.named]
    libraries: dict[tuple[int, str | None], Library] = {}  # by rulebook and encoding
    for linter in linters:
        config = linter.config
        wanted = any(rule.family == _FAMILY for rule in linter.rules.values())
        if wanted and (found or config.previous or config.compare or config.parents):
            from gpar_lint.linter.library import Library

            key = id(linter.rulebook), linter.encoding
            if key not in libraries:
                libraries[key] = Library(linter.rulebook, linter.encoding, in_order=True)
                libraries[key].add(in_view(found, len(found), quiet=quiet))
            _give_relations(linter, libraries[key])


def _give_relations(linter: Linter, library: Library) -> None:
    from gpar_lint.linter.relations import Kinship, NotRead, Relations

    config = linter.config
    kinship = Kinship(config.previous, config.compare, config.parents)
    try:
        linter.relations = Relations(library, kinship)
    except NotRead as error:
        option = "previous" if error.path == config.previous else "compare"
        raise UsageError("not-read", option=option, path=error.path) from None
