"""Sixty reports of fixed seeds: no wrong alarm in any, and nearly every planted defect found."""

from __future__ import annotations

from tests.accuracy.__main__ import measure

_REPORTS = 60


def test_clean_reports_give_nothing_and_defects_are_found() -> None:
    tally = measure(_REPORTS, first=30_000)
    assert tally.clean.total() == _REPORTS
    assert not tally.alarms, tally.notes
    assert tally.found.total() >= 0.99 * tally.planted.total(), tally.notes
    assert not tally.beside, tally.notes
