"""S118, S119, S124: what chapters 一 and 五 must speak of."""

from __future__ import annotations

import re

import pytest

from tests.checks.structure.reports import chapters, codes, fixed, found, with_body
from tests.support.narrative import report

SECTION = re.compile(r"(?m)^(?=（[一二三四五]）)")
TOPICS = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"]


def overview_without(topic: str) -> str:
    """The overview with one topic left out and the others numbered on."""
    start, *sections = SECTION.split(chapters()[1][0].split("\n", 1)[1])
    sections = [section for section in sections if not section[3:].startswith(topic)]
    assert len(sections) == 4
    kept = [f"（{'一二三四'[k]}）{section[3:]}" for k, section in enumerate(sections)]
    return with_body("一", start.strip("\n") + "\n\n" + "".join(kept))


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_left_out(topic: str) -> None:
    text = overview_without(topic)
    [finding] = found(text)
    assert (finding.code, finding.place) == ("S118", "一、总体情况")
    assert f"“{topic}”" in finding.message
    assert codes(fixed(text, "S118", safe=False)) == []


def test_two_topics_left_out_are_two_findings() -> None:
    left_out = ("政府信息公开平台建设", "监督保障")
    start, *sections = SECTION.split(chapters()[1][0].split("\n", 1)[1])
    kept = [section for section in sections if not section[3:].startswith(left_out)]
    assert len(kept) == 3
    # 网站 and 微信公众号, which come up under the others' headings, are no word on the platforms.
    text = with_body("一", "".join([start.strip("\n"), "\n\n", *kept]))
    first, second = [finding.message for finding in found(text) if finding.code == "S118"]
    assert left_out[0] in first and left_out[1] in second


@pytest.mark.parametrize("topic", TOPICS)
def test_a_list_of_the_topics_says_nothing_of_any(topic: str) -> None:
    listed = "扎实做好主动公开、依申请公开、政府信息管理、平台建设、监督保障等方面工作。"
    text = overview_without(topic).replace("扎实推进政府信息公开。", listed)
    assert listed in text
    assert codes(text) == ["S118"]


def test_the_title_of_a_regulation_says_nothing() -> None:
    text = overview_without("依申请公开").replace(
        "建立政府信息动态调整机制", "制定《依申请公开政府信息办理制度》，建立动态调整机制"
    )
    assert codes(text) == ["S118"]


@pytest.mark.parametrize(
    "overview",
    [
        # Other headings for the same things.
        "（一）加大公开力度。全年发布信息120条。\n\n（二）畅通申请渠道。未收到政府信息公开申请。\n\n"
        "（三）严把审核关口。落实三审三校制度。\n\n（四）用好网站和新媒体。栏目按时更新。\n\n"
        "（五）加强组织领导。调整了领导小组。",
        "（一）扎实推进主动公开。公开信息156条。\n\n（二）规范办理依申请公开。收到申请2件。\n\n"
        "（三）从严管理政府信息。落实三审三校。\n\n（四）夯实公开平台。改版栏目2个。\n\n"
        "（五）强化监督保障。开展培训2次。",
        # Items in a paragraph.
        "一是主动公开方面。公开信息31条。二是依申请公开方面。无依申请公开政府信息事项。三是信息管理方面。"
        "落实发布审核。四是平台建设方面。做好微信公众号维护。五是监督保障方面。开展培训1次。",
        # Headings that line breaks have drawn into the paragraph before.
        "2024年，我局推进各项工作。主动公开方面。全年公开95条。\n\n依申请公开方面。收到申请0件。\n\n"
        "政府信息管理方面。做好审核。平台建设方面：做好维护。\n\n监督保障方面。开展培训4次。",
        # A short paragraph that says it all.
        "2024年，我街道不断提升政务公开水平，规范依申请公开办理，加强政府信息管理和政府信息公开平台建设，"
        "认真开展监督评议。全年主动公开政府信息153条，办理依申请公开件2件。",
        "街道指定专人负责政务信息公开工作，认真落实信息审核制度，建立考核制度、社会评议制度和责任追究制度。"
        "通过政府网站和各类新媒体平台发布政务信息422条，收到政府信息公开申请1条。",
        # One section under another name than the others have.
        "（一）主动公开。发布信息20条。\n\n（二）依申请公开。收到申请0件。\n\n（三）政府信息管理。落实三审三校。\n\n"
        "（四）政务新媒体建设。做好公众号运维。\n\n（五）监督保障。组织培训。",
        "（一）加强组织领导。调整领导小组。\n\n（二）主动公开。发布信息20条。\n\n（三）依申请公开。收到申请0件。\n\n"
        "（四）政府信息管理。落实三审三校。\n\n（五）平台建设。做好网站维护。",
        # Paragraphs without ordinals, and two topics under one heading.
        "做好主动公开。按月更新信息。\n\n规范办理申请。全年收到申请0件。\n\n"
        "加强信息管理和平台建设。逐一审查发布内容。\n\n强化监督保障。纳入考核。",
    ],
)
def test_real_wordings_of_all_topics(overview: str) -> None:
    assert codes(with_body("一", overview)) == []


