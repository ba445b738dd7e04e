"""F705, F708: cut paragraphs, page numbers and running titles."""

from __future__ import annotations

import pytest

from gpar_lint.checks.context import Settings
from gpar_lint.linter.engine import examine
from gpar_lint.source.reading import read
from tests.support import word
from tests.support.narrative import RULEBOOK, find, fixed, report, with_paragraph

CUT = "建立信息发布台账，定期对公开内容进行{}复核，确保信息准确。"


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n\x0c"])
def test_a_paragraph_cut_among_whole_ones(gap: str) -> None:
    text = with_paragraph(CUT.format(gap))
    assert [each.place for each in find(text, "F705")] == ["内容进行"]
    assert CUT.format("") in fixed(text, "F705", safe=True)


def wrapped(text: str, width: int, gap: str) -> str:
    lines = []
    for line in text.split("\n"):
        if "\t" in line or len(line) <= width:
            lines.append(line)
        else:
            lines.append(gap.join([line[k : k + width] for k in range(0, len(line), width)]))
    return "\n".join(lines)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_text_wrapped_throughout_is_not_cut(gap: str) -> None:
    assert find(wrapped(report(), 30, gap), "F705", "F701", "F706") == []


@pytest.mark.parametrize("number", ["- 3 -", "— 3 —", "第3页", "第 3 页 共 8 页"])
def test_page_numbers(number: str) -> None:
    text = with_paragraph(number)
    assert [each.place for each in find(text, "F708")] == [number]
    assert number not in fixed(text, "F708", safe=True)


def test_page_numbers_are_one_finding() -> None:
    text = report(
        ("（五）监督保障", "- 1 -\n\n（五）监督保障"), ("五、存在的", "- 2 -\n\n五、存在的")
    )
    found = find(text, "F708")
    assert [each.place for each in found] == ["- 1 -"]
    assert "2 处" in found[0].message


def test_a_running_title() -> None:
    text = report()
    title = text.split("\n")[0]
    running = text.replace("（五）监督保障", f"{title}\n\n（五）监督保障")
    assert [each.place for each in find(running, "F708")] == [title]


@pytest.mark.parametrize("line", ["----------", "\x0c", "* * *"])
def test_rules_and_page_breaks_are_no_page_numbers(line: str) -> None:
    assert find(with_paragraph(line), "F708") == []


def test_a_table_of_contents_in_word_has_no_page_numbers() -> None:
    contents = '<w:pStyle w:val="t"/>'
    styles = word.part("styles", '<w:style w:styleId="t"><w:name w:val="toc 1"/></w:style>')
    body = word.paragraph("一、总体情况 2", contents) + word.body_of(report())
    for more, places in (("", []), (word.paragraph("- 3 -"), ["- 3 -"])):
        document = read("a.docx", word.docx(body + more, {"styles": styles}))
        found = examine(document, RULEBOOK, Settings(), [RULEBOOK.rules["F708"]]).findings
        spans = [finding.span for finding in found]
        assert [document.text[span.start : span.end] for span in spans if span] == places
