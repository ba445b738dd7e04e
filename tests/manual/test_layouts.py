"""The clean reports are clean, and what is wrong is found, however the text is laid out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gpar_lint.format.manual import clean_report
from gpar_lint.linter.engine import examine
from gpar_lint.source.reading import read
from tests.manual.test_examples import Block, blocks, label, told
from tests.support.changes import Example
from tests.support.examples import RULEBOOK, SETTINGS, findings_in
from tests.support.relayout import LAYOUTS, markdown, one_cell_a_line, page, web_page

#: F rules are about the layout itself; of the T rules some speak of blanks that must be visible.
NARRATIVE = [block for block in blocks() if block.code[0] in "CDLS"]


@pytest.mark.parametrize("edition", list(RULEBOOK.editions))
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
def test_the_clean_report_is_clean_and_read_whole(
    layout: Callable[[str], str], edition: str
) -> None:
    text = layout(clean_report(edition))
    document = read("report.txt", text.encode())
    examination = examine(document, RULEBOOK, SETTINGS, RULEBOOK.rules.values())
    serious = [
        finding
        for finding in examination.findings
        if RULEBOOK.rules[finding.code].severity != "info"
    ]
    assert told(serious, text) == []
    cells = {
        table.name: sum(len(row.cells) for row in table.rows) for table in examination.report.tables
    }
    assert cells == {t.name: t.cell_count() for t in RULEBOOK.editions[edition].tables}


@pytest.mark.parametrize(
    "layout", [markdown, web_page, one_cell_a_line, page], ids=lambda f: f.__name__
)
@pytest.mark.parametrize("block", NARRATIVE, ids=label)
def test_examples(block: Block, layout: Callable[[str], str]) -> None:
    example = Example(block.changes, RULEBOOK)
    if layout is markdown and "#" in example.text:
        pytest.skip("has headings of its own")
    text = layout(example.text)
    found = [finding for finding in findings_in(text) if finding.code == block.code]
    assert bool(found) == block.bad, told(found, text)
