"""L601 to L604: the format's notice, numbers and titles of cited documents, brackets."""

from __future__ import annotations

import pytest

from gpar_lint.checks.law.likeness import changes_between
from tests.support.narrative import Found, find, fixed, report, with_paragraph

NOTICE = (
    "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》"
    "（国办公开办函〔2021〕30号）"
)
OLD_NOTICE = (
    "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》"
    "（国办公开办函〔2019〕60号）"
)
REGULATION = "《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）"
FEES = "《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）"


def cited(said: str, edition: str = "2021") -> list[Found]:
    """What family L finds when the notice is cited so."""
    notice = NOTICE if edition == "2021" else OLD_NOTICE
    return find(report((notice, said), edition=edition), "L")


def codes(found: list[Found]) -> list[str]:
    return [each.code for each in found]


@pytest.mark.parametrize(
    "said",
    [
        NOTICE,
        "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
        "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
        "《国务院办公厅政府信息与政务公开办公室关于印发<中华人民共和国政府信息公开工作年度报告格式>的通知》",
        "《国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知》",
        "《国务院办公厅政府信息与政务公开办公室关于印发中华人民共和国政府信息公开工作年度报告格式的通知》",
        "《国务院办公厅政府信息与政务公开办公室关于印发的通知》（国办公开办函〔2021〕30号）",
        "《中华人民共和国政府信息公开工作年度报告格式的通知》（国办公开办函〔2021〕30号）",
        NOTICE.replace("》（", "（"),
        NOTICE.replace("》（", "（").replace("）", "）》"),
        "国办公开办函〔2021〕30号文件",
        "国办公开办函202130号文件",
        "《澄溪县政府信息公开工作年度报告格式》",
        "《澄溪县人民政府办公室关于政府信息公开工作年度报告有关事项的通知》（澄政办函〔2025〕2号）",
        "《关于政府信息公开工作年度报告有关事项的通知》（澄政办函〔2025〕2号）",
        "《上海市政府信息公开规定》《税务机关政府信息公开申请办理规范》",
        "《国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知》",
    ],
)
def test_right_citations_of_the_notice(said: str) -> None:
    assert cited(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "《中华人民共和国政府信息公开条例》（国务院令 711 号）",
        "《政府信息公开条例》（中华人民共和国国务院令第711号）",
        "《条例》",
        "新修订的《政府信息公开条例》（2019年4月3日国务院令第711号公布）",
        "2007年的《中华人民共和国政府信息公开条例》（国务院令第492号）",
        "修订前的《政府信息公开条例》（国务院令第492号）",
        "《宁夏回族自治区政府信息公开条例》",
        "《中华人民共和国行政许可法》《中华人民共和国食品安全法》《中华人民共和国行政处罚法》",
        "《2022年政务公开工作要点》（澄政办发〔2022〕17号）",
        "《优化营商环境条例》（国务院令第722号）",
        "《澄溪县优化营商环境条例》",
        "《保守国家秘密法》",
        "《政府信息公开工作年度报告》",
        "《国务院办公厅关于印发2023年政务公开工作要点的通知》",
        FEES,
    ],
)
def test_right_citations_of_other_documents(said: str) -> None:
    assert find(with_paragraph(f"认真学习{said}。"), "L") == []


@pytest.mark.parametrize(
    "said",
    [
        OLD_NOTICE,
        "国办公开办函〔2019〕60号文件",
        "《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）",
        OLD_NOTICE.split("（")[0],
        "《政府信息公开年报有关事项的通知》（国办公开办函〔2019〕60号）",
    ],
)
def test_the_notice_of_2019_in_a_report_on_2024(said: str) -> None:
    found = cited(said)
    assert codes(found) == ["L601"]
    assert "国办公开办函〔2021〕30号" in found[0].message


def test_the_notice_of_2021_in_a_report_on_2019() -> None:
    assert codes(cited(NOTICE, "2019")) == ["L601"]
    bare = "《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）"
    assert cited(bare, "2019") == []
    assert cited(bare.replace("（试行）", ""), "2019") == []


@pytest.mark.parametrize(
    "said",
    [
        "《中华人民共和国政府信息公开条例》，按照国办公开办函〔2021〕30号文件规定的格式",
        "《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号",
    ],
)
def test_a_number_with_words_of_its_own_is_not_that_of_a_title_before(said: str) -> None:
    assert cited(said) == []
    found = cited(said.replace("〔2021〕30号", "〔2019〕60号"))
    assert [(each.code, each.place) for each in found] == [("L601", "国办公开办函〔2019〕60号")]


