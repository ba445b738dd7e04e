"""Tables written in the layouts that real reports have, from one form of them.

A `Sheet` holds a table's labels and figures as text; defects are planted in it before it is laid
out. The layouts are those of domain practice: tabs with merged-cell habits, Markdown pipes, columns
aligned by spaces, one cell a line, a PDF's text wrapped line by line, everything on one line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from gpar_lint.format.edition import Edition, RowFormat, TableFormat

Figures = Mapping[str, str]  # "三.granted.total" → text; absent: "0"


class SheetRow:
    """A row: its labels from left to right and its figures."""

    def __init__(self, form: RowFormat, figures: list[str]) -> None:
        self.key = form.key
        self.section, self.group, self.label = form.section, form.group, form.label
        self.columns = list(form.columns)
        self.figures = figures


class Sheet:
    """A table to be laid out. Tests change rows, labels and figures freely."""

    def __init__(self, form: TableFormat, figures: Figures) -> None:
        self.form = form
        self.columns = {column.key: column.label for column in form.columns}
        self.groups = {column.key: column.group for column in form.columns}
        self.rows = [
            SheetRow(row, [figures.get(f"{form.name}.{row.key}.{key}", "0") for key in row.columns])
            for row in form.rows
        ]

    def row(self, key: str) -> SheetRow:
        return next(row for row in self.rows if row.key == key)

    def columns_of(self, row: SheetRow) -> list[str]:
        return [key for key in row.columns if key in self.columns]

    def drop_column(self, key: str) -> None:
        for row in self.rows:
            keys = self.columns_of(row)
            if key in keys:
                del row.figures[keys.index(key)]
        del self.columns[key]


def sheets(edition: Edition, figures: Figures) -> dict[str, Sheet]:
    """The tables of an edition with these figures."""
    return {table.name: Sheet(table, figures) for table in edition.tables}


# ------------------------------------------------------------------ rows of cells, labels merged

Cells = list[list[str]]


def _blocks(sheet: Sheet) -> Cells:
    rows: Cells = []
    before = None
    width = 1 + max(len(row.figures) for row in sheet.rows)
    for row in sheet.rows:
        if row.group != before:
            rows.append([row.group] + [""] * (width - 1))
            head = ["信息内容", *(sheet.columns[key] for key in sheet.columns_of(row))]
            rows.append(head + [""] * (width - len(head)))
            before = row.group
        rows.append([row.label, *row.figures] + [""] * (width - 1 - len(row.figures)))
    return rows


def _matrix_head(sheet: Sheet, shift: int) -> Cells:
    corner = sheet.form.headings[0]
    keys = list(sheet.columns)
    lone = [key for key in keys if not sheet.groups[key]]
    first = [sheet.columns[keys[0]] if keys[0] in lone else ""]
    second = first + [""] * (len(keys) - 1)
    if len(keys) > 1:
        second[1] = "法人或其他组织"
    top = ["申请人情况"] + [""] * (len(keys) - 1)
    top[-1] = sheet.columns[keys[-1]] if keys[-1] in lone else ""
    third = [sheet.columns[key] if key not in lone else "" for key in keys]
    pad = [""] * shift
    return [[corner, *pad, *top], ["", *pad, *second], ["", *pad, *third]]


def _matrix(sheet: Sheet, spread: bool) -> Cells:
    """Three columns of labels. Spread: figures always in the same columns; else pushed left."""
    rows = [head + ([] if spread else [""]) for head in _matrix_head(sheet, 2 if spread else 1)]
    section = group = ""
    for row in sheet.rows:
        labels = []
        if row.section:
            labels.append(row.section if row.section != section else "")
        if row.group:
            labels.append(row.group if row.group != group else "")
        labels.append(row.label)
        section, group = row.section, row.group
        padding = [""] * (3 - len(labels))
        if spread:
            rows.append([*labels, *padding, *row.figures])
        elif len(labels) == 1:
            rows.append([*labels, "", *row.figures, ""])
        else:
            rows.append([*labels, *row.figures, *padding])
    return rows


def _strip(sheet: Sheet) -> Cells:
    width = len(sheet.columns)
    blank = [""] * (width - 1)
    outcomes = list(sheet.columns.values())
    first, *others = [row.label for row in sheet.rows]
    below = [cell for title in others for cell in (title, *blank)]
    return [
        [first, *blank, "行政诉讼", *[""] * (width * len(others) - 1)],
        [*outcomes, *below],
        [""] * width + outcomes * len(others),
        [figure for row in sheet.rows for figure in row.figures],
    ]


def cells_of(sheet: Sheet, spread: bool) -> Cells:
    """The table as rows of cells."""
    if sheet.form.shape == "blocks":
        return _blocks(sheet)
    return _strip(sheet) if sheet.form.shape == "strip" else _matrix(sheet, spread)


# ------------------------------------------------------------------ layouts


def tabs(sheet: Sheet) -> str:
    """Tab-separated, as converters write Word tables."""
    return "\n".join("\t".join(row) for row in cells_of(sheet, spread=False))


def tabs_spread(sheet: Sheet) -> str:
    """Tab-separated, every figure in its own column."""
    return "\n".join("\t".join(row) for row in cells_of(sheet, spread=True))


def pipes(sheet: Sheet) -> str:
    """A Markdown table."""
    return _piped(cells_of(sheet, spread=True))


def _piped(rows: Cells) -> str:
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def repeated(sheet: Sheet) -> str:
    """A Markdown table from a program that repeats a merged label in every column it covers."""
    rows = cells_of(sheet, spread=True)
    for row in rows[3:] if sheet.form.shape == "matrix" else ():
        for place in (1, 2):
            row[place] = row[place] or row[place - 1]
    return _piped(rows)


def joined(sheet: Sheet) -> str:
    """Tab-separated, the labels of section, group and row in one cell."""
    rows = cells_of(sheet, spread=True)
    if sheet.form.shape != "matrix":
        return tabs(sheet)
    return "\n".join("\t".join(["".join(row[:3]), *row[3:]]) for row in rows)


def split(sheet: Sheet) -> str:
    """Tab-separated, cut by a page break: a blank line, then a row that has lost its first cell."""
    return _split(sheet, [""])


def split_numbered(sheet: Sheet) -> str:
    """Tab-separated, cut by a page break with the number of the page."""
    return _split(sheet, ["", "- 3 -", ""])


def _split(sheet: Sheet, between: list[str]) -> str:
    rows = cells_of(sheet, spread=False)
    if sheet.form.shape != "matrix":
        return tabs(sheet)
    half = len(rows) * 2 // 3
    while rows[half][0]:  # a row that begins with the merged cells of those above
        half += 1
    lines = ["\t".join(row) for row in rows]
    return "\n".join([*lines[:half], *between, lines[half].lstrip("\t"), *lines[half + 1 :]])


def spaces(sheet: Sheet) -> str:
    """Columns aligned by spaces; a blank cell cannot be seen."""
    rows = [[cell for cell in row if cell] for row in cells_of(sheet, spread=False)]
    return "\n".join(
        "    ".join([row[0].ljust(24, " "), *(cell.rjust(3) for cell in row[1:])]) for row in rows
    )


def one_a_line(sheet: Sheet) -> str:
    """One cell a line, as a web page's cells come out; blank cells are lost."""
    return "\n".join(cell for row in cells_of(sheet, spread=False) for cell in row if cell)


