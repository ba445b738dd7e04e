"""Family S: title, chapters, what the text speaks of, enumerations."""

from gpar_lint.checks.context import Check
from gpar_lint.checks.structure.announced import check_announced_parts
from gpar_lint.checks.structure.chapter_numbers import check_chapter_number
from gpar_lint.checks.structure.chapters import (
    check_chapter_order,
    check_duplicate_chapter,
    check_extra_chapter,
    check_missing_chapter,
)
from gpar_lint.checks.structure.enumerations import check_enumerations
from gpar_lint.checks.structure.headings import (
    check_chapter_title,
    check_empty_chapter,
    check_heading_level,
)
from gpar_lint.checks.structure.instructions import check_instructions
from gpar_lint.checks.structure.prospects import check_prospects
from gpar_lint.checks.structure.title import (
    check_missing_title,
    check_title_wording,
    check_title_year,
    check_unsupported_year,
)
from gpar_lint.checks.structure.topics import check_assessment_topics, check_overview_topics

KINDS: dict[str, Check] = {
    "missing-title": check_missing_title,
    "title-year": check_title_year,
    "unsupported-year": check_unsupported_year,
    "title-wording": check_title_wording,
    "missing-chapter": check_missing_chapter,
    "chapter-order": check_chapter_order,
    "duplicate-chapter": check_duplicate_chapter,
    "chapter-number": check_chapter_number,
    "chapter-title": check_chapter_title,
    "empty-chapter": check_empty_chapter,
    "extra-chapter": check_extra_chapter,
    "overview-topics": check_overview_topics,
    "assessment-topics": check_assessment_topics,
    "prospects": check_prospects,
    "enumerations": check_enumerations,
    "heading-level": check_heading_level,
    "announced-parts": check_announced_parts,
    "form-instructions": check_instructions,
}
