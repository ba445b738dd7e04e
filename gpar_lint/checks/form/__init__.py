"""Family F: brackets, punctuation, characters, breaks, terms."""

from gpar_lint.checks.context import Check
from gpar_lint.checks.form.brackets import check_brackets
from gpar_lint.checks.form.breaks import check_cut_paragraphs, check_furniture, check_spaces
from gpar_lint.checks.form.characters import check_invisible, check_lookalikes
from gpar_lint.checks.form.markup import check_markup
from gpar_lint.checks.form.punctuation import check_halfwidth, check_repetition
from gpar_lint.checks.form.terms import check_terms

KINDS: dict[str, Check] = {
    "brackets": check_brackets,
    "halfwidth-punctuation": check_halfwidth,
    "lookalikes": check_lookalikes,
    "markup": check_markup,
    "cut-paragraphs": check_cut_paragraphs,
    "spaces": check_spaces,
    "repetition": check_repetition,
    "page-furniture": check_furniture,
    "invisible-characters": check_invisible,
    "terms": check_terms,
}
