"""Claims, first step: a passage cut into words, figures, years and marks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gpar_lint.format.loading import load_rulebook
from gpar_lint.report.claims.clauses import split_clauses
from gpar_lint.report.claims.lexicon import Sections, read_vocabulary
from gpar_lint.report.claims.tokens import Token, tokenise

SECTIONS = load_rulebook().vocabulary["claim-words"]
VOCABULARY = read_vocabulary(Sections(SECTIONS))


def tokens(text: str) -> list[Token]:
    return tokenise(text, VOCABULARY)


def figures(text: str) -> list[tuple[object, str, bool]]:
    return [
        (token.figure.value, token.figure.unit, token.figure.exact)
        for token in tokens(text)
        if token.figure
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收到申请13件", [(13, "件", True)]),
        ("收到申请十三件", [(13, "件", True)]),
        ("数量:13。", [(13, "", True)]),
        ("发布1,260条", [(1260, "条", True)]),
        ("发布38，640条", [(38640, "条", True)]),
        ("发布二百余条", [(200, "条", False)]),
        ("占百分之六十", [(60, "%", True)]),
        ("占百分之15.4", [(Decimal("15.4"), "%", True)]),
        ("增长三成", [(3, "成", True)]),
        ("提高4个百分点", [(4, "个百分点", True)]),
        ("5部门联合发文", []),
        ("2024年12月31日", []),
        ("落实三审三校，属于三类内部事务信息，拨打12345", []),
        ("公开《规划（2025-2030年）12条》", []),
        ("第12期，第三方", []),
    ],
)
def test_figures(text: str, found: list[tuple[object, str, bool]]) -> None:
    assert figures(text) == found


def test_a_rounded_figure_knows_what_its_last_digit_is_worth() -> None:
    [token] = [token for token in tokens("访问36.42万次") if token.figure]
    assert token.figure is not None
    assert (token.figure.value, token.figure.step) == (364200, 100)


def test_years_and_dates_are_no_figures() -> None:
    kinds = [
        (token.kind, token.sense, token.year) for token in tokens("截至2024年12月31日，11月8日")
    ]
    assert kinds == [
        ("time", "as_of", None),
        ("year", "", 2024),
        ("date", "year_end", None),
        ("mark", "，", None),
        ("date", "day", None),
    ]


def test_the_longest_word_is_taken() -> None:
    [token] = tokens("未经复议直接起诉")
    assert (token.kind, token.sense) == ("topic", "litigation_direct")


def test_brackets_are_clauses_of_their_own_and_the_clause_goes_on_behind_them() -> None:
    text = "收到申请(含网上申请)13件，办结12件。其中予以公开6件"
    clauses = {id(clause): clause for _, clause in split_clauses(tokens(text))}.values()
    said = ["".join(text[token.start : token.end] for token in clause.tokens) for clause in clauses]
    assert said == ["收到申请13件", "含网上申请", "办结12件", "其中予以公开6件"]
    assert [clause.sentence for clause in clauses] == [0, 0, 0, 1]


@settings(deadline=None)
@given(
    st.text(
        alphabet="政府信息公开申请收到办结0123456789件条，。、()（）《》“”其中未年月日一十百万%余",
        max_size=80,
    )
)
def test_tokens_cover_the_text_without_gap_or_overlap(text: str) -> None:
    place = 0
    for token in tokens(text):
        assert token.start == place
        assert token.end > token.start
        place = token.end
    assert place == len(text)


def test_no_word_stands_in_the_vocabulary_twice() -> None:
    seen: dict[str, str] = {}
    for kind, senses in SECTIONS.items():
        if kind == "measure":
            continue
        assert isinstance(senses, dict)
        for sense, words in senses.items():
            for word in words:
                assert word not in seen, f"{word}: {kind}.{sense} and {seen[word]}"
                seen[word] = f"{kind}.{sense}"
