"""Family P: personal data that must not stand in a published report."""

from gpar_lint.checks.context import Check
from gpar_lint.checks.privacy.numbers import check_card, check_identity, check_mobile

KINDS: dict[str, Check] = {
    "identity-number": check_identity,
    "mobile-number": check_mobile,
    "bank-card": check_card,
}
