"""A third edition is one file more: loaded, and a report in it checked, without any code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gpar_lint.checks.context import Settings
from gpar_lint.checks.finding import Finding
from gpar_lint.format.edition import TableFormat
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.engine import examine
from gpar_lint.source.reading import read

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """The built-in rules, with an edition for reports on 2027 and later."""
    root = tmp_path_factory.mktemp("rules")
    for path in RULES.glob("*/*.toml"):
        (root / path.parent.name).mkdir(exist_ok=True)
        (root / path.parent.name / path.name).write_bytes(path.read_bytes())
    current = root / "editions/2021.toml"
    text = current.read_text(encoding="utf-8")
    current.write_text(
        text.replace("first_year = 2021\n", "first_year = 2021\nlast_year = 2026\n"),
        encoding="utf-8",
    )
    (root / "editions/2027.toml").write_text(invented_edition(text), encoding="utf-8")
    return load_rulebook(str(root))


@pytest.fixture(scope="module")
def table(rulebook: Rulebook) -> TableFormat:
    """Table 三 of the invented edition."""
    table = rulebook.editions["2027"].table("三")
    assert table
    return table


def replaced(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def invented_edition(current: str) -> str:
    """The 2021 edition with a row 4.涉及个人隐私 and a column 新闻媒体 more in table 三."""
    section = '  { section = "三、本年度办理结果", group ='
    total = '  { key = "total", label = "总计" },\n]\nrows = [\n  { key = "new_received"'
    media = '  { key = "media", label = "新闻媒体", group = "法人或其他组织" },\n'
    petition = f'{section} "（五）不予处理", key = "rejected_petition"'
    private = f'{section} "（四）无法提供", key = "unavailable_private", '
    private += 'label = "4.涉及个人隐私" },\n'
    return replaced(
        current,
        ('name = "2021"\nfirst_year = 2021', 'name = "2027"\nfirst_year = 2027'),
        (petition, private + petition),
        (total, media + total),
        ('"other_organisation"]\nright', '"other_organisation", "media"]\nright'),
        ('"unavailable_unclear",\n', '"unavailable_unclear", "unavailable_private",\n'),
    )


#: Natural persons, five kinds of organisation, media; the totals are made from them.
FIGURES = {
    "new_received": (3, 0, 0, 0, 0, 0, 2),
    "granted": (2, 0, 0, 0, 0, 0, 0),
    "unavailable_private": (0, 0, 0, 0, 0, 0, 2),
    "results_total": (2, 0, 0, 0, 0, 0, 2),
    "carried_forward": (1, 0, 0, 0, 0, 0, 0),
}


def report(table: TableFormat, **totals: int) -> str:
    """A report on 2028 with table 三 in the invented form; `totals` stand in the place of sums."""
    rows = ["\t\t\t申请人情况", "\t\t\t" + "\t".join([column.label for column in table.columns])]
    above = ""
    for row in table.rows:
        figures = FIGURES.get(row.key, (0,) * 7)
        figures = (*figures, totals.get(row.key, sum(figures)))
        group = row.group or row.section
        rows.append("\t".join(["", group if group != above else "", row.label, *map(str, figures)]))
        above = group
    before, _, rest = clean_report("2021").partition("（本列数据")
    _, _, after = rest.partition("\n\n")
    return (before + "\n".join(rows) + "\n\n" + after).replace("2024", "2028")


def check(rulebook: Rulebook, text: str) -> list[Finding]:
    rules = [rule for code, rule in rulebook.rules.items() if code[0] in "TA"]
    document = read("report.txt", text.encode())
    examination = examine(document, rulebook, Settings(today=date(2029, 3, 1)), rules)
    assert examination.report.edition.name == "2027"
    return examination.findings


def test_the_edition_is_chosen_by_the_year(rulebook: Rulebook) -> None:
    assert list(rulebook.editions) == ["2019", "2021", "2027"]
    assert rulebook.edition_for(2026).name == "2021"
    assert rulebook.edition_for(2028).name == "2027"


def test_a_report_in_it_is_read_whole(rulebook: Rulebook, table: TableFormat) -> None:
    text = report(table)
    assert [(finding.code, finding.values) for finding in check(rulebook, text)] == []
    examination = examine(read("report.txt", text.encode()), rulebook, Settings(), [])
    found = examination.report.table("三")
    assert found
    cell = found.cell("unavailable_private", "media")
    assert cell
    assert cell.value == 2
    assert sum(len(row.cells) for row in found.rows) == table.cell_count() == 26 * 8


def test_its_own_sums_are_checked(rulebook: Rulebook, table: TableFormat) -> None:
    findings = check(rulebook, report(table, unavailable_private=3))
    assert [(finding.code, finding.cell) for finding in findings] == [
        ("A301", ("三", "unavailable_private", "total"))
    ]


def test_a_report_in_the_old_form_lacks_its_row(rulebook: Rulebook, table: TableFormat) -> None:
    lines = [line for line in report(table).split("\n") if "4.涉及个人隐私" not in line]
    assert "T202" in [finding.code for finding in check(rulebook, "\n".join(lines))]
