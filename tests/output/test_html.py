"""The page: its links, its marks, and that nothing a report holds is more than text in it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpar_lint.checks.context import Settings
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.checking import Linter, Result
from gpar_lint.linter.diagnostics import WHOLE_FILE, Position, Range, RelatedPlace
from gpar_lint.output.html.marks import Mark, Marker
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.span import Span
from tests.output.samples import BARE, HOSTILE, PATH, RULEBOOK, rendered

CLEAN = clean_report("2021")
BROKEN = CLEAN.replace("（一）予以公开\t5\t", "（一）予以公开\t6\t")
_VOID = {"meta"}


class Page(HTMLParser):
    """A page taken apart; it must be well-formed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []  # the id of the link itself, and its target
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open
        self.text = "".join(self.words)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append(tag)
        if tag not in _VOID:
            self.open.append(tag)
        if "id" in attributes:
            self.ids.append(str(attributes["id"]))
        if "href" in attributes:
            self.links.append((str(attributes.get("id", "")), str(attributes["href"])))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["script"]):
            self.words.append(data)


def checked(text: str, path: str = PATH, language: str = "zh") -> Result:
    """A text checked by all rules."""
    linter = Linter(RULEBOOK, RULEBOOK.rules, Settings(), language)
    linter.portrays = True
    return linter.check(path, text.encode("utf-8", "surrogatepass"))


def page(*results: Result, language: str = "zh") -> Page:
    made = Page(rendered("html", *results, language=language))
    assert len(made.ids) == len(set(made.ids))
    assert {target for _, target in made.links} <= {f"#{anchor}" for anchor in made.ids}
    return made


def drawn(*diagnostics: object, text: str = CLEAN) -> Page:
    """The page of a clean report with these findings."""
    return page(checked(text)._replace(diagnostics=list(diagnostics)))


