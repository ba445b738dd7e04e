"""`gpar-lint new`: blank reports, and that the linter knows them as such."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from gpar_lint.checks.context import Settings
from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.checking import Linter
from gpar_lint.report.reading import read_report
from gpar_lint.source.reading import read
from tests.cli.conftest import Gpar

RULEBOOK = load_rulebook()
LINTER = Linter(RULEBOOK, RULEBOOK.rules, Settings(), "zh")
FORMATS = ("md", "txt", "docx")
#: Opening, 一, 五 and 六 are not filled in, nor are the three tables.
NOT_FILLED_IN = Counter({"F704": 4, "T207": 3})


def made(gpar: Gpar, *arguments: str) -> Path:
    before = set(Path().iterdir())
    run = gpar("new", *arguments)
    assert run.status == 0, run.err
    (path,) = set(Path().iterdir()) - before
    assert path.name in run.err
    return path


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("year", [2019, 2020, 2021, 2025])
def test_a_blank_report_is_said_once_a_part(gpar: Gpar, form: str, year: int) -> None:
    path = made(gpar, "--agency", "青禾县水务局", "--year", str(year), "-o", f"年报.{form}")
    found = LINTER.check(path.name, path.read_bytes()).diagnostics
    assert Counter([each.code for each in found]) == NOT_FILLED_IN
    chapters = {each.chapter for each in found if each.code == "F704"}
    assert chapters == {None, "一", "五", "六"}


@pytest.mark.parametrize("form", FORMATS)
def test_without_agency_and_year_these_are_placeholders(gpar: Gpar, form: str) -> None:
    path = made(gpar, "-o", f"年报.{form}")
    found = LINTER.check(path.name, path.read_bytes()).diagnostics
    assert Counter([each.code for each in found]) == NOT_FILLED_IN


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("edition", list(RULEBOOK.editions))
def test_every_cell_is_there(gpar: Gpar, form: str, edition: str) -> None:
    path = made(gpar, "--edition", edition, "-o", f"年报.{form}")
    report = read_report(read(path.name, path.read_bytes()), RULEBOOK, edition)
    cells = {t.name: [c.form for row in t.rows for c in row.cells] for t in report.tables}
    assert {name: set(forms) for name, forms in cells.items()} == {
        name: {"blank"} for name in "二三四"
    }
    assert {name: len(forms) for name, forms in cells.items()} == {
        table.name: table.cell_count() for table in RULEBOOK.editions[edition].tables
    }
    assert [chapter.title.text for chapter in report.chapters] == [
        chapter.title for chapter in RULEBOOK.editions[edition].chapters
    ]


def test_filled_in_it_is_clean(gpar: Gpar) -> None:
    """Nothing but what a person writes is missing from it."""
    path = made(gpar, "--agency", "青禾县水务局", "--year", "2024", "-o", "年报.txt")
    text = path.read_text(encoding="utf-8")
    said = {
        "（一）主动公开。〔填写〕": "（一）主动公开。全年在县政府网站公开信息3条。",
        "（二）依申请公开。〔填写〕": "（二）依申请公开。未收到政府信息公开申请。",
        "（三）政府信息管理。〔填写〕": "（三）政府信息管理。落实政府信息动态调整机制。",
        "平台建设。〔填写〕": "平台建设。维护县政府网站专栏。",
        "（五）监督保障。〔填写〕": "（五）监督保障。组织业务培训，开展考核。",
        "问题。〔填写〕": "问题。公开内容不够全面。",
        "改进情况。〔填写〕": "改进情况。加强了业务培训。",
        "收取情况：〔填写〕": "收取情况：未收取信息处理费",
        "〔填写其他需要报告的事项，没有的写“无其他需要报告的事项”〕": "无其他需要报告的事项。",
        "〔填写网站名称和网址〕": "青禾县人民政府网站（http://www.qinghe.gov.cn）",
        "地址：〔填写〕；邮编：〔填写〕": "地址：清源路8号；邮编：315400",
        "电话：〔填写〕": "电话：0574-5550126",
    }
    for placeholder, words in said.items():
        assert placeholder in text
        text = text.replace(placeholder, words)
    lines = text.split("\n")
    filled = [_filled(line) for line in lines]
    found = LINTER.check("年报.txt", "\n".join(filled).encode()).diagnostics
    assert [each for each in found if each.severity != "info"] == []


def _filled(line: str) -> str:
    """A row of a table with a 0 in each of its blank cells at the end."""
    cells = line.split("\t")
    if len(cells) == 1 or (any(cells) and not _is_row(cells)):
        return line
    figures = {4: {"规章": 3, "行政规范性文件": 3}.get(cells[0], 1), 10: 7, 15: 15}[len(cells)]
    start = 3 if len(cells) == 10 else 1 if len(cells) == 4 else 0
    return "\t".join([*cells[:start], *["0"] * figures, *cells[start + figures :]])


def _is_row(cells: list[str]) -> bool:
    if len(cells) == 4:
        return not cells[1] and not cells[0].startswith("第")
    return len(cells) == 10 and not any(cells[3:]) and any(cells[:3])


def test_the_title_names_the_file(gpar: Gpar) -> None:
    path = made(gpar, "--agency", "青禾县/水务局", "--year", "2025", "--format", "docx")
    assert path.name == "青禾县水务局2025年政府信息公开工作年度报告.docx"


def test_a_text_goes_into_a_pipe(gpar: Gpar) -> None:
    run = gpar("new", "--year", "2025", "--format", "txt")
    assert run.out.startswith("〔填写机关全称〕2025年政府信息公开工作年度报告\n")
    assert not list(Path().iterdir())


def test_a_file_that_is_there_is_replaced_only_when_asked(gpar: Gpar) -> None:
    path = Path("年报.md")
    path.write_text("写好的报告", encoding="utf-8")
    run = gpar("new", "-o", path.name)
    assert run.status == 2
    assert "--force" in run.err
    assert path.read_text(encoding="utf-8") == "写好的报告"
    assert gpar("new", "-o", path.name, "--force").status == 0
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("year", ["99", "2018", "二〇二五", "-1"])
def test_a_year_without_a_format_is_refused(gpar: Gpar, year: str) -> None:
    run = gpar("new", f"--year={year}")
    assert run.status == 2
    assert year in run.err


def test_a_year_in_full_width_digits_is_a_year(gpar: Gpar) -> None:
    assert "2025年1月1日" in gpar("new", "--year", "２０２５", "--output-file", "-").out


@pytest.mark.parametrize("suffix", [".doc", ".WPS", ".pdf", ".html", ".xlsx"])
def test_a_kind_that_cannot_be_written_is_not_written_as_another(gpar: Gpar, suffix: str) -> None:
    run = gpar("new", "-o", f"年报{suffix}")
    assert run.status == 2
    assert f"不能写出 {suffix} 文件，可以写 .md、.txt、.docx" in run.err
    assert not Path(f"年报{suffix}").exists()


def test_a_file_is_named_by_an_option(gpar: Gpar) -> None:
    assert "请写作 -o 年报.docx" in gpar("new", "年报.docx").err


def test_messages_in_english(gpar: Gpar) -> None:
    assert "written: 年报.md" in gpar("new", "-o", "年报.md", "--lang", "en").err
    assert "there already" in gpar("new", "-o", "年报.md", "--lang", "en").err
    assert "Writes a blank report" in gpar("new", "--help", "--lang", "en").out


def test_a_word_document_that_others_open(gpar: Gpar) -> None:
    path = made(gpar, "--agency", "青禾<县>&水务局", "--year", "2025", "-o", "年报.docx")
    document = docx.Document(str(path))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert document.paragraphs[0].text == "青禾<县>&水务局2025年政府信息公开工作年度报告"
    assert (styles[0], styles.count("Heading 1")) == ("Title", 6)
    assert [(len(t.rows), len(t.columns)) for t in document.tables] == [(14, 4), (28, 10), (4, 15)]
    labels = document.tables[1].rows[8].cells  # in the third row of 不予公开
    assert [labels[0].text, labels[1].text] == ["三、本年度办理结果", "（三）不予公开"]


def test_the_same_report_is_the_same_bytes(gpar: Gpar) -> None:
    one, other = made(gpar, "-o", "一.docx"), made(gpar, "-o", "二.docx")
    assert one.read_bytes() == other.read_bytes()
    assert ZipFile(one).testzip() is None
