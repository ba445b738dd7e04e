"""S122: the parts that the preamble announces."""

from __future__ import annotations

import pytest

from tests.checks.structure.reports import chapters, codes, found, made_of
from tests.support.narrative import report

ANNOUNCED = (
    "全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、"
    "存在的主要问题及改进情况、其他需要报告的事项六个部分。"
)


def announcing(sentence: str) -> str:
    return report((ANNOUNCED, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        ANNOUNCED.replace("六个部分", "五个部分"),
        ANNOUNCED.replace("六个部分", "七部分"),
        ANNOUNCED.replace("、存在的主要问题及改进情况", ""),
        "本报告共分六个部分：总体情况；主动公开政府信息情况；收到和处理政府信息公开申请情况；其他需要报告的事项。",
        ANNOUNCED.replace("、其他需要", "、咨询处理情况、其他需要").replace("六个", "七个"),
        "本报告由七个部分组成。",
    ],
)
def test_announcements_that_do_not_agree(sentence: str) -> None:
    [finding] = found(announcing(sentence))
    assert finding.code == "S122"
    assert finding.place == sentence.rstrip("。")


@pytest.mark.parametrize(
    "sentence",
    [
        ANNOUNCED,
        "",
        ANNOUNCED.replace("六个部分", "6个部分"),
        ANNOUNCED.replace(
            "政府信息公开行政复议和行政诉讼情况", "因政府信息公开工作被申请复议、提起行政诉讼情况"
        ),
        ANNOUNCED.replace("存在的主要问题及改进情况、其他", "存在的问题和改进措施和其他"),
        ANNOUNCED.replace("、其他需要报告的事项六个部分", "，以及其他需要报告的事项"),
        "本年报由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成。",
        "本报告包括总体情况、主动公开政府信息情况等六部分内容。",
        "本报告共六个部分：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；"
        "四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。",
        "本报告由六个部分组成。",
        "本报告由县政府办公室牵头，围绕公开、解读、回应、监督四个方面编制。",
        "本报告围绕公开、解读、回应三个方面，反映2024年工作。",
        "本报告内容包括总体情况、主动公开和依申请公开情况、存在的主要问题及改进情况、其他需要报告的事项四个部分。",
        ANNOUNCED.replace("其他需要报告的事项六个部分", "其他需要报告的事项等内容，共六个部分"),
        "我局围绕三个方面做好政府信息公开工作。",
    ],
)
def test_announcements_that_agree(sentence: str) -> None:
    assert codes(announcing(sentence)) == []


def test_what_follows_from_a_missing_chapter_is_not_said_again() -> None:
    parts = chapters()[1]
    assert codes(made_of([*parts[:4], parts[5]])) == ["S111"]
