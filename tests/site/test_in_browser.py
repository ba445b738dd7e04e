"""The site in a real browser: search in Chinese, no request to anywhere else, narrow screens."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.site.build import ROOT

E2E = ROOT / "tests/e2e"
NODE = shutil.which("node")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(
    not (NODE and CHROMIUM and (E2E / "node_modules/playwright-core").exists()),
    reason="no browser here: make e2e installs what it takes",
)


@pytest.fixture(scope="module")
def saw(site: Path) -> dict[str, object]:
    """What the browser saw."""
    command = [NODE or "", Path(__file__).parent / "browse.mjs", site, E2E]
    environment = {**os.environ, "CHROMIUM": CHROMIUM or ""}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    seen: dict[str, object] = json.loads(done.stdout)
    return seen


def test_nothing_comes_from_elsewhere(saw: dict[str, object]) -> None:
    assert saw["outside"] == []
    assert saw["errors"] == []


def test_search_finds_words_names_and_codes(saw: dict[str, object]) -> None:
    found = saw["found"]
    assert isinstance(found, dict)
    assert any("X901" in text for text in found["上年结转"])
    assert any("A301" in text for text in found["row-total"])
    assert found["A301"][0].startswith("A301")
    assert found["批注"][0].startswith("Word 批注")


def test_narrow_screens_need_no_scrolling_to_the_side(saw: dict[str, object]) -> None:
    assert saw["wide"] == []
