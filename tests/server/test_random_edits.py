"""Twenty thousand random edits: what is shown is what a fresh run finds in the client's text."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient

from tests.server.editor import CLEAN, Editor

EDITS = int(os.environ.get("GPAR_LINT_EDITS", "20000")) // 2  # for each of two clients
CHECKS = 12  # of what is shown, for each client
RESET = 400  # edits after which a text is the clean report again: rubbish has no findings
PIECES = (
    "件", "2024年", "（", "）", "《条例", "，", ",", "其中", "申请3件", "0", "7", "\t", " ", "　",
    "\r\n", "\r", "\n", "\n\n", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\x1c",
    "😀", "𠮷", "👨‍👩‍👧", "⺠", "é", "​", "共收到申请25件。", "一、总体情况\n", "| a | b |\n",
    "<!-- gpar-lint: ignore A301 -- 试 -->\n",
)  # fmt: skip


def edited(text: str, chance: random.Random) -> str:
    """A text with one random edit: something typed, deleted or replaced, or a figure."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice((0, 0, 0, 1, 1, 2, 5)))
    kind = chance.random()
    if kind < 0.1:
        figures = list(re.finditer("[0-9]", text))
        if figures:
            start, end = chance.choice(figures).span()
            return text[:start] + chance.choice("0123456789") + text[end:]
    if kind < 0.4:
        return text[:start] + text[end:]
    return text[:start] + chance.choice(PIECES) + text[end:]


Place = tuple[int, int]
Shown = tuple[str, Place, Place, str]


def run_on(text: str, folder: Path) -> list[Shown]:
    """What the command line finds in a text, its places as offsets."""
    report = folder / "年报.txt"
    report.write_bytes(text.encode())
    command = [sys.executable, "-m", "gpar_lint", "--isolated", "--exit-zero"]
    command += ["--output-format", "json", "--lang", "zh", str(report)]
    run = subprocess.run(command, capture_output=True, check=True)
    found = [
        (
            each["code"],
            (each["range"]["start"]["line"], each["range"]["start"]["column"]),
            (each["range"]["end"]["line"], each["range"]["end"]["column"]),
            "\n".join(filter(None, (each["message"], each["hint"]))),
        )
        for each in json.loads(run.stdout)
    ]
    return [] if [each[0] for each in found] == ["Z002"] else found


def counted(text: str, place: types.Position, editor: Editor) -> Place:
    """A position as line and column in code points from 1; nothing of the server's is used."""
    lines = re.split("\r\n|\r|\n", text)
    column = lines[place.line].encode(editor.codec)[: place.character * editor.unit]
    return place.line + 1, len(column.decode(editor.codec)) + 1


async def shown_by(editor: Editor, uri: str, text: str) -> list[Shown]:
    """What the server shows, its places as the command line counts them."""
    return [
        (
            str(each.code),
            counted(text, each.range.start, editor),
            counted(text, each.range.end, editor),
            each.message,
        )
        for each in await editor.pulled(uri)
    ]


async def _edit_at_random(editor: Editor, chance: random.Random, folder: Path) -> None:
    text, uri = CLEAN, editor.open(CLEAN)
    findings = 0
    for number in range(EDITS):
        text = edited(text, chance) if number % RESET else CLEAN
        editor.change(uri, text)
        if number % (EDITS // CHECKS) == EDITS // CHECKS - 1:
            shown = await shown_by(editor, uri, text)
            assert shown == run_on(text, folder), number
            findings += len(shown)
    assert findings > CHECKS  # or nothing was held against anything


@pytest.mark.parametrize("seed", [20240115])
async def test_the_copy_is_exact_in_utf16(
    pulling: LanguageClient, tmp_path: Path, seed: int
) -> None:
    await _edit_at_random(Editor(pulling, tmp_path), random.Random(seed), tmp_path)


@pytest.mark.parametrize("seed", [20250120])
async def test_the_copy_is_exact_in_utf8(neovim: LanguageClient, tmp_path: Path, seed: int) -> None:
    await _edit_at_random(Editor(neovim, tmp_path), random.Random(seed), tmp_path)
