"""C: the report against itself."""

from __future__ import annotations

from gpar_lint.checks.claims.agency import check_agency_name
from gpar_lint.checks.claims.breakdowns import check_breakdown
from gpar_lint.checks.claims.cells import check_claim_cell
from gpar_lint.checks.claims.done import check_all_done
from gpar_lint.checks.claims.gaps import check_missing_figure
from gpar_lint.checks.claims.growth import check_growth
from gpar_lint.checks.claims.repeats import check_repeated_fact
from gpar_lint.checks.claims.shares import check_share
from gpar_lint.checks.claims.years import check_stale_year
from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {
    "claim-cell": check_claim_cell,
    "breakdown": check_breakdown,
    "share": check_share,
    "growth": check_growth,
    "repeated-fact": check_repeated_fact,
    "missing-figure": check_missing_figure,
    "all-done": check_all_done,
    "stale-year": check_stale_year,
    "agency-name": check_agency_name,
}
