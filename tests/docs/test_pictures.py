"""The pictures: made by the script that says so, shown, and small."""

from __future__ import annotations

import re

from tools.site.consoles import PAGES, ROOT

FOLDER = ROOT / "docs/pictures"
MADE = set(
    re.findall(r'^    "(.+\.png)":', (ROOT / "tools/pictures.py").read_text("utf-8"), re.MULTILINE)
)


def shown() -> set[str]:
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    return {name for text in texts for name in re.findall(r"pictures/([^)]+\.png)\)", text)}


def test_every_picture_is_made_by_a_script_and_shown_somewhere() -> None:
    there = {path.name for path in FOLDER.iterdir()}
    assert there == MADE
    assert there == shown()


def test_pictures_are_small() -> None:
    for path in FOLDER.iterdir():
        assert path.stat().st_size < 200_000, path
