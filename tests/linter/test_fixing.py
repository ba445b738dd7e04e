"""A file's bytes mended: what is fixed, what stays byte by byte, when nothing can be done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from gpar_lint.checks.context import Context, Settings
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.registry import KINDS
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.fixing import mend
from gpar_lint.text.span import Span

RULEBOOK = load_rulebook()
SETTINGS = Settings(today=date(2025, 3, 1))
LINTER = Linter(RULEBOOK, RULEBOOK.rules, SETTINGS, "zh")
CLEAN = clean_report("2021")
INVISIBLE = CLEAN.replace("文化惠民活动", "文化惠民活\u200b动")
CODECS = {
    "utf-8": (b"", "utf-8"),
    "utf-8 with a mark": (b"\xef\xbb\xbf", "utf-8"),
    "utf-16 little": (b"\xff\xfe", "utf-16-le"),
    "utf-16 big": (b"\xfe\xff", "utf-16-be"),
    "gb18030": (b"", "gb18030"),
}


@pytest.mark.parametrize("mark, codec", CODECS.values(), ids=list(CODECS))
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_encoding_mark_and_line_ends_stay(mark: bytes, codec: str, end: str) -> None:
    def written(text: str) -> bytes:
        return mark + text.replace("\n", end).encode(codec)

    mending = mend(LINTER, "report.txt", written(INVISIBLE), unsafe=False)
    assert mending.change
    assert mending.change.old_bytes == written(INVISIBLE)
    assert mending.change.new_bytes == written(CLEAN)
    assert dict(mending.fixed) == {"F709": 1}
    assert (mending.doubtful, mending.left.diagnostics) == (0, [])


def test_mixed_line_ends_and_a_missing_last_one_stay() -> None:
    text = CLEAN.rstrip("\n")
    place = text.index("\n") + 1
    text = text[:place].replace("\n", "\r\n") + text[place:]
    spoilt = text.replace("文化惠民活动", "文化惠民活\u200b动")
    mending = mend(LINTER, "report.txt", spoilt.encode(), unsafe=False)
    assert mending.change and mending.change.new_bytes == text.encode()


def test_a_clean_report_is_not_changed() -> None:
    mending = mend(LINTER, "report.txt", CLEAN.encode(), unsafe=True)
    assert mending.change is None
    assert mending.left is mending.found


def test_what_is_no_report_is_not_changed() -> None:
    mending = mend(LINTER, "report.txt", "会议\u200b记录".encode(), unsafe=True)
    assert mending.change is None
    assert [each.code for each in mending.left.diagnostics] == ["Z002"]


def test_what_cannot_be_read_is_not_changed() -> None:
    mending = mend(LINTER, "report.txt", b"\x00\x01\x02" * 100, unsafe=True)
    assert mending.change is None
    assert [each.code for each in mending.left.diagnostics] == ["Z001"]


def test_bytes_that_would_not_come_back_are_not_touched() -> None:
    """Two bytes of GB18030 for one character: written back, they would be others."""
    twice = [
        data
        for high in range(0xA1, 0xFF)
        for low in range(0xA1, 0xFF)
        if (data := bytes([high, low])) != _back(data)
    ]
    if not twice:
        pytest.skip("this Python's GB18030 has no such bytes")
    data = INVISIBLE.encode("gb18030").replace("澄溪".encode("gb18030"), twice[0], 1)
    mending = mend(LINTER, "report.txt", data, unsafe=False)
    assert (mending.change, mending.hindrance) == (None, "not-encodable")


def _back(data: bytes) -> bytes:
    try:
        return data.decode("gb18030").encode("gb18030")
    except UnicodeDecodeError:
        return data


def linter_with(*fixes: tuple[str, str, bool]) -> Linter:
    """A linter whose rules replace each first text by the second one, safely or not."""

    def check(context: Context, rule: Rule) -> Iterator[Finding]:
        old, new, safe = fixes[int(rule.code[1:])]
        start = context.report.document.text.find(old)
        if start >= 0:
            span = Span(start, start + len(old))
            yield Finding(rule.code, span, fix=Fix((Edit(span, new),), safe))

    KINDS["test-replacement"] = check
    texts = {key: {"zh": key, "en": key} for key in ("message", "fix")}
    about = {"zh": "", "en": ""}
    rules = {
        code: Rule(code, code, "info", (), "test-replacement", "safe", about, about, texts, {})
        for code in [f"F{number}" for number in range(len(fixes))]
    }
    always = {code: RULEBOOK.rules[code] for code in ("Z001", "Z002", "Z006")}
    return Linter(RULEBOOK, {**always, **rules}, SETTINGS, "zh")


@pytest.fixture(autouse=True)
def no_other_kinds() -> Iterator[None]:
    yield
    KINDS.pop("test-replacement", None)


def text_after(linter: Linter, text: str = CLEAN, *, unsafe: bool = False) -> str:
    mending = mend(linter, "report.txt", text.encode(), unsafe=unsafe)
    return mending.change.after if mending.change else text


def test_fixes_are_repeated_until_there_is_nothing_to_fix() -> None:
    linter = linter_with(("惠民活动", "惠民甲", True), ("惠民甲", "惠民乙", True))
    assert text_after(linter) == CLEAN.replace("惠民活动", "惠民乙", 1)


def test_fixes_that_overlap_are_made_one_after_the_other() -> None:
    linter = linter_with(("文化惠民", "文化", True), ("惠民活动", "惠民", True))
    assert text_after(linter) == CLEAN.replace("文化惠民活动", "文化活动", 1)


def test_rules_that_undo_each_other_come_to_an_end() -> None:
    linter = linter_with(("惠民活动", "惠民举措", True), ("惠民举措", "惠民活动", True))
    mending = mend(linter, "report.txt", CLEAN.encode(), unsafe=False)
    assert mending.left.diagnostics


def test_unsafe_fixes_are_made_only_where_they_are_wanted() -> None:
    linter = linter_with(("惠民活动", "甲", False), ("旅游安全", "乙", True))
    assert text_after(linter) == CLEAN.replace("旅游安全", "乙", 1)
    both = mend(linter, "report.txt", CLEAN.encode(), unsafe=True)
    assert both.change and both.change.after == CLEAN.replace("惠民活动", "甲", 1).replace(
        "旅游安全", "乙", 1
    )
    assert both.doubtful == 1
    assert dict(both.fixed) == {"F0": 1, "F1": 1}


def test_where_a_safe_and_an_unsafe_fix_overlap_the_safe_one_is_made() -> None:
    linter = linter_with(("文化惠民", "甲", False), ("惠民活动", "乙", True))
    assert text_after(linter, unsafe=True) == CLEAN.replace("文化惠民活动", "文化乙", 1)


def test_a_fix_that_cannot_be_written_in_the_encoding() -> None:
    linter = linter_with(("惠民活动", "惠民\ud83d", True))
    mending = mend(linter, "report.txt", CLEAN.encode(), unsafe=False)
    assert (mending.change, mending.hindrance) == (None, "not-encodable")
    assert mending.left is mending.found


def test_a_finding_that_is_let_be_is_not_fixed() -> None:
    comment = "<!-- gpar-lint: ignore-file F709 -- 原文如此 -->\n"
    text = INVISIBLE + comment
    assert text_after(LINTER, text) == text
