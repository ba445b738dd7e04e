"""F701: brackets and quotation marks in pairs."""

from __future__ import annotations

import pytest

from tests.support.narrative import find, report, with_paragraph


def places(paragraph: str) -> list[str]:
    return [each.place for each in find(with_paragraph(paragraph), "F701")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "印发《关于做好〈澄溪县政务公开工作要点〉落实工作的通知》（以下简称《通知》），执行“三审三校”制度。",
        "转发《关于印发《工作要点》的通知》（澄政办发〔2024〕8号）。",
        "主要做法：1）加强领导；2）强化培训；一）健全制度。",
        "（一)加强领导。",
        "落实“‘双随机’监管”要求，参加People’s Daily活动。",
        "【政策解读】栏目更新12条。",
        '推行"一网通办"，发布信息12条。',
    ],
)
def test_paired(paragraph: str) -> None:
    assert places(paragraph) == []


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("认真学习《保守国家秘密法等法律法规，提高能力。", "《"),
        ("严格执行“三审三校制度，落实“双随机”要求。", "“"),
        ("严格执行三审三校”制度。", "”"),
        ("按照（澄政办发〔2024〕8号要求落实。", "（"),
        ("按照澄政办发2024〕8号要求落实。", "〕"),
        ("印发《关于做好〈工作要点》的通知。", "〈"),
        ("执行”三审三校”制度。", "”"),
        ("公开信息12条）。", "）"),
    ],
)
def test_unpaired(paragraph: str, place: str) -> None:
    assert places(paragraph)[:1] == [place]


def test_one_finding_a_paragraph() -> None:
    assert len(places("学习《保密法，执行“三审制，落实（要求。")) == 1


def test_a_pair_over_a_cut_paragraph() -> None:
    assert places("落实《澄溪县政府信息公开工作\n\n（一）要点》。") == []


def test_what_a_site_writes_below_the_title_is_no_text() -> None:
    text = report()
    title = text.split("\n", 1)[0]
    with_site = text.replace(title, f"{title}\n\n字体：【 默认 超大", 1)
    assert find(with_site, "F701") == []
    assert len(find(with_site.replace("字体：", "公布方式"), "F701")) == 1
