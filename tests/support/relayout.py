"""A tab-separated report laid out anew, as other converters and people would have written it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

_CHAPTER = re.compile(r"[一二三四五六七八]、.{2,28}")
_WORD = re.compile("[\u4e00-\u9fff]{2}")
_WIDTH = 76  # half-widths of a line of a page


def markdown(text: str) -> str:
    """Title and chapters marked as headings, tables with pipes."""
    lines = text.split("\n")
    lines = [f"## {line}" if _CHAPTER.fullmatch(line) else line for line in lines]
    return _tables("\n".join([f"# {lines[0]}", *lines[1:]]), _pipes)


def web_page(text: str) -> str:
    """A page of a site: a paragraph a line, chapters as headings, entities for quotation marks."""
    title, *lines = _tables(text, _table_rows).split("\n")
    body = [line if line.startswith("<t") else _paragraph(line) for line in lines if line.strip()]
    site = '<div><a href="/">首页</a> &gt; <a href="/nb">年报</a></div>'
    head = f"<!DOCTYPE html>\n<html><head><title>政府网站</title></head><body>{site}<div>"
    above = f"<h1>{escape(title.lstrip('# '))}</h1>"
    return "\n".join([head, above, *body, "</div></body></html>\n"])


def _paragraph(line: str) -> str:
    text = escape(line, quote=False).replace("“", "&ldquo;").replace("”", "&rdquo;")
    bare = text.lstrip("#")
    level = len(text) - len(bare) or 2
    if text != bare or _CHAPTER.fullmatch(line):
        return f"<h{level}>{bare.strip()}</h{level}>"
    return f'<p style="text-indent:2em"><span>{text}</span></p>'


def _table_rows(rows: list[list[str]]) -> list[str]:
    cells = [[f"<td><p>{escape(cell) or '&nbsp;'}</p></td>" for cell in row] for row in rows]
    lines = [f"<tr>{''.join(row)}</tr>" for row in cells]
    return ["<table>" + "".join(lines) + "</table>"]


def without_blank_lines(text: str) -> str:
    """Every blank line taken out."""
    return "\n".join([line for line in text.split("\n") if line.strip()])


def page(text: str) -> str:
    """A PDF's text: wrapped line by line, long labels too, a page number every 32 lines."""
    lines: list[str] = []
    for line in without_blank_lines(text).split("\n"):
        if "\t" in line:
            lines += _page_row(line)
        else:
            lines += [line] if _CHAPTER.fullmatch(line) else _wrapped(line, _WIDTH)
    pages = [lines[place : place + 32] for place in range(0, len(lines), 32)]
    return "\n".join(
        ["\n".join([*p, "", f"- {number} -", ""]) for number, p in enumerate(pages, 1)]
    )


def one_cell_a_line(text: str) -> str:
    """Every cell on a line of its own, blank ones lost, a blank line after each."""
    cells = [cell for line in text.split("\n") for cell in line.split("\t") if cell]
    return "\n\n".join(cells)


def columns_by_spaces(text: str) -> str:
    """Cells set apart by three spaces, blank ones lost."""
    return _tables(text, lambda rows: ["   ".join([cell for cell in row if cell]) for row in rows])


def windows(text: str) -> str:
    """Lines that end in carriage return and line feed."""
    return text.replace("\n", "\r\n")


def spaced_figures(text: str) -> str:
    """A space on either side of every number in the text, as in 2024 年."""
    lines = text.split("\n")
    spaced = re.compile("(?<=[\u4e00-\u9fff])([0-9]+)(?=[年月日件条])")
    return "\n".join([line if "\t" in line else spaced.sub(r" \1 ", line) for line in lines])


def indented(text: str) -> str:
    """Paragraphs that begin with two full-width spaces."""
    lines = text.split("\n")
    bare = [not line or "\t" in line or bool(_CHAPTER.fullmatch(line)) for line in lines]
    return "\n".join(
        [line if plain else f"　　{line}" for line, plain in zip(lines, bare, strict=True)]
    )


LAYOUTS: dict[str, Callable[[str], str]] = {
    layout.__name__: layout
    for layout in (
        markdown,
        web_page,
        without_blank_lines,
        page,
        one_cell_a_line,
        columns_by_spaces,
        windows,
        spaced_figures,
        indented,
    )
}


def _tables(text: str, write: Callable[[list[list[str]]], list[str]]) -> str:
    """Every run of lines with tabs written anew."""
    lines: list[str] = []
    table: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            table.append(line.split("\t"))
            continue
        if table:
            lines += write(table)
            table = []
        lines.append(line)
    return "\n".join(lines[:-1])


def _pipes(rows: list[list[str]]) -> list[str]:
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return [lines[0], "|" + "---|" * width, *lines[1:]]


def _page_row(line: str) -> list[str]:
    cells = [cell for cell in line.split("\t") if cell]
    start = next((place for place, cell in enumerate(cells) if not _WORD.search(cell)), len(cells))
    label, figures = " ".join(cells[:start]), cells[start:]
    *above, last = _wrapped(label, 34) if figures else [label]
    return [*above, " ".join([last, *figures]).strip()]


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` half-widths."""
    lines, used = [""], 0
    for char in text:
        used += 1 if char.isascii() else 2
        if used > width:
            lines.append("")
            used = 1 if char.isascii() else 2
        lines[-1] += char
    return lines
