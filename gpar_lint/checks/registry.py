"""Which function serves which kind of rule: the catalogue names the kind, nothing is searched."""

from __future__ import annotations

from gpar_lint.checks import (
    arithmetic,
    claims,
    declarations,
    form,
    law,
    privacy,
    structure,
    tables,
)
from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {
    **structure.KINDS,
    **tables.KINDS,
    **arithmetic.KINDS,
    **declarations.KINDS,
    **claims.KINDS,
    **law.KINDS,
    **form.KINDS,
    **privacy.KINDS,
}
