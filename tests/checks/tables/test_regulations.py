"""T212: 规章 counted by agencies that can make none."""

from __future__ import annotations

import pytest

from tests.support.tables import Draft, said


def draft_of(agency: str, **figures: str) -> Draft:
    draft = Draft(agency=agency)
    draft.table("二", {"regulations": figures})
    return draft


@pytest.mark.parametrize(
    "agency", ["青禾县人民政府", "青禾县水务局", "青禾县柳河镇人民政府", "松江路街道办事处"]
)
def test_an_agency_without_the_power(agency: str) -> None:
    (finding,) = draft_of(agency, issued="1", in_force="6").find("T212")
    assert finding.cell == ("二", "regulations", "issued")
    assert agency in said(finding) and "“规章”“现行有效件数” 6" in said(finding)
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    "agency", ["河北省人民政府", "青禾市人民政府", "河北省司法厅", "河北省人民政府办公厅", ""]
)
def test_an_agency_that_has_it_or_may_have_it(agency: str) -> None:
    assert draft_of(agency, issued="1", in_force="6").find("T212") == []


def test_none_counted() -> None:
    assert draft_of("青禾县人民政府").find("T212") == []
