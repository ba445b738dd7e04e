"""The fixes of every rule in the source of a web page, on the examples of its manual page."""

from __future__ import annotations

import pytest

from gpar_lint.format.manual import clean_report
from gpar_lint.linter.edits import Batch
from gpar_lint.linter.fixing import mend
from gpar_lint.source.html.tree import read_tree
from gpar_lint.text.lines import LineIndex
from tests.linter.test_fixing_rules import EXAMPLES, LINTER, check, counts, remedies
from tests.support.layouts import sheets
from tests.support.pages import PAGES, Page
from tests.support.relayout import web_page

PATH = "report.html"


#: Residue of markup is none in a page, nor is a line break that nobody sees.
NOT_IN_PAGES = ("F704", "F705")


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


def fixed(paragraph: str) -> str:
    """What the safe fixes make of a paragraph of an otherwise clean page."""
    page = web_page(clean_report("2021")).replace(ANCHOR, f"{ANCHOR}\n{paragraph}")
    mending = mend(LINTER, PATH, page.encode(), unsafe=False)
    assert mending.change
    return mending.change.after.partition(f"{ANCHOR}\n")[2].partition("\n<")[0]


ANCHOR = "<h2>一、总体情况</h2>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # tags within what is replaced stay, and every figure in its own
        ("<p>国办公开办函【<b>2021</b>】<i>30</i>号要求公开。</p>",
         "<p>国办公开办函〔<b>2021</b>〕<i>30</i>号要求公开。</p>"),
        ("<p><b>截止</b><i>目前</i>，已公开。</p>", "<p><b>截至</b><i>目前</i>，已公开。</p>"),
        # an entity is replaced whole
        ("<p>加强统筹&#44;明确责任&#x3b;抓好落实。</p>", "<p>加强统筹，明确责任；抓好落实。</p>"),
        ("<p>加强统&nbsp;筹协调。</p>", "<p>加强统筹协调。</p>"),
        ("<p>⼈&#x2F8F;政机关公开信息。</p>", "<p>人行政机关公开信息。</p>"),
        # what is no part of the text is left alone
        ('<p title="甲,乙">加强统筹,明确<!-- 丙,丁 -->责任。</p>',
         '<p title="甲,乙">加强统筹，明确<!-- 丙,丁 -->责任。</p>'),
    ],
)  # fmt: skip
def test_a_fix_in_the_source(before: str, after: str) -> None:
    assert fixed(before) == after


def test_a_paragraph_goes_with_its_tags() -> None:
    first = fixed("<p class=a>（该部分以表格形式报告）</p>")
    assert first.startswith('<p style="text-indent:2em"><span>2024年')


def test_a_line_goes_with_its_line_break() -> None:
    before = "<div>加强统筹。<br>（该部分以表格形式报告）<br/>明确责任。</div>"
    assert fixed(before) == "<div>加强统筹。<br>明确责任。</div>"


def test_what_is_put_in_is_escaped_and_has_tags_of_its_own() -> None:
    page = web_page(clean_report("2021")).replace("未收取信息处理费", "没有其他情况")
    mending = mend(LINTER, PATH, page.encode(), unsafe=True)
    assert mending.change
    said = '<p style="text-indent:2em"><span>2024年，本机关未收取信息处理费。</span></p>\n'
    assert said in mending.change.after


@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
@pytest.mark.parametrize(
    ("lost", "spans"),
    [
        (["unavailable_needs_creation"], (22, 3)),
        (["unavailable_needs_creation", "unavailable_unclear"], (22, 3)),
        (["denied_internal"], (22, 8)),
    ],
)
def test_a_row_put_in_is_covered_by_the_labels_above(
    page: Page, lost: list[str], spans: tuple[int, int]
) -> None:
    edition = LINTER.rulebook.editions["2021"]
    sheet = sheets(edition, {})["三"]
    sheet.rows = [row for row in sheet.rows if row.key not in lost]
    source = web_page(clean_report("2021"))
    start = source.index("<table>", source.index("<h2>三、"))
    end = source.index("</table>", start) + len("</table>")
    written = source[:start] + page.table(sheet).replace("<td", "<TD") + source[end:]
    batch = Batch(LineIndex(written))
    batch.take(remedies(check(written), "T202", safe=False))
    changed = batch.applied()
    after = check(changed)
    assert not counts(after)["T202"] + counts(after)["T206"] + counts(after)["T209"]
    assert [f'rowspan="{span}"' in changed for span in spans] == [True, True]
    assert changed.count("<span") - changed.count("</span>") == 0


@pytest.mark.parametrize("after", ["\n", ""])
def test_a_suppression_of_no_use_is_taken_out(after: str) -> None:
    page = web_page(clean_report("2021"))
    comment = f"<!-- gpar-lint: ignore C421 -- 已核对 -->{after}"
    mending = mend(LINTER, PATH, page.replace(ANCHOR, comment + ANCHOR).encode(), unsafe=False)
    assert mending.fixed == {"Z003": 1}
    assert mending.change
    assert mending.change.after == page


def test_a_page_of_another_encoding_keeps_it() -> None:
    page = web_page(clean_report("2021")).replace("规范登记、审核", "规范登记,审核")
    page = page.replace("<head>", '<head><meta charset="gb2312">').replace("\n", "\r\n")
    mending = mend(LINTER, PATH, page.encode("gb18030"), unsafe=False)
    assert mending.change
    assert mending.change.new_bytes == page.replace("登记,审核", "登记，审核").encode("gb18030")
