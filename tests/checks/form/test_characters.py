"""F703, F704, F709: characters and markup that do not belong in the text."""

from __future__ import annotations

import pytest

from tests.support.narrative import find, fixed, report, with_paragraph


def test_radicals_are_counted_by_paragraph_and_mended() -> None:
    text = with_paragraph("自觉接受⼈⺠群众监督，⾏政机关落实⼈员。")
    found = find(text, "F703")
    assert [each.place for each in found] == ["⼈"]
    assert "4 个字" in found[0].message
    assert "人民群众监督，行政机关落实人员" in fixed(text, "F703", safe=True)


def test_radicals_in_a_table_are_one_finding() -> None:
    text = report().replace("行政许可\t", "⾏政许可\t").replace("行政处罚\t", "⾏政处罚\t")
    assert len(find(text, "F703")) == 1


@pytest.mark.parametrize(("char", "flagged"), [("\ufa11", False), ("\uf9fe", True), ("人", False)])
def test_compatibility_ideographs(char: str, flagged: bool) -> None:
    """U+FA11 is an ideograph of its own in spite of its block; U+F9FE stands for 茶."""
    assert len(find(with_paragraph(f"接受{char}民监督。"), "F703")) == flagged


@pytest.mark.parametrize(
    ("char", "safe"), [("\u200b", True), ("\ufeff", True), ("\x01", True), ("\ue004", False)]
)
def test_invisible_characters(char: str, safe: bool) -> None:
    text = with_paragraph(f"加强信息{char}公开工作{char}培训。")
    assert len(find(text, "F709")) == 1
    assert "加强信息公开工作培训。" in fixed(text, "F709", safe=safe)


def test_a_lost_character_has_no_fix() -> None:
    found = find(with_paragraph("加强信息公开工作培\ufffd，提高能力。"), "F709")
    assert [each.place for each in found] == ["\ufffd"]
    assert "丢失" in found[0].message


@pytest.mark.parametrize("char", ["\x0b", "\u3000", "\t", "\xa0"])
def test_breaks_and_blanks_are_visible_enough(char: str) -> None:
    assert find(with_paragraph(f"加强培训。{char}提高能力。"), "F709") == []


def test_a_byte_order_mark_is_none() -> None:
    assert find("\ufeff" + report(), "F709") == []


@pytest.mark.parametrize("before", ["", "\u3000\u3000", "\u200b"])
def test_invisible_characters_before_a_heading(before: str) -> None:
    heading = "五、存在的主要问题及改进情况"
    text = report((heading, f"{before}\ufeff{heading}"))
    assert len(find(text, "F709")) == 1
    assert find(report((heading, f"\ufeff\n{heading}")), "F709") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("**加强统筹。**明确联络员。", "加强统筹。明确联络员。"),
        ("加强<sub>统筹</sub>协调。", "加强统筹协调。"),
        ("加强统筹<br/>协调。", "加强统筹协调。"),
        ("加强统筹&nbsp;协调。", "加强统筹协调。"),
        ("加强&ldquo;统筹&rdquo;协调。", "加强“统筹”协调。"),
        ("加强统筹&#12289;协调。", "加强统筹、协调。"),
        ('<span style="color:red">加强统筹</span>协调。', "加强统筹协调。"),
    ],
)
def test_markup_in_plain_text(wrong: str, right: str) -> None:
    text = with_paragraph(wrong)
    assert len(find(text, "F704")) == 1
    assert right in fixed(text, "F704", safe=True)


@pytest.mark.parametrize(
    "said", ["A&B公司。", "信息<100条。", "5*3格。", "http://a.gov.cn/?a=1&copy=2。"]
)
def test_no_markup(said: str) -> None:
    assert find(with_paragraph(said), "F704") == []


def test_emphasis_is_right_in_markdown() -> None:
    text = "# " + with_paragraph("**加强统筹。**明确联络员。")
    assert find(text, "F704", name="report.md") == []
    assert find(text, "F704") == []
    residue = "# " + with_paragraph("加强<sub>统筹</sub>协调。")
    assert len(find(residue, "F704", name="report.md")) == 1
