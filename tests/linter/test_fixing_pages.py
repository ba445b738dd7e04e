"""The fixes of every rule in the source of a web page, on the examples of its manual page."""

from __future__ import annotations

import pytest

from gpar_lint.linter.edits import Batch
from gpar_lint.linter.fixing import mend
from gpar_lint.source.html.tree import read_tree
from tests.linter.test_fixing_rules import EXAMPLES, LINTER, check, counts, remedies
from tests.support.relayout import web_page

PATH = "report.html"


#: Residue of markup is none in a page, nor is a line break that nobody sees; a row of a table is
#: put in by a person.
NOT_IN_PAGES = ("F704", "F705", "T202")


def tags(page: str) -> list[str]:
    """The elements of a page, to see whether a fix has broken one."""
    return [each.tag for each in read_tree(page).elements()]


@pytest.mark.parametrize(("code", "text"), EXAMPLES)
def test_a_page_has_the_fixes_that_a_text_has(code: str, text: str) -> None:
    if code in NOT_IN_PAGES:
        return
    plain, page = check(text), check(web_page(text))
    for safe in (True, False):
        assert len(remedies(page, code, safe=safe)) == len(remedies(plain, code, safe=safe))


@pytest.mark.parametrize(("code", "text"), EXAMPLES)
def test_a_safe_fix_removes_its_finding_and_makes_no_new_one(code: str, text: str) -> None:
    page = web_page(text)
    before = check(page)
    for found in remedies(before, code, safe=True):
        assert before.lines
        batch = Batch(before.lines)
        batch.take([found])
        changed = batch.applied()
        after = check(changed)
        assert counts(after)[code] < counts(before)[code], found
        assert not counts(after) - counts(before), found
        assert changed.count("<p") == changed.count("</p>"), found
        assert set(tags(changed)) <= set(tags(page))


@pytest.mark.parametrize(("code", "text"), EXAMPLES)
def test_all_fixes_leave_a_page_that_is_whole(code: str, text: str) -> None:
    page = web_page(text)
    mending = mend(LINTER, PATH, page.encode(), unsafe=True)
    assert mending.left.facts
    assert not counts(mending.left)["Z006"]
    if mending.change:
        assert mending.change.after.count("<p") == mending.change.after.count("</p>")
        assert mending.change.after.count("<td") == mending.change.after.count("</td>")
        assert mending.change.after.endswith("</div></body></html>\n")