def test_an_overview_that_says_hardly_anything() -> None:
    said = found(with_body("一", "2024年，我局高度重视，切实做好主动公开，全年公开信息50条。"))
    assert [finding.code for finding in said] == ["S118"] * 4


@pytest.mark.parametrize(
    "said",
    [
        "存在的问题：一是公开内容不够丰富。改进情况：一是丰富内容。",
        "2024年工作取得一定成效，但仍存在一些差距，如公开内容需进一步拓展。针对上述问题，我街道将加以改进。",
        "一是信息更新不及时；二是解读形式单一。\n\n2025年，我局将从以下方面入手：一是加强督促；二是创新形式。",
        "（一）人员力量薄弱，主动公开意识有待增强。\n\n（二）下一步，充实人员，开展培训。",
        "工作中暴露出一些有待改进的地方。平台更新速度迟缓。接下来，要对公开制度加以完善。",
        "部分栏目更新较慢。已建立更新提醒机制，完善了发布流程。",
    ],
)
def test_problems_and_improvements_in_any_wording(said: str) -> None:
    assert codes(with_body("五", said)) == []


@pytest.mark.parametrize(
    "said",
    [
        "改进情况：一是健全信息更新提醒机制；二是丰富图解、问答等解读形式。",
        "针对存在的问题，我局将进一步加强学习，提升公开水平。",
        "本年度不存在问题。今后将继续做好政府信息公开工作，不断完善公开制度。",
    ],
)
def test_improvements_alone(said: str) -> None:
    [finding] = found(with_body("五", said))
    assert finding.code == "S119"
    assert "没有写明存在的问题" in finding.message


@pytest.mark.parametrize(
    "said",
    [
        "一是部分栏目信息更新不够及时；二是政策解读形式比较单一；三是工作人员业务能力有待提高。",
        "2024年，我局不断加强政府信息公开工作，取得了一定成效，但主动公开意识还需进一步加强，公开内容有待丰富。",
        "（一）存在问题。一是工作推进质效欠佳，推进过程中存在断档现象。二是业务能力有待提升。",
    ],
)
def test_problems_alone(said: str) -> None:
    [finding] = found(with_body("五", said))
    assert finding.code == "S119"
    assert "没有写明改进情况" in finding.message


def test_only_praise() -> None:
    said = "2024年，我局政府信息公开工作成效明显，得到群众好评。"
    [finding] = found(with_body("五", said))
    assert (finding.code, finding.place) == ("S119", "五、存在的主要问题及改进情况")
    assert "既没有" in finding.message


GOVERNMENT = (
    "澄溪县文化和旅游局2024年政府信息公开工作年度报告\n\n根据",
    "澄溪县人民政府2024年政府信息公开工作年度报告\n\n根据",
)
ASSESSED = "，主动接受社会评议，全年未发生责任追究情形"


def test_a_government_tells_of_its_assessment() -> None:
    assert codes(report(GOVERNMENT)) == []
    [finding] = found(report(GOVERNMENT, (ASSESSED, "")))
    assert finding.code == "S124"
    assert "社会评议、责任追究" in finding.message and "工作考核" not in finding.message


def test_a_department_need_not() -> None:
    assert codes(report((ASSESSED, ""))) == []
