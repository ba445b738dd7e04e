"""What the page asks, and what it is answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from gpar_lint_page import Desk

from gpar_lint.cli.main import main
from tests.support.word import body_of, docx

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
Ask = Callable[..., Any]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Asks a new desk."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    desk = Desk()

    def asked(question: str, data: bytes | None = None, /, **given: object) -> Any:
        answer = desk.ask(question, json.dumps(given), data)
        return answer if isinstance(answer, bytes) else json.loads(answer)

    asked("hello", language="zh", today="2026-03-01")
    return asked


def example(name: str) -> bytes:
    return (EXAMPLES / name).read_bytes()


def shown(view: dict[str, Any]) -> str:
    """The text of a view's pieces, tables included."""
    parts = []
    for piece in view["pieces"]:
        if piece["kind"] == "table":
            table = piece["table"]
            runs = [run for row in table["rows"] for box in row for run in box["runs"]]
            parts += [run[0] for run in runs]
        else:
            parts += [run[0] for run in piece["runs"]]
    return "".join(parts)


def runs_of(view: dict[str, Any]) -> list[list[Any]]:
    found = []
    for piece in view["pieces"]:
        if piece["kind"] != "table":
            found += piece["runs"]
            continue
        table = piece["table"]
        found += [run for row in table["rows"] for box in row for run in box["runs"]]
        found += [run for line in table["lines"] for run in line]
    return found


def test_a_report_is_shown_with_its_findings_where_they_are(ask: Ask) -> None:
    ask("open", example("有缺陷/文表不符.txt"), name="年报.txt")
    view = ask("view", name="年报.txt")
    assert view["state"] == "report"
    assert (view["year"], view["counts"]) == (2024, {"error": 1, "warning": 2, "info": 0})
    for finding in view["findings"]:
        runs = [run for run in runs_of(view) if finding["number"] in run[1]]
        line, column, last, end = finding["place"]
        assert line == last
        words = view["text"].split("\n")[line - 1][column:end]
        assert "".join(run[0] for run in runs) == words
        assert len([run for run in runs_of(view) if finding["number"] in run[3]]) == 1
    assert "79条" in shown(view)
    assert view["whole"] == []


def test_related_figures_and_the_terms_of_sums_lead_to_places_in_the_text(ask: Ask) -> None:
    ask("open", example("有缺陷/文表不符.txt"), name="年报.txt")
    view = ask("view", name="年报.txt")
    places = {place for run in runs_of(view) for place in run[2]}
    related = [each for finding in view["findings"] for each in finding["related"]]
    assert related and all(each["place"] in places for each in related)
    sums = [made for piece in view["pieces"] for made in piece.get("table", {}).get("sums", [])]
    assert len(sums) == 44
    assert all(term["place"] in places for made in sums for term in made["left"] + made["right"])


def test_what_was_checked_and_what_was_not_is_said(ask: Ask) -> None:
    ask("open", example("有缺陷/缺项.md"), name="年报.md")
    scope = ask("view", name="年报.md")["scope"]
    states = [state for state, _ in scope]
    assert states == ["part", "done", "part", "done", "done", "not"]
    assert scope[0][1] == "三张表 200 格，读出 193 格，其余没有核对"
    assert "无法计算 7 项" in scope[2][1]


def test_a_table_that_is_not_there_is_not_passed_over(ask: Ask) -> None:
    text = example("合规/青禾县水务局2024年.txt").decode()
    start, end = text.index("四、政府信息公开行政复议"), text.index("五、存在的主要问题")
    ask("open", (text[:start] + text[end:]).encode(), name="年报.txt")
    scope = ask("view", name="年报.txt")["scope"]
    assert ["not", "没有读到表四，这张表没有核对"] in scope


def test_findings_follow_the_text_as_it_is_edited(ask: Ask) -> None:
    ask("open", example("有缺陷/文表不符.txt"), name="年报.txt")
    text = ask("view", name="年报.txt")["text"]
    view = ask("view", name="年报.txt", text=text.replace("政府信息79条", "政府信息119条"))
    assert view["counts"] == {"error": 1, "warning": 1, "info": 0}
    assert view["editable"] and view["text"] is None


def test_a_new_desk_takes_up_a_text_edited_on_another(ask: Ask) -> None:
    data = example("有缺陷/文表不符.txt").decode().encode("gb18030")
    ask("open", data, name="年报.txt")
    edited = data.decode("gb18030").replace("政府信息79条", "政府信息119条")
    view = ask("view", name="年报.txt", text=edited)
    assert view["editable"] and view["counts"]["warning"] == 1
    assert ask("encode", name="年报.txt", text=edited) == edited.encode("gb18030")


def test_places_are_those_of_an_editor_that_counts_utf16_units(ask: Ask) -> None:
    text = example("有缺陷/文表不符.txt").decode().replace("发布政府信息79条", "发布😀政府信息79条")
    ask("open", text.encode(), name="年报.txt")
    view = ask("view", name="年报.txt")
    finding = next(found for found in view["findings"] if "79条" in found["message"])
    line, column, _, end = finding["place"]
    units = text.split("\n")[line - 1].encode("utf-16-le")
    assert units[2 * column : 2 * end].decode("utf-16-le") == "79条"


