"""Family T: the form of the tables; and Z004, tables that could not be checked."""

from gpar_lint.checks.context import Check
from gpar_lint.checks.tables.columns import check_missing_column
from gpar_lint.checks.tables.figures import check_blank_cell, check_not_a_count
from gpar_lint.checks.tables.labels import check_outdated_table, check_row_label
from gpar_lint.checks.tables.order import check_row_order
from gpar_lint.checks.tables.presence import check_missing_table, check_not_assessed
from gpar_lint.checks.tables.ragged import check_ragged_row
from gpar_lint.checks.tables.regulations import check_regulation_power
from gpar_lint.checks.tables.rows import (
    check_extra_row,
    check_missing_row,
)
from gpar_lint.checks.tables.units import check_suspicious_unit

KINDS: dict[str, Check] = {
    "missing-table": check_missing_table,
    "missing-row": check_missing_row,
    "missing-column": check_missing_column,
    "extra-row": check_extra_row,
    "row-order": check_row_order,
    "ragged-row": check_ragged_row,
    "blank-cell": check_blank_cell,
    "not-a-count": check_not_a_count,
    "row-label": check_row_label,
    "outdated-table": check_outdated_table,
    "suspicious-unit": check_suspicious_unit,
    "regulation-power": check_regulation_power,
    "not-assessed": check_not_assessed,
}
