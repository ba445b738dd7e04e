"""Family L: cited documents."""

from gpar_lint.checks.context import Check
from gpar_lint.checks.law.brackets import check_year_brackets
from gpar_lint.checks.law.citing import check_edition_cited, check_number, check_title

KINDS: dict[str, Check] = {
    "edition-cited": check_edition_cited,
    "document-number": check_number,
    "document-title": check_title,
    "year-brackets": check_year_brackets,
}
