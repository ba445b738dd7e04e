"""What two texts share, and which of many are alike."""

from __future__ import annotations

from random import Random

from gpar_lint.text.shingles import LENGTH, Shared, bands, shared


def drawn(length: int, seed: int) -> str:
    random = Random(seed)
    return "".join(random.choice("公开信息政府工作报告条例办法规定") for _ in range(length))


def test_a_text_is_wholly_its_own() -> None:
    text = drawn(200, 1)
    assert shared(text, text) == Shared(200, 0, 200)


def test_nothing_shared() -> None:
    assert shared(drawn(200, 1), drawn(200, 2)) == Shared(0, 0, 0)
    assert shared("", "") == Shared(0, 0, 0)
    assert shared("短", "短") == Shared(0, 0, 0)


def test_runs_are_found_whole_and_the_longest_is_told() -> None:
    one, two = drawn(40, 3), drawn(60, 4)
    other = drawn(50, 5) + two + drawn(50, 6) + one
    assert shared("甲" * 10 + one + "乙" * 10 + two, other) == Shared(100, 60, 120)


def test_runs_shorter_than_a_shingle_do_not_count() -> None:
    one = drawn(LENGTH - 1, 7)
    assert shared(f"甲{one}乙", f"丙{one}丁").length == 0


def test_texts_alike_have_a_band_in_common() -> None:
    for seed in range(50):
        text = drawn(400, seed)
        copied = text[:330] + drawn(70, 1000 + seed)
        assert set(bands(text)) & set(bands(copied))


def test_texts_unlike_seldom_have() -> None:
    common = sum(
        bool(set(bands(drawn(400, seed))) & set(bands(drawn(400, 1000 + seed))))
        for seed in range(50)
    )
    assert common == 0


def test_a_text_too_short_has_none() -> None:
    assert bands("短") == []
    assert len(bands(drawn(LENGTH, 1))) == len(bands(drawn(400, 1)))
