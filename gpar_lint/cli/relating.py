"""The other reports that a run holds its reports against, for the rules of family X."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.cli.errors import UsageError
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.files import Target

_FAMILY = "X"


def relate(linter: Linter, targets: Sequence[Target]) -> None:
    """Give a linter the relations of its targets, where there can be any. Raises UsageError.

    Last year's report is looked for in the folders checked only; so a run over one file named, with
    no other report named, needs none of this.
    """
    in_folders = any(not target.named for target in targets)
    wanted = any(rule.family == _FAMILY for rule in linter.rules.values())
    config = linter.config
    if not wanted or not (in_folders or config.previous or config.compare or config.parents):
        return
    from gpar_lint.linter.relations import Kinship, NotRead, find_relations

    kinship = Kinship(config.previous, config.compare, config.parents)
    try:
        linter.relations = find_relations(targets, kinship, linter.rulebook, linter.encoding)
    except NotRead as error:
        option = "previous" if error.path == config.previous else "compare"
        raise UsageError("not-read", option=option, path=error.path) from None