def applied(text: str, rounds: list[Any]) -> str:
    """The text after rounds of changes, as an editor makes them; for text within the BMP."""
    for changes in rounds:
        lines = text.split("\n")
        starts = [sum(len(line) + 1 for line in lines[:row]) for row in range(len(lines))]
        for (line, column, last, end), new in reversed(changes):
            start, stop = starts[line - 1] + column, starts[last - 1] + end
            text = text[:start] + new + text[stop:]
    return text


def test_all_safe_fixes_give_what_the_command_line_gives(ask: Ask, tmp_path: Path) -> None:
    data = example("有缺陷/由PDF转换.txt")
    ask("open", data, name="年报.txt")
    text = ask("view", name="年报.txt")["text"]
    answer = ask("fix", name="年报.txt", text=text, previous=None, finding=None)
    assert answer["fixed"] == 4
    mended = ask("encode", name="年报.txt", text=applied(text, answer["rounds"]))
    by_command = tmp_path / "年报.txt"
    by_command.write_bytes(data)
    main([str(by_command), "--fix", "--isolated", "-q"])
    assert mended == by_command.read_bytes()


def test_one_fix_changes_its_finding_and_no_other(ask: Ask) -> None:
    ask("open", example("有缺陷/由PDF转换.txt"), name="年报.txt")
    view = ask("view", name="年报.txt")
    fixable = [found for found in view["findings"] if found["fix"]]
    answer = ask(
        "fix", name="年报.txt", text=view["text"], previous=None, finding=fixable[1]["number"]
    )
    after = ask("view", name="年报.txt", text=applied(view["text"], answer["rounds"]))
    gone = {found["key"] for found in view["findings"]} - {
        found["key"] for found in after["findings"]
    }
    assert gone == {fixable[1]["key"]}


@pytest.mark.parametrize(
    ("codec", "mark", "told"),
    [
        ("utf-8", b"\xef\xbb\xbf", "UTF-8（带 BOM）"),
        ("gb18030", b"", "GB18030"),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
    ],
)
def test_a_file_is_written_back_as_it_was(ask: Ask, codec: str, mark: bytes, told: str) -> None:
    text = example("有缺陷/文表不符.txt").decode().replace("\n", "\r\n")
    data = mark + text.encode(codec)
    ask("open", data, name="年报.txt")
    view = ask("view", name="年报.txt")
    assert view["encoding"] == told
    assert ask("encode", name="年报.txt", text=view["text"]) == data


def test_a_character_that_the_encoding_lacks_is_named(ask: Ask) -> None:
    page = '<html><head><meta charset="big5"></head><body><p>報告</p></body></html>'
    ask("open", page.encode("big5"), name="年报.html")
    ask("view", name="年报.html")
    refused = ask("encode", name="年报.html", text=page.replace("報告", "报告"))
    assert "BIG5" in refused["refused"] and "“报”" in refused["refused"]


def test_a_word_document_is_read_and_given_comments(ask: Ask) -> None:
    data = docx(body_of(example("有缺陷/文表不符.txt").decode()))
    ask("open", data, name="年报.docx")
    view = ask("view", name="年报.docx")
    assert (view["kind"], view["editable"], view["encoding"]) == ("docx", False, "")
    assert view["counts"]["error"] == 1
    assert "段" in view["findings"][0]["where"]
    commented = ask("annotate", name="年报.docx")
    Path("批注.docx").write_bytes(commented)
    with ZipFile("批注.docx") as archive:
        assert "正文称" in archive.read("word/comments.xml").decode()


