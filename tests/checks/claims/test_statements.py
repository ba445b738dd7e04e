"""C424, C425 and C426: repeated facts, missing figures, all done but pending."""

from __future__ import annotations

import pytest

from tests.checks.claims.saying import APPLICATIONS, PUBLISHED, added, said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024年，“澄溪文旅”微信公众号发布120条。“澄溪文旅”微信公众号全年推送130条。", ["130条"]),
        ("全年组织业务培训5次。", ["2次"]),
        ("全年组织业务培训2次。", []),
        ("上半年组织业务培训1次。", []),
        ("面向基层组织业务培训3次。", []),
        ("累计组织业务培训12次。", []),
        ("2025年计划组织业务培训4次。", []),
        ("全年门户网站发布信息120条，全年微信公众号发布信息130条。", []),
        ("围绕惠民活动，微信公众号发布信息20条。围绕旅游安全，微信公众号发布信息30条。", []),
    ],
)
def test_repeated_facts(text: str, found: list[str]) -> None:
    assert [(code, place) for code, place in added(text, "公开") if code == "C424"] == [
        ("C424", place) for place in found
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("全年共发布信息  条，政策解读 篇。", ["  条", " 篇"]),
        ("全年公开政府信息____条。", ["____条"]),
        ("全年公开政府信息  件（其中政策文件24件）。", ["  件"]),
        ("落实文 件（含通知）要求，召开多 次（会议）。", []),
        ("全年公开政府信息××条。", ["××条"]),
        ("全年公开政府信息（ ）条。", ["（ ）条"]),
        ("全年接受专项检查\u3000次。", ["\u3000次"]),
        ("公众号阅读量超过  万次，其中政策类占  %。", ["  万次", "  %"]),
        ("围绕重点工作，全年在县政府门户网站公开政府信息\n条，政策解读 篇。", ["\n条", " 篇"]),
        ("围绕重点工作，全年在县政府门户网站公开政府信息\n\n条。", ["\n\n条"]),
        ("相关信息报县委宣传\n部，由专人负责收到的信访\n件。", []),
        ("全年公开政府信息 268 条。", []),
        ("公众号关注人数较上年末增加1.1万   \n人。", []),
        ("全年公开政府信息数百条、解读近百篇。", []),
        ("对照条例逐条梳理公开事项，做到件件有回音，减少重复检查次数。", []),
        ("全年制发文 件，办理事 项，逐 条落实。", []),
        ("落 实 条 例 ，规 范 文 件 ，办 理 事 项 。", []),
    ],
)
def test_missing_figures(text: str, places: list[str]) -> None:
    assert said(text, PUBLISHED) == [("C425", place) for place in places]


def test_a_list_with_a_missing_part_is_no_wrong_sum() -> None:
    text = "全年公开信息200条，其中政策100条、动态  条、公告70条。"
    assert said(text, PUBLISHED) == [("C425", "  条")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024年收到政府信息公开申请23件，办结率为100%。", ["办结率为100%"]),
        ("2024年收到政府信息公开申请23件，均按时办结。", ["均按时办结"]),
        ("所有政府信息公开申请均已全部办理完毕。", ["均已全部办理完毕"]),
        ("2024年收到政府信息公开申请23件，均在法定期限内办结。", []),
        ("2024年收到政府信息公开申请23件，全部按期答复。", []),
        ("2024年收到政府信息公开申请23件，除2件正在办理外，均已办结。", []),
        ("2024年收到政府信息公开申请23件，按时办结率100%。", []),
        ("收到政府信息公开申请23件。承办市长信箱来信20件，办结率100%。", []),
        ("2025年，力争政府信息公开申请全部办结。", []),
        ("2024年收到政府信息公开申请23件，结转2件；2023年结转件已全部办结。", []),
    ],
)
def test_all_done_but_some_carried_forward(text: str, found: list[str]) -> None:
    assert said(text, APPLICATIONS) == [("C426", place) for place in found]
