"""The single file on the Python that a browser runs: the newest there is here, without a machine's
own libraries.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.packaging.programs import ROOT, environment

PYODIDE = ROOT / "web/node_modules/pyodide"  # what the page is made with
NODE = shutil.which("node")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NODE is None or not PYODIDE.exists(), reason="no Pyodide: make page"),
]

SCRIPT = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodide, program, report] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide({ stdout: () => {}, stderr: () => {} });
python.FS.writeFile("/gpar-lint.pyz", readFileSync(program));
python.FS.writeFile("/report.txt", readFileSync(report));
console.log(python.runPython(`
import json, sys
sys.path.insert(0, "/gpar-lint.pyz")
import gpar_lint
from gpar_lint.cli.main import main
findings = gpar_lint.check_file("/report.txt")
blank = main(["new", "--agency", "青禾县水务局", "--year", "2025", "-o", "/blank.docx"])
json.dumps({
    "version": sys.version_info[:2],
    "codes": [finding.code for finding in findings],
    "blank": [blank, sorted({finding.code for finding in gpar_lint.check_file("/blank.docx")})],
    "agency": gpar_lint.read_report("/report.txt").agency,
    "rule": main(["rule", "A301"]),
})
`));
"""


def test_the_engine_runs_in_a_browsers_python(built: Path, tmp_path: Path) -> None:
    script = tmp_path / "run.mjs"
    script.write_text(SCRIPT, encoding="utf-8")
    report = ROOT / "examples/有缺陷/勾稽关系.txt"
    command = [NODE or "", script, PYODIDE, built / "gpar-lint.pyz", report]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment(), capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.strip().split("\n")[-1])
    assert said["codes"] == ["A301", "A304"]
    assert said["blank"] == [0, ["F704", "T207"]]
    assert (said["agency"], said["rule"]) == ("石桥县农业农村局", 0)
    assert tuple(said["version"]) >= (3, 13)
