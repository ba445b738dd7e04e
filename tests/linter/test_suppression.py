"""Findings let be by comments and by configuration; unused and faulty suppressions."""

from __future__ import annotations

from datetime import date

import pytest

from gpar_lint.checks.context import Settings
from gpar_lint.checks.registry import KINDS
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.config import Config, PerFile, Suppression
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.linter.exemptions import Exemptions
from gpar_lint.linter.gitignore import Pattern, parse_pattern
from gpar_lint.linter.selection import Choice, choose
from gpar_lint.text.lines import LineIndex

RULEBOOK = load_rulebook()
CLEAN = clean_report("2021")
TODAY = date(2025, 3, 1)
ANYTHING = Choice()
NO_FORM = Choice(ignore=("F",))

SHARE = "全年主动公开"  # how the paragraph begins in which C422 is planted
TABLE = "（本列数据的勾稽关系为"  # how table 三 begins, in which A301 is planted
FAULTY = CLEAN.replace("占69.4%", "占79.4%").replace(
    "5\t2\t1\t1\t0\t1\t10\t", "5\t2\t1\t1\t0\t1\t11\t"
)


def check(
    text: str, config: Config | None = None, *, path: str = "r.txt", choice: Choice = ANYTHING
) -> list[Diagnostic]:
    linter = Linter(RULEBOOK, choose(RULEBOOK.rules, choice), Settings(today=TODAY), "zh")
    if config:
        linter.exemptions = Exemptions(config, RULEBOOK.rules, TODAY)
    return linter.check(path, text.encode()).diagnostics


def codes(text: str, config: Config | None = None, **more: object) -> list[str]:
    return [found.code for found in check(text, config, **more)]  # type: ignore[arg-type]


def fill(line: str) -> str:
    """A paragraph wrapped as text taken from a PDF is."""
    if "\t" in line:
        return line
    return "\n".join([line[start : start + 36] for start in range(0, len(line), 36)])


def before(text: str, start: str, *comments: str) -> str:
    """The text with comments on lines of their own before the line that begins so."""
    assert text.count(f"\n{start}") == 1
    return text.replace(f"\n{start}", "\n" + "".join([f"{each}\n" for each in comments]) + start)


def test_the_defects_that_are_planted() -> None:
    assert codes(FAULTY) == ["C422", "A301"]


