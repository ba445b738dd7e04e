"""Family D: fees, contact, period, publication, basis, date."""

from gpar_lint.checks.context import Check
from gpar_lint.checks.declarations.addresses import check_addresses
from gpar_lint.checks.declarations.contact import check_contact
from gpar_lint.checks.declarations.dated import check_dated
from gpar_lint.checks.declarations.fees import check_fee_contradiction, check_fee_tariff
from gpar_lint.checks.declarations.period import check_period
from gpar_lint.checks.declarations.statements import check_statement
from gpar_lint.checks.declarations.values import check_email, check_postcode, check_telephone

KINDS: dict[str, Check] = {
    "required-statement": check_statement,
    "contact-telephone": check_contact,
    "statistics-period": check_period,
    "telephone": check_telephone,
    "postcode": check_postcode,
    "email": check_email,
    "web-address": check_addresses,
    "fee-contradiction": check_fee_contradiction,
    "fee-tariff": check_fee_tariff,
    "report-date": check_dated,
}