def place(text: str, within: str = CLEAN) -> Range:
    """Where a text first stands."""
    before = within[: within.index(text)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Range(Position(line, column), Position(line, column + len(text)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_is_marked_and_listed_with_links_both_ways(language: str) -> None:
    result = checked(BROKEN, language=language)
    assert result.diagnostics
    made = page(result, language=language)
    for number, found in enumerate(result.diagnostics, 1):
        assert (f"r1m{number}", f"#r1f{number}") in made.links
        assert ("", f"#r1m{number}") in made.links
        assert found.message in made.text
        assert f"#rule-{found.code}" in [target for _, target in made.links]


def test_the_mark_stands_at_its_place() -> None:
    html = drawn(BARE._replace(range=place("统计期限"))).html
    assert '<mark class="error">统计期限</mark><a href="#r1f1" class="ref error" id="r1m1"' in html


def test_the_mark_says_where_in_the_text_it_stands() -> None:
    """An editor that shows the page beside the text goes there on a click."""
    html = drawn(BARE._replace(range=place("统计期限"))).html
    start = CLEAN.index("统计期限")
    assert 'id="r1m1" title="1 错误：' in html and f'data-place="{start}-{start + 4}"' in html


def test_a_figure_is_marked_in_its_cell() -> None:
    made = page(checked(BROKEN))
    assert re.search(r'<td><mark class="error"[^>]*>6</mark><a href="#r1f\d"', made.html)


def test_a_blank_cell_is_marked() -> None:
    made = page(checked(CLEAN.replace("（一）予以公开\t5\t", "（一）予以公开\t\t")))
    assert re.search(r'<td><mark class="\w+"[^>]*></mark><a href="#r1f\d"', made.html)


def test_related_places_are_linked() -> None:
    related = RelatedPlace("另见", PATH, place("总体情况"))
    made = drawn(BARE._replace(related=(related,), range=place("统计期限")))
    targets = [target for _, target in made.links if target.startswith("#r1p")]
    assert targets and f'<span class="related" id="{targets[0][1:]}">' in made.html


def test_related_places_in_another_report() -> None:
    related = RelatedPlace("去年", "2023.txt", place("总体情况"))
    here = checked(CLEAN)._replace(diagnostics=[BARE._replace(related=(related,))])
    made = page(here, checked(CLEAN, "2023.txt"))
    assert any(target.startswith("#r2p") for _, target in made.links)
    elsewhere = page(
        here._replace(diagnostics=[BARE._replace(related=(related._replace(path="x"),))])
    )
    assert "x 第" in elsewhere.text


def test_a_finding_without_a_place_stands_at_the_top() -> None:
    made = drawn(BARE._replace(range=WHOLE_FILE))
    assert "关于整份报告：" in made.text
    assert ("r1m1", "#r1f1") in made.links


def test_a_fix_is_shown() -> None:
    made = page(checked(CLEAN.replace("（一）予以公开\t5\t", "（一）予以公开\t5件\t")))
    assert "<del>5件</del><ins>5</ins>" in made.html


def test_sums_are_shown_with_their_figures() -> None:
    made = page(checked(BROKEN))
    assert "表三勾稽关系 39 项：不平 2 项，平衡 37 项" in made.text
    assert (
        "（一）予以公开 自然人 6＋商业企业 2＋科研机构 1＋社会公益组织 1＋其他 1＝11 ≠ 总计 10 不平"
        in made.text
    )
    assert "表三勾稽关系 39 项：平衡 39 项" in page(checked(CLEAN)).text


def test_the_last_line_and_the_rules_are_there() -> None:
    result = checked(BROKEN)
    made = page(result)
    assert made.text.count("勾稽关系 44 项；") == 2  # of the report, and of the run
    assert "规则说明" in made.text and "怎么改" in made.text
    assert result.diagnostics[0].basis in made.text


def test_a_clean_report() -> None:
    made = page(checked(CLEAN))
    assert "没有发现问题。" in made.text
    assert "规则说明" not in made.text
    assert "澄溪县文化和旅游局2024年政府信息公开工作年度报告" in made.text


def test_several_reports_have_an_index() -> None:
    made = page(checked(CLEAN, "甲 一.txt"), checked(BROKEN, "乙.txt"))
    assert {("", "#r1"), ("", "#r2")} <= set(made.links)
    assert "目录" in made.text
    assert "目录" not in page(checked(CLEAN)).text


def test_no_reports() -> None:
    assert "没有读到年度报告" in page().text


def test_what_is_no_report_or_not_readable() -> None:
    made = page(
        checked("会议记录\n"),
        Linter(RULEBOOK, RULEBOOK.rules, Settings(), "zh").check("坏.txt", b"\x00\x01"),
    )
    assert "会议记录" in made.text
    assert "坏.txt" in made.text


def test_nothing_is_lost_and_nothing_comes_from_elsewhere() -> None:
    made = page(checked(BROKEN))
    squeezed = "".join(made.text.split())
    for line in CLEAN.split("\n"):
        if "\t" not in line:
            assert "".join(line.split()) in squeezed
    assert not {"img", "link", "iframe", "object", "form", "base"} & set(made.tags)
    assert not re.search(r'(src|href|action)="(?!#)', made.html)
    assert "url(" not in made.html and "@import" not in made.html


def test_only_the_page_s_own_script_and_style_may_run() -> None:
    html = page(checked(CLEAN)).html
    for tag in ("script", "style"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in html
    assert "default-src 'none'" in html


def test_whatever_a_report_holds_is_text() -> None:
    hostile = HOSTILE + "--><img src=x onerror=alert(1)><a href='javascript:1'>"
    text = CLEAN.replace("总体情况\n", f"总体情况\n\n{hostile}。\n").replace(
        "\t14\t", f"\t{hostile}\t"
    )
    found = BARE._replace(message=hostile, hint=hostile, basis=hostile, range=WHOLE_FILE)
    result = checked(text, f"{hostile}.txt")
    made = page(result._replace(diagnostics=[*result.diagnostics, found]), checked(CLEAN))
    assert made.tags.count("script") == 1
    assert "img" not in made.tags
    assert "<U+0000><U+0008><U+001B>[31m<U+202E>" in made.text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e]", made.html)


# ------------------------------------------------------------------ marks within a text


def mark(start: int, end: int, number: int, kind: str = "error") -> Mark:
    return Mark(Span(start, end), kind, f"m{number}", number, f"f{number}")


def marked(text: str, *marks: Mark) -> str:
    """A text with its marks, as brackets, and its numbers."""
    html = Marker(marks, set()).html(Excerpt.of(text, 0, len(text)))
    html = re.sub(r"<a [^>]*>(\d+)</a>", r"(\1)", html)
    html = re.sub(r'<mark class="(\w)\w*">', r"[\1:", html).replace("</mark>", "]")
    return re.sub("<[^>]*>", "", html)


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([mark(1, 3, 1)], "甲[e:乙丙](1)丁"),
        ([mark(0, 4, 1)], "[e:甲乙丙丁](1)"),
        ([mark(0, 3, 1), mark(1, 2, 2)], "[e:甲][e:乙](2)[e:丙](1)丁"),
        ([mark(0, 2, 1), mark(1, 3, 2, "info")], "[e:甲][e:乙](1)[i:丙](2)丁"),
        ([mark(1, 2, 1), mark(1, 2, 2)], "甲[e:乙](1)(2)丙丁"),
        ([mark(2, 2, 1)], "甲乙(1)丙丁"),
        ([mark(0, 0, 1), mark(4, 4, 2)], "(1)甲乙丙丁(2)"),
    ],
)
def test_marks(marks: list[Mark], shown: str) -> None:
    assert marked("甲乙丙丁", *marks) == shown


def test_a_mark_over_several_pieces_has_one_number() -> None:
    marker = Marker([mark(1, 6, 1)], set())
    pieces = [marker.html(Excerpt.of("甲乙丙丁戊己庚", *ends)) for ends in ((0, 3), (4, 7))]
    assert ["m1" in piece for piece in pieces] == [True, False]
    assert ["<mark" in piece for piece in pieces] == [True, True]
    assert marker.left() == []


def test_a_mark_that_no_piece_shows_is_left() -> None:
    marker = Marker([mark(5, 6, 1)], set())
    marker.html(Excerpt.of("甲乙丙丁戊己庚", 0, 4))
    assert [left.number for left in marker.left()] == [1]


def test_what_is_missing_behind_a_cell_is_marked_in_the_next() -> None:
    marker = Marker([mark(2, 2, 1)], set())
    text = "5\t\t7"
    cells = [(Excerpt.of(text, 0, 1), Span(0, 1)), (Excerpt("", range(0)), Span(2, 2))]
    assert ["m1" in marker.cell_html(*cell) for cell in cells] == [False, True]


@given(
    st.text(alphabet="甲乙<&\t\n ", max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=6),
)
def test_every_mark_is_shown_once_and_the_text_is_kept(
    text: str, ends: list[tuple[int, int]]
) -> None:
    spans = [sorted((min(a, len(text)), min(b, len(text)))) for a, b in ends]
    marks = [mark(start, end, number) for number, (start, end) in enumerate(spans, 1)]
    placed: set[str] = set()
    html = Marker(marks, placed).html(Excerpt.of(text, 0, len(text)))
    if text:
        assert placed == {made.anchor for made in marks}
    read = Page(re.sub(r"<a [^>]*>\d+</a>", "", html))
    assert read.text == text
