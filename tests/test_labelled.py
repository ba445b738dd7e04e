"""The labelled real reports and sentences, where they stand beside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = os.environ.get("GPAR_LINT_SHARED")
PROGRAM = [sys.executable, "-m", "gpar_lint"]
TOOLS = {
    "reports": ["check_reports.py"],
    "sentences": ["check_cases.py", "--claims"],
    "sentences, wrapped": ["check_cases.py", "--layout", "flat"],
}

pytestmark = [
    pytest.mark.skipif(not SHARED, reason="GPAR_LINT_SHARED names no folder of labelled reports"),
    pytest.mark.skipif(sys.version_info < (3, 11), reason="the tools need Python 3.11"),
]


@pytest.mark.parametrize("tool", TOOLS)
def test_every_label_is_met_and_nothing_else_said(tool: str) -> None:
    name, *options = TOOLS[tool]
    path = Path(SHARED or "", "tools", name)
    run = subprocess.run(
        [sys.executable, str(path), *options, *PROGRAM], capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-1000:]