class TestComments:
    def test_it_holds_for_the_next_paragraph(self) -> None:
        comment = "<!-- gpar-lint: ignore C422 -- 统计口径不同 -->"
        assert codes(before(FAULTY, SHARE, comment)) == ["A301"]

    def test_it_holds_for_the_next_table(self) -> None:
        comment = "<!-- gpar-lint: ignore row-total -- 待核 -->"
        assert codes(before(FAULTY, TABLE, comment)) == ["C422"]

    def test_it_holds_for_the_next_heading(self) -> None:
        untitled = CLEAN.replace("文化和旅游局2024年政", "文化和旅游局政", 1)
        assert codes(untitled) == ["S102"]
        assert codes("<!-- gpar-lint: ignore S -- 网站标题另有年份 -->\n" + untitled) == []

    def test_several_comments_hold_for_the_same_block(self) -> None:
        twice = FAULTY.replace("通过“澄溪文旅”微信公众号", "通过微信,即“澄溪文旅”公众号")
        assert codes(twice) == ["C422", "F702", "A301"]
        comments = ("<!-- gpar-lint: ignore C422 -- 甲 -->", "<!--gpar-lint: ignore F702--乙-->")
        assert codes(before(twice, SHARE, *comments)) == ["A301"]

    def test_blank_lines_between_do_not_matter(self) -> None:
        comment = "<!-- gpar-lint: ignore C422 -- 统计口径不同 -->\n\n\n"
        assert codes(before(FAULTY, SHARE, comment)) == ["A301"]

    def test_a_paragraph_wrapped_over_many_lines_is_one_block(self) -> None:
        wrapped = "\n".join([fill(line) for line in FAULTY.split("\n")])
        assert codes(wrapped, choice=NO_FORM) == ["C422", "A301"]
        comment = "<!-- gpar-lint: ignore C422 -- 统计口径不同 -->"
        assert codes(before(wrapped, SHARE, comment), choice=NO_FORM) == ["A301"]

    def test_it_holds_for_no_other_block(self) -> None:
        comment = "<!-- gpar-lint: ignore C422 -- 统计口径不同 -->"
        found = codes(before(FAULTY, "（一）主动公开", comment))
        assert found == ["Z003", "C422", "A301"]
        assert codes(FAULTY + comment + "\n") == ["C422", "A301", "Z003"]

    def test_the_whole_file(self) -> None:
        comment = "<!-- gpar-lint: ignore-file A301、C422 -- 待核 -->"
        assert codes(FAULTY + comment) == []
        assert codes(comment + "\n" + FAULTY) == []

    def test_markdown_and_comments_of_several_lines(self) -> None:
        comment = "<!--\ngpar-lint: ignore\nC422 --\n统计口径不同\n-->"
        text = before("# " + FAULTY, SHARE, comment)
        assert codes(text, path="r.md") == ["A301"]

    @pytest.mark.parametrize(
        "comment",
        [
            "<!-- gpar-lint: ignore C422 — 理由 -->",
            "<!-- gpar-lint：ignore C422——理由 -->",
            "<!-- gpar-lint ignore c422 -- 理由 -->",
            "<!-- gpar-lint: IGNORE wrong-share -- 理由 -->",
        ],
    )
    def test_as_people_type_it(self, comment: str) -> None:
        name = RULEBOOK.rules["C422"].name
        assert codes(before(FAULTY, SHARE, comment.replace("wrong-share", name))) == ["A301"]

    def test_other_comments_are_none(self) -> None:
        for comment in ("<!-- gpar-lint 检查通过 -->", "<!-- ignore C422 -->", "<!-- -->"):
            assert codes(before(FAULTY, SHARE, comment)) == ["C422", "A301"]

    def test_what_speaks_of_the_run_itself_stays(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def failing(*_: object) -> None:
            raise LookupError("坏了")

        monkeypatch.setitem(KINDS, RULEBOOK.rules["S101"].kind, failing)
        comment = "<!-- gpar-lint: ignore-file ALL -- 全部 -->\n"
        assert codes(comment + FAULTY) == ["Z006"]


class TestUnused:
    COMMENT = "<!-- gpar-lint: ignore C422 -- 统计口径不同 -->"

    def test_it_is_said_at_the_comment(self) -> None:
        [found] = check(before(CLEAN, SHARE, self.COMMENT))
        assert (found.code, found.range.start) == ("Z003", (11, 1))
        assert "C422" in found.message

    def test_only_of_rules_that_ran(self) -> None:
        text = before(CLEAN, SHARE, self.COMMENT)
        assert codes(text, choice=Choice(ignore=("C",))) == []
        assert codes(text, choice=Choice(select=("C", "Z"))) == ["Z003"]
        assert codes(text, choice=Choice(ignore=("Z003",))) == []
        across = self.COMMENT.replace("C422", "X901")
        assert codes(before(CLEAN, SHARE, across)) == []
        older = self.COMMENT.replace("C422", "Z006")
        assert codes(before(CLEAN, SHARE, older)) == []

    def test_a_family_is_unused_when_all_of_it_ran(self) -> None:
        text = before(CLEAN, SHARE, self.COMMENT.replace("C422", "C"))
        assert codes(text) == ["Z003"]
        assert codes(text, choice=Choice(ignore=("C421",))) == []

    def test_the_fix_removes_the_comment(self) -> None:
        assert fixed(before(CLEAN, SHARE, self.COMMENT)) == CLEAN
        inline = CLEAN.replace("\n" + SHARE, f"\n{self.COMMENT}{SHARE}")
        assert fixed(inline) == CLEAN
        assert fixed(CLEAN.rstrip("\n") + "\n" + self.COMMENT) == CLEAN

    def test_the_fix_keeps_what_is_of_use(self) -> None:
        comment = self.COMMENT.replace("C422", "C421, C422、C423")
        mended = fixed(before(FAULTY, SHARE, comment))
        assert mended == before(FAULTY, SHARE, self.COMMENT)


def fixed(text: str) -> str:
    """The text after the fix of its one Z003."""
    [found] = [each for each in check(text) if each.code == "Z003"]
    assert found.remedy and found.remedy.safe
    [change] = found.remedy.changes
    lines = LineIndex(text)
    (start, end) = [
        lines.offset(place.line - 1, place.column - 1)
        for place in (change.range.start, change.range.end)
    ]
    return text[:start] + change.text + text[end:]


class TestFaulty:
    def faults(self, comment: str, text: str = FAULTY) -> list[str]:
        found = check(before(text, SHARE, comment))
        assert all(each.code != "Z003" for each in found)
        return [each.message for each in found if each.code == "Z005"]

    def test_without_a_reason_it_suppresses_all_the_same(self) -> None:
        comment = "<!-- gpar-lint: ignore C422 -->"
        assert codes(before(FAULTY, SHARE, comment)) == ["Z005", "A301"]
        assert self.faults(comment) == ["忽略了 C422，但没有写明理由。"]
        assert self.faults("<!-- gpar-lint: ignore C422 -- -->") == self.faults(comment)

    def test_a_faulty_one_that_does_nothing_is_one_finding(self) -> None:
        assert codes(before(CLEAN, SHARE, "<!-- gpar-lint: ignore C422 -->")) == ["Z005"]

    def test_unknown_codes(self) -> None:
        comment = "<!-- gpar-lint: ignore C422, C4222 -- 理由 -->"
        assert self.faults(comment) == ["忽略说明里的“C4222”不是规则编号或名称，是不是“C422”？"]
        assert codes(before(FAULTY, SHARE, comment)) == ["Z005", "A301"]
        assert self.faults("<!-- gpar-lint: ignore 口径 -- 理由 -->") == [
            "忽略说明里的“口径”不是规则编号或名称。"
        ]

    def test_no_code(self) -> None:
        for comment in ("<!-- gpar-lint: ignore -- 理由 -->", "<!-- gpar-lint: -->"):
            assert self.faults(comment) == ["这条忽略说明没有写出规则编号，不知道要忽略什么。"]

    def test_another_word(self) -> None:
        comment = "<!-- gpar-lint: disable C422 -- 理由 -->"
        assert self.faults(comment) == [
            "忽略说明里没有“disable”这种写法，应为 ignore 或 ignore-file。"
        ]
        assert "C422" in codes(before(FAULTY, SHARE, comment))


def pattern(glob: str) -> Pattern:
    found = parse_pattern(glob)
    assert found
    return found


def declared(*words: str, place: str = "", **more: object) -> Config:
    steps = tuple(place.split("/")) if place else ()
    one = Suppression(words, place=steps, reason="待核", file="gpar-lint.toml", line=3)
    return Config(suppressions=(one._replace(**more),))  # type: ignore[arg-type]


class TestConfiguration:
    @pytest.mark.parametrize(
        ("place", "left"),
        [
            ("", ["C422"]),
            ("三", ["C422"]),
            ("三/granted", ["C422"]),
            ("三/granted/total", ["C422"]),
            ("三/granted/enterprise", ["C422", "A301"]),
            ("三/partial", ["C422", "A301"]),
            ("四", ["C422", "A301"]),
        ],
    )
    def test_by_place(self, place: str, left: list[str]) -> None:
        assert codes(FAULTY, declared("A301", place=place)) == left

    def test_by_chapter(self) -> None:
        assert codes(FAULTY, declared("ALL", place="一")) == ["A301"]

    def test_a_row_that_is_no_cell(self) -> None:
        swapped = CLEAN.replace("\t\t2.重复申请\t", "\t\t2.重复申请信息\t")
        assert codes(swapped) == ["T209"]
        assert codes(swapped, declared("T209", place="三/rejected_repeat")) == []
        assert codes(swapped, declared("T209", place="三/rejected_petition")) == ["T209"]

    def test_by_path(self) -> None:
        config = declared("ALL", pattern=pattern("2024/*.txt"))
        assert codes(FAULTY, config, path="2024/r.txt") == []
        assert codes(FAULTY, config, path="2023/r.txt") == ["C422", "A301"]

    def test_until_its_last_day(self) -> None:
        assert codes(FAULTY, declared("ALL", until=TODAY)) == []
        expired = declared("ALL", until=date(2025, 2, 28))
        assert codes(FAULTY, expired) == ["C422", "A301"]

    def test_without_a_reason(self) -> None:
        config = declared("C", "A301", reason="")
        [found] = check(FAULTY, config)
        assert found.code == "Z005"
        assert found.message == "忽略了 C、A301，但没有写明理由。"
        [place] = found.related
        assert (place.path, place.range.start) == ("gpar-lint.toml", (3, 1))
        assert codes(CLEAN, config) == []

    def test_rules_that_do_not_run_for_some_files(self) -> None:
        config = Config(per_file_ignores=(PerFile(pattern("2023/"), ("A", "Z001")),))
        assert codes(FAULTY, config, path="2023/a/r.txt") == ["C422"]
        assert codes(FAULTY, config, path="2024/r.txt") == ["C422", "A301"]
        comment = "<!-- gpar-lint: ignore-file A301 -- 待核 -->"
        assert codes(CLEAN + comment, config, path="2023/r.txt") == []
        assert codes(CLEAN + comment, config, path="2024/r.txt") == ["Z003"]


def test_many_comments_are_no_more_work_each() -> None:
    comments = "<!-- gpar-lint: ignore-file ALL -- 待核 -->\n" * 20_000
    assert codes(comments + FAULTY) == []
    unknown = "".join([f"<!-- gpar-lint: ignore C{n} -- 待核 -->\n" for n in range(900, 4000)])
    assert set(codes(unknown + CLEAN)) == {"Z005"}
