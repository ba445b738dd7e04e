"""The pictures of the documentation, made from the programs themselves.

    python -m tools.pictures            (make pictures; needs Chromium and LibreOffice)

A terminal is drawn by a browser from what the program prints, colours and all; a page is what the
browser shows of it; the Word document is what LibreOffice prints of it, comments in the margin.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import docx
import docx.document
import pypdfium2  # type: ignore[import-untyped]
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from PIL import Image, ImageChops

ROOT = Path(__file__).parents[1]
OUTPUT = ROOT / "docs/pictures"
EXAMPLES = ROOT / "examples"
#: The example in Markdown, and what is made wrong in it for the picture.
SOURCE = EXAMPLES / "合规/松岭县白塘镇2023年.md"
DEFECTS = (
    ("受理政府信息公开申请20件", "受理政府信息公开申请22件"),
    ("废止15件，现行有效60件", "废止15件，现行有效62件"),
)
_MOST = 200_000  # bytes of a picture
_ANSI = re.compile(r"\x1b\[([0-9;]*)m")
_CLASSES = {"1": "bold", "2": "dim", "4": "line", "31": "red", "33": "yellow", "36": "cyan"}
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 18px; background: #fff; width: max-content; }
div { background: #1f2430; color: #e6e6e6; border-radius: 8px; width: 1000px; overflow: hidden; }
header { background: #343b4c; padding: 8px 12px; color: #aab; font: 13px "Noto Sans CJK SC"; }
header::before { content: "●●●"; letter-spacing: 4px; margin-right: 12px; color: #78839b; }
pre { margin: 0; padding: 14px 16px 18px; font: 15px/1.55 "Noto Sans Mono CJK SC"; }
pre { white-space: pre-wrap; line-break: anywhere; }
.bold { font-weight: bold; } .dim { color: #8a93a6; } .line { text-decoration: underline; }
.red { color: #ff7b72; } .yellow { color: #f2cc60; } .cyan { color: #79c0ff; }
.prompt { color: #7ee787; }
</style><div><header>终端</header><pre>"""


# Where Writer prints comments: 4 is in the margin.
_COMMENTS_IN_MARGIN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Writer/Print/Content">
<prop oor:name="Note" oor:op="fuse"><value>4</value></prop>
</item></oor:items>"""


def terminal(command: str, output: Path, folder: Path) -> None:
    """A picture of a terminal in which a command of gpar-lint has run."""
    printed = gpar_lint(command.split()[1:], folder)
    page = folder / "terminal.html"
    shown = f'<span class="prompt">$</span> {html.escape(command)}\n{coloured(printed)}'
    page.write_text(f"{_TERMINAL}{shown}</pre></div>", encoding="utf-8")
    browse(page, output, 1040, 900)
    page.unlink()


def gpar_lint(arguments: list[str], folder: Path) -> str:
    """Run the program; what it prints, in colours."""
    environment = {**os.environ, "FORCE_COLOR": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "gpar_lint", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 1, done.stderr  # there is something to show
    return done.stdout


def coloured(text: str) -> str:
    """Text with the colours of a terminal as HTML."""
    parts = _ANSI.split(text)
    shown, is_open = html.escape(parts[0]), False
    for codes, following in zip(parts[1::2], parts[2::2], strict=True):
        classes = [_CLASSES[code] for code in codes.split(";") if code in _CLASSES]
        shown += "</span>" if is_open else ""
        shown += f'<span class="{" ".join(classes)}">' if classes else ""
        shown, is_open = shown + html.escape(following), bool(classes)
    return shown + ("</span>" if is_open else "")


def browse(page: Path, output: Path, width: int, height: int) -> None:
    """A picture of what the browser shows of a page."""
    browser = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    command = [browser, "--headless", "--no-sandbox", "--hide-scrollbars", "--disable-gpu"]
    command += [f"--window-size={width},{height}", f"--screenshot={output}"]
    subprocess.run([*command, page.as_uri()], check=True, capture_output=True)


def page(targets: list[str], output: Path, folder: Path) -> None:
    """A picture of the page that --output-format html writes."""
    result = folder / "结果.html"
    gpar_lint([*targets, "--output-format", "html", "-o", str(result)], folder)
    browse(result, output, 1280, 860)


def comments(output: Path, folder: Path) -> None:
    """A picture of a Word document with its findings as comments."""
    document = folder / "年报.docx"
    as_word(document)
    gpar_lint(["annotate", str(document)], folder)
    settings = folder / "office/user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_COMMENTS_IN_MARGIN, encoding="utf-8")
    office = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
    printing = ["--print-to-file", "--outdir", str(folder), "年报.批注.docx"]
    subprocess.run([*office, *printing], cwd=folder, check=True, capture_output=True)
    pdf = pypdfium2.PdfDocument(folder / "年报.批注.pdf")
    pdf[0].render(scale=2).to_pil().save(output)
    pdf.close()


def as_word(output: Path) -> None:
    """The example as a Word document, some figures made wrong."""
    text = SOURCE.read_text(encoding="utf-8")
    for right, wrong in DEFECTS:
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    document = docx.Document()
    for name in ("Normal", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = "Noto Serif CJK SC"
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
        style.font.color.rgb = RGBColor(0, 0, 0)
    document.styles["Normal"].font.size = Pt(10.5)
    for block in text.strip().split("\n\n"):
        if block.startswith("|"):
            _table(document, [line[1:-1].split("|") for line in block.split("\n")])
        elif block.startswith("#"):
            marks, _, title = block.partition(" ")
            document.add_heading(title, len(marks))
        else:
            document.add_paragraph(block)
    document.save(str(output))


def _table(document: docx.document.Document, rows: list[list[str]]) -> None:
    rows = [row for row in rows if not row[0].startswith("---")]
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=False):
            cell.text = text.strip()
        if not "".join(row[1:]).strip():
            cells.cells[0].merge(cells.cells[-1]).text = row[0].strip()


def finish(picture: Path) -> None:
    """Cut the empty margins off, and keep it small enough for a repository."""
    image = Image.open(picture).convert("RGB")
    background = Image.new("RGB", image.size, image.getpixel((0, image.height - 1)))
    left, top, right, bottom = ImageChops.difference(image, background).getbbox() or (0, 0, 1, 1)
    width, height = image.size
    edges = (max(left - 12, 0), max(top - 12, 0), min(right + 12, width), min(bottom + 12, height))
    image = image.crop(edges)
    for colours in (256, 128, 64, 32):
        image.quantize(colours, dither=Image.Dither.NONE).save(picture, optimize=True)
        if picture.stat().st_size < _MOST:
            return


PICTURES: dict[str, Callable[[Path, Path], None]] = {
    "终端.png": lambda output, folder: terminal("gpar-lint 文表不符.txt", output, folder),
    "网页.png": lambda output, folder: page(["文表不符.txt"], output, folder),
    "网页-多份.png": lambda output, folder: page(["."], output, folder),
    "批注.png": comments,
}


def main(names: list[str]) -> None:
    OUTPUT.mkdir(exist_ok=True)
    for name in names or PICTURES:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(shutil.copytree(EXAMPLES / "有缺陷", Path(place) / "年报"))
            PICTURES[name](OUTPUT / name, folder)
        finish(OUTPUT / name)


if __name__ == "__main__":
    main(sys.argv[1:])
