"""Regular expressions compiled at their first use."""

from __future__ import annotations

import re

import pytest

from gpar_lint.text.patterns import regex


def test_it_does_what_a_compiled_one_does() -> None:
    year = regex("(?P<year>[0-9]{4})年")
    for text in ("2024年", "至2024年", "24年", ""):
        for method in ("match", "search", "fullmatch"):
            found, due = (
                getattr(year, method)(text),
                getattr(re.compile(year.pattern), method)(text),
            )
            assert (found and found.span()) == (due and due.span())
    assert year.findall("2023年、2024年") == ["2023", "2024"]
    assert year.sub("某年", "2023年") == "某年"
    assert year.groupindex == {"year": 1}


def test_flags() -> None:
    assert regex("a.b", re.DOTALL | re.IGNORECASE).fullmatch("A\nB")
    assert not regex("a.b").fullmatch("A\nB")


def test_a_wrong_one_raises_when_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_it_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile
    monkeypatch.setattr(
        re, "compile", lambda *given: (compiled.append(given[0]), compile_(*given))[1]
    )
    digits = regex("[0-9]+")
    assert compiled == []
    for text in ("1", "a", "22"):
        digits.search(text)
    assert compiled == ["[0-9]+"]
