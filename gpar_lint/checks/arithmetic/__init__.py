"""Family A: sums within the tables (勾稽关系)."""

from gpar_lint.checks.arithmetic.identities import check_identity
from gpar_lint.checks.context import Check

KINDS: dict[str, Check] = {"identity": check_identity}