def one_line(sheet: Sheet) -> str:
    """The whole table on one line."""
    return " ".join(cell for row in cells_of(sheet, spread=False) for cell in row if cell)


_IN_WORDS = frozenset("零一二三四五六七八九无")  # where a figure is due


def wrapped(sheet: Sheet, width: int = 17) -> str:
    """A PDF's text: header words broken, long labels wrapped, a blank line between the lines."""
    lines: list[str] = []
    for row in cells_of(sheet, spread=False):
        cells = [cell for cell in row if cell]
        figures = [
            cell
            for cell in cells
            if cell[0].isdigit() or (len(cell) < 3 and not cell[0].isalpha()) or cell in _IN_WORDS
        ]
        if not figures and sheet.form.shape != "blocks":
            lines += [piece for cell in cells for piece in _pieces(cell, 2)]
            continue
        labels = cells[: len(cells) - len(figures)]
        for label in labels[:-1]:
            lines += _pieces(label, 3)
        *before, last = _pieces(labels[-1], width) if labels else [""]
        lines += before
        lines += (
            [last, " ".join(figures)]
            if before and figures
            else [" ".join([last, *figures]).strip()]
        )
    return "\n\n".join(lines)


def _pieces(text: str, width: int) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)]


LAYOUTS: dict[str, Callable[[Sheet], str]] = {
    "tabs": tabs,
    "tabs_spread": tabs_spread,
    "pipes": pipes,
    "repeated": repeated,
    "joined": joined,
    "split": split,
    "split_numbered": split_numbered,
    "spaces": spaces,
    "one_a_line": one_a_line,
    "one_line": one_line,
    "wrapped": wrapped,
}
#: Layouts in which a blank cell can be seen.
VISIBLE = ("tabs", "tabs_spread", "pipes", "repeated", "joined", "split", "split_numbered")


def consistent_figures(edition: Edition, random: Random) -> dict[str, str]:
    """Figures for every cell that satisfy the identities of the edition."""
    figures: dict[str, int] = {}
    three = edition.table("三")
    assert three
    columns = [column.key for column in three.columns if column.key != "total"]
    results = next(i.left for i in edition.identities if i.code == "A303")
    for column in columns:
        made = {row: random.choice([0, 0, 0, 1, 2, 5, 13]) for row in results}
        total = sum(made.values())
        carried = random.randint(0, 2)
        old = random.randint(0, min(3, total + carried))
        made |= {"results_total": total, "carried_forward": carried, "carried_over": old}
        made["new_received"] = total + carried - old
        figures |= {f"三.{row}.{column}": value for row, value in made.items()}
    for row in three.rows:
        figures[f"三.{row.key}.total"] = sum(
            figures[f"三.{row.key}.{column}"] for column in columns
        )
    four = edition.table("四")
    assert four
    for row in four.rows:
        parts = {column.key: random.randint(0, 4) for column in four.columns}
        parts["total"] = sum(value for key, value in parts.items() if key != "total")
        figures |= {f"四.{row.key}.{key}": value for key, value in parts.items()}
    two = edition.table("二")
    assert two
    for row in two.rows:
        for key in row.columns:
            figures[f"二.{row.key}.{key}"] = random.randint(0, 40)
    for column in two.rows[0].columns:
        figures[f"二.regulations.{column}"] = 0  # few agencies may make them
    stock = "in_force" if edition.name == "2021" else "disclosed_total"
    figures[f"二.normative_documents.{stock}"] = 60
    return {cell: str(value) for cell, value in figures.items()}