def test_the_right_notice_is_put_in_its_place() -> None:
    text = fixed(report((NOTICE, OLD_NOTICE)), "L601", safe=True)
    assert text == report()


def test_a_notice_cited_twice_is_said_once() -> None:
    text = report((NOTICE, OLD_NOTICE), ("认真贯彻落实《条例》", "落实国办公开办函〔2019〕60号"))
    assert codes(find(text, "L")) == ["L601"]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        (NOTICE.replace("30号", "31号"), "国办公开办函〔2021〕31号"),
        (NOTICE.replace("》（", "（").replace("30号", "31号"), "国办公开办函〔2021〕31号"),
        (
            NOTICE.replace("》（", "（").replace("）", "）》").replace("30号", "31号"),
            "国办公开办函〔2021〕31号",
        ),
        (
            NOTICE.replace("2021〕30号", "2019〕60号").replace("》（", "（"),
            "国办公开办函〔2019〕60号",
        ),
        (NOTICE.replace("2021〕30号", "2019〕60号"), "国办公开办函〔2019〕60号"),
        (NOTICE.replace("2021〕", "2022〕"), "国办公开办函〔2022〕30号"),
        (NOTICE.replace("国办公开办函", "国办发"), "国办发〔2021〕30号"),
        (OLD_NOTICE.replace("2019〕60号", "2021〕30号"), "国办公开办函〔2021〕30号"),
        (FEES.replace("109", "190"), "国办函〔2020〕190号"),
        (REGULATION.replace("711", "492"), "国务院令第492号"),
        (REGULATION.replace("711", "771"), "国务院令第771号"),
    ],
)
def test_another_number(said: str, number: str) -> None:
    found = cited(said)
    assert [(each.code, each.place) for each in found] == [("L602", number)]


def test_the_right_number_is_proposed() -> None:
    text = report((REGULATION, REGULATION.replace("第711号", "第492号")))
    assert fixed(text, "L602", safe=False) == report()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("政府信息公开与政务公开办公室", "政府信息与政务公开办公室"),
        ("政府信息年度报告格式", "政府信息公开工作年度报告格式"),
        ("政府信息公开年度报告格式", "政府信息公开工作年度报告格式"),
        ("政府政府信息公开工作年度报告格式", "政府信息公开工作年度报告格式"),
    ],
)
def test_a_misquoted_notice(wrong: str, right: str) -> None:
    said = NOTICE.replace(right, wrong)
    assert codes(cited(said)) == ["L603"]
    assert fixed(report((NOTICE, said)), "L603", safe=True) == report()


@pytest.mark.parametrize(
    "title",
    [
        "中华人民共和国信息公开条例",
        "中华人民共和国政府信息条例",
        "政务信息公开条例",
        "中华人民共和国政府信息公开条列",
        "中华人民共和国政府公开信息条例",
        "中华人民共和国保守国家机密法",
    ],
)
def test_a_misquoted_law(title: str) -> None:
    text = with_paragraph(f"认真学习《{title}》等规定。")
    assert codes(find(text, "L")) == ["L603"]
    assert f"《{title}》" not in fixed(text, "L603", safe=True)


@pytest.mark.parametrize(
    "number", ["[2021]30号", "【2021】30号", "（2021）30号", "［2021］30 号", "〔2021]30号"]
)
def test_other_brackets_around_the_year(number: str) -> None:
    text = report((NOTICE, NOTICE.replace("〔2021〕30号", number)))
    assert codes(find(text, "L")) == ["L604"]
    assert "〔2021〕30" in fixed(text, "L604", safe=True)


@pytest.mark.parametrize(
    "said",
    [
        "（2024）浙01行初12号判决",
        "澄政办发〔2024〕8号文件",
        "简报2024年（第12号）",
        "《澄溪县2024年工作要点》（2024年第3号）",
    ],
)
def test_other_brackets_are_right(said: str) -> None:
    assert find(with_paragraph(f"落实{said}。"), "L604") == []


def test_titles_wrapped_over_lines_are_read_whole() -> None:
    half = len(NOTICE) // 2
    assert cited(NOTICE[:half] + "\n" + NOTICE[half:]) == []


def test_changes_between_texts() -> None:
    assert changes_between("政府信息", "政府信息", 2) == []
    assert changes_between("政信息公", "政府信息公开", 2) is not None
    assert changes_between("政务信息", "政府信息", 1) == [(1, 2, "府")]
    assert changes_between("甲乙", "丙丁戊", 2) is None
    assert changes_between("ab", "ba", 1) is None
