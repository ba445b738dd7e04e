"""Rule packs: a province's own rules as data."""

from __future__ import annotations

from datetime import date

import pytest

from gpar_lint.checks.context import Settings
from gpar_lint.format.errors import DataError
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report
from gpar_lint.format.packs import with_pack
from gpar_lint.linter.engine import examine
from gpar_lint.source.reading import read

RULEBOOK = load_rulebook()

PACK = """
[[rule]]
code = "Q001"
name = "missing-work-plan"
severity = "warning"
kind = "required-statement"
title = { zh = "没有说明工作要点落实情况", en = "Nothing on the year's work plan" }
basis = { zh = "惯例：本省要求。", en = "Convention: the province asks for it." }
options = { statement = "work-plan" }
[rule.texts]
message = { zh = "没有说明工作要点落实情况。", en = "Nothing on the year's work plan." }

[[rule]]
code = "Q301"
name = "granted-at-most-received"
severity = "warning"
kind = "identity"
title = { zh = "予以公开多于新收", en = "More granted than received" }
basis = { zh = "惯例：本省要求。", en = "Convention: the province asks for it." }
[rule.texts]
message = { zh = "“{line}”一列不符。", en = "Column {line} is wrong." }
term = { zh = "{cell}：{value}", en = "{cell}: {value}" }

[[edition.2021.identities]]
code = "Q301"
table = "三"
along = "column"
relation = "at most"
only = ["research"]
left = ["granted"]
right = ["new_received"]
place = "granted"

[[edition.2021.chapters]]
number = "七"
title = "附件"
signs = [["附件"]]

[vocabulary.declarations.statement.work-plan]
place = "六"
wording = [{ words = [["工作要点"]] }]
"""


def added(text: str) -> str:
    """The error that a pack gives."""
    with pytest.raises(DataError) as raised:
        with_pack(RULEBOOK, "pack.toml", text.encode())
    return str(raised.value)


def codes(report: str) -> list[str]:
    rulebook = with_pack(RULEBOOK, "pack.toml", PACK.encode())
    rules = [rule for code, rule in rulebook.rules.items() if code[0] in "Q"]
    document = read("report.txt", report.encode())
    settings = Settings(today=date(2025, 3, 1))
    return [finding.code for finding in examine(document, rulebook, settings, rules).findings]


def test_rules_of_a_pack_run() -> None:
    report = clean_report("2021")
    assert codes(report) == ["Q001"]
    told = report.replace("未收取信息处理费。", "未收取信息处理费。工作要点已全部落实。")
    assert codes(told) == []
    received, carried_over = "\t14\t4\t1\t2\t1\t1\t23", "\t2\t1\t0\t0\t0\t0\t3"
    assert received in told
    assert carried_over in told
    broken = told.replace(received, "\t14\t4\t0\t2\t1\t1\t22")
    assert codes(broken.replace(carried_over, "\t2\t1\t1\t0\t0\t0\t4")) == ["Q301"]


def test_a_pack_changes_nothing_that_is_there() -> None:
    rulebook = with_pack(RULEBOOK, "pack.toml", PACK.encode())
    assert list(rulebook.rules)[: len(RULEBOOK.rules)] == list(RULEBOOK.rules)
    assert [chapter.number for chapter in rulebook.editions["2021"].chapters] == list(
        "一二三四五六七"
    )
    assert rulebook.editions["2019"] is RULEBOOK.editions["2019"]
    statements = rulebook.vocabulary["declarations"]["statement"]
    assert isinstance(statements, dict)
    assert {"fee", "work-plan"} <= set(statements)
    known = RULEBOOK.vocabulary["declarations"]["statement"]
    assert isinstance(known, dict)
    assert "work-plan" not in known


def test_lists_of_the_vocabulary_are_continued() -> None:
    name, key, words = next(
        (name, key, value)
        for name, table in RULEBOOK.vocabulary.items()
        for key, value in table.items()
        if isinstance(value, list)
    )
    pack = f"[vocabulary.{name}]\n{key} = ['新词']"
    rulebook = with_pack(RULEBOOK, "pack.toml", pack.encode())
    assert rulebook.vocabulary[name][key] == [*words, "新词"]


def test_rules_are_of_kinds_that_there_are() -> None:
    with_pack(RULEBOOK, "pack.toml", PACK.encode(), {"required-statement", "identity"})
    with pytest.raises(DataError) as raised:
        with_pack(RULEBOOK, "pack.toml", PACK.encode(), {"required-statements", "identity"})
    error = raised.value
    assert str(error) == (
        'pack.toml:6: rule[1].kind: "required-statement" is no kind of check; '
        "did you mean required-statements?"
    )
    assert error.explain("zh") == (
        "pack.toml:6: rule[1].kind: 没有“required-statement”这一种检查；"
        "是不是 required-statements？"
    )


def test_errors() -> None:
    assert 'identities[1].code: "Q001" is no rule about sums' in added(
        PACK.replace('code = "Q301"\ntable', 'code = "Q001"\ntable')
    )
    assert added("rules = []") == "pack.toml:1: rules: unknown key; did you mean rule?"
    assert 'pack.toml:24: edition.2022: "2022" is no edition; did you mean 2021?' in added(
        PACK.replace("edition.2021", "edition.2022")
    )
    assert "rule[1].code: A301 is there already" in added(PACK.replace("Q001", "A301"))
    assert (
        'vocabulary.declaration: "declaration" is no vocabulary; did you mean declarations?'
        in added(PACK.replace("vocabulary.declarations", "vocabulary.declaration"))
    )
    assert "statement.fee.place: is there already" in added(
        "[vocabulary.declarations.statement.fee]\nplace = '一'"
    )
    assert 'identities[1].left: "grants" is no row' in added(
        PACK.replace('"granted"]', '"grants"]')
    )
