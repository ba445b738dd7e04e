"""C: the report against itself."""

from __future__ import annotations

from gpar_lint.checks.claims.breakdowns import check_breakdown
from gpar_lint.checks.claims.cells import check_claim_cell
from gpar_lint.checks.claims.done import check_all_done
from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {
    "claim-cell": check_claim_cell,
    "breakdown": check_breakdown,
    "all-done": check_all_done,
}
