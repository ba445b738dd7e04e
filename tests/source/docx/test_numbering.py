"""Automatic numbering: generated as Word shows it."""

from __future__ import annotations

import pytest

from gpar_lint.source.docx.counting import in_format
from gpar_lint.source.reading import read
from tests.support.word import docx, paragraph, part


def level(
    at: int, text: str, form: str = "decimal", more: str = "", *, start: int | None = 1
) -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{at}">{begin}<w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def listing(*levels: str, number: int = 1, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def use(number: int, abstract: int = 1, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def item(text: str, at: int = 0, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    parts = {"numbering": part("numbering", numbering), "styles": part("styles", styles)}
    return read("a.docx", docx(body, parts)).text.rstrip("\n").split("\n\n")


CHAPTERS = listing(
    level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting"), level(2, "%3.")
)


def test_chapters_are_numbered_as_in_word() -> None:
    body = (
        item("总体") + item("主动", 1) + item("申请", 1) + item("甲", 2) + item("乙", 2)
        + item("公开") + item("主动", 1) + item("甲", 2)
    )  # fmt: skip
    assert lines(body, CHAPTERS + use(1)) == [
        "一、总体", "（一）主动", "（二）申请", "1. 甲", "2. 乙", "二、公开", "（一）主动", "1. 甲"
    ]  # fmt: skip


def test_lists_of_one_kind_count_on_unless_they_say_otherwise() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = CHAPTERS + use(1) + use(2) + use(3, overrides=override)
    body = item("甲") + item("乙", number=2) + item("丙", number=3) + item("丁", number=3)
    assert lines(body, numbering) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_level_may_be_replaced_for_one_list() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "第%1条", start=5)}</w:lvlOverride>'
    assert lines(item("甲"), CHAPTERS + use(1, overrides=override)) == ["第5条 甲"]


def test_levels_that_count_on() -> None:
    numbering = listing(
        level(0, "%1、", "chineseCounting"), level(1, "%2.", more='<w:lvlRestart w:val="0"/>')
    )
    body = item("甲") + item("a", 1) + item("乙") + item("b", 1)
    assert lines(body, numbering + use(1)) == ["一、甲", "1. a", "二、乙", "2. b"]


def test_a_level_begins_anew_after_those_that_it_names() -> None:
    restart = '<w:lvlRestart w:val="1"/>'
    numbering = listing(level(0, "%1、"), level(1, "%2、"), level(2, "%3、", more=restart)) + use(1)
    body = item("a") + item("b", 1) + item("c", 2) + item("d", 1) + item("e", 2)
    body += item("f") + item("g", 1) + item("h", 2)
    assert lines(body, numbering) == [
        "1、a",
        "1、b",
        "1、c",
        "2、d",
        "2、e",
        "2、f",
        "1、g",
        "1、h",
    ]


def test_labels_of_several_levels() -> None:
    numbering = listing(level(0, "%1", "chineseCounting"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert lines(item("甲") + item("乙", 1), numbering + use(1)) == ["一 甲", "1.1 乙"]
    assert lines(item("乙", 1), numbering + use(1)) == ["1.1 乙"]


@pytest.mark.parametrize(
    ("text", "suffix", "label"),
    [
        ("%1.", "tab", "1. "), ("%1", "space", "1 "), ("%1", "nothing", "1"),
        ("（%1）", "tab", "（1）"),
        ("%1) ", "tab", "1) "), ("第%1条　", "nothing", "第1条　"), ("", "tab", ""),
    ],
)  # fmt: skip
def test_what_parts_a_label_from_the_text(text: str, suffix: str, label: str) -> None:
    numbering = listing(level(0, text, more=f'<w:suff w:val="{suffix}"/>')) + use(1)
    assert lines(item("甲"), numbering) == [label + "甲"]


def test_bullets_are_left_out() -> None:
    assert lines(item("甲"), listing(level(0, "\uf0b7", "bullet")) + use(1)) == ["甲"]


def test_numbering_by_style() -> None:
    styles = (
        '<w:style w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="h2"><w:basedOn w:val="h1"/><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
        '<w:style w:styleId="h3"><w:basedOn w:val="h1"/></w:style>'
    )
    numbering = listing(
        level(0, "%1、", "chineseCounting", '<w:pStyle w:val="h1"/>'),
        level(1, "（%2）", "chineseCounting"),
        level(2, "%3.", "decimal", '<w:pStyle w:val="h3"/>'),
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in (("甲", "h1"), ("乙", "h2"), ("丙", "h3"))
    )
    none = '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert lines(body + paragraph("无", none), numbering + use(1), styles) == [
        "一、甲", "（一）乙", "1. 丙", "无"
    ]  # fmt: skip


def test_numbering_by_a_numbering_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="ns"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    numbering = listing(more='<w:numStyleLink w:val="ns"/>') + listing(
        level(0, "%1、", "chineseCounting"), number=2
    )
    assert lines(item("甲"), numbering + use(1) + use(2, 2), styles) == ["一、甲"]


def test_an_empty_paragraph_counts_as_in_word() -> None:
    properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = item("甲") + f"<w:p>{properties}</w:p>" + item("乙")
    assert lines(body, CHAPTERS + use(1)) == ["一、甲", "三、乙"]


def test_numbers_count_in_cells_too() -> None:
    body = f"<w:tbl><w:tr><w:tc>{item('甲')}</w:tc><w:tc>{item('乙')}</w:tc></w:tr></w:tbl>"
    assert lines(body + item("丙"), CHAPTERS + use(1)) == ["一、甲\t二、乙", "三、丙"]


@pytest.mark.parametrize("numbering", ["", use(1), CHAPTERS + use(1, 9), listing() + use(1)])
def test_lists_that_are_not_there_have_no_numbers(numbering: str) -> None:
    assert lines(item("甲"), numbering) == ["甲"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (1, "decimal", "1"), (3, "decimalZero", "03"), (12, "decimalZero", "12"),
        (1, "chineseCounting", "一"), (10, "chineseCounting", "十"),
        (11, "chineseCounting", "十一"),
        (20, "chineseCountingThousand", "二十"), (21, "japaneseCounting", "二十一"),
        (105, "chineseCountingThousand", "一百零五"), (110, "chineseCounting", "一百一十"),
        (1001, "chineseCountingThousand", "一千零一"), (10, "ideographDigital", "一〇"),
        (23, "ideographDigital", "二三"), (3, "chineseLegalSimplified", "叁"),
        (12, "chineseLegalSimplified", "壹拾贰"), (2, "ideographTraditional", "乙"),
        (12, "ideographZodiac", "亥"), (13, "ideographZodiac", "13"),
        (1, "decimalEnclosedCircle", "①"), (20, "decimalEnclosedCircleChinese", "⑳"),
        (21, "decimalEnclosedCircle", "21"), (2, "decimalEnclosedParen", "⑵"),
        (4, "upperRoman", "IV"), (1994, "lowerRoman", "mcmxciv"), (0, "upperRoman", "0"),
        (1, "lowerLetter", "a"), (27, "upperLetter", "AA"), (12, "decimalFullWidth", "１２"),
        (5, "none", ""), (7, "unheardOf", "7"), (0, "chineseCounting", "〇"),
        (99999, "chineseCounting", "99999"), (-1, "ideographDigital", "〇"),
    ],
)  # fmt: skip
def test_forms_of_numbers(number: int, form: str, written: str) -> None:
    assert in_format(number, form) == written
