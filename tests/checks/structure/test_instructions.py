"""S123: instructions of the form left in."""

from __future__ import annotations

import pytest

from gpar_lint.format.manual import clean_report
from tests.checks.structure.reports import codes, findings, fixed, found
from tests.support.narrative import report

HEADING = "\n二、主动公开政府信息情况\n"


def below(line: str) -> str:
    return report((HEADING, f"{HEADING}\n{line}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "该部分以表格形式报告。表格如下：",
        "（本部分以表格形式报告。）",
        "（格式：……）",
        "（填写说明：各项均填数字）",
    ],
)
def test_an_instruction_alone_is_taken_away_with_its_line(line: str) -> None:
    [finding] = found(below(line))
    assert finding.code == "S123"
    assert fixed(below(line), "S123", safe=True) == clean_report("2021")


def test_an_instruction_beside_text_leaves_the_text() -> None:
    text = fixed(below("该部分以表格形式报告。本局数据已经核对。"), "S123", safe=True)
    assert "\n本局数据已经核对。\n" in text


@pytest.mark.parametrize(
    "line",
    [
        "2024年主动公开政府信息的具体情况见下表。",
        "（单位：件）",
        "（数据截至2024年12月31日）",
        "严格按照统一格式填写并报告。",
    ],
)
def test_ordinary_sentences(line: str) -> None:
    assert codes(below(line)) == []


def test_one_finding_a_paragraph() -> None:
    assert len(findings(below("该部分以表格形式报告。表格如下："))) == 1