def test_a_text_is_given_no_comments(ask: Ask) -> None:
    ask("open", example("有缺陷/文表不符.txt"), name="年报.txt")
    assert "docx" in ask("annotate", name="年报.txt")["refused"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        bytes(range(256)) * 40,
        "1\n2\n".encode("utf-16-le") * 400,
        "报告".encode() * 99 + b"\xff",
        b"PK\x03\x04rubbish",
    ],
)
def test_a_bad_file_is_answered_as_on_the_command_line(
    ask: Ask, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "年报.docx" if data.startswith(b"PK") else "年报.txt"
    ask("open", data, name=name)
    view = ask("view", name=name)
    (tmp_path / name).write_bytes(data)
    main([str(tmp_path / name), "--isolated", "--output-format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert [found["message"] for found in view["findings"]] == [each["message"] for each in told]
    assert view["message"] == told[0]["message"]


def test_what_the_page_cannot_read_is_told_in_its_own_words(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gpar_lint.source.pdf.isolation.find_spec", lambda _: None)
    ask("open", b"%PDF-1.7 ...", name="年报.pdf")
    view = ask("view", name="年报.pdf")
    assert view["state"] == "unreadable"
    assert "网页版不能读取 PDF" in view["message"] and "pip" not in view["message"]


def test_a_file_that_is_too_large_is_not_even_read(ask: Ask) -> None:
    view = ask("refuse", name="年报.txt", reason="too-large")
    assert "20 兆字节" in view["message"]


def test_last_years_report_is_held_against_this_one(ask: Ask) -> None:
    text = example("合规/青禾县水务局2024年.txt").decode()
    before = text.replace("2024", "2023")
    ask("open", text.encode(), name="今年.txt")
    last = ask("open", before.encode(), name="去年.txt", aside=True)["name"]
    view = ask("view", name="今年.txt", previous=last)
    assert view["previous"] == {"name": "去年.txt", "problem": ""}
    assert ["done", "已与 2023 年的报告比对（去年.txt）"] in view["scope"]
    assert {found["code"][0] for found in view["findings"]} == {"X"}
    assert ask("csv").decode("utf-8-sig").count("\n") == 2  # it is not checked itself


@pytest.mark.parametrize(
    ("changed", "problem"),
    [(("2024", "2022"), "应放 2023 年的报告"), (("年度报告", "工作总结"), "不像年度报告")],
)
def test_another_report_than_last_years_is_not_taken_for_it(
    ask: Ask, changed: tuple[str, str], problem: str
) -> None:
    text = example("合规/青禾县水务局2024年.txt").decode()
    other = text.replace(*changed) if changed[0] == "2024" else "会议纪要\n\n今天开会。\n"
    ask("open", text.encode(), name="今年.txt")
    last = ask("open", other.encode(), name="别的.txt", aside=True)["name"]
    view = ask("view", name="今年.txt", previous=last)
    assert problem in view["previous"]["problem"]
    assert view["findings"] == []


def test_among_several_files_the_same_agencys_two_years_find_each_other(ask: Ask) -> None:
    text = example("合规/青禾县水务局2024年.txt").decode()
    ask("open", text.encode(), name="今年.txt")
    ask("open", text.replace("2024", "2023").encode(), name="去年.txt")
    assert "去年.txt" in str(ask("view", name="今年.txt")["scope"])
    ask("close", name="去年.txt")
    assert "没有上年的报告" in str(ask("view", name="今年.txt")["scope"])


def test_files_of_one_name_are_told_apart(ask: Ask) -> None:
    data = example("有缺陷/文表不符.txt")
    names = [
        ask("open", data, name=name)["name"]
        for name in ("a/年报.txt", "b\\年报.txt", "../年报.txt", "..")
    ]
    assert names == ["年报.txt", "年报 (2).txt", "年报 (3).txt", "未命名.txt"]


def test_the_overview_opens_in_a_spreadsheet(ask: Ask) -> None:
    for name in ("有缺陷/文表不符.txt", "合规/青禾县水务局2024年.txt"):
        ask("open", example(name), name=Path(name).name)
    rows = [ask("row", name=name) for name in ("文表不符.txt", "青禾县水务局2024年.txt")]
    assert [row["counts"]["error"] for row in rows] == [1, 0]
    assert ask("lines")["lines"][0].startswith("没有问题的 1 份，有错误的 1 份")
    data = ask("csv")
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").rstrip("\n").split("\n")
    assert [line.split(",")[:5] for line in lines[1:]] == [
        ["文表不符.txt", "南浦区财政局", "2024", "2021", "1"],
        ["青禾县水务局2024年.txt", "青禾县水务局", "2024", "2021", "0"],
    ]


def test_the_overview_is_of_the_texts_as_they_are_now(ask: Ask) -> None:
    ask("open", example("有缺陷/文表不符.txt"), name="年报.txt")
    text = ask("view", name="年报.txt")["text"]
    ask("view", name="年报.txt", text=text.replace("政府信息公开申请50件", "政府信息公开申请20件"))
    assert "年报.txt,南浦区财政局,2024,2021,0,2,0," in ask("csv").decode()


def test_a_rule_is_explained_in_plain_words(ask: Ask) -> None:
    rule = ask("rule", code="A301")
    assert [section["title"] for section in rule["sections"]] == ["检查内容", "为什么", "怎么改"]
    assert rule["sections"][0]["blocks"][0].startswith("表三每一行")


def test_in_english_everything_but_the_report_is_english(ask: Ask) -> None:
    ask("hello", language="en", today="2026-03-01")
    ask("open", example("有缺陷/文表不符.txt"), name="report.txt")
    view = ask("view", name="report.txt")
    assert view["closing"].startswith("2024, 2021 format")
    assert view["scope"][0] == ["done", "all 200 cells of the tables read"]


def test_control_characters_are_spelled_out(ask: Ask) -> None:
    text = example("有缺陷/文表不符.txt").decode().replace("我局认真", "我局\x1b认真")
    ask("open", text.encode(), name="年报.txt")
    view = ask("view", name="年报.txt")
    assert "我局<U+001B>认真" in shown(view)
