"""Claims as extract prints them: subject, value, year, scope, place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gpar_lint.report.claims import Claim, find_claims
from gpar_lint.report.reading import read_report
from gpar_lint.source.reading import read
from tests.support.narrative import RULEBOOK, report, with_paragraph

ANCHOR = "因政府信息公开工作引起行政复议4件、行政诉讼3件。"


def claims(paragraph: str, edition: str = "2021") -> list[Claim]:
    """The claims of a paragraph put behind the one on applications."""
    text = report((ANCHOR, f"{ANCHOR}\n\n{paragraph}"), edition=edition)
    start = text.index(paragraph)
    found = find_claims(read_report(read("a.txt", text.encode()), RULEBOOK), RULEBOOK)
    return [claim for claim in found if start <= claim.span.start < start + len(paragraph)]


@pytest.mark.parametrize(
    ("text", "subject", "value"),
    [
        ("新收政府信息公开申请13件。", "三.new_received.total", 13),
        ("收到政府信息公开申请13件。", "applications received", 13),
        ("对4件政府信息公开申请作出予以公开的答复。", "三.granted.total", 4),
        ("因属于行政查询事项不予公开1件。", "三.denied_query.total", 1),
        ("不予公开3件。", "applications denied", 3),
        ("2023年结转1件。", "三.carried_over.total", 1),
        ("转2025年继续办理2件。", "三.carried_forward.total", 2),
        ("新收自然人提出的政府信息公开申请9件。", "三.new_received.natural_person", 9),
        ("引起行政复议两件。", "四.review.total", 2),
        ("因政府信息公开引起行政复议，2件结果维持。", "四.review.upheld", 2),
        ("未收到政府信息公开申请。", "三.new_received.total", 0),
        ("作出行政处罚决定18件。", "二.penalties.decisions", 18),
        ("制发行政规范性文件3件。", "二.normative_documents.issued", 3),
        ("现行有效规章1件。", "二.regulations.in_force", 1),
        ("发布信息201条。", "items published", 201),
    ],
)
def test_subjects(text: str, subject: str, value: int) -> None:
    [claim] = claims(text)
    assert (claim.subject, claim.value) == (subject, value)


def test_the_older_edition_has_other_columns() -> None:
    anchor = "因政府信息公开工作引起行政复议"
    text = report(edition="2019")
    line = next(line for line in text.split("\n") if anchor in line)
    text = text.replace(line, "制发规范性文件3件。政府信息公开申请其他处理1件。")
    found = find_claims(read_report(read("a.txt", text.encode()), RULEBOOK), RULEBOOK)
    subjects = {claim.subject for claim in found}
    assert {"二.normative_documents.made", "三.other.total"} <= subjects


@pytest.mark.parametrize(
    ("text", "year", "scope", "exact"),
    [
        ("收到政府信息公开申请13件。", 2024, "own", True),
        ("2023年收到政府信息公开申请13件。", 2023, "own", True),
        ("去年收到政府信息公开申请13件。", 2023, "own", True),
        ("全县共收到政府信息公开申请13件。", 2024, "wider", True),
        ("协助县政府办公室办理政府信息公开申请13件。", 2024, "wider", True),
        ("收到政府信息公开申请十余件。", 2024, "own", False),
        ("网站访问1.2万次。", 2024, "own", False),
    ],
)
def test_year_scope_and_exactness(text: str, year: int, scope: str, exact: bool) -> None:
    [claim] = claims(text)
    assert (claim.year, claim.scope, claim.exact) == (year, scope, exact)


def test_the_place_is_the_figure_with_its_measure_word() -> None:
    paragraph = "2024 年，我局收到政府信息公开申请 15 件。"
    text = with_paragraph(paragraph)
    found = find_claims(read_report(read("a.txt", text.encode()), RULEBOOK), RULEBOOK)
    [claim] = [claim for claim in found if claim.value == 15]
    assert text[claim.span.start : claim.span.end] == "15 件"
    assert claim.text == "我局收到政府信息公开申请15件"


@settings(deadline=None)
@given(
    st.text(
        alphabet="政府信息公开申请收到办结其中未无均13件条，。、；：（）共占%比增长年结转全部",
        max_size=60,
    )
)
def test_any_text_is_read(text: str) -> None:
    document = read("a.txt", with_paragraph(text).encode())
    for claim in find_claims(read_report(document, RULEBOOK), RULEBOOK):
        assert 0 <= claim.span.start < claim.span.end <= len(document.text)
