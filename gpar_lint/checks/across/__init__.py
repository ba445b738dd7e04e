"""Family X: a report held against other reports. Imported only where there are others."""

from gpar_lint.checks.across.abrupt import check_abrupt
from gpar_lint.checks.across.copied import check_copied
from gpar_lint.checks.across.links import check_carry_over, check_stock
from gpar_lint.checks.across.parts import check_parts
from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {
    "carry-over-link": check_carry_over,
    "stock-link": check_stock,
    "copied-narrative": check_copied,
    "abrupt-change": check_abrupt,
    "roll-up": check_parts,
}
